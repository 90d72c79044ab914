import { addMonths, type Day } from '../dates/day.ts';
import { limitation } from '../law/limitation.ts';
import { allocationsOf, openInvoices, remainingCents } from '../ledger/balance.ts';
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
  readonly isOver: boolean;
  /** French, with the article. */
  readonly reason: string;
}

/** Time to prepare an order for payment: the alarm rings that long before the last day. */
export const limitationAlarmMonths = 6;

/**
 * Open invoices whose limitation period ends within six months or has ended, the earliest first. Payments
 * set against an invoice count as partial payments, which start a new period (C. civ. 2240). Invoices up to
 * the tolerance are left out.
 */
export const limitationAlarms = (ledger: Ledger, today: Day): readonly LimitationAlarm[] => {
  const horizon = addMonths(today, limitationAlarmMonths);
  // No period is shorter than one year: most invoices need no computation.
  const newest = addMonths(today, limitationAlarmMonths - 12);
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const alarms: LimitationAlarm[] = [];
  for (const invoice of openInvoices(ledger)) {
    const left = remainingCents(ledger, invoice.id);
    const client = ledger.clients.get(invoice.clientId);
    if (invoice.issuedOn > newest || left <= toleranceCents || client === undefined) continue;
    const found = limitation({
      regime: client.regime,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      interruptions: allocationsOf(ledger, invoice.id)
        .filter(({ source, effectiveOn }) => source.kind === 'payment' && effectiveOn <= today)
        .map(({ effectiveOn }) => ({ on: effectiveOn, cause: 'partial-payment' as const })),
    });
    if (!found.ok || found.value.lastDay > horizon) continue;
    const { lastDay, reason } = found.value;
    alarms.push({ invoice, cents: left, lastDay, isOver: lastDay < today, reason });
  }
  return alarms.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
};
