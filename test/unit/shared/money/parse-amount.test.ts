import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../../shared/money/parse-amount.ts';

const accepted: readonly (readonly [string, number])[] = [
  ['1 234,56', 123456],
  ['1\u202F234,56', 123456],
  ['1\u00A0234,56', 123456],
  ['1\u2009234,56', 123456],
  ['1.234,56', 123456],
  ['1,234.56', 123456],
  ['1 234.50', 123450],
  ['1234,56', 123456],
  ['1234.56', 123456],
  ['1234,5', 123450],
  ["1'234.56", 123456],
  ['1’234,56', 123456],
  ['1 234 567,89', 123456789],
  ['1.234.567,89', 123456789],
  ['1,234,567', 123456700],
  ['1.234.567', 123456700],
  ['12,00 €', 1200],
  ['12,00€', 1200],
  ['€ 12,00', 1200],
  ['EUR 12', 1200],
  ['12 EUR', 1200],
  ['12 euros', 1200],
  ['1\u202F234,56\u00A0€', 123456],
  ['-12,00', -1200],
  ['−12,00', -1200],
  ['12,00-', -1200],
  ['(12,00)', -1200],
  ['(12,00 €)', -1200],
  ['(12,00) €', -1200],
  ['- 12,00', -1200],
  ['-€12.00', -1200],
  ['€-12.00', -1200],
  ['+12,00', 1200],
  ['-0,00', 0],
  ['0', 0],
  ['0,01', 1],
  [',50', 50],
  ['12,', 1200],
  ['1234,5600', 123456],
  ['000012,30', 1230],
  ['1 234', 123400],
  ['90071992547409,91', Number.MAX_SAFE_INTEGER],
];

const refused: readonly (readonly [string, string])[] = [
  ['', 'empty'],
  [' \u00A0 ', 'empty'],
  ['1,234', 'ambiguous'],
  ['12.345', 'ambiguous'],
  ['-123,456', 'ambiguous'],
  ['1234,567', 'too-precise'],
  ['0,123', 'too-precise'],
  ['12 345,678', 'too-precise'],
  ['1.234,567', 'too-precise'],
  ['90071992547409,92', 'too-large'],
  ['12 34', 'not-an-amount'],
  ['1 23,45', 'not-an-amount'],
  ['1.23.45', 'not-an-amount'],
  ['1,234,56', 'not-an-amount'],
  ['1.234 567,00', 'not-an-amount'],
  ['12,3 4', 'not-an-amount'],
  ['--12', 'not-an-amount'],
  ['-12-', 'not-an-amount'],
  ['(-12)', 'not-an-amount'],
  ['12 %', 'not-an-amount'],
  ['1e3', 'not-an-amount'],
  ['0x10', 'not-an-amount'],
  ['Infinity', 'not-an-amount'],
  ['12 USD', 'not-an-amount'],
  ['douze', 'not-an-amount'],
  ['€', 'not-an-amount'],
  [',', 'not-an-amount'],
  ['=1+1', 'not-an-amount'],
  ['12\n13', 'not-an-amount'],
];

describe('parseAmount', () => {
  it.each(accepted)('reads %j as %d cents', (text, expected) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: expected });
  });

  it.each(refused)('refuses %j as %s', (text, kind) => {
    expect(parseAmount(text)).toEqual({ ok: false, error: { kind, text } });
  });

  it('lets the decimal separator of the column decide', () => {
    expect(parseAmount('1,234', { decimal: '.' })).toEqual({ ok: true, value: 123400 });
    expect(parseAmount('1.234', { decimal: ',' })).toEqual({ ok: true, value: 123400 });
    expect(parseAmount('1,234', { decimal: ',' })).toMatchObject({ error: { kind: 'too-precise' } });
    expect(parseAmount('1,230', { decimal: ',' })).toEqual({ ok: true, value: 123 });
    expect(parseAmount('1,234.56', { decimal: ',' })).toMatchObject({ error: { kind: 'not-an-amount' } });
    expect(parseAmount('12.34', { decimal: ',' })).toMatchObject({ error: { kind: 'not-an-amount' } });
  });
});
