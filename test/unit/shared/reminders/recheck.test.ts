import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { recheck } from '../../../../shared/reminders/recheck.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import {
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

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

function rowsOf(source: Ledger) {
  return {
    invoices: [...source.invoices.values()],
    reminders: [...source.reminders.values()],
  };
}
