import { expect, test } from 'vitest';
import { maximumTries, waitBeforeNextTryMs } from '../../../../shared/reminders/retry-schedule.ts';

test('1, 5, 15, 60 minutes, then every two hours, for one day', () => {
  const waits: number[] = [];
  for (let tries = 1; ; tries += 1) {
    const wait = waitBeforeNextTryMs(tries);
    if (wait === undefined) break;
    waits.push(wait / 60_000);
  }
  expect(waits.slice(0, 6)).toEqual([1, 5, 15, 60, 120, 120]);
  expect(waits.length).toBe(maximumTries - 1);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 60;
  expect(hours).toBeLessThanOrEqual(24);
  expect(hours + 2).toBeGreaterThan(24);
});

test.each([0, -1, 1.5, Number.NaN])('%d is no number of tries', (tries) => {
  expect(() => waitBeforeNextTryMs(tries)).toThrow(RangeError);
});
