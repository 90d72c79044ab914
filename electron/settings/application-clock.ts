import { readFileSync, statSync } from 'node:fs';
import type { Clock } from '../../shared/dates/clock.ts';

/** A clock that can tell how far it is from the PC's. */
export interface ApplicationClock extends Clock {
  readonly offsetMs: () => number;
}

const systemClock: ApplicationClock = { nowMs: () => Date.now(), offsetMs: () => 0 };

/**
 * The PC's clock, or in a test one that shows the instant written in a file and runs on from the moment
 * the file was written. The file is read at every call, so that a test moves the time by writing it.
 */
export const applicationClock = (clockFile: string | undefined): ApplicationClock => {
  if (clockFile === undefined) return systemClock;
  const offsetMs = (): number => {
    const written = Date.parse(readFileSync(clockFile, 'utf8').trim());
    if (Number.isNaN(written)) throw new RangeError('the clock file does not hold an ISO instant');
    return Math.round(written - statSync(clockFile).mtimeMs);
  };
  return { offsetMs, nowMs: () => Date.now() + offsetMs() };
};
