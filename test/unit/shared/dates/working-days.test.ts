import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../shared/dates/day.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
} from '../../../../shared/dates/working-days.ts';

/** Due day, days after it, working day on which the reminder step falls. */
const schedule = [
  ['2026-10-31', 7, '2026-11-09'],
  ['2026-10-31', 15, '2026-11-16'],
  ['2026-10-31', 30, '2026-11-30'],
  ['2026-10-31', 60, '2026-12-30'],
  ['2026-10-27', 7, '2026-11-03'],
  ['2026-10-27', 15, '2026-11-12'],
  ['2026-10-27', 30, '2026-11-26'],
  ['2026-10-27', 60, '2026-12-28'],
  ['2026-11-25', 7, '2026-12-02'],
  ['2026-11-25', 15, '2026-12-10'],
  ['2026-11-25', 30, '2026-12-28'],
  ['2026-11-25', 60, '2027-01-25'],
] as const;

describe('working days', () => {
  it.each(schedule)('due %s, J+%d goes out on %s', (due, days, expected) => {
    expect(nextWorkingDay(addDays(day(due), days), 'metropole')).toBe(expected);
  });

  it('knows weekends and the holidays of each calendar', () => {
    expect(isWorkingDay('2026-11-20', 'metropole')).toBe(true);
    expect(isWorkingDay('2026-11-21', 'metropole')).toBe(false);
    expect(isWorkingDay('2026-11-11', 'metropole')).toBe(false);
    expect(isWorkingDay('2026-04-03', 'metropole')).toBe(true);
    expect(isWorkingDay('2026-04-03', 'alsace-moselle')).toBe(false);
    expect(nextWorkingDay('2026-04-03', 'alsace-moselle')).toBe('2026-04-07');
    expect(previousWorkingDay('2026-11-22', 'metropole')).toBe('2026-11-20');
    expect(previousWorkingDay('2026-04-06', 'alsace-moselle')).toBe('2026-04-02');
    expect(previousWorkingDay('2026-11-20', 'metropole')).toBe('2026-11-20');
  });

  it('answers the same when asked again, for each calendar apart', () => {
    const asked = () => [
      nextWorkingDay('2026-12-26', 'metropole'),
      nextWorkingDay('2026-12-24', 'metropole'),
    ];
    expect(asked()).toEqual(['2026-12-28', '2026-12-24']);
    expect(asked()).toEqual(['2026-12-28', '2026-12-24']);
    expect(nextWorkingDay('2025-12-26', 'metropole')).toBe('2025-12-26');
    expect(nextWorkingDay('2025-12-26', 'alsace-moselle')).toBe('2025-12-29');
    expect(nextWorkingDay('2025-12-26', 'metropole')).toBe('2025-12-26');
  });

  it('refuses a text that is no day and a number that counts none', () => {
    expect(() => isWorkingDay('2026-02-30', 'metropole')).toThrow(RangeError);
    expect(() => nextWorkingDay('30/11/2026', 'metropole')).toThrow(RangeError);
    expect(() => addWorkingDays('2026-11-22', 1.5, 'metropole')).toThrow(
      new RangeError('not a number of days: 1.5'),
    );
  });

  it('adds working days, the day itself not counted', () => {
    expect(addWorkingDays('2026-11-20', 2, 'metropole')).toBe('2026-11-24');
    expect(addWorkingDays('2026-11-10', 1, 'metropole')).toBe('2026-11-12');
    expect(addWorkingDays('2026-11-22', 1, 'metropole')).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-23', -1, 'metropole')).toBe('2026-11-20');
    expect(addWorkingDays('2026-11-22', 0, 'metropole')).toBe('2026-11-22');
  });
});
