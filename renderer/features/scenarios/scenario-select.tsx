import { Select } from '@mantine/core';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { defaultScenarioId, type Scenario } from '../../../shared/reminders/scenario.ts';
import { scenarioChoiceOf, scenariosOf } from '../../../shared/reminders/scenario-choice.ts';
import { useLedger } from '../../application/ledger-context.tsx';

const automatic = 'automatic';

/** The standard scenario first, the others by name. */
export const scenariosInOrder = (scenarios: Iterable<Scenario>): readonly Scenario[] =>
  [...scenarios].sort((a, b) => {
    if (a.id === defaultScenarioId || b.id === defaultScenarioId) return a.id === defaultScenarioId ? -1 : 1;
    return a.name.localeCompare(b.name, 'fr');
  });

/**
 * A scenario by name, or the automatic choice; below it which one then applies and why.
 * @param client as it would be saved, so that a segment just picked counts; undefined for several clients.
 * @param invoice the choice is for this invoice alone.
 */
export const ScenarioSelect = ({
  label,
  client,
  invoice,
  value,
  onChange,
  startsFocused = false,
}: {
  readonly label: string;
  readonly client: Pick<Client, 'segment' | 'scenarioId'> | undefined;
  readonly invoice?: Pick<Invoice, 'scenarioId'> | undefined;
  readonly value: string | undefined;
  readonly onChange: (scenarioId: string | undefined) => void;
  readonly startsFocused?: boolean;
}) => {
  const ledger = useLedger();
  const scenarios = scenariosOf(ledger);
  const choice = client && scenarioChoiceOf(ledger, client, invoice);
  return (
    <Select
      label={label}
      data={[
        { value: automatic, label: invoice ? 'Celui du client' : 'Automatique (par segment)' },
        ...scenariosInOrder(scenarios.values()).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      allowDeselect={false}
      inputWrapperOrder={['label', 'input', 'description']}
      description={
        choice && value === undefined ? `${choice.scenario.name}\u00A0: ${choice.reason}.` : undefined
      }
      value={value !== undefined && scenarios.has(value) ? value : automatic}
      onChange={(picked) => onChange(picked === null || picked === automatic ? undefined : picked)}
      data-autofocus={startsFocused || undefined}
    />
  );
};
