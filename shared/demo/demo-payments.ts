import { addDays, type Day, laterDay } from '../dates/day.ts';
import { previousWorkingDay } from '../dates/working-days.ts';
import type { Allocation, Payment, PaymentMethod } from '../ledger/payment.ts';
import { cents } from '../money/cents.ts';
import { demoClientId } from './demo-clients.ts';
import type { DemoInvoice } from './demo-invoices.ts';
import { momentOf } from './demo-rows.ts';
import { pick, type Random } from './seeded-random.ts';

export interface DemoPayments {
  readonly payments: readonly Payment[];
  readonly allocations: readonly Allocation[];
}

const methodOf = (invoice: DemoInvoice, random: Random): PaymentMethod => {
  if (invoice.client.key === 'groupe-arvelis') return 'direct-debit';
  if (invoice.client.regime === 'b2c') return pick(random, ['cheque', 'card', 'transfer']);
  return random() < 0.88 ? 'transfer' : 'cheque';
};

interface Receipt {
  readonly invoice: DemoInvoice;
  readonly on: Day;
  readonly cents: number;
}

/** One invoice in twelve comes in two parts, the first about three weeks before the rest. */
const receiptsOf = (invoice: DemoInvoice, owed: number, today: Day, random: Random): readonly Receipt[] => {
  const { settledOn, row } = invoice;
  if (invoice.case?.received)
    return invoice.case.received.map(({ daysAgo, euros }) => ({
      invoice,
      on: previousWorkingDay(addDays(today, -daysAgo), 'metropole'),
      cents: euros * 100,
    }));
  if (settledOn === undefined) return [];
  if (random() > 1 / 12 || invoice.client.pace === 'prompt') return [{ invoice, on: settledOn, cents: owed }];
  const first = Math.floor(owed / 2);
  const before = previousWorkingDay(laterDay(addDays(settledOn, -21), addDays(row.issuedOn, 4)), 'metropole');
  return [
    { invoice, on: before < settledOn ? before : settledOn, cents: first },
    { invoice, on: settledOn, cents: owed - first },
  ];
};

/** Payments of the settled and part-paid invoices; what a client pays on one day is one payment. */
export const demoPayments = (
  invoices: readonly DemoInvoice[],
  reductions: ReadonlyMap<string, number>,
  today: Day,
  random: Random,
): DemoPayments => {
  const byClientAndDay = new Map<string, Receipt[]>();
  for (const invoice of invoices)
    for (const receipt of receiptsOf(
      invoice,
      invoice.row.totalCents - (reductions.get(invoice.row.id) ?? 0),
      today,
      random,
    )) {
      const key = `${receipt.on}/${invoice.row.clientId}`;
      byClientAndDay.set(key, [...(byClientAndDay.get(key) ?? []), receipt]);
    }
  const payments: Payment[] = [];
  const allocations: Allocation[] = [];
  for (const key of [...byClientAndDay.keys()].sort()) {
    const receipts = byClientAndDay.get(key) ?? [];
    const [first] = receipts;
    if (!first) continue;
    const id = `payment-${String(payments.length + 1).padStart(4, '0')}`;
    payments.push({
      id,
      clientId: first.invoice.row.clientId,
      receivedOn: first.on,
      cents: cents(receipts.reduce((sum, receipt) => sum + receipt.cents, 0)),
      method: methodOf(first.invoice, random),
      reference: receipts.map((receipt) => receipt.invoice.row.number).join(' '),
      recordedAt: momentOf(first.on, '16:05'),
    });
    for (const receipt of receipts)
      allocations.push({
        id: `allocation-${id}-${receipt.invoice.row.number}`,
        source: { kind: 'payment', paymentId: id },
        invoiceId: receipt.invoice.row.id,
        cents: cents(receipt.cents),
        effectiveOn: receipt.on,
      });
  }
  return { payments: [...payments, ...looseEnds(today)], allocations };
};

/** A cheque that bounced, and a deposit that no invoice answers to yet. */
const looseEnds = (today: Day): readonly Payment[] => {
  const bouncedOn = previousWorkingDay(addDays(today, -41), 'metropole');
  const depositOn = previousWorkingDay(addDays(today, -2), 'metropole');
  return [
    {
      id: 'payment-bounced',
      clientId: demoClientId('transports-gallois'),
      receivedOn: bouncedOn,
      cents: cents(446_400),
      method: 'cheque',
      reference: 'Chèque 0004417',
      recordedAt: momentOf(bouncedOn, '15:10'),
      reversedAt: momentOf(addDays(bouncedOn, 6), '09:20'),
    },
    {
      id: 'payment-deposit',
      clientId: demoClientId('agence-perrin'),
      receivedOn: depositOn,
      cents: cents(85_000),
      method: 'transfer',
      reference: 'ACOMPTE BIBLIOTHEQUE',
      recordedAt: momentOf(depositOn, '16:15'),
    },
  ];
};
