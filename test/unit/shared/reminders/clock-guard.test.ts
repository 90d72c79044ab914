import { expect, test } from 'vitest';
import { clockWarning } from '../../../../shared/reminders/clock-guard.ts';

const tick = Date.parse('2026-11-23T08:00:00Z');
const minute = 60_000;
const day = 86_400_000;

test.each([
  ['first start', undefined, tick, undefined],
  ['the same moment', tick, tick, undefined],
  ['a minute later', tick, tick + minute, undefined],
  ['set back by 5 minutes', tick, tick - 5 * minute, undefined],
  ['set back by more', tick, tick - 5 * minute - 1, 'went-back'],
  ['set back by a year', tick, tick - 365 * day, 'went-back'],
  ['asleep for a week', tick, tick + 7 * day, undefined],
  ['away for longer', tick, tick + 7 * day + 1, 'leapt-forward'],
] as const)('%s', (_name, latest, now, expected) => {
  expect(clockWarning(latest, now)).toBe(expected);
});
