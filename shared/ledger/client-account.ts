import type { Day } from '../dates/day.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { type AccountFigures, addOpen, emptyTally, figuresOf, type Tally } from './account-figures.ts';
import { currentBalances } from './balance.ts';
import { currentInstalmentShares } from './instalment-shares.ts';
import type { Ledger } from './ledger.ts';
import { isInLedgerCurrency } from './ledger-currency.ts';
import type { NextAction } from './next-action.ts';
import { type ComingReminder, type DueReminder, nextActions } from './next-actions.ts';
import { paidItems } from './paid-items.ts';
import { hasLeft, reminderMoment } from './reminder-moment.ts';

export type { AccountFigures } from './account-figures.ts';
export { settlementOf } from './settlement.ts';

export interface ClientAccount extends AccountFigures {
  readonly clientId: string;
  /** Latest message that reached the client, or may have. */
  readonly lastReminder?: Reminder | undefined;
  readonly nextAction?: NextAction | undefined;
}

/** What the planner says of a day; its `Planning` is one. */
export interface ReminderPlan {
  readonly proposals: Iterable<DueReminder>;
  readonly coming: Iterable<ComingReminder>;
}

export interface ClientAccounts {
  /** One entry for every client of the ledger. */
  readonly byClient: ReadonlyMap<string, ClientAccount>;
  /** The same figures over all clients. */
  readonly portfolio: AccountFigures;
}

const lastReminders = (ledger: Ledger): ReadonlyMap<string, Reminder> => {
  const last = new Map<string, Reminder>();
  for (const reminder of ledger.reminders.values()) {
    if (!hasLeft(reminder)) continue;
    const known = last.get(reminder.clientId);
    if (!known || reminderMoment(reminder.state) > reminderMoment(known.state))
      last.set(reminder.clientId, reminder);
  }
  return last;
};

const compute = (ledger: Ledger, today: Day, plan: ReminderPlan): ClientAccounts => {
  const balances = currentBalances(ledger);
  const total = emptyTally();
  const tallies = new Map<string, Tally>();
  for (const clientId of ledger.clients.keys()) tallies.set(clientId, emptyTally());
  const both = (clientId: string, act: (tally: Tally) => void): void => {
    const own = tallies.get(clientId);
    if (own) act(own);
    act(total);
  };
  const shares = currentInstalmentShares(ledger, today);
  for (const [invoiceId, left] of balances.remainingByInvoice) {
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || !isInLedgerCurrency(invoice)) continue;
    both(invoice.clientId, (tally) => {
      if (left > 0) addOpen(tally, invoice, left, today, shares.get(invoiceId));
      else tally.settledCount += 1;
    });
  }
  for (const [source, left] of balances.unallocatedBySource) {
    const creditNote = ledger.invoices.get(source);
    const clientId = ledger.payments.get(source)?.clientId ?? creditNote?.clientId;
    if (left <= 0 || clientId === undefined || (creditNote && !isInLedgerCurrency(creditNote))) continue;
    both(clientId, (tally) => {
      tally.credits += left;
    });
  }
  for (const item of paidItems(ledger)) {
    if ((balances.remainingByInvoice.get(item.invoiceId) ?? 0) > 0) continue;
    both(item.clientId, (tally) => {
      tally.delayWeight += item.cents;
      tally.delaySum += item.cents * Math.max(0, item.delayDays);
    });
  }
  const last = lastReminders(ledger);
  const next = nextActions(ledger, today, plan.proposals, plan.coming);
  const byClient = new Map<string, ClientAccount>();
  for (const [clientId, tally] of tallies)
    byClient.set(clientId, {
      clientId,
      ...figuresOf(tally),
      lastReminder: last.get(clientId),
      nextAction: next.get(clientId),
    });
  return { byClient, portfolio: figuresOf(total) };
};

interface Known {
  readonly today: Day;
  readonly plan: ReminderPlan;
  readonly accounts: ClientAccounts;
}

const known = new WeakMap<Ledger, Known>();
const nothingPlanned: ReminderPlan = { proposals: [], coming: [] };

/**
 * Figures of every client and of the portfolio on `today`, computed once per state of the ledger.
 * @param plan of that day, so that « prochaine action » names the reminder to approve or the next one.
 */
export const clientAccounts = (
  ledger: Ledger,
  today: Day,
  plan: ReminderPlan = nothingPlanned,
): ClientAccounts => {
  const present = known.get(ledger);
  if (present && present.today === today && present.plan === plan) return present.accounts;
  const accounts = compute(ledger, today, plan);
  known.set(ledger, { today, plan, accounts });
  return accounts;
};
