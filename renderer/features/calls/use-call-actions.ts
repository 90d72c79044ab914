import { notifications } from '@mantine/notifications';
import { addWorkingDays } from '../../../shared/dates/working-days.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { CallOutcome } from '../../../shared/ledger/history.ts';
import { wasReached } from '../../../shared/reminders/call-attempts.ts';
import type { CallObjection, ObjectionAction } from '../../../shared/reminders/call-objections.ts';
import { callScript, callScriptText, writtenScript } from '../../../shared/reminders/call-script.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { type ComposedMessage, composeMessage } from '../../../shared/reminders/compose-message.ts';
import { copyMessage, mailtoLink } from '../../../shared/reminders/copy-message.ts';
import { unreachable } from '../../../shared/result.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { type CallWish, recordCall, recordCallWithCopy } from '../../db/commands/calls.ts';
import { skipReminder } from '../../db/commands/reminders.ts';
import type { CallDialog } from './call-dialogs.tsx';

/** Records a call with what was settled; resolves to true when it is done. */
export type RecordCall = (task: CallTask, wish: Omit<CallWish, 'approval'>) => Promise<boolean>;

export interface CallActions {
  readonly record: RecordCall;
  /** An outcome that settles nothing more, with the note as it stands. */
  readonly note: (outcome: CallOutcome) => void;
  readonly promise: () => void;
  readonly dispute: () => void;
  readonly callBack: () => void;
  readonly paid: () => void;
  readonly skip: () => void;
  readonly answer: (objection: CallObjection, action: ObjectionAction) => void;
}

/**
 * What can be done about the call under the eye.
 * @param text the note typed so far; `done` empties it, and goes on to the next call.
 */
export const useCallActions = (
  task: CallTask | undefined,
  text: string,
  open: (dialog: CallDialog) => void,
  done: (staysInList: boolean) => void,
): CallActions => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const { calendar } = settingsOf(ledger, 'reminders');

  const messageOf = ({ proposal, contact }: CallTask): ComposedMessage => {
    const composed = composeMessage(ledger, proposal, today);
    const subject = composed.ok ? composed.value.subject : 'Appel';
    const body =
      writtenScript(ledger, proposal, today) ??
      callScriptText(callScript(ledger, proposal, contact?.name ?? ''));
    return { subject, body, ...(contact?.name ? { recipientName: contact.name } : {}) };
  };
  const approvalOf = (of: CallTask) => ({ proposal: of.proposal, message: messageOf(of) });

  const record: RecordCall = async (of, wish) => {
    const recorded = await run(recordCall, { approval: approvalOf(of), ...wish });
    // A call that was made leaves the list and the next one takes its place; this one only goes down.
    if (recorded) done(!wasReached(wish.outcome));
    return recorded !== undefined;
  };

  /** What was typed, else what the objection says. */
  const noteOr = (otherwise: string): string => (text.trim() === '' ? otherwise : text);

  const resend = async (of: CallTask, note: string): Promise<void> => {
    const copy = copyMessage(ledger, of.proposal, today);
    const followUpOn = addWorkingDays(today, 2, calendar);
    if (copy.ok) {
      const sent = await run(recordCallWithCopy, { approval: approvalOf(of), text: note, followUpOn });
      if (sent) done(false);
      return;
    }
    const { written, message } = copy.error;
    if (written === undefined) {
      notifications.show({ color: 'red', title: 'Rien n’a été modifié', message });
      return;
    }
    const opened = await bridge.openExternal(mailtoLink(written));
    if (opened.ok) await record(of, { outcome: 'administrative', text: note, followUpOn });
    notifications.show(
      opened.ok ? { message, autoClose: 8000 } : { color: 'red', message: opened.error.message },
    );
  };

  const dispute = (
    note: string,
    reason: Extract<CallDialog, { readonly kind: 'dispute' }>['reason'],
  ): void => {
    if (!task) return;
    const [only, ...others] = task.proposal.lines;
    const invoiceId = others.length === 0 ? only?.invoice.id : undefined;
    open({ kind: 'dispute', task, note, reason, invoiceId });
  };
  const callBack = (note: string, inWorkingDays: number): void => {
    if (task)
      open({ kind: 'call-back', task, note, proposedOn: addWorkingDays(today, inWorkingDays, calendar) });
  };

  return {
    record,
    note: (outcome) => {
      if (task) void record(task, { outcome, text });
    },
    promise: () => task && open({ kind: 'promise', task, note: text }),
    dispute: () => dispute(text, undefined),
    callBack: () => callBack(text, 1),
    paid: () => task && open({ kind: 'paid', task, note: text }),
    skip: () => {
      if (task) void run(skipReminder, approvalOf(task)).then((skipped) => skipped && done(false));
    },
    answer: (objection, action) => {
      if (!task) return;
      const note = noteOr(objection.note);
      switch (action.kind) {
        case 'resend':
          void resend(task, note);
          return;
        case 'dispute':
          dispute(note, action.reason);
          return;
        case 'call-back':
          callBack(note, action.inWorkingDays);
          return;
        case 'promise':
        case 'plan':
        case 'paid':
          open({ kind: action.kind, task, note });
          return;
        default:
          unreachable(action);
      }
    },
  };
};
