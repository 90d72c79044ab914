import fc from 'fast-check';
import { addDays, type Day, day, daysBetween } from '../../shared/dates/day.ts';

/** Fixed, so that a failure can be run again; fast-check prints the counterexample. */
export const seeded = { seed: 20_261_122, numRuns: 500 } as const;

/** Any day from one to another, both included. */
export const dayWithin = (first: string, last: string): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: daysBetween(day(first), day(last)) }).map((count) => addDays(day(first), count));
