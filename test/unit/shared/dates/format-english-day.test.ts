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

it('names every month', () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    formatEnglishDay(`2026-${String(index + 1).padStart(2, '0')}-15`),
  );
  expect(months.join(', ')).toBe(
    '15 January 2026, 15 February 2026, 15 March 2026, 15 April 2026, 15 May 2026, 15 June 2026, 15 July 2026, 15 August 2026, 15 September 2026, 15 October 2026, 15 November 2026, 15 December 2026',
  );
});

it('takes nothing but a day', () => {
  expect(() => formatEnglishDay('2026-02-30')).toThrow();
});
