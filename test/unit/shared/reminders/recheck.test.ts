import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { recheck } from '../../../../shared/reminders/recheck.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

const [friendly] = defaultScenario.steps;
if (friendly === undefined) throw new Error('no step');
const today = day('2026-11-09');
const planned = aLedger({ invoices: [anInvoice('f-1'), anInvoice('f-2')] });
const [proposal] = planReminders(planned, today).proposals;
if (proposal === undefined) throw new Error('no proposal');
const approved: Reminder = reminderIn(proposal, {
  kind: 'approved',
  approvedAt: noonOf(today),
  sendAfter: noonOf(today),
});
const ledger = withReminder(planned, approved);

const reasonIn = (changed: Ledger): string | undefined => {
  const answer = recheck(changed, approved, today);
  return answer.kind === 'drop' ? answer.reason : undefined;
};

it('lets leave what still stands', () => {
  expect(recheck(ledger, approved, today)).toEqual({ kind: 'send' });
  // Approved on Friday, sent on Monday: still standing.
  expect(recheck(ledger, approved, day('2026-11-13'))).toEqual({ kind: 'send' });
});

it('drops what was settled a moment ago', () => {
  const payment = aPayment('p', '2026-11-09', 123_456);
  const allocation = anAllocation('p', 'f-2', '2026-11-09', 123_456);
  const paid = {
    ...ledger,
    payments: new Map([['p', payment]]),
    allocations: new Map([[allocation.id, allocation]]),
  };
  expect(reasonIn(paid)).toBe('Facture F-2\u00A0: Facture soldée.');
});

it('drops another amount', () => {
  const payment = aPayment('p', '2026-11-09', 10_000);
  const allocation = anAllocation('p', 'f-2', '2026-11-09', 10_000);
  const paid = {
    ...ledger,
    payments: new Map([['p', payment]]),
    allocations: new Map([[allocation.id, allocation]]),
  };
  expect(reasonIn(paid)).toContain('est passé de 1\u202F234,56\u00A0€ à 1\u202F134,56\u00A0€');
  // Money that nobody has allocated yet counts as well.
  expect(reasonIn({ ...ledger, payments: new Map([['p', payment]]) })).toContain('est passé de');
});

it('drops what is contested or postponed since', () => {
  const contested = aLedger({
    ...rowsOf(ledger),
    disputes: [{ id: 'd', clientId: 'c1', invoiceId: 'f-1', reason: 'price', note: '', openedOn: today }],
  });
  expect(reasonIn(contested)).toContain('contestée');
  const moved = anInvoice('f-1', { dueOn: day('2026-11-30') });
  expect(reasonIn({ ...ledger, invoices: new Map([...ledger.invoices, ['f-1', moved]]) })).toContain(
    'reportée au 30 novembre 2026',
  );
  const gone = new Map([...ledger.invoices].filter(([id]) => id !== 'f-1'));
  expect(reasonIn({ ...ledger, invoices: gone })).toContain('plus dans vos données');
});

it('drops a second message to the same client', () => {
  const other: Reminder = {
    ...approved,
    id: 'other',
    lines: [{ invoiceId: 'f-9', stepId: 'step-friendly', remainingCents: cents(100) }],
    state: acceptedOn('2026-11-09'),
  };
  expect(reasonIn(withReminder(ledger, other))).toContain('Un autre message');
});

it('drops a step that was done under another id', () => {
  const other: Reminder = {
    ...approved,
    id: 'other',
    lines: [{ invoiceId: 'f-1', stepId: 'step-friendly', remainingCents: cents(123_456) }],
    state: { kind: 'called', calledAt: noonOf('2026-11-09') },
  };
  expect(reasonIn(withReminder(ledger, other))).toContain('déjà été faite');
});

it('drops what is no longer approved, or was approved again since', () => {
  expect(reasonIn(planned)).toBe('Cette relance n’est plus à envoyer.');
  expect(reasonIn(withReminder(ledger, { ...approved, state: acceptedOn('2026-11-09') }))).toBe(
    'Cette relance n’est plus à envoyer.',
  );
  expect(reasonIn(withReminder(ledger, { ...approved, attempt: 2 }))).toBe(
    'Cette relance n’est plus à envoyer.',
  );
});

it('drops what grants a day to pay that is over', () => {
  const granting = { ...approved, deadlineOn: day('2026-11-16') };
  const waiting = withReminder(planned, granting);
  expect(recheck(waiting, granting, day('2026-11-13'))).toEqual({ kind: 'send' });
  // Approved, then the PC was off for a week.
  expect(recheck(waiting, granting, day('2026-11-16'))).toEqual({
    kind: 'drop',
    reason: 'Le délai accordé par ce message prenait fin le 16 novembre 2026.',
  });
});

it('drops what announces a due date that is over', () => {
  const scenario: Scenario = {
    ...defaultScenario,
    steps: [{ ...friendly, id: 'step-courtesy', delayDays: -3, level: 'courtesy' }, ...defaultScenario.steps],
  };
  const before = aLedger({
    invoices: [anInvoice('f-1', { dueOn: day('2026-11-12') })],
    scenarios: [scenario],
  });
  const [courtesy] = planReminders(before, today).proposals;
  if (courtesy === undefined) throw new Error('no proposal');
  const announced = reminderIn(courtesy, approved.state);
  expect(announced.stepId).toBe('step-courtesy');
  const waiting = withReminder(before, announced);
  expect(recheck(waiting, announced, day('2026-11-12'))).toEqual({ kind: 'send' });
  expect(recheck(waiting, announced, day('2026-11-13'))).toEqual({
    kind: 'drop',
    reason: 'Facture F-1\u00A0: l’échéance que ce message annonçait est passée.',
  });
});

it('drops what would go to an address that the client no longer has', () => {
  const addressed = { ...approved, recipientEmail: 'Compta@c1.example.fr' };
  const waiting = withReminder(planned, addressed);
  expect(recheck(waiting, addressed, today)).toEqual({ kind: 'send' });
  const corrected = aClient('c1', {
    contacts: [{ id: 'k', name: '', role: 'reminders', email: 'compta@c2.example.fr' }],
  });
  expect(recheck({ ...waiting, clients: new Map([['c1', corrected]]) }, addressed, today)).toEqual({
    kind: 'drop',
    reason: 'L’adresse Compta@c1.example.fr n’est plus sur la fiche du client.',
  });
});

it.each<[string, Partial<Invoice>, Partial<Client>, string]>([
  ['was ceded', { factor: 'Factofrance' }, {}, 'doit payer Factofrance'],
  ['was ordered for payment', { paymentOrderedOn: today }, {}, 'Mandatée le 9 novembre 2026'],
  ['was cancelled', { cancelledAt: noonOf(today) }, {}, 'annulée'],
  ['is debited', {}, { directDebit: true }, 'prélèvement'],
  ['is of an excluded client', {}, { excludedReason: 'accord' }, 'exclu des relances'],
  [
    'is of a client in a procedure',
    {},
    { insolvency: { kind: 'liquidation', judgmentOn: today } },
    'Liquidation judiciaire',
  ],
])('drops what %s since its approval', (_what, invoiceChanges, clientChanges, expected) => {
  const changed = {
    ...ledger,
    clients: new Map([['c1', aClient('c1', clientChanges)]]),
    invoices: new Map([...ledger.invoices, ['f-1', anInvoice('f-1', invoiceChanges)]]),
  };
  expect(reasonIn(changed)).toContain(expected);
});

it('drops a firm message in a lenient period, and lets a friendly one leave', () => {
  const lenient = aClient('c1', { lenient: { from: today, until: day('2026-11-30') } });
  const changed = { ...ledger, clients: new Map([['c1', lenient]]) };
  expect(recheck(changed, approved, today)).toEqual({ kind: 'send' });
  const firm: Reminder = { ...approved, level: 'firm' };
  const firmLedger = withReminder(changed, firm);
  expect(recheck(firmLedger, firm, today)).toEqual({
    kind: 'drop',
    reason: 'Mode indulgent jusqu’au 30 novembre 2026\u00A0: seules les relances amicales partent.',
  });
});

it('drops what would go to an address that mail came back from', () => {
  const addressed = { ...approved, recipientEmail: 'compta@c1.example.fr' };
  const waiting = withReminder(planned, addressed);
  const bounced = aClient('c1', {
    contacts: [{ id: 'k', name: '', role: 'reminders', email: 'compta@c1.example.fr', bouncedOn: today }],
  });
  expect(recheck({ ...waiting, clients: new Map([['c1', bounced]]) }, addressed, today)).toEqual({
    kind: 'drop',
    reason: 'L’adresse compta@c1.example.fr est en erreur\u00A0: rien n’y est envoyé.',
  });
});

it('drops what another scenario plans for later', () => {
  const later: Scenario = { ...defaultScenario, steps: [{ ...friendly, delayDays: 20 }] };
  expect(reasonIn({ ...ledger, scenarios: new Map([['default', later]]) })).toBe(
    'Facture F-1\u00A0: cette étape est maintenant prévue le 20 novembre 2026.',
  );
});

it('lets the letter leave that goes with an e-mail already sent, and no other', () => {
  const sent = withReminder(planned, { ...approved, state: acceptedOn(today) });
  const letter: Reminder = {
    ...approved,
    id: `${approved.id}/letter`,
    channel: 'letter',
    companionOf: approved.id,
    state: { kind: 'to-print', approvedAt: noonOf(today) },
  };
  expect(recheck(withReminder(sent, letter), letter, today)).toEqual({ kind: 'send' });
  const { companionOf: _none, ...stranger } = letter;
  expect(recheck(withReminder(sent, stranger), stranger, today)).toMatchObject({ kind: 'drop' });
});

function rowsOf(source: Ledger) {
  return {
    invoices: [...source.invoices.values()],
    reminders: [...source.reminders.values()],
  };
}

it('drops an e-mail whose penalties or 40 € were decided otherwise since', () => {
  const decided = (decidedAt: ReturnType<typeof noonOf>): Ledger => {
    const invoice = ledger.invoices.get('f-1');
    if (invoice === undefined) throw new Error('no invoice');
    const chargeDecisions = { penalties: { claimed: false, reason: '', decidedAt } };
    return { ...ledger, invoices: new Map([...ledger.invoices, ['f-1', { ...invoice, chargeDecisions }]]) };
  };
  expect(reasonIn(decided(noonOf(day('2026-11-10'))))).toContain('ont été décidés autrement');
  // What was decided before the approval is in the text.
  expect(reasonIn(decided(noonOf(day('2026-11-08'))))).toBeUndefined();
});
