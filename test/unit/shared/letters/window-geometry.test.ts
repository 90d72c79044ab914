import { describe, expect, it } from 'vitest';
import { mm } from '../../../../shared/letters/page-measures.ts';
import { addressSize } from '../../../../shared/letters/recipient-block.ts';
import {
  addressAreaOf,
  addressAreas,
  alwaysVisibleArea,
  envelopeProblem,
  envelopes,
  type WindowEnvelope,
  windowClearance,
} from '../../../../shared/letters/window-geometry.ts';

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

describe('an envelope of one’s own', () => {
  const own: WindowEnvelope = { ...envelopes.DL, windowHeightMm: 35, windowRightMm: 15, windowBottomMm: 25 };
  const problem = (over: Partial<WindowEnvelope>) => envelopeProblem({ ...own, ...over });

  it('is taken where the address always shows, as the usual ones are', () => {
    for (const envelope of [own, envelopes.DL, envelopes.C5])
      expect(envelopeProblem(envelope)).toBeUndefined();
  });

  it('has the address inside what always shows, and nothing else within 5 mm of it', () => {
    const visible = alwaysVisibleArea(own);
    expect(visible).toEqual({ leftMm: 105, topMm: 50, rightMm: 195, bottomMm: 74 });
    expect(windowClearance(own)).toEqual({ leftMm: 100, topMm: 45, rightMm: 200, bottomMm: 79 });
    const address = addressAreaOf(own);
    expect(address.leftMm).toBeGreaterThanOrEqual(visible.leftMm);
    expect(address.topMm).toBeGreaterThanOrEqual(visible.topMm);
    expect(address.rightMm).toBeLessThanOrEqual(visible.rightMm);
    expect(address.bottomMm).toBeLessThanOrEqual(visible.bottomMm);
    expect(address.bottomMm - address.topMm).toBeGreaterThanOrEqual(18);
  });

  it.each<[string, Partial<WindowEnvelope>, RegExp]>([
    ['a measure that is no number', { widthMm: Number.NaN }, /toutes les mesures/u],
    ['a measure below zero', { windowRightMm: -1 }, /toutes les mesures/u],
    ['a sheet wider than it', { panelWidthMm: 221 }, /plus grande que l’enveloppe/u],
    ['a sheet higher than it', { panelHeightMm: 111 }, /plus grande que l’enveloppe/u],
    ['a window beyond its left edge', { windowRightMm: 121 }, /dépasse de l’enveloppe/u],
    ['a window beyond its top', { windowBottomMm: 76 }, /dépasse de l’enveloppe/u],
    ['a window too low for six lines', { windowHeightMm: 30 }, /toujours visible/u],
    ['a window too narrow', { windowWidthMm: 69 }, /toujours visible/u],
    ['a window where the sender stands', { windowRightMm: 100 }, /trop à gauche/u],
    ['a window at the top of the sheet', { windowBottomMm: 74 }, /haut de la page/u],
  ])('is refused with %s', (_what, over, message) => {
    expect(problem(over)).toMatch(message);
  });
});
