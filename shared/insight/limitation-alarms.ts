import { invoiceLimitation, isCarriageClaim } from '../claims/invoice-limitation.ts';
import { legalParametersOf } from '../claims/legal-parameters.ts';
import {
  type LimitationUrgency,
  limitationAlarmMonths,
  limitationUrgency,
} from '../claims/limitation-urgency.ts';
import { addMonths, type Day, daysBetween, earlierDay } from '../dates/day.ts';
import { limitation } from '../law/limitation.ts';
import { openInvoices, remainingCents } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
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
 * Last day to act by regime, carriage and start alone, which no act can bring forward; undefined where no period
 * is known. Remembered, because many invoices share a day and each answer is slow.
 */
const lastDayWithoutActs = (ledger: Ledger): ((invoice: Invoice, client: Client) => Day | undefined) => {
  const parameters = legalParametersOf(ledger);
  const known = new Map<string, Day | undefined>();
  return (invoice, client) => {
    const isTransport = isCarriageClaim(invoice, client);
    const issuedOn = earlierDay(invoice.performedOn ?? invoice.issuedOn, invoice.issuedOn);
    const key = `${client.regime} ${isTransport} ${issuedOn} ${invoice.titleOn ?? ''}`;
    if (known.has(key)) return known.get(key);
    const { titleOn } = invoice;
    const found = limitation({ regime: client.regime, isTransport, issuedOn, titleOn }, parameters);
    const lastDay = found.ok ? found.value.lastDay : undefined;
    known.set(key, lastDay);
    return lastDay;
  };
};

/**
 * Alarms of some open invoices, the earliest last day first: the period ends within six months or has ended.
 * Each stays until the invoice is paid or something interrupts the period. Up to the tolerance they are left out.
 */
export const limitationAlarmsOf = (
  ledger: Ledger,
  invoices: Iterable<Invoice>,
  today: Day,
): readonly LimitationAlarm[] => {
  const horizon = addMonths(today, limitationAlarmMonths);
  const lastDayOf = lastDayWithoutActs(ledger);
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const alarms: LimitationAlarm[] = [];
  for (const invoice of invoices) {
    const cents = remainingCents(ledger, invoice.id);
    const client = ledger.clients.get(invoice.clientId);
    if (!client || cents <= toleranceCents) continue;
    const earliest = lastDayOf(invoice, client);
    if (earliest === undefined || earliest > horizon) continue;
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
