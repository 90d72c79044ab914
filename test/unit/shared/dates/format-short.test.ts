import { describe, expect, it } from 'vitest';
import { formatShortDay, formatShortMonth } from '../../../../shared/dates/format-short.ts';

/** The abbreviations of the Imprimerie nationale; May, June, August and March keep what has no short form. */
const months = [
  ['01', 'janv.'],
  ['02', 'févr.'],
  ['03', 'mars'],
  ['04', 'avr.'],
  ['05', 'mai'],
  ['06', 'juin'],
  ['07', 'juil.'],
  ['08', 'août'],
  ['09', 'sept.'],
  ['10', 'oct.'],
  ['11', 'nov.'],
  ['12', 'déc.'],
] as const;

describe('short days and months', () => {
  it.each(months)('month %s is %s', (month, name) => {
    expect(formatShortMonth(`2026-${month}`)).toBe(name);
    expect(formatShortDay(`2026-${month}-09`)).toBe(`9\u00A0${name}`);
  });

  it('have no name for a month that is none', () => {
    expect(formatShortMonth('2026-13')).toBe('');
    expect(() => formatShortDay('2026-13-01')).toThrow(RangeError);
  });
});
