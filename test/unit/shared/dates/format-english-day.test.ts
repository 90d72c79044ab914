import { expect, it } from 'vitest';
import { formatEnglishDay } from '../../../../shared/dates/format-english-day.ts';

it.each([
  ['2026-11-22', '22 November 2026'],
  ['2026-11-01', '1 November 2026'],
  ['2027-02-28', '28 February 2027'],
  ['2026-01-09', '9 January 2026'],
])('%s is %s', (value, expected) => {
  expect(formatEnglishDay(value)).toBe(expected);
});

it('takes nothing but a day', () => {
  expect(() => formatEnglishDay('2026-02-30')).toThrow();
});
