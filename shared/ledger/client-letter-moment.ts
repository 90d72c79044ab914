import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { unreachable } from '../result.ts';
import type { ClientLetterState } from './client-letter.ts';

/** When the present state of a letter was reached: an instant, or the day of its deposit. */
export const clientLetterMoment = (state: ClientLetterState): Instant | Day => {
  switch (state.kind) {
    case 'to-print':
      return state.writtenAt;
    case 'printed':
      return state.printedAt;
    case 'posted':
      return state.depositedOn;
    case 'withdrawn':
      return state.withdrawnAt;
    default:
      return unreachable(state);
  }
};
