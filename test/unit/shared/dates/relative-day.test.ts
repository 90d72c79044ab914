import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { relativeDay } from '../../../../shared/dates/relative-day.ts';

describe('relativeDay', () => {
  it.each([
    ["aujourd'hui", '2026-01-31'],
    ['hier', '2026-01-30'],
    ['avant-hier', '2026-01-29'],
    ['demain', '2026-02-01'],
    ['apres-demain', '2026-02-02'],
    ['fin de mois', '2026-01-31'],
    ['fin du mois', '2026-01-31'],
    // From the 31st, a month later is the 28th: its end must not be that of March.
    ['fin du mois prochain', '2026-02-28'],
    ['fin de mois prochain', '2026-02-28'],
    ['dimanche', '2026-02-01'],
    ['lundi', '2026-02-02'],
    ['vendredi', '2026-02-06'],
    // Today is a Saturday: « samedi » is the next one.
    ['samedi', '2026-02-07'],
    ['samedi prochain', '2026-02-07'],
    ['dans 1 jour', '2026-02-01'],
    ['dans 15 jours', '2026-02-15'],
    ['dans 15 j', '2026-02-15'],
    ['dans 15j', '2026-02-15'],
    ['dans 15', '2026-02-15'],
    ['+15', '2026-02-15'],
    ['+ 15', '2026-02-15'],
    ['+15 jours', '2026-02-15'],
    ['dans 1 semaine', '2026-02-07'],
    ['dans 2 semaines', '2026-02-14'],
    ['dans 1 mois', '2026-02-28'],
    ['dans 13 mois', '2027-02-28'],
    ['dans 1000 jours', '2028-10-27'],
  ])('« %s » from Saturday 31 January 2026 is %s', (text, expected) => {
    expect(relativeDay(text)?.(day('2026-01-31'))).toBe(expected);
  });

  it.each([
    '',
    'bientot',
    'toString',
    'prochain',
    'lundi dernier',
    'prochain lundi',
    'lundi prochain matin',
    'dans',
    'dans jours',
    'dans 10000 jours',
    'dans 2 ans',
    'dans 2 jourss',
    'pas dans 2 jours',
    '15 jours',
    '-15',
    '15',
  ])('« %s » is none', (text) => {
    expect(relativeDay(text)).toBeUndefined();
  });
});
