import { addDays, type Day, laterDay } from '../dates/day.ts';
import { addWorkingDays } from '../dates/working-days.ts';
import { openInvoices, remainingCents } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { openInstalments } from '../ledger/plan-schedule.ts';
import { likelyReceipts } from '../matching/likely-receipts.ts';
import { type Cents, cents } from '../money/cents.ts';
import { usualDelays } from './usual-delay.ts';

/** Why a receipt is expected on its day. */
export type ExpectationBasis = 'client' | 'portfolio' | 'none' | 'promise' | 'plan';

/** Money expected from one open invoice. An invoice in a payment plan comes in several receipts. */
export interface ExpectedReceipt {
  readonly invoice: Invoice;
  readonly cents: Cents;
  readonly expectedOn: Day;
  readonly basis: ExpectationBasis;
  /** Usual delay that was added to the due date; undefined for a promise or a plan. */
  readonly delayDays?: number | undefined;
  readonly isOverdue: boolean;
}

const promisedDays = (ledger: Ledger, today: Day): ReadonlyMap<string, Day> => {
  const days = new Map<string, Day>();
  for (const promise of ledger.promises.values()) {
    if (promise.withdrawnAt !== undefined || promise.promisedOn < today) continue;
    for (const invoiceId of promise.invoiceIds)
      days.set(invoiceId, laterDay(days.get(invoiceId) ?? promise.promisedOn, promise.promisedOn));
  }
  return days;
};

const contestedCents = (ledger: Ledger): ReadonlyMap<string, number> => {
  const contested = new Map<string, number>();
  for (const dispute of ledger.disputes.values()) {
    if (dispute.resolvedOn !== undefined) continue;
    const part = dispute.disputedCents ?? Number.POSITIVE_INFINITY;
    contested.set(dispute.invoiceId, (contested.get(dispute.invoiceId) ?? 0) + part);
  }
  return contested;
};

/**
 * Receipts of the running plans, set against the invoices in the order of the plan.
 * @param left what may still be expected of each invoice; reduced by what is handed out.
 */
const planReceipts = (
  ledger: Ledger,
  today: Day,
  earliest: Day,
  left: Map<string, number>,
): readonly ExpectedReceipt[] => {
  const receipts: ExpectedReceipt[] = [];
  for (const plan of ledger.plans.values()) {
    if (plan.endedOn !== undefined) continue;
    for (const instalment of openInstalments(ledger, plan)) {
      let open: number = instalment.leftCents;
      for (const invoiceId of plan.invoiceIds) {
        const invoice = ledger.invoices.get(invoiceId);
        const owed = left.get(invoiceId) ?? 0;
        const part = Math.min(open, owed);
        if (!invoice || part <= 0) continue;
        open -= part;
        left.set(invoiceId, owed - part);
        receipts.push({
          invoice,
          cents: cents(part),
          expectedOn: laterDay(instalment.dueOn, earliest),
          basis: 'plan',
          isOverdue: instalment.dueOn < today,
        });
      }
    }
  }
  return receipts;
};

/** A client who is later than ever is not counted on for the days that follow. */
const shortestWaitDays = 7;

/**
 * Due date plus the usual delay; where that day has passed, the client is given his usual delay again from
 * today (a week at the least): money that did not come when it always comes is not to be expected tomorrow.
 */
const usualDay = (invoice: Invoice, delayDays: number, today: Day): Day => {
  const habitual = addDays(invoice.dueOn ?? today, delayDays);
  return habitual > today ? habitual : addDays(today, Math.max(shortestWaitDays, delayDays));
};

/**
 * When the open invoices may be expected to be paid: due date plus the usual delay of the client
 * (usual-delay.ts), counted again from today where that has passed; the promised day where one is open, the
 * instalments where a plan runs; never before the next working day after `today`. Nothing is expected of a client in insolvency, of the contested part of
 * an invoice, of what has probably come and waits to be matched (the bank's balance holds it), nor of one
 * without a due date. Earliest first, euros only.
 */
export const expectedReceipts = (ledger: Ledger, today: Day): readonly ExpectedReceipt[] => {
  const earliest = addWorkingDays(today, 1, settingsOf(ledger, 'reminders').calendar);
  const delayOf = usualDelays(ledger, today);
  const promised = promisedDays(ledger, today);
  const contested = contestedCents(ledger);
  const arrived = likelyReceipts(ledger, today).centsByInvoice;
  const left = new Map<string, number>();
  for (const invoice of openInvoices(ledger)) {
    if (!isInLedgerCurrency(invoice) || ledger.clients.get(invoice.clientId)?.insolvency) continue;
    const undisputed =
      remainingCents(ledger, invoice.id) - (contested.get(invoice.id) ?? 0) - (arrived.get(invoice.id) ?? 0);
    if (undisputed > 0) left.set(invoice.id, undisputed);
  }
  const receipts = [...planReceipts(ledger, today, earliest, left)];
  for (const [invoiceId, amount] of left) {
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || amount <= 0) continue;
    const promisedOn = promised.get(invoiceId);
    if (invoice.dueOn === undefined && promisedOn === undefined) continue;
    const usual = delayOf(invoice.clientId);
    receipts.push({
      invoice,
      cents: cents(amount),
      expectedOn: laterDay(promisedOn ?? usualDay(invoice, usual.days, today), earliest),
      isOverdue: invoice.dueOn !== undefined && invoice.dueOn < today,
      ...(promisedOn === undefined ? { basis: usual.basis, delayDays: usual.days } : { basis: 'promise' }),
    });
  }
  return receipts.sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : a.expectedOn > b.expectedOn ? 1 : 0));
};
