import { describe, expect, it } from 'vitest';
import { easterSunday } from '../../../../shared/dates/easter.ts';
import { holidayCalendarNames, holidayName, holidays, isHoliday } from '../../../../shared/dates/holidays.ts';

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

  it('keeps those of Alsace-Moselle in order too', () => {
    expect(holidays(2026, 'alsace-moselle').map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2026-01-01 Jour de l’An',
      '2026-04-03 Vendredi saint',
      '2026-04-06 Lundi de Pâques',
      '2026-05-01 Fête du Travail',
      '2026-05-08 Victoire 1945',
      '2026-05-14 Ascension',
      '2026-05-25 Lundi de Pentecôte',
      '2026-07-14 Fête nationale',
      '2026-08-15 Assomption',
      '2026-11-01 Toussaint',
      '2026-11-11 Armistice 1918',
      '2026-12-25 Noël',
      '2026-12-26 Saint-Étienne',
    ]);
  });

  it('names the seven calendars', () => {
    expect(holidayCalendarNames).toEqual({
      metropole: 'France métropolitaine',
      'alsace-moselle': 'Alsace et Moselle',
      guadeloupe: 'Guadeloupe',
      martinique: 'Martinique',
      guyane: 'Guyane',
      reunion: 'La Réunion',
      mayotte: 'Mayotte',
    });
  });

  it('tells a holiday from the day before and the day after', () => {
    const around = ['2026-11-10', '2026-11-11', '2026-11-12'];
    expect(around.map((on) => isHoliday(on, 'metropole'))).toEqual([false, true, false]);
    expect(() => isHoliday('2026-02-30', 'metropole')).toThrow(RangeError);
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
    expect(holidays(2026, calendar)).toHaveLength(12);
  });

  it('counts once two holidays on one day', () => {
    expect(holidays(2008, 'metropole')).toHaveLength(10);
    expect(holidayName('2008-05-01', 'metropole')).toBe('Ascension');
  });
});
