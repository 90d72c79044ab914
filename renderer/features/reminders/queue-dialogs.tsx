import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { DisputeDialog } from '../agreements/dispute-dialog.tsx';
import { PostponeDialog } from '../agreements/postpone-dialog.tsx';
import { MarkPaidDialog } from '../payments/mark-paid-dialog.tsx';
import { InvoiceChoiceDialog } from './invoice-choice-dialog.tsx';

/** Which dialog of the queue is open. */
export type OpenDialog =
  | { readonly kind: 'postpone'; readonly clientId: string }
  | { readonly kind: 'which-disputed'; readonly proposal: Proposal }
  | { readonly kind: 'dispute'; readonly invoiceId: string }
  | { readonly kind: 'pay'; readonly invoiceIds: readonly string[] };

/** The dialogs that a key of the queue opens; none stays open beside another. */
export const QueueDialogs = ({
  dialog,
  onChange,
}: {
  readonly dialog: OpenDialog | undefined;
  readonly onChange: (dialog: OpenDialog | undefined) => void;
}) => {
  const close = (): void => onChange(undefined);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'postpone':
      return <PostponeDialog clientId={dialog.clientId} opened onClose={close} />;
    case 'which-disputed':
      return (
        <InvoiceChoiceDialog
          opened
          proposal={dialog.proposal}
          onPick={(invoiceId) => onChange({ kind: 'dispute', invoiceId })}
          onClose={close}
        />
      );
    case 'dispute':
      return <DisputeDialog invoiceId={dialog.invoiceId} opened onClose={close} />;
    case 'pay':
      return <MarkPaidDialog invoiceIds={dialog.invoiceIds} opened onClose={close} />;
  }
};
