import { ActionIcon, Menu } from '@mantine/core';
import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { segmentNames } from '../../../../shared/ledger/client-names.ts';
import { defaultScenarioId, type Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenarioUse, scenarioUseText } from '../../../../shared/reminders/scenario-use.ts';
import { estimatedDays } from '../../../../shared/reminders/step-order.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { Card } from '../../../ui/card.tsx';
import { useDraftKeys } from '../drafts.ts';
import classes from './scenario.module.css';
import { delayText, draftKey } from './scenario-names.ts';

const stepsText = ({ steps }: Scenario): string => {
  const days = estimatedDays(steps);
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  return steps.length === 1
    ? `1 étape, ${delayText(first)}`
    : `${steps.length} étapes, de ${delayText(first)} à ${delayText(last)}`;
};

const segmentsText = ({ id, segments = [] }: Scenario): string =>
  id === defaultScenarioId
    ? 'Par défaut'
    : segments.map((segment) => segmentNames[segment]).join(', ') || 'Aucun segment';

/** Every scenario with its reach; a click shows it below. */
export const ScenarioList = ({
  scenarios,
  chosenId,
  onChoose,
  onDuplicate,
  onRemove,
}: {
  readonly scenarios: readonly Scenario[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
  readonly onDuplicate: (scenario: Scenario) => void;
  readonly onRemove: (scenario: Scenario) => void;
}) => {
  const ledger = useLedger();
  const drafts = useDraftKeys();
  return (
    <Card padded={false}>
      <ul className={classes.scenarios} aria-label="Scénarios">
        {scenarios.map((scenario) => (
          <li key={scenario.id} data-chosen={scenario.id === chosenId}>
            <button
              type="button"
              className={classes.scenario}
              aria-current={scenario.id === chosenId ? 'true' : undefined}
              onClick={() => onChoose(scenario.id)}
            >
              <span className={classes.scenarioName} title={scenario.name}>
                {scenario.name}
                {drafts.has(draftKey(scenario.id)) && (
                  <span className={classes.unsaved} title="Modifications non enregistrées">
                    <span className="visually-hidden"> (modifications non enregistrées)</span>
                  </span>
                )}
              </span>
              <span className={classes.scenarioFact}>{stepsText(scenario)}</span>
              <span className={classes.scenarioFact} title={segmentsText(scenario)}>
                {segmentsText(scenario)}
              </span>
              <span className={classes.scenarioFact}>
                {scenario.mode === 'automatic' ? 'Automatique' : 'À valider'}
              </span>
              <span className={classes.scenarioFact}>
                {scenarioUseText(scenarioUse(ledger, scenario.id))}
              </span>
            </button>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon aria-label={`Actions sur ${scenario.name}`}>
                  <Ellipsis size={16} aria-hidden="true" />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<Copy size={16} aria-hidden="true" />}
                  onClick={() => onDuplicate(scenario)}
                >
                  Dupliquer
                </Menu.Item>
                <Menu.Item
                  leftSection={<Trash2 size={16} aria-hidden="true" />}
                  disabled={scenario.id === defaultScenarioId}
                  onClick={() => onRemove(scenario)}
                >
                  {scenario.id === defaultScenarioId
                    ? 'Supprimer (impossible\u00A0: scénario par défaut)'
                    : 'Supprimer'}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
    </Card>
  );
};
