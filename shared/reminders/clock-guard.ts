export type ClockWarning = 'went-back' | 'leapt-forward';

const toleranceMs = 5 * 60_000;
/** Milliseconds that a PC may be off before its clock is asked about. */
const longestUsualSleepMs = 7 * 86_400_000;

/**
 * Compares the PC's clock with the latest tick ever seen, both in milliseconds since 1970 UTC. A clock
 * set back would make steps due a second time by the calendar, one set forward would make the whole ladder
 * due at once. Five minutes back are a correction by the network; more than seven days forward are a wrong
 * clock or a long absence, and only the user knows which.
 */
export const clockWarning = (latestTickMs: number | undefined, nowMs: number): ClockWarning | undefined => {
  if (latestTickMs === undefined) return undefined;
  if (nowMs < latestTickMs - toleranceMs) return 'went-back';
  if (nowMs > latestTickMs + longestUsualSleepMs) return 'leapt-forward';
  return undefined;
};
