import { instantOf } from '../../../shared/dates/clock.ts';
import { addDays, type Day, day } from '../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../shared/demo/demo-rows.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { defaultReminderSettings, emptyCompany } from '../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../shared/ledger/payment.ts';
import { cents } from '../../../shared/money/cents.ts';

export const today: Day = day('2026-11-23');

const createdAt = instantOf(Date.parse('2026-01-02T08:00:00Z'));

const client = (index: number): Client => ({
  id: `c${index}`,
  name: `Client ${index}`,
  regime: 'b2b',
  segment: 'regular',
  address: { lines: [`${index} rue des Lilas`], postcode: '69003', city: 'Lyon' },
  contacts: [{ id: `c${index}-1`, name: '', role: 'reminders', email: `compta@client${index}.example.fr` }],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt,
});

/** Due between 200 days ago and 60 days from now, one to ten thousand euros. */
const invoice = (index: number, clients: number): Invoice => {
  const dueOn = addDays(today, (index % 260) - 200);
  return {
    id: `i${index}`,
    clientId: `c${index % clients}`,
    number: `FA-${index}`,
    kind: 'invoice',
    issuedOn: addDays(dueOn, -30),
    dueOn,
    totalCents: cents(100_00 + ((index * 7919) % 1_000_000)),
    currency: 'EUR',
    createdAt,
  };
};

/**
 * A ledger of `invoices` invoices, ten a client, every fifth of them paid in half. The same rows for the same
 * number.
 */
export const largeLedger = (invoices: number): Ledger => {
  const clients = Math.max(1, Math.floor(invoices / 10));
  const rows = Array.from({ length: invoices }, (_unused, index) => invoice(index, clients));
  const partly = rows.filter((_row, index) => index % 5 === 0);
  const payments = partly.map(
    ({ id, clientId, totalCents, issuedOn }): Payment => ({
      id: `p-${id}`,
      clientId,
      receivedOn: issuedOn,
      cents: cents(Math.floor(totalCents / 2)),
      method: 'transfer',
      recordedAt: createdAt,
    }),
  );
  const allocations = payments.map(
    ({ id, cents: amount, receivedOn }): Allocation => ({
      id: `a-${id}`,
      source: { kind: 'payment', paymentId: id },
      invoiceId: id.slice(2),
      cents: amount,
      effectiveOn: receivedOn,
    }),
  );
  return ledgerOfRows({
    clients: Array.from({ length: clients }, (_unused, index) => client(index)),
    invoices: rows,
    payments,
    allocations,
    settings: [{ ...emptyCompany, name: 'Atelier Dupré SARL' }, defaultReminderSettings],
  });
};
