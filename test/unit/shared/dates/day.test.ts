import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  type Day,
  day,
  daysBetween,
  earlierDay,
  endOfMonth,
  isDay,
  isoWeekday,
  laterDay,
  monthOf,
  startOfMonth,
} from '../../../../shared/dates/day.ts';

describe('isDay', () => {
  it.each([
    '1900-01-01',
    '2199-12-31',
    '2026-01-31',
    '2026-02-28',
    '2024-02-29',
    '2000-02-29',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-30',
    '2026-12-31',
  ])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
    expect(day(text)).toBe(text);
  });

  it.each([
    '1899-12-31',
    '2200-01-01',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-02-29',
    '2100-02-29',
    '1900-02-29',
    '2024-02-30',
    '2026-03-32',
    '2026-04-31',
    '2026-05-32',
    '2026-06-31',
    '2026-07-32',
    '2026-08-32',
    '2026-09-31',
    '2026-10-32',
    '2026-11-31',
    '2026-12-32',
    '02026-01-01',
    '2026-01-011',
    '2026-1-01',
    '2026-01-1',
    '2026/01/01',
    '31/12/2026',
    '',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(new RangeError(`not a day: ${text}`));
  });
});

describe('arithmetic of days', () => {
  it('counts 1900 to 2199 as the calendar of the machine does', () => {
    const first = day('1900-01-01');
    const start = Date.parse(first);
    const last = 109_572;
    const wrong: string[] = [];
    for (let count = 0; count <= last; count += 1) {
      const expected = new Date(start + count * 86_400_000);
      const found = addDays(first, count);
      const isSame =
        found === expected.toISOString().slice(0, 10) &&
        isoWeekday(found) % 7 === expected.getUTCDay() &&
        daysBetween(first, found) === count;
      if (!isSame) wrong.push(found);
    }
    expect(wrong).toEqual([]);
    expect(addDays(first, last)).toBe('2199-12-31');
  });

  it.each([
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2000-02-28', 2, '2000-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-01-01', 366, '2025-01-01'],
    ['2026-06-30', 1, '2026-07-01'],
    ['2026-11-22', 0, '2026-11-22'],
  ] as const)('%s and %d days is %s', (from, count, expected) => {
    expect(addDays(day(from), count)).toBe(expected);
    expect(daysBetween(day(from), day(expected))).toBe(count);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-05-05', 120, '2036-05-05'],
  ] as const)('%s and %d months is %s', (from, count, expected) => {
    expect(addMonths(day(from), count)).toBe(expected);
  });

  it('finds both ends of a month', () => {
    const ends = (text: string): readonly string[] => [startOfMonth(day(text)), endOfMonth(day(text))];
    expect(ends('2024-02-10')).toEqual(['2024-02-01', '2024-02-29']);
    expect(ends('2026-02-28')).toEqual(['2026-02-01', '2026-02-28']);
    expect(ends('2026-11-01')).toEqual(['2026-11-01', '2026-11-30']);
    expect(ends('2026-12-31')).toEqual(['2026-12-01', '2026-12-31']);
    expect(monthOf(day('2026-11-22'))).toBe('2026-11');
  });

  it('numbers the week from Monday, before 1970 too', () => {
    const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'];
    expect([...week, '2026-11-22'].map((text) => isoWeekday(day(text)))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(isoWeekday(day('1900-01-01'))).toBe(1);
    expect(isoWeekday(day('1969-12-31'))).toBe(3);
  });

  it('orders days, the earliest first', () => {
    const days = [day('2026-07-01'), day('2025-12-31'), day('2026-06-30'), day('2026-07-01')];
    expect(days.sort(compareDays)).toEqual(['2025-12-31', '2026-06-30', '2026-07-01', '2026-07-01']);
    expect(compareDays(day('2026-06-30'), day('2026-07-01'))).toBe(-1);
    expect(compareDays(day('2026-07-01'), day('2026-06-30'))).toBe(1);
    expect(compareDays(day('2026-07-01'), day('2026-07-01'))).toBe(0);
  });

  it('tells the later and the earlier of two', () => {
    const [first, second] = [day('2026-06-30'), day('2026-07-01')];
    const both = (a: Day, b: Day): readonly Day[] => [laterDay(a, b), earlierDay(a, b)];
    expect(both(first, second)).toEqual([second, first]);
    expect(both(second, first)).toEqual([second, first]);
    expect(both(first, first)).toEqual([first, first]);
  });
});
