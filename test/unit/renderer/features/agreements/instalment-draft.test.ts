import { expect, test } from 'vitest';
import {
  completeInstalments,
  monthlyInstalments,
  unspreadCents,
} from '../../../../../renderer/features/agreements/instalment-draft.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { cents } from '../../../../../shared/money/cents.ts';

test('instalments fall a month apart and lose no cent', () => {
  expect(monthlyInstalments(cents(100_000), 3, day('2026-12-31'))).toEqual([
    { dueOn: '2026-12-31', cents: 33_333 },
    { dueOn: '2027-01-31', cents: 33_333 },
    { dueOn: '2027-02-28', cents: 33_334 },
  ]);
});

test('what is not spread is told, also when it is too much', () => {
  expect(unspreadCents(cents(1_000), [{ dueOn: undefined, cents: cents(400) }])).toBe(600);
  expect(unspreadCents(cents(1_000), [{ dueOn: undefined, cents: cents(1_400) }])).toBe(-400);
  expect(unspreadCents(cents(1_000), [{ dueOn: undefined, cents: undefined }])).toBe(1_000);
});

test('only instalments with a day and an amount are complete', () => {
  const full = { dueOn: day('2026-12-01'), cents: cents(1) };
  expect(completeInstalments([full])).toEqual([full]);
  expect(completeInstalments([full, { ...full, cents: undefined }])).toBeUndefined();
  expect(completeInstalments([full, { ...full, dueOn: undefined }])).toBeUndefined();
});
