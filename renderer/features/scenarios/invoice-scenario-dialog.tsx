import { useState } from 'react';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { assignInvoiceScenario } from '../../db/commands/scenarios.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { ScenarioSelect } from './scenario-select.tsx';
import classes from './scenarios.module.css';

const ChoiceForm = ({
  invoice,
  client,
  onClose,
}: {
  readonly invoice: Invoice;
  readonly client: Client;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [scenarioId, setScenarioId] = useState(invoice.scenarioId);
  const submit = async (): Promise<void> => {
    if (scenarioId === invoice.scenarioId) return onClose();
    if (await run(assignInvoiceScenario, { invoiceId: invoice.id, scenarioId })) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <ScenarioSelect
        label="Scénario de relance de cette facture"
        client={client}
        invoice={{ scenarioId }}
        value={scenarioId}
        onChange={setScenarioId}
        startsFocused
      />
      <p className={classes.note}>
        {
          'Ce qui a déjà été fait compte\u00A0: la facture continue à l’étape du même ton, elle ne recommence pas du début.'
        }
      </p>
    </DialogForm>
  );
};

/** « Changer de scénario » for one invoice, over that of its client. */
export const InvoiceScenarioDialog = ({
  invoiceId,
  opened,
  onClose,
}: {
  readonly invoiceId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const invoice = ledger.invoices.get(invoiceId);
  const client = ledger.clients.get(invoice?.clientId ?? '');
  if (!invoice || !client) return null;
  return (
    <Dialog title={`Scénario de la facture ${invoice.number}`} opened={opened} onClose={onClose}>
      <ChoiceForm invoice={invoice} client={client} onClose={onClose} />
    </Dialog>
  );
};
