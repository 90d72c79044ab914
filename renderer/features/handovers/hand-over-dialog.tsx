import { useState } from 'react';
import { waitingReminders } from '../../../shared/claims/waiting-reminders.ts';
import { knownCollectors } from '../../../shared/ledger/known-collectors.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { InvoiceSummary } from '../agreements/invoice-summary.tsx';
import { newHandover, termsOfDraft } from './handover-draft.ts';
import { HandoverFields } from './handover-fields.tsx';
import { useHandOver } from './use-hand-over.ts';

const HandOverForm = ({
  invoiceIds,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const handOver = useHandOver();
  // As they were when the dialog opened: the list must not open on the name that was just given.
  const [known] = useState(() => knownCollectors(ledger));
  const [draft, setDraft] = useState(() => newHandover(today));
  const [tried, setTried] = useState(false);
  const waiting = waitingReminders(ledger, invoiceIds).length;
  const submit = async (): Promise<void> => {
    setTried(true);
    const terms = termsOfDraft(draft);
    if (terms !== undefined && (await handOver({ invoiceIds, ...terms }))) onClose();
  };
  return (
    <DialogForm
      submitLabel="Confier"
      onSubmit={submit}
      onCancel={onClose}
      hint="Les relances de ces factures s’arrêtent&#8239;; vos autres factures continuent."
    >
      <InvoiceSummary invoiceIds={invoiceIds} />
      <HandoverFields draft={draft} onChange={setDraft} tried={tried} first="name" known={known} />
      {waiting > 0 && (
        <Notice tone="caution">
          {waiting === 1
            ? 'Une relance en attente sera retirée\u00A0: elle ne partira pas.'
            : `${waiting}\u00A0relances en attente seront retirées\u00A0: elles ne partiront pas.`}
        </Notice>
      )}
    </DialogForm>
  );
};

/** « Confier à un tiers »: gives invoices of one client to somebody who collects for the user. */
export const HandOverDialog = ({
  invoiceIds,
  opened,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Confier à un tiers" opened={opened && invoiceIds.length > 0} onClose={onClose} size="lg">
    <HandOverForm invoiceIds={invoiceIds} onClose={onClose} />
  </Dialog>
);
