import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatFullDay,
  formatLongDay,
  formatMonth,
  formatWeekday,
  frenchMonths,
  frenchWeekdays,
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

  it('names every month and every weekday', () => {
    expect(
      frenchMonths.map((_, index) => formatMonth(`2026-${String(index + 1).padStart(2, '0')}-15`)),
    ).toEqual([
      'janvier 2026',
      'février 2026',
      'mars 2026',
      'avril 2026',
      'mai 2026',
      'juin 2026',
      'juillet 2026',
      'août 2026',
      'septembre 2026',
      'octobre 2026',
      'novembre 2026',
      'décembre 2026',
    ]);
    expect(frenchWeekdays.map((_, index) => formatWeekday(`2026-11-${16 + index}`))).toEqual([
      'lundi 16 novembre',
      'mardi 17 novembre',
      'mercredi 18 novembre',
      'jeudi 19 novembre',
      'vendredi 20 novembre',
      'samedi 21 novembre',
      'dimanche 22 novembre',
    ]);
  });

  it('takes anything else than a day for the bug it is', () => {
    expect(() => formatDay('31/12/2026')).toThrow(RangeError);
  });
});
