import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenariosOf } from '../../../../shared/reminders/scenario-choice.ts';
import { scenarioUse } from '../../../../shared/reminders/scenario-use.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { removeScenario } from '../../../db/commands/scenarios.ts';
import { Dialog, DialogForm } from '../../../ui/form-dialog.tsx';
import classes from './scenario.module.css';

const automatic = 'automatic';

const countText = (count: number, one: string, several: string): string =>
  `${count} ${count > 1 ? several : one}`;

const RemoveForm = ({ scenario, onClose }: { readonly scenario: Scenario; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const run = useRun();
  const [next, setNext] = useState(automatic);
  const { clients, invoices, followers } = scenarioUse(ledger, scenario.id);
  const bySegment = followers.length - clients.length;
  const named = [
    clients.length > 0 ? countText(clients.length, 'client', 'clients') : undefined,
    invoices.length > 0 ? countText(invoices.length, 'facture', 'factures') : undefined,
  ].filter((text) => text !== undefined);
  const submit = async (): Promise<void> => {
    const done = await run(removeScenario, {
      id: scenario.id,
      replacement: next === automatic ? { kind: 'automatic' } : { kind: 'scenario', id: next },
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Supprimer" onSubmit={submit} onCancel={onClose}>
      <p className={classes.paragraph}>
        {[
          named.length > 0 ? `Ce scénario a été choisi pour ${named.join(' et ')}.` : '',
          bySegment > 0
            ? `${countText(bySegment, 'client le suit', 'clients le suivent')} par segment et ${bySegment > 1 ? 'passeront' : 'passera'} au scénario standard.`
            : '',
          'Ce qui a déjà été envoyé reste dans l’historique, et aucune relance ne recommence du début.',
        ]
          .filter((sentence) => sentence !== '')
          .join(' ')}
      </p>
      {named.length > 0 && (
        <Select
          label="Scénario qui le remplace"
          data={[
            { value: automatic, label: 'Automatique (par segment)' },
            ...[...scenariosOf(ledger).values()]
              .filter(({ id }) => id !== scenario.id)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          allowDeselect={false}
          value={next}
          onChange={(picked) => setNext(picked ?? automatic)}
          data-autofocus
        />
      )}
    </DialogForm>
  );
};

/** Asks what follows a scenario that clients or invoices name, before it is removed. */
export const RemoveScenarioDialog = ({
  scenario,
  opened,
  onClose,
}: {
  readonly scenario: Scenario;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={`Supprimer «\u00A0${scenario.name}\u00A0»`} opened={opened} onClose={onClose}>
    <RemoveForm scenario={scenario} onClose={onClose} />
  </Dialog>
);
