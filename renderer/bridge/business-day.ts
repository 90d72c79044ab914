import type { Day } from '../../shared/dates/day.ts';
import { today } from './application-clock.ts';
import { bridge } from './bridge.ts';

const listeners = new Set<() => void>();
let current: Day | undefined;
let stop: (() => void) | undefined;

const refresh = (): void => {
  const day = today();
  if (day === current) return;
  current = day;
  for (const listener of listeners) listener();
};

const start = (): (() => void) => {
  const stopTicks = bridge.on('schedulerTick', refresh);
  // The clock itself follows the same event: look at it once every listener has run.
  const stopClock = bridge.on('clockChanged', () => queueMicrotask(refresh));
  return () => {
    stopTicks();
    stopClock();
  };
};

/**
 * The business day as a store for React: one listener to main for all components, however many there are.
 * It follows midnight, sleep and clock changes by the ticks of main.
 */
export const businessDayStore = {
  current: (): Day => {
    current ??= today();
    return current;
  },
  subscribe: (listener: () => void): (() => void) => {
    stop ??= start();
    listeners.add(listener);
    refresh();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      stop = undefined;
      current = undefined;
    };
  },
};
