import { describe, expect, it } from 'vitest';
import { isBic, normaliseBic } from '../../../../shared/identifiers/bic.ts';
import { formatIban, ibanOf, isIban, normaliseIban } from '../../../../shared/identifiers/iban.ts';
import { ibanOfRib, ribKey } from '../../../../shared/identifiers/rib.ts';

describe('IBAN', () => {
  it.each([
    'FR14 2004 1010 0505 0001 3M02 606',
    'FR76 3000 6000 0112 3456 7890 189',
    'DE89370400440532013000',
    'fr7630006000011234567890189',
    'NO71.4202.47.14777',
    'FR76\u00A03000\u202F6000 0112 3456 7890 189',
    'FR76-3000-6000-0112-3456-7890-189\u200B',
    // Right check digits over a RIB key (FR) or Spanish control digits of invention, as in many sample files.
    'FR20 1254 2547 2569 8542 5874 698',
    'ES21 2100 0418 4502 0005 1331',
  ])('accepts %s', (text) => {
    expect(isIban(text)).toBe(true);
  });

  it.each([
    'FR76 3000 6000 0112 3456 7890 188',
    'FR1420041010050500013M02607',
    'BE36 5390 0754 7034 1234',
    'XX431234',
    'GB00HLFX11016111455365', // the remainder is 1, but check digits go from 02 to 98
    'US64SVBKUS6S3300958879',
    'FR7630006000011234567890189\u0000',
    'FR76 3000 6000 0112 3456 7890 18٩',
    'FR14',
    '',
    'FR76 3000 6000 0112 3456 7890 189 FR76 3000 6000 0112 3456 7890 189',
  ])('refuses %s', (text) => {
    expect(isIban(text)).toBe(false);
    expect(normaliseIban(text)).toEqual({ ok: false, error: { kind: 'invalid-iban', text } });
  });

  it('is stored compact and printed in groups of four', () => {
    expect(normaliseIban('fr14 2004 1010 0505 0001 3m02 606')).toEqual({
      ok: true,
      value: 'FR1420041010050500013M02606',
    });
    expect(formatIban('FR1420041010050500013M02606')).toBe('FR14 2004 1010 0505 0001 3M02 606');
  });

  it('gets its check digits', () => {
    expect(ibanOf('DE', '370400440532013000')).toEqual({ ok: true, value: 'DE89370400440532013000' });
    expect(ibanOf('FR', '2004101005 0500013M026 06')).toEqual({
      ok: true,
      value: 'FR1420041010050500013M02606',
    });
    for (const [country, account] of [
      ['DE', '37040044'],
      ['ZZ', '370400440532013000'],
      ['', ''],
    ] as const)
      expect(ibanOf(country, account)).toEqual({
        ok: false,
        error: { kind: 'invalid-iban', text: `${country}${account}` },
      });
  });
});

describe('RIB', () => {
  const post = { bank: '20041', branch: '01005', account: '0500013M026' };
  const bank = { bank: '30006', branch: '00001', account: '12345678901' };

  it('has a key', () => {
    expect(ribKey(post)).toEqual({ ok: true, value: '06' });
    expect(ribKey(bank)).toEqual({ ok: true, value: '89' });
  });

  it('counts letters J, S and Z as 1, 2 and 9', () => {
    const keyOf = (account: string) => ribKey({ ...bank, account });
    expect(keyOf('0000000000J')).toEqual(keyOf('00000000001'));
    expect(keyOf('0000000000S')).toEqual(keyOf('00000000002'));
    expect(keyOf('0000000000Z')).toEqual(keyOf('00000000009'));
    expect(keyOf('0000000000I')).toEqual(keyOf('00000000009'));
  });

  it('gives the IBAN when its key is right', () => {
    expect(ibanOfRib({ ...post, key: '06' })).toEqual({ ok: true, value: 'FR1420041010050500013M02606' });
    expect(ibanOfRib({ ...bank, key: '89' })).toEqual({ ok: true, value: 'FR7630006000011234567890189' });
    expect(ibanOfRib({ ...bank, key: '88' })).toEqual({ ok: false, error: { kind: 'invalid-rib' } });
    expect(ibanOfRib({ ...bank, bank: '3006', key: '89' })).toMatchObject({ ok: false });
  });
});

describe('BIC', () => {
  it('has 8 or 11 characters', () => {
    expect(isBic('AGRIFRPP')).toBe(true);
    expect(isBic('agri fr pp 882')).toBe(true);
    expect(normaliseBic('agri fr pp 882')).toBe('AGRIFRPP882');
    for (const text of ['BHBLDE', 'AGRIFRPP8', 'AGR1FRPP', 'AGRIFRPP8823', 'AGRIXXPP', 'AGRIFRP\u0000', ''])
      expect(isBic(text)).toBe(false);
  });
});
