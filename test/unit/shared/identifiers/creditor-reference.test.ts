import { describe, expect, it } from 'vitest';
import {
  creditorReference,
  formatCreditorReference,
  isCreditorReference,
} from '../../../../shared/identifiers/creditor-reference.ts';

describe('creditor references', () => {
  it.each([
    ['539007547034', 'RF18539007547034'],
    ['FA2026000123', 'RF31FA2026000123'],
    ['C00042', 'RF71C00042'],
    ['2026-11-0007', 'RF202026110007'],
    ['FAC.2026/0815', 'RF03FAC20260815'],
    ['fa 2026 000123', 'RF31FA2026000123'],
  ])('%s gives %s', (number, expected) => {
    expect(creditorReference(number)).toEqual({ ok: true, value: expected });
    expect(isCreditorReference(expected)).toBe(true);
    expect(isCreditorReference(formatCreditorReference(expected))).toBe(true);
  });

  it.each([
    ['', 'empty'],
    [' -/ ', 'empty'],
    ['1234567890123456789012', 'too-long'],
    ['FACTURE É1', 'invalid-character'],
    ['FA_1', 'invalid-character'],
  ])('refuses %j as %s', (number, kind) => {
    expect(creditorReference(number)).toEqual({ ok: false, error: { kind, text: number } });
  });

  it('refuses wrong check digits and other texts', () => {
    for (const text of ['RF17539007547034', 'RF18', 'XX18539007547034', 'RF1853900754703O', ''])
      expect(isCreditorReference(text)).toBe(false);
  });

  it('prints in groups of four', () => {
    expect(formatCreditorReference('RF31FA2026000123')).toBe('RF31 FA20 2600 0123');
    expect(formatCreditorReference('RF71C00042')).toBe('RF71 C000 42');
    expect(formatCreditorReference('FA-2026/0815 bis')).toBe('FA-2026/0815 bis');
  });
});
