const minute = 60_000;

/** Waits after the first failures, in milliseconds; after them every two hours. */
const firstWaitsMs = [1 * minute, 5 * minute, 15 * minute, 60 * minute];
const laterWaitMs = 120 * minute;

/** One day of tries: 1 h 21 by the first four waits, then eleven times two hours. */
export const maximumTries = firstWaitsMs.length + 11 + 1;

/**
 * Milliseconds to wait after the `tries`-th failed try (from 1) before the next, or undefined when the
 * message is given up. Counted in tries and not by the clock: a PC that sleeps does not use them up.
 */
export const waitBeforeNextTryMs = (tries: number): number | undefined => {
  if (!Number.isSafeInteger(tries) || tries < 1) throw new RangeError(`not a number of tries: ${tries}`);
  if (tries >= maximumTries) return undefined;
  return firstWaitsMs[tries - 1] ?? laterWaitMs;
};
