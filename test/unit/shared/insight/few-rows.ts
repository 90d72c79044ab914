import type { Instant } from '../../../../shared/dates/clock.ts';
import { addDays, type Day, day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { BankBalance, PlannedOutflow } from '../../../../shared/ledger/history.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import type { Allocation, Payment } from '../../../../shared/ledger/payment.ts';
import { cents } from '../../../../shared/money/cents.ts';

/** Ten in the morning, Paris, in winter. */
export const at = (on: string, time = '09:00'): Instant => `${on}T${time}:00.000Z` as Instant;

export const client = (id: string, rest: Partial<Client> = {}): Client => ({
  id,
  name: id.toUpperCase(),
  regime: 'b2b',
  segment: 'regular',
  contacts: [],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt: at('2026-01-02'),
  ...rest,
});

/** An invoice issued 30 days before it is due; its id is its number. */
export const invoice = (
  number: string,
  clientId: string,
  dueOn: string,
  totalCents: number,
  rest: Partial<Invoice> = {},
): Invoice => ({
  id: number,
  clientId,
  number,
  kind: 'invoice',
  issuedOn: addDays(day(dueOn), -30),
  dueOn: day(dueOn),
  totalCents: cents(totalCents),
  currency: 'EUR',
  createdAt: at('2026-01-02'),
  ...rest,
});

/** A payment wholly set against one invoice. */
export const paid = (
  of: Invoice,
  on: string,
  amount: number = of.totalCents,
): { readonly payment: Payment; readonly allocation: Allocation } => {
  const id = `payment-${of.id}-${on}`;
  return {
    payment: {
      id,
      clientId: of.clientId,
      receivedOn: day(on),
      cents: cents(amount),
      method: 'transfer',
      recordedAt: at(on, '16:00'),
    },
    allocation: {
      id: `allocation-${id}`,
      source: { kind: 'payment', paymentId: id },
      invoiceId: of.id,
      cents: cents(amount),
      effectiveOn: day(on),
    },
  };
};

export const balance = (on: string, amount: number): BankBalance => ({
  id: `balance-${on}`,
  on: day(on),
  cents: cents(amount),
  recordedAt: at(on, '18:00'),
});

export const outflow = (
  id: string,
  firstOn: Day,
  amount: number,
  repeats: PlannedOutflow['repeats'] = 'once',
  until?: Day,
): PlannedOutflow => ({ id, label: id, cents: cents(amount), firstOn, repeats, until });
