import { expect, it } from 'vitest';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../../shared/ledger/payment.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { isSettled } from '../../../../shared/reminders/is-settled.ts';

const at = '2026-11-23T09:00:00.000Z' as Instant;
const invoice = (id: string): Invoice => ({
  id,
  clientId: 'c1',
  number: id,
  kind: 'invoice',
  issuedOn: day('2026-09-01'),
  dueOn: day('2026-10-01'),
  totalCents: cents(10_000),
  currency: 'EUR',
  createdAt: at,
});
const paid = (invoiceId: string, amount: number): { payment: Payment; allocation: Allocation } => ({
  payment: {
    id: `p-${invoiceId}`,
    clientId: 'c1',
    receivedOn: day('2026-11-20'),
    cents: cents(amount),
    method: 'transfer',
    recordedAt: at,
  },
  allocation: {
    id: `a-${invoiceId}`,
    source: { kind: 'payment', paymentId: `p-${invoiceId}` },
    invoiceId,
    cents: cents(amount),
    effectiveOn: day('2026-11-20'),
  },
});
const ledgerWith = (...payments: readonly ReturnType<typeof paid>[]): Ledger => ({
  ...emptyLedger(),
  invoices: new Map(['F-1', 'F-2'].map((id) => [id, invoice(id)])),
  payments: new Map(payments.map(({ payment }) => [payment.id, payment])),
  allocations: new Map(payments.map(({ allocation }) => [allocation.id, allocation])),
});
const letter = {
  lines: ['F-1', 'F-2'].map((invoiceId) => ({ invoiceId, stepId: 's', remainingCents: cents(10_000) })),
};

it('a letter is settled when nothing is owed on any of its invoices', () => {
  expect(isSettled(ledgerWith(), letter)).toBe(false);
  expect(isSettled(ledgerWith(paid('F-1', 10_000)), letter)).toBe(false);
  expect(isSettled(ledgerWith(paid('F-1', 10_000), paid('F-2', 9_999)), letter)).toBe(false);
  expect(isSettled(ledgerWith(paid('F-1', 10_000), paid('F-2', 10_000)), letter)).toBe(true);
});
