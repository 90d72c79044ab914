import { expect, it } from 'vitest';
import { isPressingUrgency, limitationUrgency } from '../../../../shared/claims/limitation-urgency.ts';
import { day } from '../../../../shared/dates/day.ts';

it.each([
  ['2026-11-22', 'over'],
  ['2026-11-23', 'one-month'],
  ['2026-12-23', 'one-month'],
  ['2026-12-24', 'three-months'],
  ['2027-02-23', 'three-months'],
  ['2027-02-24', 'six-months'],
  ['2027-05-23', 'six-months'],
  ['2027-05-24', undefined],
] as const)('on 23/11/2026, a last day on %s is %s', (lastDay, urgency) => {
  expect(limitationUrgency(day(lastDay), day('2026-11-23'))).toBe(urgency);
});

it('presses from three months on', () => {
  expect((['six-months', 'three-months', 'one-month', 'over'] as const).map(isPressingUrgency)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
