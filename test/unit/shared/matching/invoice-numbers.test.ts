import { describe, expect, it } from 'vitest';
import { plainCapitals, withDigitsForLetters } from '../../../../shared/matching/digit-runs.ts';
import { numberIndex } from '../../../../shared/matching/number-index.ts';
import { completedLists } from '../../../../shared/matching/number-lists.ts';
import { numbersIn } from '../../../../shared/matching/number-mentions.ts';
import { anItem } from './sample-matching.ts';

/** Numbers found with their strength: « FA-2026/012:3 ». */
const found = (numbers: readonly string[], text: string): readonly string[] => {
  const index = numberIndex(numbers.map((number) => anItem(number, 'c', number)));
  const capitals = plainCapitals(text);
  return completedLists(index, capitals, numbersIn(index, capitals).mentions).mentions.map(
    ({ numbered, strength }) => `${numbered.item.number}:${strength}`,
  );
};

const series = Array.from({ length: 30 }, (_, at) => `FA-2026/${String(at + 1).padStart(3, '0')}`);

describe('one number in any spelling', () => {
  it.each([
    'FA-2026/012',
    'fa-2026/012',
    'FA 2026 012',
    'FA2026012',
    'FA-2026-12',
    'FA 2026/12',
    'REGLTFA2026012MARTIN',
    'VIR DUPONT FA2026-012 DU 02/05/2026',
    'FACTURE FA-2026.012 1200,00 EUR',
    'FA26/012',
  ])('%s is the whole number', (text) => {
    expect(found(series, text)).toEqual(['FA-2026/012:3']);
  });

  it.each(['FACT 12', 'FACTURE N° 12', 'facture no 012', 'FC 12', 'VOTRE FACTURE 12'])(
    '%s is a usual short form',
    (text) => {
      expect(found(series, text)).toEqual(['FA-2026/012:2']);
    },
  );

  it('letters read as digits are mended', () => {
    expect(found(series, withDigitsForLetters('FA-2O26/O12'))).toEqual(['FA-2026/012:3']);
  });

  it('digits alone are weak where the number is short', () => {
    expect(found(['4217', '4218'], 'VIREMENT 4217')).toEqual(['4217:1']);
    expect(found(['4217', '4218'], 'FACTURE 4217')).toEqual(['4217:3']);
  });
});

describe('what is no invoice number', () => {
  it.each([
    ['a date', 'VIREMENT DU 12/05/2026'],
    ['a day and a month', 'VIREMENT DU 12 MAI'],
    ['an ISO date', 'LOT 2026-05-12'],
    ['an amount', 'REGLEMENT 12,00 EUR'],
    ['an order', 'CDE 12'],
    ['a customer number', 'CLIENT 12'],
    ['a street', 'CHANTIER 12 RUE DES LILAS'],
  ])('%s', (_, text) => {
    expect(found(series, text)).toEqual([]);
  });

  it('an amount in thousands is no number of an invoice of that many figures', () => {
    expect(found(['1250', '250'], 'REGLEMENT 1 250,00 EUR')).toEqual([]);
  });

  it('a SIREN is none', () => {
    expect(found(['732829320'], 'SIREN 732829320')).toEqual([]);
  });

  it('the number of one invoice is not found in the longer number of another', () => {
    expect(found(['FA-2026/12', 'FA-2026/123'], 'FA-2026/123')).toEqual(['FA-2026/123:3']);
    expect(found(['FA2026012'], 'FA20260123')).toEqual([]);
  });

  it('letters after the number tell two invoices apart', () => {
    expect(found(['FA12-A', 'FA12-B'], 'FA12-B')).toEqual(['FA12-B:3']);
  });
});

describe('several numbers', () => {
  it.each([
    'FA-2026/012 FA-2026/013 FA-2026/014',
    'FA-2026/012, FA-2026/013, FA-2026/014',
    'FA-2026/012 ET FA-2026/013 ET FA-2026/014',
    'FA2026-012+FA2026-013+FA2026-014',
  ])('%s are three whole numbers', (text) => {
    expect(found(series, text)).toEqual(['FA-2026/012:3', 'FA-2026/013:3', 'FA-2026/014:3']);
  });

  it.each(['FA-2026/012/013/014', 'FA-2026/012, 13, 14', 'FA-2026/012 013 et 014', 'FA-2026/012-13-14'])(
    '%s lends the first one’s beginning to the others',
    (text) => {
      expect(found(series, text)).toEqual(['FA-2026/012:3', 'FA-2026/013:2', 'FA-2026/014:2']);
    },
  );

  it.each(['FA-2026/012 à 014', 'FA-2026/012 AU 14', 'FA-2026/012 A FA-2026/014'])(
    '%s is a range',
    (text) => {
      const numbers = found(series, text).map((row) => row.slice(0, -2));
      expect([...numbers].sort()).toEqual(['FA-2026/012', 'FA-2026/013', 'FA-2026/014']);
    },
  );

  it('« FACT 12 à 15 » is a range of short forms', () => {
    expect(found(series, 'FACT 12 à 15').map((row) => row.slice(8, -2))).toEqual([
      '012',
      '013',
      '014',
      '015',
    ]);
  });

  it('a range backwards or beyond sixty is none', () => {
    expect(found(series, 'FA-2026/014 à 012')).toEqual(['FA-2026/014:3', 'FA-2026/012:1']);
    expect(found(series, 'FA-2026/012 à 900')).toEqual(['FA-2026/012:3']);
  });

  it('a list that goes on with what is no open invoice says so', () => {
    const index = numberIndex([anItem('a', 'c', 'FC2605-4275')]);
    const unread = (text: string) =>
      completedLists(index, text, numbersIn(index, text).mentions).hasUnreadPart;
    expect(unread('FC2605-4275,5018')).toBe(true);
    expect(unread('FC2605-4275 DU 12/05/2026')).toBe(false);
  });

  it('fewer figures replace the last ones of the number before', () => {
    expect(found(['FA20260123', 'FA20260124'], 'FA20260123/24')).toEqual(['FA20260123:3', 'FA20260124:2']);
  });
});

it.each(['REMISE CHEQUES 2 CHQ BORD 12', 'VIREMENT POUR 3 FACTURES', 'BORDEREAU N° 12'])(
  '%s: how many and which deposit, no invoice',
  (text) => {
    expect(found(series, text)).toEqual([]);
  },
);
