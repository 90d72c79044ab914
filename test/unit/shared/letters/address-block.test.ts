import { describe, expect, it } from 'vitest';
import { abbreviateStreet } from '../../../../shared/letters/address-abbreviations.ts';
import {
  addressBlock,
  describeAddressWarning,
  postalCapitals,
} from '../../../../shared/letters/address-block.ts';

describe('addressBlock (NF Z10-011)', () => {
  it('writes street, locality and town in capitals without accents or punctuation', () => {
    const block = addressBlock('Société  Générale d’Œuvres', {
      lines: ['À l’attention de Mme Née', 'Bâtiment C', '24 bis, rue de l’Abbé-Grégoire', 'B.P. 12'],
      postcode: '35000',
      city: 'Saint-Étienne-de-Montluc Cedex 02',
    });
    expect(block.lines).toEqual([
      'Société Générale d’Œuvres',
      'À l’attention de Mme Née',
      'Bâtiment C',
      '24 BIS RUE DE L ABBE GREGOIRE',
      'B P 12',
      '35000 SAINT ETIENNE DE MONTLUC CEDEX 02',
    ]);
    expect(block.warnings).toEqual([
      { kind: 'line-too-long', line: '35000 SAINT ETIENNE DE MONTLUC CEDEX 02' },
    ]);
  });

  it.each([
    [
      ['12 bis, rue de l’Abbé-Grégoire', 'Bâtiment B'],
      ['Bâtiment B', '12 BIS RUE DE L ABBE GREGOIRE'],
    ],
    [
      ['3e étage', '5 quai du Port', 'Résidence Les Ormes', 'BP 12'],
      ['3e étage', 'Résidence Les Ormes', '5 QUAI DU PORT', 'BP 12'],
    ],
    [
      ['Hôtel de ville, place de la Mairie', 'BP 12'],
      ['HOTEL DE VILLE PL DE LA MAIRIE', 'BP 12'],
    ],
    [
      ['Ferme du Haut', 'Lieu-dit Les Ormes'],
      ['FERME DU HAUT', 'LIEU DIT LES ORMES'],
    ],
    [['BP 12'], ['BP 12']],
    [
      ['1 rue A', 'Batignolles'],
      ['1 RUE A', 'BATIGNOLLES'],
    ],
  ])('orders and capitalises %j', (lines, expected) => {
    const at = { postcode: '69003', city: 'Lyon' };
    expect(addressBlock('X', { ...at, lines }).lines.slice(1, -1)).toEqual(expected);
  });

  it('leaves the order of an address abroad as it was written', () => {
    const lines = ['1 Grand-Place', 'Bâtiment B'];
    const block = addressBlock('X', { lines, postcode: '1000', city: 'Bruxelles', country: 'Belgique' });
    expect(block.lines.slice(1, 3)).toEqual(['1 GRAND PLACE', 'BATIMENT B']);
  });

  it('abbreviates a street only beyond 32 characters', () => {
    expect(abbreviateStreet('24 AVENUE DE LA REPUBLIQUE', 32)).toBe('24 AVENUE DE LA REPUBLIQUE');
    expect(abbreviateStreet('124 BOULEVARD DU MARECHAL DE LATTRE', 32)).toBe('124 BD DU MARECHAL DE LATTRE');
    expect(abbreviateStreet('12 RUE DES SAINTES MARIES DE LA MER ET DU PORT', 32)).toBe(
      '12 RUE DES SAINTES MARIES DE LA MER ET DU PORT',
    );
  });

  it('cuts nothing and warns instead', () => {
    const name = 'n'.repeat(300);
    const block = addressBlock(name, {
      lines: ['a', 'b', 'c', 'd', '1 rue X', 'BP 1'],
      postcode: '3500',
      city: 'Rennes',
    });
    expect(block.lines[0]).toBe(name);
    expect(block.lines).toHaveLength(8);
    expect(block.warnings.map((warning) => warning.kind)).toEqual([
      'line-too-long',
      'too-many-lines',
      'no-postcode',
    ]);
    for (const warning of block.warnings) expect(describeAddressWarning(warning)).toMatch(/\.$/u);
  });

  it('warns beyond six lines at home and seven abroad, and beyond 38 characters, not at them', () => {
    const kinds = (count: number, country?: string, name = 'X') =>
      addressBlock(name, {
        lines: [...Array.from({ length: count - 3 }, () => 'Bâtiment'), '1 rue Haute'],
        postcode: '35000',
        city: 'Rennes',
        ...(country === undefined ? {} : { country }),
      }).warnings.map(({ kind }) => kind);
    expect(kinds(6)).toEqual([]);
    expect(kinds(7)).toEqual(['too-many-lines']);
    // The country is a line more.
    expect(kinds(6, 'Belgique')).toEqual([]);
    expect(kinds(7, 'Belgique')).toEqual(['too-many-lines']);
    expect(kinds(6, undefined, 'é'.repeat(38))).toEqual([]);
    expect(kinds(6, undefined, '𝒩'.repeat(38))).toEqual([]);
    expect(kinds(6, undefined, 'é'.repeat(39))).toEqual(['line-too-long']);
  });

  it('abbreviates the street of a block only where it does not fit 32 characters', () => {
    const street = (line: string) =>
      addressBlock('X', { lines: [line], postcode: '35000', city: 'Rennes' }).lines[1];
    expect(street('24 avenue de la République Une')).toBe('24 AVENUE DE LA REPUBLIQUE UNE');
    expect(street('124 boulevard du Maréchal de Lattre')).toBe('124 BD DU MARECHAL DE LATTRE');
  });

  it('says what is missing, each by itself', () => {
    const kinds = (over: { lines?: string[]; postcode?: string; city?: string; country?: string }) =>
      addressBlock('X', { lines: ['1 rue Haute'], postcode: '35000', city: 'Rennes', ...over }).warnings.map(
        ({ kind }) => kind,
      );
    expect(kinds({})).toEqual([]);
    expect(kinds({ lines: [' '] })).toEqual(['no-street']);
    expect(kinds({ city: ' ' })).toEqual(['no-city']);
    for (const postcode of ['3500', '350000', '', '3500A'])
      expect(kinds({ postcode })).toEqual(['no-postcode']);
    expect(kinds({ postcode: 'SW1A 1AA', country: 'Royaume-Uni' })).toEqual([]);
    expect(kinds({ postcode: '', country: 'Royaume-Uni' })).toEqual(['no-postcode']);
  });

  it('adds the country abroad and leaves France out', () => {
    const at = (country: string) =>
      addressBlock('X', { lines: ['1 Grand-Place'], postcode: '1000', city: 'Bruxelles', country });
    expect(at('Belgique')).toEqual({
      lines: ['X', '1 GRAND PLACE', '1000 BRUXELLES', 'BELGIQUE'],
      warnings: [],
    });
    expect(at('France').lines).toHaveLength(3);
  });

  it('drops empty lines and folds every capital of the alphabet', () => {
    expect(
      addressBlock('X', { lines: ['', ' ', '1 rue A'], postcode: '35000', city: 'Rennes' }).lines,
    ).toHaveLength(3);
    expect(postalCapitals('œ æ ß ÿ Ÿ ç é')).toBe('OE AE SS Y Y C E');
    expect(postalCapitals('Ǽ Ǿ ẞ')).toBe('AE O SS');
  });
});
