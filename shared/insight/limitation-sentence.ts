import { addDays } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { LimitationAlarm } from './limitation-alarms.ts';

const whenOf = ({ lastDay, daysLeft }: LimitationAlarm): string => {
  const on = `se prescrit le ${formatDay(lastDay)}`;
  if (daysLeft > 92) return on;
  return daysLeft === 1 ? `${on}, demain` : `${on}, dans ${daysLeft}\u00A0jours`;
};

/** The alarm in French, with amount, day and article. */
export const limitationSentence = (alarm: LimitationAlarm): string => {
  const { invoice, cents, lastDay, optimisticLastDay, isOver, daysLeft, reason } = alarm;
  const what = `la facture ${invoice.number} (${formatAmount(cents)})`;
  if (daysLeft === 0) return `C’est aujourd’hui le dernier jour pour agir sur ${what}. ${reason}.`;
  if (!isOver) return `La${what.slice(2)} ${whenOf(alarm)}. ${reason}.`;
  const today = addDays(lastDay, -daysLeft);
  const hope =
    optimisticLastDay < today
      ? ''
      : ` Comptée depuis l’échéance, il resterait jusqu’au ${formatDay(optimisticLastDay)}.`;
  return `La${what.slice(2)} est prescrite\u00A0: le dernier jour pour agir était le ${formatDay(lastDay)}. ${reason}.${hope}`;
};
