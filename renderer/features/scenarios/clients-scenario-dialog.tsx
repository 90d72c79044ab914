import { useState } from 'react';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { assignClientScenario } from '../../db/commands/scenarios.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { ScenarioSelect } from './scenario-select.tsx';
import classes from './scenarios.module.css';

const ChoiceForm = ({
  clientIds,
  onClose,
}: {
  readonly clientIds: readonly string[];
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const chosen = clientIds.flatMap((id) => ledger.clients.get(id) ?? []);
  const [scenarioId, setScenarioId] = useState(() => {
    const first = chosen[0]?.scenarioId;
    return chosen.every((client) => client.scenarioId === first) ? first : undefined;
  });
  const [only] = chosen;
  const submit = async (): Promise<void> => {
    if (await run(assignClientScenario, { clientIds, scenarioId })) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <ScenarioSelect
        label="Scénario de relance"
        client={chosen.length === 1 && only ? { ...only, scenarioId } : undefined}
        value={scenarioId}
        onChange={setScenarioId}
        startsFocused
      />
      <p className={classes.note}>
        Ce qui a déjà été fait compte&nbsp;: aucune relance ne recommence du début. Une facture qui a son
        propre scénario le garde.
      </p>
    </DialogForm>
  );
};

/** Chooses the scenario of the clients selected in the list. */
export const ClientsScenarioDialog = ({
  clientIds,
  opened,
  onClose,
}: {
  readonly clientIds: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={clientIds.length === 1 ? 'Scénario du client' : `Scénario de ${clientIds.length} clients`}
    opened={opened}
    onClose={onClose}
  >
    <ChoiceForm clientIds={clientIds} onClose={onClose} />
  </Dialog>
);
