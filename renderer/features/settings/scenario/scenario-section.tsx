import { Button, Select } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { defaultScenarioId, type Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenariosOf } from '../../../../shared/reminders/scenario-choice.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { newId } from '../../../bridge/new-id.ts';
import { saveScenario } from '../../../db/commands/scenarios.ts';
import classes from './scenario.module.css';
import { ScenarioForm } from './scenario-form.tsx';

/** « Scénario »: the dunning ladders, one at a time. */
export const ScenarioSection = () => {
  const ledger = useLedger();
  const run = useRun();
  const [chosenId, setChosenId] = useState(defaultScenarioId);
  const scenarios = scenariosOf(ledger);
  const scenario = scenarios.get(chosenId) ?? scenarios.get(defaultScenarioId);
  if (!scenario) return null;
  const duplicate = async (): Promise<void> => {
    const copy: Scenario = { ...scenario, id: newId(), name: `${scenario.name} (copie)` };
    if (await run(saveScenario, copy)) setChosenId(copy.id);
  };
  return (
    <div className={classes.stack}>
      <div className={classes.choice}>
        {scenarios.size > 1 && (
          <Select
            label="Scénario affiché"
            allowDeselect={false}
            data={[...scenarios.values()].map(({ id, name }) => ({ value: id, label: name }))}
            value={scenario.id}
            onChange={(id) => setChosenId(id ?? defaultScenarioId)}
          />
        )}
        <Button
          variant="default"
          leftSection={<Copy size={16} aria-hidden="true" />}
          title={'Pour les clients à relancer autrement\u00A0: choisissez-le ensuite sur leur fiche.'}
          onClick={() => void duplicate()}
        >
          Dupliquer ce scénario
        </Button>
      </div>
      <ScenarioForm key={scenario.id} scenario={scenario} />
    </div>
  );
};
