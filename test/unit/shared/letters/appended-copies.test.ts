import { expect, it } from 'vitest';
import { announcesCopiesByHand, withAppendedCopies } from '../../../../shared/letters/appended-copies.ts';
import { letter } from './sample-letter.ts';

it('tells a letter whose announced copies the user must put in from one that carries them', () => {
  const announced = { ...letter(), enclosures: ['Copie de la facture FA2026-001', 'Décompte annexé'] };
  expect(announcesCopiesByHand(announced)).toBe(true);
  expect(announcesCopiesByHand({ enclosures: ['Copie des 3 factures'] })).toBe(true);
  expect(announcesCopiesByHand({ enclosures: ['Décompte annexé', 'Relevé de compte'] })).toBe(false);
  const hash = 'a'.repeat(64);
  const carried = withAppendedCopies(announced, [{ number: 'FA2026-001', hash }]);
  expect(announcesCopiesByHand(carried)).toBe(false);
  const many = Array.from({ length: 6 }, (_unused, index) => ({ number: `F${index}`, hash }));
  expect(announcesCopiesByHand(withAppendedCopies(announced, many))).toBe(false);
  expect(announcesCopiesByHand(withAppendedCopies({ ...announced, language: 'en' }, many))).toBe(false);
});
