import { describe, expect, test } from 'vitest';
import { attachDocument } from '../../../../../renderer/db/commands/letter-proofs.ts';
import { markPrinted, recordPosting } from '../../../../../renderer/db/commands/letters.ts';
import {
  type Approval,
  approveReminders,
  type Delivery,
  recordDeliveries,
  resolveUnknown,
  skipReminder,
  withdrawReminders,
} from '../../../../../renderer/db/commands/reminders.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { DocumentRef } from '../../../../../shared/ledger/history.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { composeMessage } from '../../../../../shared/reminders/compose-message.ts';
import { defaultScenario } from '../../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import type { Reminder, ReminderState } from '../../../../../shared/reminders/reminder.ts';
import type { ReminderChannel } from '../../../../../shared/reminders/scenario.ts';
import {
  aClient,
  aLedger,
  anInvoice,
  noonOf,
  reminderIn,
  withReminder,
} from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const today = day('2026-11-23');
const ledger = aLedger({
  clients: [aClient('c1'), aClient('c2', { name: 'Martin SAS' })],
  invoices: [
    anInvoice('f1', { dueOn: day('2026-11-10') }),
    anInvoice('f2', { clientId: 'c2', dueOn: day('2026-11-10') }),
  ],
});

const approvalsOf = (from: Ledger): readonly Approval[] =>
  planReminders(from, today).proposals.map((proposal) => {
    const message = composeMessage(from, proposal, today);
    if (!message.ok) throw new Error(message.error.message);
    return { proposal, message: message.value };
  });
const [first, second] = approvalsOf(ledger);
if (!first || !second) throw new Error('nothing is due');

const by = (channel: ReminderChannel, approval: Approval): Approval => ({
  ...approval,
  proposal: { ...approval.proposal, channel },
});
const approve = (approvals: readonly Approval[], from = ledger) =>
  decided(approveReminders, from, { approvals, automatic: false });
const document: DocumentRef = { hash: 'a'.repeat(64), name: 'lettre.pdf', mediaType: 'application/pdf' };

/** The first proposal, registered or not, in a state. */
const holding = (
  state: ReminderState,
  channel: ReminderChannel = 'registered-letter',
): { readonly ledger: Ledger; readonly reminder: Reminder } => {
  const reminder = reminderIn({ ...first.proposal, channel }, state);
  return { ledger: withReminder(ledger, reminder), reminder };
};
const only = (decision: ReturnType<typeof approve>): Reminder => {
  const [row, ...others] = rowsOf(decision, 'reminders');
  if (!row || others.length > 0) throw new Error('not one reminder');
  return row;
};

describe('a step by several channels', () => {
  const [step] = defaultScenario.steps;
  if (!step) throw new Error('no step');
  const several = aLedger({
    ...{
      clients: [...ledger.clients.values()].slice(0, 1),
      invoices: [...ledger.invoices.values()].slice(0, 1),
    },
    scenarios: [{ ...defaultScenario, steps: [{ ...step, alsoBy: ['letter', 'call'] }] }],
  });
  const [mail] = approvalsOf(several);
  if (!mail) throw new Error('nothing is due');
  const decision = approve([mail], several);

  test('gives one row for each in writing, which name the first', () => {
    expect(
      rowsOf(decision, 'reminders').map(({ id, channel, state, companionOf }) => [
        id,
        channel,
        state.kind,
        companionOf,
      ]),
    ).toEqual([
      [mail.proposal.id, 'email', 'approved', undefined],
      [`${mail.proposal.id}/letter`, 'letter', 'to-print', mail.proposal.id],
    ]);
    expect(decision.label).toBe('1 e-mail approuvé · 1 courrier à imprimer');
    // The letter has its own text: the list is set by the letter itself.
    expect(rowsOf(decision, 'reminders')[1]?.body).not.toBe(mail.message.body);
  });

  test('are taken back together', () => {
    const approved = applied(several, decision);
    const taken = decided(withdrawReminders, approved, { ids: [mail.proposal.id], reason: 'r' });
    expect(rowsOf(taken, 'reminders').map(({ state }) => state.kind)).toEqual(['withdrawn', 'withdrawn']);
  });

  test('the letter stays as it is when the e-mail was refused and is tried again', () => {
    const [first, letter] = rowsOf(decision, 'reminders');
    if (!first || !letter) throw new Error('not two rows');
    const rejected: ReminderState = {
      kind: 'rejected',
      rejectedAt: noonOf(today),
      explanation: '',
      permanent: false,
    };
    const refusedOnce = withReminder(withReminder(several, { ...first, state: rejected }), letter);
    expect(rowsOf(approve([mail], refusedOnce), 'reminders').map(({ id }) => id)).toEqual([mail.proposal.id]);
    // Once the letter is posted the client has it: there is nothing left to try again.
    const posted: ReminderState = {
      kind: 'posted',
      depositedOn: day('2026-11-10'),
      trackingNumber: '',
      recordedAt: noonOf(today),
    };
    expect(approvalsOf(withReminder(refusedOnce, { ...letter, state: posted }))).toEqual([]);
  });

  test('the automatic mode leaves its mark on what it approved', () => {
    const marks = (automatic: boolean) =>
      rowsOf(decided(approveReminders, several, { approvals: [mail], automatic }), 'reminders').map(
        ({ isAutomatic }) => isAutomatic,
      );
    expect(marks(true)).toEqual([true, true]);
    expect(marks(false)).toEqual([undefined, undefined]);
  });
});

test('a text message sent by hand is done at once', () => {
  const decision = approve([by('sms', first)]);
  expect(only(decision).state.kind).toBe('called');
  expect(decision.label).toBe('1 SMS envoyé');
});

describe('approving', () => {
  test('an e-mail leaves after the recall window, with the text that was seen', () => {
    const row = only(approve([first]));
    expect(row.state).toMatchObject({ kind: 'approved', sendAfter: '2026-11-23T12:00:15.000Z' });
    expect({ subject: row.subject, body: row.body }).toEqual({
      subject: first.message.subject,
      body: first.message.body,
    });
  });

  test('a letter waits to be printed, a call is done; each is named for what it is', () => {
    const decision = approve([first, by('registered-letter', second)]);
    expect(decision.label).toBe('1 e-mail approuvé · 1 courrier à imprimer');
    expect(rowsOf(decision, 'reminders').map(({ state }) => state.kind)).toEqual(['approved', 'to-print']);
    const call = approve([by('call', first)]);
    expect(call.label).toBe('1 appel fait');
    expect(only(call).state).toMatchObject({ kind: 'called' });
    expect(only(call).state).not.toHaveProperty('sendAfter');
  });

  test('cannot be undone from the journal: it is taken back while that is possible', () => {
    expect(approve([first]).undo).toBe('refused');
  });

  test('twice is refused, and nothing of the batch is approved', () => {
    const once = applied(ledger, approve([first]));
    const again = refused(approveReminders, once, { approvals: [second, first], automatic: false });
    expect(again.kind).toBe('already-approved');
    expect(refused(approveReminders, ledger, { approvals: [], automatic: false }).kind).toBe('nothing');
  });

  test('after it was taken back is allowed, as a new attempt', () => {
    const once = applied(ledger, approve([first]));
    const back = applied(
      once,
      decided(withdrawReminders, once, { ids: [first.proposal.id], reason: 'Envoi annulé par vous' }),
    );
    const again = approvalsOf(back).find(({ proposal }) => proposal.id === first.proposal.id);
    if (!again) throw new Error('not proposed again');
    expect(only(approve([again], back)).attempt).toBe(2);
  });

  test('says when the automatic mode did it', () => {
    const decision = decided(approveReminders, ledger, { approvals: [first], automatic: true });
    expect(decision.command).toBe('approve-automatically');
    expect(decision.label).toContain('mode automatique');
  });
});

describe('skipping', () => {
  test('counts the step as done, and can be undone', () => {
    const decision = decided(skipReminder, ledger, first);
    expect(decision.undo).toBe('allowed');
    const after = planReminders(applied(ledger, decision), today).proposals;
    expect(after.map(({ clientId }) => clientId)).not.toContain(first.proposal.clientId);
  });

  test('what already left is refused', () => {
    const once = applied(ledger, approve([first]));
    expect(refused(skipReminder, once, first).kind).toBe('already-approved');
  });
});

describe('results of the outbox', () => {
  const once = applied(ledger, approve([first]));
  const accepted: Delivery = {
    id: first.proposal.id,
    attempt: 1,
    state: { kind: 'accepted', acceptedAt: noonOf('2026-11-23'), serverReply: '250 OK' },
    document: { ...document, mediaType: 'message/rfc822' },
  };

  test('are folded in once, with the message as it left', () => {
    const decision = decided(recordDeliveries, once, { deliveries: [accepted] });
    expect(only(decision).documents).toHaveLength(1);
    expect(decision.label).toBe('1 e-mail accepté par le serveur');
    const after = applied(once, decision);
    expect(refused(recordDeliveries, after, { deliveries: [accepted] }).kind).toBe('known');
  });

  test('of another attempt or of a message that is gone change nothing', () => {
    expect(refused(recordDeliveries, once, { deliveries: [{ ...accepted, attempt: 2 }] }).kind).toBe('known');
    expect(refused(recordDeliveries, once, { deliveries: [{ ...accepted, id: 'x' }] }).kind).toBe('known');
  });
});

describe('« peut-être parti »', () => {
  const unknown = holding({ kind: 'unknown', since: noonOf('2026-11-23'), explanation: 'Coupure.' }, 'email');

  test('is done when the user says that it left', () => {
    const decision = decided(resolveUnknown, unknown.ledger, { id: unknown.reminder.id, left: true });
    expect(only(decision).state.kind).toBe('accepted');
    expect(planReminders(applied(unknown.ledger, decision), today).proposals).toHaveLength(1);
  });

  test('is dated as of its sending, not of the day of the answer', () => {
    const earlier = holding(
      { kind: 'unknown', since: noonOf('2026-11-13'), explanation: 'Coupure.' },
      'email',
    );
    const decision = decided(resolveUnknown, earlier.ledger, { id: earlier.reminder.id, left: true });
    expect(only(decision).state).toMatchObject({ kind: 'accepted', acceptedAt: noonOf('2026-11-13') });
  });

  test('is due again when he says that it did not', () => {
    const decision = decided(resolveUnknown, unknown.ledger, { id: unknown.reminder.id, left: false });
    expect(only(decision).state.kind).toBe('withdrawn');
    expect(planReminders(applied(unknown.ledger, decision), today).proposals).toHaveLength(2);
  });

  test('is resolved once', () => {
    expect(refused(resolveUnknown, ledger, { id: unknown.reminder.id, left: true }).kind).toBe('not-unknown');
  });
});

describe('letters', () => {
  const toPrint = holding({ kind: 'to-print', approvedAt: noonOf('2026-11-23') });
  const printed = holding({ kind: 'printed', printedAt: noonOf('2026-11-23') });
  const posting = { id: printed.reminder.id, depositedOn: today, trackingNumber: '1a 123 456 7890 1' };

  test('are printed with their PDF, kept once however often they are printed', () => {
    const wish = { letters: [{ id: toPrint.reminder.id, document }] };
    const decision = decided(markPrinted, toPrint.ledger, wish);
    expect(only(decision)).toMatchObject({ state: { kind: 'printed' }, documents: [document] });
    const again = decided(markPrinted, applied(toPrint.ledger, decision), wish);
    expect(only(again).documents).toEqual([document]);
  });

  test('taken back meanwhile are not printed, nor is the rest of the batch', () => {
    const gone = holding({ kind: 'withdrawn', withdrawnAt: noonOf('2026-11-23'), reason: '' });
    const wish = { letters: [{ id: gone.reminder.id, document }] };
    expect(refused(markPrinted, gone.ledger, wish).kind).toBe('wrong-state');
  });

  test('are done when posted, the number told as typed, compared without spaces and in capitals', () => {
    const decision = decided(recordPosting, printed.ledger, posting);
    expect(only(decision).state).toMatchObject({
      kind: 'posted',
      depositedOn: today,
      trackingNumber: '1A12345678901',
      typedNumber: posting.trackingNumber,
    });
    expect(decision.label).toContain(posting.trackingNumber);
  });

  test('need a number that can be one, a day that is not to come, and no number twice', () => {
    const wrong = (changes: Partial<typeof posting>): string =>
      refused(recordPosting, printed.ledger, { ...posting, ...changes }).kind;
    expect(wrong({ trackingNumber: '' })).toBe('number');
    expect(wrong({ trackingNumber: '1A-12' })).toBe('number');
    expect(wrong({ depositedOn: day('2026-11-24') })).toBe('future');
    const other = {
      ...reminderIn(second.proposal, {
        kind: 'posted',
        depositedOn: today,
        trackingNumber: '1A12345678901',
        recordedAt: noonOf('2026-11-23'),
      }),
      id: 'other',
    };
    expect(refused(recordPosting, withReminder(printed.ledger, other), posting).kind).toBe('duplicate');
  });

  test('that are not registered are posted without a number', () => {
    const plain = holding({ kind: 'printed', printedAt: noonOf('2026-11-23') }, 'letter');
    const decision = decided(recordPosting, plain.ledger, { ...posting, trackingNumber: ' ' });
    expect(only(decision).state).toMatchObject({ kind: 'posted', trackingNumber: '' });
    expect(decision.label).toBe('Courrier à Dupont SARL posté');
    const byHand = { ...posting, trackingNumber: '', mode: 'hand-delivered' as const };
    expect(decided(recordPosting, plain.ledger, byHand).label).toBe(
      'Courrier à Dupont SARL remis en main propre',
    );
  });

  test('can be taken back until they are posted', () => {
    const wish = (reminder: Reminder) => ({ ids: [reminder.id], reason: 'Retiré' });
    expect(only(decided(withdrawReminders, toPrint.ledger, wish(toPrint.reminder))).state.kind).toBe(
      'withdrawn',
    );
    const done = applied(printed.ledger, decided(recordPosting, printed.ledger, posting));
    expect(refused(withdrawReminders, done, wish(printed.reminder)).kind).toBe('too-late');
  });

  test('take their proofs, each once', () => {
    const wish = { reminderId: printed.reminder.id, document };
    const decision = decided(attachDocument, printed.ledger, wish);
    expect(rowsOf(decision, 'documents')).toEqual([document]);
    expect(refused(attachDocument, applied(printed.ledger, decision), wish).kind).toBe('known');
    expect(refused(attachDocument, ledger, { ...wish, reminderId: 'x' }).kind).toBe('no-reminder');
  });
});
