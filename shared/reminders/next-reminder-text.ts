import type { Day } from '../dates/day.ts';
import { formatFullDay, formatWeekday } from '../dates/format-day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { NextReminder } from './planning.ts';

/** « Prochaine : mardi 24 novembre (Dupont SARL, 1 240,00 €). », with the year where it is another one. */
export const nextReminderText = (ledger: Ledger, next: NextReminder, today: Day): string => {
  const on = next.on.slice(0, 4) === today.slice(0, 4) ? formatWeekday(next.on) : formatFullDay(next.on);
  const name = ledger.clients.get(next.clientId)?.name ?? '';
  return `Prochaine\u00A0: ${on} (${name}, ${formatAmount(next.cents)}).`;
};
