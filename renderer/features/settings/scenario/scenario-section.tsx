import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { defaultScenarioId, type Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenariosOf } from '../../../../shared/reminders/scenario-choice.ts';
import { scenarioUse } from '../../../../shared/reminders/scenario-use.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { newId } from '../../../bridge/new-id.ts';
import { removeScenario, saveScenario } from '../../../db/commands/scenarios.ts';
import { scenariosInOrder } from '../../scenarios/scenario-select.tsx';
import { draftOf } from '../drafts.ts';
import { forgetDraft } from '../use-draft-form.tsx';
import { copyOf, freeName, newScenario } from './new-scenario.ts';
import { RemoveScenarioDialog } from './remove-dialog.tsx';
import classes from './scenario.module.css';
import { ScenarioForm } from './scenario-form.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { draftKey } from './scenario-names.ts';

/** « Scénario »: the dunning ladders, and one of them to change. */
export const ScenarioSection = () => {
  const ledger = useLedger();
  const run = useRun();
  const [leaving, setLeaving] = useState<Scenario>();
  const [asking, setAsking] = useState(false);
  const [newest, setNewest] = useState<string>();
  const scenarios = scenariosOf(ledger);
  // Whoever comes back to what he had not saved finds it open.
  const [chosenId, setChosenId] = useState(
    () => [...scenarios.keys()].find((id) => draftOf(draftKey(id)) !== undefined) ?? defaultScenarioId,
  );
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const id of known.current) if (!scenarios.has(id)) forgetDraft(draftKey(id));
    known.current = new Set(scenarios.keys());
  }, [scenarios]);
  const scenario = scenarios.get(chosenId) ?? scenarios.get(defaultScenarioId);
  if (!scenario) return null;
  const names = [...scenarios.values()].map(({ name }) => name);
  const add = async (created: Scenario): Promise<void> => {
    if (!(await run(saveScenario, created))) return;
    setChosenId(created.id);
    setNewest(created.id);
  };
  const askToRemove = (wanted: Scenario): void => {
    const { followers, invoices } = scenarioUse(ledger, wanted.id);
    if (followers.length + invoices.length === 0) {
      void run(removeScenario, { id: wanted.id });
      return;
    }
    setLeaving(wanted);
    setAsking(true);
  };
  return (
    <div className={classes.stack}>
      <div className={classes.listHead}>
        <p className={classes.note}>
          Choisi sur la facture, sinon sur la fiche du client, sinon par son segment, sinon le scénario
          standard.
        </p>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden="true" />}
          onClick={() => void add(newScenario(newId(), newId(), freeName('Nouveau scénario', names)))}
        >
          Nouveau scénario
        </Button>
      </div>
      <ScenarioList
        scenarios={scenariosInOrder(scenarios.values())}
        chosenId={scenario.id}
        onChoose={setChosenId}
        onDuplicate={(wanted) => void add(copyOf(wanted, newId(), freeName(`${wanted.name} (copie)`, names)))}
        onRemove={askToRemove}
      />
      <ScenarioForm
        key={scenario.id}
        scenario={scenario}
        isNew={scenario.id === newest}
        onReturn={() => setChosenId(scenario.id)}
      />
      {leaving && (
        <RemoveScenarioDialog scenario={leaving} opened={asking} onClose={() => setAsking(false)} />
      )}
    </div>
  );
};
