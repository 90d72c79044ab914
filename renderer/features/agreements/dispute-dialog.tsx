import { useState } from 'react';
import type { DisputeReason } from '../../../shared/ledger/agreement.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { type DisputeBlock, proposedBlock } from '../../../shared/ledger/dispute-service-block.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { type DisputeWish, openDispute } from '../../db/commands/agreements.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { BlockChoice } from './block-choice.tsx';
import { disputeOfDraft, newDispute } from './dispute-draft.ts';
import { DisputeFields } from './dispute-fields.tsx';

interface Prefilled {
  readonly reason?: DisputeReason | undefined;
  readonly note?: string | undefined;
  /** Does more than open the dispute; resolves to true when it is done. */
  readonly decide?: ((wish: DisputeWish) => Promise<boolean>) | undefined;
}

const DisputeForm = ({
  invoice,
  onClose,
  reason,
  note,
  decide,
}: Prefilled & { readonly invoice: Invoice; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const run = useRun();
  const client = ledger.clients.get(invoice.clientId);
  const [draft, setDraft] = useState(() => newDispute(reason, note));
  // The proposal follows the reason until the user decides.
  const [chosen, setChosen] = useState<DisputeBlock>();
  const [tried, setTried] = useState(false);
  const block = chosen ?? proposedBlock(draft.reason);
  const submit = async (): Promise<void> => {
    setTried(true);
    const said = disputeOfDraft(draft);
    if (said === undefined) return;
    const wish: DisputeWish = { invoiceId: invoice.id, ...said, block };
    const done = decide ? await decide(wish) : (await run(openDispute, wish)) !== undefined;
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Ouvrir le litige"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        draft.scope === 'whole'
          ? 'La facture ne sera plus relancée jusqu’à la résolution.'
          : 'Seule la part non contestée restera relancée.'
      }
    >
      <DisputeFields
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        owedCents={remainingCents(ledger, invoice.id)}
        tried={tried}
      />
      {client && <BlockChoice client={client} reason={draft.reason} value={block} onChange={setChosen} />}
    </DialogForm>
  );
};

/** « Litige » (L): the whole invoice or a part of it, with the reason, and what stops for the client. */
export const DisputeDialog = ({
  invoiceId,
  opened,
  onClose,
  ...prefilled
}: Prefilled & {
  readonly invoiceId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const invoice = useLedger().invoices.get(invoiceId);
  return (
    <Dialog
      title={`Facture ${invoice?.number ?? ''} contestée`}
      opened={opened && invoice !== undefined}
      onClose={onClose}
    >
      {invoice && <DisputeForm invoice={invoice} onClose={onClose} {...prefilled} />}
    </Dialog>
  );
};
