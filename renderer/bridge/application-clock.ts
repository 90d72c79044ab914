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

let shownDay = today();
const dayListeners = new Set<() => void>();

const refreshDay = (): void => {
  const next = today();
  if (next === shownDay) return;
  shownDay = next;
  for (const listener of dayListeners) listener();
};

/** The business day as of the last tick of main: follows midnight, sleep and clock changes. */
export const currentDay = (): Day => shownDay;

/** Called when the day changes; for React's `useSyncExternalStore`. */
export const subscribeDay = (listener: () => void): (() => void) => {
  dayListeners.add(listener);
  return () => dayListeners.delete(listener);
};

/** Follows the clock of main. Called once, at the start. */
export const followClock = (initialOffsetMs: number): void => {
  offsetMs = initialOffsetMs;
  refreshDay();
  bridge.on('schedulerTick', refreshDay);
  bridge.on('clockChanged', (event) => {
    offsetMs = event.offsetMs;
    refreshDay();
  });
};
