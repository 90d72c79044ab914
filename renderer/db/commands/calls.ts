import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type Command, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { CallOutcome } from '../../../shared/ledger/history.ts';
import { buildReminder } from '../../../shared/reminders/build-reminder.ts';
import { fail, ok } from '../../../shared/result.ts';
import { recordPromise } from './agreements.ts';
import { addNote } from './notes.ts';
import type { Approval } from './reminders.ts';

/**
 * A call that was due, with what came of it: a line in the client's history, the step done, and the promise
 * where one was made; one change, undone as one. Nobody reached: the call stays to be made.
 * @param wish.promisedOn needed for the outcome `promise` alone.
 */
export const recordCall: Command<{
  readonly approval: Approval;
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly promisedOn?: Day | undefined;
}> = (ledger, { approval, outcome, text, promisedOn }, context) => {
  const { proposal, message } = approval;
  const note = addNote(ledger, { clientId: proposal.clientId, kind: 'call', text, outcome }, context);
  if (!note.ok) return note;
  const name = ledger.clients.get(proposal.clientId)?.name ?? '';
  const known = ledger.reminders.get(proposal.id)?.state.kind;
  if (known !== undefined && known !== 'rejected' && known !== 'withdrawn')
    return fail({ kind: 'already-done', message: `L’appel à ${name} est déjà noté.` });
  if (outcome === 'unreachable')
    return ok({
      ...note.value,
      command: 'record-call',
      label: `${name} injoignable\u00A0: l’appel reste à faire`,
    });
  const writes: RowWrite[] = [
    ...note.value.writes,
    put('reminders', buildReminder(proposal, message, { kind: 'called', calledAt: context.now })),
  ];
  let label = `Appel à ${name} noté`;
  if (outcome === 'promise') {
    if (promisedOn === undefined)
      return fail({ kind: 'no-day', message: 'Indiquez le jour de paiement promis.' });
    const invoiceIds = proposal.lines.map(({ invoice }) => invoice.id);
    const promise = recordPromise(ledger, { invoiceIds, promisedOn }, context);
    if (!promise.ok) return promise;
    writes.push(...promise.value.writes);
    label = `Appel à ${name} noté, paiement promis pour le ${formatDay(promisedOn)}`;
  }
  return ok({ command: 'record-call', label, clientId: proposal.clientId, undo: 'allowed', writes });
};
