import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { BlockKind } from '../../../../shared/reminders/block.ts';
import {
  blockBadge,
  blockEnd,
  blockExplanation,
  blockNames,
} from '../../../../shared/reminders/block-badge.ts';

const promise = {
  kind: 'promise',
  reason: 'Règlement promis pour le 27 novembre 2026.',
  resumesOn: day('2026-12-02'),
} as const;

describe('the badge of what holds a reminder back', () => {
  it('names it with its last day, and says on which day reminders resume', () => {
    expect(blockBadge(promise)).toBe('Promesse jusqu’au 01/12');
    expect(blockEnd(promise)).toBe('02/12/2026');
    expect(blockExplanation(promise)).toBe(
      'Règlement promis pour le 27 novembre 2026. Les relances reprennent d’elles-mêmes le 02/12/2026.',
    );
  });

  it('says what ends it where no day does', () => {
    const dispute = { kind: 'dispute', reason: 'Facture contestée.' } as const;
    expect(blockBadge(dispute)).toBe('Litige');
    expect(blockExplanation(dispute)).toBe('Facture contestée. Reprise\u00A0: clôture du litige.');
    expect(blockExplanation({ kind: 'insolvency', reason: 'La créance se déclare.' })).toBe(
      'La créance se déclare.',
    );
  });

  it('has a name and an end for every reason', () => {
    for (const kind of Object.keys(blockNames) as BlockKind[]) {
      expect(blockNames[kind]).not.toBe('');
      expect(blockEnd({ kind, reason: '' })).not.toBe('');
    }
  });
});
