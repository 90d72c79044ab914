import type { DunningLevel } from './scenario.ts';

const ranks: Readonly<Record<DunningLevel, number>> = {
  courtesy: 0,
  friendly: 1,
  firm: 2,
  'formal-notice': 3,
  'last-notice': 4,
};

/** Place of a level on the ladder, 0 to 4. */
export const levelRank = (level: DunningLevel): number => ranks[level];

/** Formal and last notices: never the first word to a client, never jumped over, never without a click. */
export const isFormal = (level: DunningLevel): boolean => ranks[level] >= ranks['formal-notice'];
