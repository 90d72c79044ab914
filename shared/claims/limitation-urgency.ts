import { addMonths, type Day } from '../dates/day.ts';

/** How near the last day to act is: six, three and one month ahead, then over. */
export type LimitationUrgency = 'six-months' | 'three-months' | 'one-month' | 'over';

/** Time to prepare an order for payment: the alarm rings that long before the last day. */
export const limitationAlarmMonths = 6;

/** Undefined while there is no hurry. The last day itself is still a day to act (C. civ. 2229). */
export const limitationUrgency = (lastDay: Day, today: Day): LimitationUrgency | undefined => {
  if (lastDay < today) return 'over';
  if (lastDay <= addMonths(today, 1)) return 'one-month';
  if (lastDay <= addMonths(today, 3)) return 'three-months';
  return lastDay <= addMonths(today, limitationAlarmMonths) ? 'six-months' : undefined;
};

/** Something has to be done now, not merely prepared. */
export const isPressingUrgency = (urgency: LimitationUrgency): boolean => urgency !== 'six-months';
