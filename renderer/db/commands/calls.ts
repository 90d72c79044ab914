import { instantOf } from '../../../shared/dates/clock.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatTimeOfDay, type TimeOfDay } from '../../../shared/dates/time-of-day.ts';
import type { Instalment } from '../../../shared/ledger/agreement.ts';
import {
  type Command,
  type CommandContext,
  type Decision,
  put,
  type Refusal,
  type RowWrite,
} from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { CallOutcome } from '../../../shared/ledger/history.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { buildReminder } from '../../../shared/reminders/build-reminder.ts';
import { wasReached } from '../../../shared/reminders/call-attempts.ts';
import { copyMessage } from '../../../shared/reminders/copy-message.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { agreePlan, type DisputeWish, openDispute, recordPromise } from './agreements.ts';
import { addNote } from './notes.ts';
import type { Approval } from './reminders.ts';

/** What was settled in a call, beside its outcome. */
export interface CallAgreement {
  /** Needed for the outcome `promise`, unless instalments were agreed. */
  readonly promisedOn?: Day | undefined;
  readonly instalments?: readonly Instalment[] | undefined;
  readonly dispute?: DisputeWish | undefined;
}

/** A call that was due and what came of it. */
export interface CallWish extends CallAgreement {
  readonly approval: Approval;
  readonly outcome: CallOutcome;
  readonly text: string;
  /** Day to call again; needed for the outcome `call-back`. */
  readonly followUpOn?: Day | undefined;
  readonly followUpTime?: TimeOfDay | undefined;
}

const stands = (ledger: Ledger, id: string): boolean => {
  const known = ledger.reminders.get(id)?.state.kind;
  return known !== undefined && known !== 'rejected' && known !== 'withdrawn';
};

const unreachedLabels: Partial<Readonly<Record<CallOutcome, string>>> = {
  unreachable: 'injoignable',
  'message-left': 'message laissé',
};

/** « Dupont SARL à rappeler le 26/11/2026 à 14 h 30 ». */
const unreachedLabel = (name: string, { outcome, followUpOn, followUpTime }: CallWish): string => {
  const when =
    followUpOn === undefined
      ? ''
      : ` le ${formatDay(followUpOn)}${followUpTime === undefined ? '' : ` à ${formatTimeOfDay(followUpTime)}`}`;
  const known = unreachedLabels[outcome];
  if (known === undefined) return `${name} à rappeler${when}`;
  return `${name}\u00A0: ${known}, ${when === '' ? 'l’appel reste à faire' : `à rappeler${when}`}`;
};

type Agreed = { readonly writes: readonly RowWrite[]; readonly suffix: string };

/** What the agreement of a call writes, and what the label of the call says of it. */
const agreed = (ledger: Ledger, wish: CallWish, context: CommandContext): Result<Agreed, Refusal> => {
  const invoiceIds = wish.approval.proposal.lines.map(({ invoice }) => invoice.id);
  const { promisedOn, instalments, dispute } = wish;
  if (dispute !== undefined) {
    if (!invoiceIds.includes(dispute.invoiceId))
      return fail({ kind: 'other-invoice', message: 'Cette facture n’est plus de cet appel.' });
    const opened = openDispute(ledger, dispute, context);
    if (!opened.ok) return opened;
    return ok({ writes: opened.value.writes, suffix: `, ${opened.value.label.replace(/^L/u, 'l')}` });
  }
  if (instalments !== undefined) {
    const plan = agreePlan(ledger, { invoiceIds, instalments }, context);
    if (!plan.ok) return plan;
    return ok({ writes: plan.value.writes, suffix: `, échéancier en ${instalments.length} fois accordé` });
  }
  if (wish.outcome !== 'promise') return ok({ writes: [], suffix: '' });
  if (promisedOn === undefined)
    return fail({ kind: 'no-day', message: 'Indiquez le jour de paiement promis.' });
  const promise = recordPromise(ledger, { invoiceIds, promisedOn }, context);
  if (!promise.ok) return promise;
  return ok({
    writes: promise.value.writes,
    suffix: `, paiement promis pour le ${formatDay(promisedOn)}`,
  });
};

/**
 * A call that was due, with what came of it: a line in the client's history, the step done, and the promise,
 * the plan or the dispute that was settled; one change, undone as one. Where nobody who can answer was spoken
 * to (injoignable, message laissé, à rappeler) the call stays to be made.
 */
export const recordCall: Command<CallWish> = (ledger, wish, context) => {
  const { approval, outcome, text, followUpOn, followUpTime } = wish;
  const { proposal, message } = approval;
  if (outcome === 'call-back' && followUpOn === undefined)
    return fail({ kind: 'no-day', message: 'Indiquez le jour où rappeler.' });
  if (followUpOn !== undefined && followUpOn < context.today)
    return fail({ kind: 'past', message: 'Le jour du rappel est déjà passé.' });
  const noted = addNote(
    ledger,
    { clientId: proposal.clientId, kind: 'call', text, outcome, followUpOn, followUpTime },
    context,
  );
  if (!noted.ok) return noted;
  const name = ledger.clients.get(proposal.clientId)?.name ?? '';
  if (stands(ledger, proposal.id))
    return fail({ kind: 'already-done', message: `L’appel à ${name} est déjà noté.` });
  if (!wasReached(outcome))
    return ok({ ...noted.value, command: 'record-call', label: unreachedLabel(name, wish) });
  const agreement = agreed(ledger, wish, context);
  if (!agreement.ok) return agreement;
  return ok({
    command: 'record-call',
    label: `Appel à ${name} noté${agreement.value.suffix}`,
    clientId: proposal.clientId,
    undo: 'allowed',
    writes: [
      ...noted.value.writes,
      put('reminders', buildReminder(proposal, message, { kind: 'called', calledAt: context.now })),
      ...agreement.value.writes,
    ],
  });
};

/**
 * The client asks for the copies in a call: the call is noted, and the e-mail with the copies leaves after the
 * recall window. Not undone from the journal, like everything that leaves, but taken back in time.
 */
export const recordCallWithCopy: Command<Pick<CallWish, 'approval' | 'text' | 'followUpOn'>> = (
  ledger,
  { approval, text, followUpOn },
  context,
): Result<Decision, Refusal> => {
  const call = recordCall(ledger, { approval, outcome: 'administrative', text, followUpOn }, context);
  if (!call.ok) return call;
  const copy = copyMessage(ledger, approval.proposal, context.today);
  if (!copy.ok) return copy;
  if (stands(ledger, copy.value.proposal.id))
    return fail({ kind: 'already-done', message: 'Ces copies sont déjà parties.' });
  const { recallSeconds } = settingsOf(ledger, 'reminders');
  return ok({
    ...call.value,
    command: 'record-call-with-copy',
    label: `${call.value.label}, ${approval.proposal.lines.length === 1 ? 'copie envoyée' : 'copies envoyées'} par e-mail`,
    undo: 'refused',
    writes: [
      ...call.value.writes,
      put(
        'reminders',
        buildReminder(copy.value.proposal, copy.value.message, {
          kind: 'approved',
          approvedAt: context.now,
          sendAfter: instantOf(Date.parse(context.now) + recallSeconds * 1000),
        }),
      ),
    ],
  });
};

/** A text message that the user sent from his telephone: the step is done. */
export const recordText: Command<Approval> = (ledger, { proposal, message }, context) => {
  const name = ledger.clients.get(proposal.clientId)?.name ?? '';
  if (stands(ledger, proposal.id))
    return fail({ kind: 'already-done', message: `Le SMS à ${name} est déjà noté comme envoyé.` });
  return ok({
    command: 'record-text',
    label: `SMS à ${name} noté comme envoyé`,
    clientId: proposal.clientId,
    undo: 'allowed',
    writes: [put('reminders', buildReminder(proposal, message, { kind: 'called', calledAt: context.now }))],
  });
};
