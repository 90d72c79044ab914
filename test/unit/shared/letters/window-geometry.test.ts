import { describe, expect, it } from 'vitest';
import { mm } from '../../../../shared/letters/page-measures.ts';
import { addressSize } from '../../../../shared/letters/recipient-block.ts';
import { addressAreas, alwaysVisibleArea, envelopes } from '../../../../shared/letters/window-geometry.ts';

describe('window geometry', () => {
  it('gives the areas of the specification for DL and C5', () => {
    expect(alwaysVisibleArea(envelopes.DL)).toEqual({ leftMm: 100, rightMm: 190, topMm: 45, bottomMm: 79 });
    expect(alwaysVisibleArea(envelopes.C5)).toEqual({ leftMm: 109, rightMm: 190, topMm: 57, bottomMm: 88.5 });
  });

  it.each(['DL', 'C5'] as const)('keeps the %s address inside what always shows', (model) => {
    const visible = alwaysVisibleArea(envelopes[model]);
    const address = addressAreas[model];
    expect(address.leftMm).toBeGreaterThanOrEqual(visible.leftMm);
    expect(address.topMm).toBeGreaterThanOrEqual(visible.topMm);
    expect(address.rightMm).toBeLessThanOrEqual(visible.rightMm);
    expect(address.bottomMm).toBeLessThanOrEqual(visible.bottomMm);
  });

  it('sets six lines of 38 capitals unwrapped, and shrinks rather than overflows', () => {
    const [width, height] = [mm(79), mm(28)];
    const usual = '124 AV DU MARECHAL DE LATTRE DE TASSIG';
    expect(
      addressSize(
        Array.from({ length: 6 }, () => usual),
        width,
        height,
      ),
    ).toBeGreaterThanOrEqual(8);
    expect(addressSize(['Menuiserie', '69100 LYON'], width, height)).toBe(10.5);
    expect(
      addressSize(
        Array.from({ length: 7 }, () => 'M'.repeat(300)),
        width,
        height,
      ),
    ).toBe(4);
  });
});
