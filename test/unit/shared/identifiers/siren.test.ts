import { describe, expect, it } from 'vitest';
import { formatSiren, isSiren, isSiret, sirenOf } from '../../../../shared/identifiers/siren.ts';
import { formatVatNumber, isVatNumber, vatNumber } from '../../../../shared/identifiers/vat-number.ts';

describe('SIREN and SIRET', () => {
  it.each([
    ['732829320', true],
    ['552100554', true],
    ['356000000', true],
    ['303265045', true],
    ['732 829\u00A0320', true],
    ['732.829.320', true],
    ['732\u202F829\u202F320', true],
    ['\u200E732829320\u200B', true], // invisible signs come along when a text is copied
    ['٧٣٢٨٢٩٣٢٠', false],
    ['123456789', false],
    ['73282932', false],
    ['7328293200', false],
    ['73282932O', false],
  ])('SIREN %s: %s', (text, expected) => {
    expect(isSiren(text)).toBe(expected);
  });

  it.each([
    ['73282932000074', true],
    ['732 829 320 00074', true],
    ['73282932000079', false],
    ['35600000000048', true],
    ['35600000049837', true],
    ['35600000009075', true],
    ['35600000009076', false],
    ['356 000 000 23289', false], // passes Luhn, which counts for the head office of La Poste only
    ['31869111452638', false], // the whole passes Luhn, its SIREN does not
    ['356.000.000.00048', true],
    ['7328293200007', false],
    ['12345678900000', false],
  ])('SIRET %s: %s', (text, expected) => {
    expect(isSiret(text)).toBe(expected);
  });

  it('finds the SIREN in the longer numbers', () => {
    expect(sirenOf('732 829 320 00074')).toBe('732829320');
    expect(sirenOf('FR44 732 829 320')).toBe('732829320');
    expect(sirenOf('732829320')).toBe('732829320');
    expect(sirenOf('123456789')).toBeUndefined();
  });

  it('prints by threes', () => {
    expect(formatSiren('732829320')).toBe('732\u00A0829\u00A0320');
    expect(formatSiren('RCS 12')).toBe('RCS 12');
  });
});

describe('VAT numbers', () => {
  it.each([
    ['732829320', 'FR44732829320'],
    ['552 100 554', 'FR96552100554'],
    ['303265045', 'FR40303265045'],
  ])('of SIREN %s is %s', (siren, expected) => {
    expect(vatNumber(siren)).toEqual({ ok: true, value: expected });
    expect(isVatNumber(expected)).toBe(true);
  });

  it('needs a right SIREN', () => {
    expect(vatNumber('123456789')).toEqual({
      ok: false,
      error: { kind: 'invalid-siren', text: '123456789' },
    });
  });

  it.each([
    'Fr 40 303 265 045',
    '44391838042',
    'K7399859412',
    'FRK7399859412',
    'FR16000063601', // Monaco
    'DE123456789',
    'BE0123456789',
    'ESX1234567R',
    'BG7111042925',
    'NL000099998B57',
  ])('accepts %s', (text) => {
    expect(isVatNumber(text)).toBe(true);
  });

  it.each([
    '123456',
    '44999999991',
    'FR45732829320',
    'K8399859412',
    'O7399859412',
    'FRI7399859412',
    'FR44FR732829320',
    'FR17000063601',
    'FR44123456789',
    'DE12345678',
    'ZZ123',
    '',
  ])('refuses %s', (text) => {
    expect(isVatNumber(text)).toBe(false);
  });

  it('prints key and SIREN apart', () => {
    expect(formatVatNumber('fr44732829320')).toBe('FR\u00A044\u00A0732829320');
    expect(formatVatNumber('de 123456789')).toBe('DE123456789');
  });
});
