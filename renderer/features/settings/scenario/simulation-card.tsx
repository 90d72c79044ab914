import { Button, Progress } from '@mantine/core';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import { simulationText } from '../../../../shared/reminders/simulation-text.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import classes from './scenario.module.css';
import { SimulationTable } from './simulation-table.tsx';
import { type SimulatedFor, useSimulation } from './use-simulation.ts';

const audiences = [
  { value: 'followers', label: 'Clients qui le suivent' },
  { value: 'everyone', label: 'Tous les clients' },
] as const satisfies readonly { readonly value: SimulatedFor; readonly label: string }[];

/** « Simuler sur les 12 derniers mois »: what the scenario as typed would have sent, from the real invoices. */
export const SimulationCard = ({
  scenario,
  isValid,
}: {
  readonly scenario: Scenario;
  /** Nothing is simulated while a field is wrong. */
  readonly isValid: boolean;
}) => {
  const { simulation, start, stop } = useSimulation();
  const [audience, setAudience] = useState<SimulatedFor>('followers');
  const isRunning = simulation.kind === 'running';
  const isStale =
    simulation.kind === 'done' && JSON.stringify(simulation.scenario) !== JSON.stringify(scenario);
  const choose = (next: SimulatedFor): void => {
    setAudience(next);
    if (simulation.kind !== 'idle') stop();
  };
  return (
    <Card
      title="Simulation"
      actions={
        isRunning ? (
          <Button size="compact-sm" variant="default" onClick={stop}>
            Arrêter
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<History size={14} aria-hidden="true" />}
            disabled={!isValid}
            onClick={() => start(scenario, audience)}
          >
            Simuler sur les 12 derniers mois
          </Button>
        )
      }
    >
      <div className={classes.useCard}>
        <div>
          <SegmentedChoice
            legend="Clients de la simulation"
            choices={audiences}
            value={audience}
            onChange={choose}
          />
        </div>
        {simulation.kind === 'idle' && (
          <p className={classes.note}>
            Rejoue vos factures et vos encaissements réels avec ce scénario tel qu’il est à l’écran, sans rien
            envoyer ni modifier.
          </p>
        )}
        {isRunning && (
          <div>
            <Progress
              aria-label="Avancement de la simulation"
              value={(simulation.progress.done / Math.max(1, simulation.progress.total)) * 100}
            />
            <p className={classes.note}>
              {`${simulation.progress.done} clients rejoués sur ${simulation.progress.total}`}
            </p>
          </div>
        )}
        {simulation.kind === 'done' && (
          <>
            {isStale && (
              <Notice tone="caution">Le scénario a changé depuis cette simulation. Relancez-la.</Notice>
            )}
            <p className={classes.paragraph} role="status">
              {simulationText(simulation.result)}
            </p>
            {simulation.result.messages > 0 && <SimulationTable result={simulation.result} />}
          </>
        )}
      </div>
    </Card>
  );
};
