import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../shared/dates/parse-day.ts';

describe('parseDay', () => {
  it.each([
    ['31/12/2026', '2026-12-31'],
    ['31-12-26', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['31/12/26', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['31 12 2026', '2026-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['2026-12-31', '2026-12-31'],
    ['2026/12/31', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['01/03/99', '1999-03-01'],
    ['29/02/2024', '2024-02-29'],
    ['31/12/69', '2069-12-31'],
    ['01/01/70', '1970-01-01'],
    ['01/01/00', '2000-01-01'],
    ['2026-12-31T10:20:30', '2026-12-31'],
    ['2026-12-31 00:00:00', '2026-12-31'],
    ['31/12/2026 14:30', '2026-12-31'],
    ['31/12/2026 14h30', '2026-12-31'],
    ['2026-12-31T23:59:59+01:00', '2026-12-31'],
    ['2026-12-30T23:00:00.000Z', '2026-12-31'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T00:00:00Z', '2026-12-31'],
    ['1er janvier 2026', '2026-01-01'],
    ['1ᵉʳ novembre 2026', '2026-11-01'],
    ['22 NOVEMBRE 2026', '2026-11-22'],
    ['22 nov. 2026', '2026-11-22'],
    ['15 août 2026', '2026-08-15'],
    ['15 aout 2026', '2026-08-15'],
    ['3 févr. 2026', '2026-02-03'],
    ['lundi 23 novembre 2026', '2026-11-23'],
    ['Lundi  23\n novembre   2026', '2026-11-23'],
    ['22 nov. 26', '2026-11-22'],
    ['1 er mai 2026', '2026-05-01'],
    ['1 juin 2026', '2026-06-01'],
    ['1 juil. 2026', '2026-07-01'],
    ['2 mar 2026', '2026-03-02'],
    ['31/12/2026 9:05:07,250', '2026-12-31'],
    ['2026-12-31T23:30+0100', '2026-12-31'],
    ['\u00A031/12/2026 ', '2026-12-31'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseDay(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'empty'],
    ['31/02/2026', 'no-such-day'],
    ['29/02/2026', 'no-such-day'],
    ['12/31/2026', 'no-such-day'],
    ['00/01/2026', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['31 juin 2026', 'no-such-day'],
    ['31/12-2026', 'not-a-day'],
    ['2026', 'not-a-day'],
    ['46387', 'not-a-day'],
    ['3 jui 2026', 'not-a-day'],
    ['2 s 2026', 'not-a-day'],
    ['2 ja 2026', 'not-a-day'],
    ['2 j. 2026', 'not-a-day'],
    ['samdi 21 novembre 2026', 'not-a-day'],
    ['le lundi 23 novembre 2026', 'not-a-day'],
    ['22 novembre 2026 au soir', 'not-a-day'],
    ['22 novembre 6', 'not-a-day'],
    ['22 novembre xx', 'not-a-day'],
    ['22 novembre', 'not-a-day'],
    ['x 31/12/2026', 'not-a-day'],
    ['du 20261231', 'not-a-day'],
    ['202612310', 'not-a-day'],
    ['2026-12-31T', 'not-a-day'],
    ['2026-12-31T10', 'not-a-day'],
    ['2026-12-31 10:20 h', 'not-a-day'],
    ['1/2/202', 'not-a-day'],
    ['bientôt', 'not-a-day'],
    ['constructor', 'not-a-day'],
    ['31/12/2026 au 15/01/2027', 'not-a-day'],
    ['demain', 'needs-today'],
  ])('refuses %j as %s', (text, kind) => {
    expect(parseDay(text)).toEqual({ ok: false, error: { kind, text } });
  });

  it.each([
    ['aujourd’hui', '2026-11-22'],
    ["Aujourd'hui", '2026-11-22'],
    ['hier', '2026-11-21'],
    ['demain', '2026-11-23'],
    ['après-demain', '2026-11-24'],
    ['fin de mois', '2026-11-30'],
    ['fin du mois', '2026-11-30'],
    ['fin du mois prochain', '2026-12-31'],
    ['lundi', '2026-11-23'],
    ['dimanche', '2026-11-29'],
    ['vendredi prochain', '2026-11-27'],
    ['dans 15 jours', '2026-12-07'],
    ['dans 2 semaines', '2026-12-06'],
    ['dans 1 mois', '2026-12-22'],
    ['+15', '2026-12-07'],
    ['+8j', '2026-11-30'],
  ])('counts %j from Sunday 22 November 2026', (text, expected) => {
    expect(parseDay(text, { today: '2026-11-22' })).toEqual({ ok: true, value: expected });
  });

  it('refuses a day that no calendar here reaches', () => {
    expect(parseDay('dans 9999 mois', { today: '2026-11-22' })).toMatchObject({
      error: { kind: 'no-such-day' },
    });
  });

  it('follows the order of the column', () => {
    expect(parseDay('12/31/2026', { order: 'mdy' })).toEqual({ ok: true, value: '2026-12-31' });
    expect(parseDay('26-12-31', { order: 'ymd' })).toEqual({ ok: true, value: '2026-12-31' });
    expect(parseDay('5-1-02', { order: 'ymd' })).toEqual({ ok: true, value: '2005-01-02' });
    expect(parseDay('1/2/2026', { order: 'mdy' })).toEqual({ ok: true, value: '2026-01-02' });
    expect(parseDay('2026-12-31', { order: 'mdy' })).toEqual({ ok: true, value: '2026-12-31' });
    expect(parseDay('31/12/2026', { order: 'ymd' })).toMatchObject({ error: { kind: 'not-a-day' } });
  });

  it.each([
    ['46387', '2026-12-31'],
    ['46348', '2026-11-22'],
    ['46348.75', '2026-11-22'],
    ['61', '1900-03-01'],
    ['109574', '2199-12-31'],
  ])('reads the workbook serial %s as %s only when asked', (text, expected) => {
    expect(parseDay(text, { excelSerial: '1900' })).toEqual({ ok: true, value: expected });
  });

  it('reads serials of the 1904 system and refuses those out of range', () => {
    expect(parseDay('44925', { excelSerial: '1904' })).toEqual({ ok: true, value: '2026-12-31' });
    expect(parseDay('46387.', { excelSerial: '1900' })).toMatchObject({ error: { kind: 'not-a-day' } });
    expect(parseDay('x46387', { excelSerial: '1900' })).toMatchObject({ error: { kind: 'not-a-day' } });
    expect(parseDay('46387 €', { excelSerial: '1900' })).toMatchObject({ error: { kind: 'not-a-day' } });
    expect(parseDay('60', { excelSerial: '1900' })).toMatchObject({ error: { kind: 'no-such-day' } });
    expect(parseDay('109575', { excelSerial: '1900' })).toMatchObject({ error: { kind: 'no-such-day' } });
    expect(parseDay('31/12/2026', { excelSerial: '1900' })).toEqual({ ok: true, value: '2026-12-31' });
  });
});
