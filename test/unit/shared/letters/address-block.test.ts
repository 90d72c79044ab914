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
  });
});
