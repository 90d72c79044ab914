import { describe, expect, it } from 'vitest';
import { easterSunday } from '../../../../shared/dates/easter.ts';
import { holidayName, holidays } from '../../../../shared/dates/holidays.ts';

describe('easterSunday', () => {
  it.each([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2031-04-13',
    '2032-03-28',
    '2033-04-17',
    '2034-04-09',
    '2035-03-25',
    '1954-04-18',
    '2100-03-28',
  ])('is on %s', (expected) => {
    expect(easterSunday(Number(expected.slice(0, 4)))).toBe(expected);
  });
});

describe('holidays', () => {
  it('lists the eleven of metropolitan France in order', () => {
    expect(holidays(2027, 'metropole').map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2027-01-01 Jour de l’An',
      '2027-03-29 Lundi de Pâques',
      '2027-05-01 Fête du Travail',
      '2027-05-06 Ascension',
      '2027-05-08 Victoire 1945',
      '2027-05-17 Lundi de Pentecôte',
      '2027-07-14 Fête nationale',
      '2027-08-15 Assomption',
      '2027-11-01 Toussaint',
      '2027-11-11 Armistice 1918',
      '2027-12-25 Noël',
    ]);
  });

  it('adds Good Friday and Saint Stephen in Alsace-Moselle', () => {
    expect(holidayName('2026-04-03', 'alsace-moselle')).toBe('Vendredi saint');
    expect(holidayName('2026-12-26', 'alsace-moselle')).toBe('Saint-Étienne');
    expect(holidayName('2026-04-03', 'metropole')).toBeUndefined();
    expect(holidayName('2026-12-26', 'metropole')).toBeUndefined();
  });

  it.each([
    ['2026-04-27', 'mayotte'],
    ['2026-05-22', 'martinique'],
    ['2026-05-27', 'guadeloupe'],
    ['2026-06-10', 'guyane'],
    ['2026-12-20', 'reunion'],
  ] as const)('adds %s in %s', (on, calendar) => {
    expect(holidayName(on, calendar)).toBe('Abolition de l’esclavage');
    expect(holidayName(on, 'metropole')).toBeUndefined();
  });

  it('counts once two holidays on one day', () => {
    expect(holidays(2008, 'metropole')).toHaveLength(10);
    expect(holidayName('2008-05-01', 'metropole')).toBe('Ascension');
  });
});
