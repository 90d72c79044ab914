import { invoiceLimitation } from '../claims/invoice-limitation.ts';
import {
  type LimitationUrgency,
  limitationAlarmMonths,
  limitationUrgency,
} from '../claims/limitation-urgency.ts';
import { addMonths, type Day, daysBetween, earlierDay } from '../dates/day.ts';
import { openInvoices, remainingCents } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Cents } from '../money/cents.ts';

/** An open invoice whose claim will soon be barred, or is. */
export interface LimitationAlarm {
  readonly invoice: Invoice;
  readonly cents: Cents;
  /** Last day to act, by the earliest start. */
  readonly lastDay: Day;
  /** Last day to act if the period only starts at the due date; never before `lastDay`. */
  readonly optimisticLastDay: Day;
  readonly urgency: LimitationUrgency;
  readonly isOver: boolean;
  /** Days after today until the last one; 0 on that day, negative once it is over. */
  readonly daysLeft: number;
  /** French, with the article. */
  readonly reason: string;
}

/**
 * Alarms of some open invoices, the earliest last day first: the period ends within six months or has ended.
 * Each stays until the invoice is paid or something interrupts the period. Up to the tolerance they are left out.
 */
export const limitationAlarmsOf = (
  ledger: Ledger,
  invoices: Iterable<Invoice>,
  today: Day,
): readonly LimitationAlarm[] => {
  // No period is shorter than one year: most invoices need no computation.
  const newest = addMonths(today, limitationAlarmMonths - 12);
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const alarms: LimitationAlarm[] = [];
  for (const invoice of invoices) {
    const cents = remainingCents(ledger, invoice.id);
    const startsOn = earlierDay(invoice.performedOn ?? invoice.issuedOn, invoice.issuedOn);
    if (startsOn > newest || cents <= toleranceCents) continue;
    const found = invoiceLimitation(ledger, invoice, today);
    if (!found.ok) continue;
    const { lastDay, optimisticLastDay, reason } = found.value;
    const urgency = limitationUrgency(lastDay, today);
    if (urgency === undefined) continue;
    alarms.push({
      invoice,
      cents,
      lastDay,
      optimisticLastDay,
      urgency,
      isOver: urgency === 'over',
      daysLeft: daysBetween(today, lastDay),
      reason,
    });
  }
  return alarms.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
};

/** Alarms of every open invoice of the ledger. */
export const limitationAlarms = (ledger: Ledger, today: Day): readonly LimitationAlarm[] =>
  limitationAlarmsOf(ledger, openInvoices(ledger), today);
