import { expect, test } from 'vitest';
import { type ArchivePhase, checkedSoFar } from '../../../../../renderer/features/archive/archive-phase.ts';

test('how far the checking is, is shown while main is at it', () => {
  expect(checkedSoFar(3)({ kind: 'asked' })).toEqual({ kind: 'checking', percent: 3 });
  expect(checkedSoFar(54)({ kind: 'checking', percent: 3 })).toEqual({ kind: 'checking', percent: 54 });
});

test('what is told after the answer does not bring the checking back', () => {
  const refused: ArchivePhase = { kind: 'choosing' };
  expect(checkedSoFar(54)(refused)).toBe(refused);
});
