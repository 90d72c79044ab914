import type { Day } from '../../../shared/dates/day.ts';
import type { DisputeReason } from '../../../shared/ledger/agreement.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { unreachable } from '../../../shared/result.ts';
import { DisputeDialog } from '../agreements/dispute-dialog.tsx';
import { PlanDialog } from '../agreements/plan-dialog.tsx';
import { PromiseDialog } from '../agreements/promise-dialog.tsx';
import { MarkPaidDialog } from '../payments/mark-paid-dialog.tsx';
import { InvoiceChoiceDialog } from '../reminders/invoice-choice-dialog.tsx';
import { CallBackDialog } from './call-back-dialog.tsx';
import type { RecordCall } from './use-call-actions.ts';

/** Which dialog of a call is open; each ends the call in one change with what was settled. */
export type CallDialog =
  | { readonly kind: 'promise' | 'plan' | 'paid'; readonly task: CallTask; readonly note: string }
  | {
      readonly kind: 'call-back';
      readonly task: CallTask;
      readonly note: string;
      readonly proposedOn: Day;
    }
  | {
      readonly kind: 'dispute';
      readonly task: CallTask;
      readonly note: string;
      readonly reason: DisputeReason | undefined;
      /** Undefined until the user has said which one, where there are several. */
      readonly invoiceId: string | undefined;
    };

export const CallDialogs = ({
  dialog,
  onChange,
  record,
}: {
  readonly dialog: CallDialog | undefined;
  readonly onChange: (dialog: CallDialog | undefined) => void;
  readonly record: RecordCall;
}) => {
  if (dialog === undefined) return null;
  const close = (): void => onChange(undefined);
  const { task, note } = dialog;
  const invoiceIds = task.proposal.lines.map(({ invoice }) => invoice.id);
  switch (dialog.kind) {
    case 'promise':
      return (
        <PromiseDialog
          opened
          invoiceIds={invoiceIds}
          onClose={close}
          decide={(promisedOn) => record(task, { outcome: 'promise', text: note, promisedOn })}
        />
      );
    case 'plan':
      return (
        <PlanDialog
          opened
          invoiceIds={invoiceIds}
          onClose={close}
          decide={(instalments) => record(task, { outcome: 'difficulty', text: note, instalments })}
        />
      );
    case 'paid':
      return <MarkPaidDialog opened invoiceIds={invoiceIds} onClose={close} />;
    case 'call-back':
      return (
        <CallBackDialog
          proposedOn={dialog.proposedOn}
          note={note}
          onClose={close}
          decide={(wish) => record(task, { outcome: 'call-back', ...wish })}
        />
      );
    case 'dispute':
      return dialog.invoiceId === undefined ? (
        <InvoiceChoiceDialog
          opened
          proposal={task.proposal}
          onPick={(invoiceId) => onChange({ ...dialog, invoiceId })}
          onClose={close}
        />
      ) : (
        <DisputeDialog
          opened
          invoiceId={dialog.invoiceId}
          reason={dialog.reason}
          note={note}
          onClose={close}
          decide={(dispute) => record(task, { outcome: 'dispute', text: dispute.note, dispute })}
        />
      );
    default:
      return unreachable(dialog);
  }
};
