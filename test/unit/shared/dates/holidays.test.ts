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
  // 2045 is asked for here alone: the days of a year are kept once computed, and other tests would have done it.
  it('lists the eleven of metropolitan France in order', () => {
    expect(holidays(2045, 'metropole').map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2045-01-01 Jour de l’An',
      '2045-04-10 Lundi de Pâques',
      '2045-05-01 Fête du Travail',
      '2045-05-08 Victoire 1945',
      '2045-05-18 Ascension',
      '2045-05-29 Lundi de Pentecôte',
      '2045-07-14 Fête nationale',
      '2045-08-15 Assomption',
      '2045-11-01 Toussaint',
      '2045-11-11 Armistice 1918',
      '2045-12-25 Noël',
    ]);
  });

  it('keeps those of Alsace-Moselle in order too', () => {
    expect(holidays(2045, 'alsace-moselle').map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2045-01-01 Jour de l’An',
      '2045-04-07 Vendredi saint',
      '2045-04-10 Lundi de Pâques',
      '2045-05-01 Fête du Travail',
      '2045-05-08 Victoire 1945',
      '2045-05-18 Ascension',
      '2045-05-29 Lundi de Pentecôte',
      '2045-07-14 Fête nationale',
      '2045-08-15 Assomption',
      '2045-11-01 Toussaint',
      '2045-11-11 Armistice 1918',
      '2045-12-25 Noël',
      '2045-12-26 Saint-Étienne',
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
    ['04-27', 'mayotte'],
    ['05-22', 'martinique'],
    ['05-27', 'guadeloupe'],
    ['06-10', 'guyane'],
    ['12-20', 'reunion'],
  ] as const)('adds %s in %s', (monthAndDay, calendar) => {
    expect(holidayName(`2045-${monthAndDay}`, calendar)).toBe('Abolition de l’esclavage');
    expect(holidayName(`2045-${monthAndDay}`, 'metropole')).toBeUndefined();
    expect(holidays(2045, calendar)).toHaveLength(12);
  });

  it('counts once two holidays on one day', () => {
    expect(holidays(2008, 'metropole')).toHaveLength(10);
    expect(holidayName('2008-05-01', 'metropole')).toBe('Ascension');
  });
});
