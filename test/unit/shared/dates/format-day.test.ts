import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatFullDay,
  formatLongDay,
  formatMonth,
  formatWeekday,
} from '../../../../shared/dates/format-day.ts';

describe('days in French', () => {
  it('writes the day in figures, in words, with its weekday', () => {
    expect(formatDay('2026-11-22')).toBe('22/11/2026');
    expect(formatLongDay('2026-11-22')).toBe('22 novembre 2026');
    expect(formatWeekday('2026-11-23')).toBe('lundi 23 novembre');
    expect(formatFullDay('2026-11-22')).toBe('dimanche 22 novembre 2026');
    expect(formatMonth('2026-08-22')).toBe('août 2026');
  });

  it('writes the first of a month as an ordinal in superscript', () => {
    expect(formatLongDay('2026-11-01')).toBe('1ᵉʳ novembre 2026');
    expect(formatWeekday('2027-02-01')).toBe('lundi 1ᵉʳ février');
  });

  it('takes anything else than a day for the bug it is', () => {
    expect(() => formatDay('31/12/2026')).toThrow(RangeError);
  });
});
