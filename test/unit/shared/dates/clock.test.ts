import { describe, expect, it } from 'vitest';
import { businessDay, businessTime, businessZone, instantOf } from '../../../../shared/dates/clock.ts';

describe('the business clock', () => {
  it.each([
    ['2026-11-22T09:05:00Z', '2026-11-22', 10, 5],
    ['2026-06-30T21:59:59Z', '2026-06-30', 23, 59],
    ['2026-06-30T22:00:00Z', '2026-07-01', 0, 0],
    ['2026-12-31T22:59:00Z', '2026-12-31', 23, 59],
    ['2026-12-31T23:00:00Z', '2027-01-01', 0, 0],
    ['2026-03-29T00:59:00Z', '2026-03-29', 1, 59],
    ['2026-03-29T01:00:00Z', '2026-03-29', 3, 0],
    ['2026-10-25T01:00:00Z', '2026-10-25', 2, 0],
  ])('reads %s in Paris as %s, %d:%d', (instant, day, hour, minute) => {
    const milliseconds = Date.parse(instant);
    expect(businessTime(milliseconds)).toEqual({ day, hour, minute });
    expect(businessDay(milliseconds)).toBe(day);
  });

  it('writes a moment in UTC with its milliseconds', () => {
    expect(instantOf(Date.parse('2026-11-22T10:05:00.007+01:00'))).toBe('2026-11-22T09:05:00.007Z');
    expect(businessZone).toBe('Europe/Paris');
  });
});
