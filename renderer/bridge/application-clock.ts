import { businessDay, type Clock, type Instant, instantOf } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import { bridge } from './bridge.ts';

let offsetMs = 0;

/** The application's time: the PC's clock, moved in tests. */
export const clock: Clock = { nowMs: () => Date.now() + offsetMs };

/** This moment as an instant. */
export const now = (): Instant => instantOf(clock.nowMs());

/** The business day in Europe/Paris. */
export const today = (): Day => businessDay(clock.nowMs());

/** Follows the clock of main. */
export const followClock = (initialOffsetMs: number): void => {
  offsetMs = initialOffsetMs;
  bridge.on('clockChanged', (event) => {
    offsetMs = event.offsetMs;
  });
};
