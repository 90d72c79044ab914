import { describe, expect, it } from 'vitest';
import { calibrationPage } from '../../../../shared/letters/calibration-page.ts';
import { defaultLetterLayout, type LetterLayout } from '../../../../shared/letters/letter-document.ts';
import { mm } from '../../../../shared/letters/page-measures.ts';
import {
  addressAreaOf,
  alwaysVisibleArea,
  envelopes,
  type SheetArea,
} from '../../../../shared/letters/window-geometry.ts';

type Node = Record<string, unknown>;

const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (value === null || typeof value !== 'object') return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
};

const page = (layout: Partial<LetterLayout> = {}, printer?: string) =>
  nodesIn(calibrationPage({ ...defaultLetterLayout, ...layout }, printer).content);

const addressAt = (layout: Partial<LetterLayout>) => {
  const found = page(layout).find(
    (node) =>
      node.absolutePosition !== undefined &&
      nodesIn(node.columns).some(({ text }) => text === 'ETALONNAGE DE LA FENETRE'),
  );
  return found?.absolutePosition as { x: number; y: number };
};

const inMm = (points: unknown): number => Math.round((Number(points) / 72) * 254) / 10;

describe('the calibration page', () => {
  it.each(['DL', 'C5'] as const)(
    'prints the address of %s where letters do, moved by the offsets',
    (model) => {
      const area = addressAreaOf(model);
      const at = addressAt({ addressModel: model, offsetXmm: -2, offsetYmm: 3.5 });
      expect(at.x).toBeCloseTo(mm(area.leftMm - 2), 6);
      expect(at.y).toBeCloseTo(mm(area.topMm + 3.5), 6);
      const plain = addressAt({ addressModel: model });
      expect(plain.x).toBeCloseTo(mm(area.leftMm), 6);
      expect(plain.y).toBeCloseTo(mm(area.topMm), 6);
    },
  );

  it('frames what always shows and where the address stands', () => {
    const frames = page().flatMap(({ type, x, y, w, h }): SheetArea[] =>
      type === 'rect'
        ? [
            {
              leftMm: inMm(x),
              topMm: inMm(y),
              rightMm: inMm(Number(x) + Number(w)),
              bottomMm: inMm(Number(y) + Number(h)),
            },
          ]
        : [],
    );
    expect(frames).toContainEqual(alwaysVisibleArea(envelopes.DL));
    expect(frames).toContainEqual(addressAreaOf('DL'));
  });

  it('has four crosses, each 20 mm from two edges', () => {
    const arms = page().filter(
      ({ type, lineColor, lineWidth }) => type === 'line' && lineColor === '#1a1d24' && lineWidth === 0.4,
    );
    const middles = arms.map(({ x1, y1, x2, y2 }) => [
      inMm((Number(x1) + Number(x2)) / 2),
      inMm((Number(y1) + Number(y2)) / 2),
    ]);
    expect([...new Set(middles.map(String))].sort()).toEqual(['190,20', '190,277', '20,20', '20,277']);
    expect(arms).toHaveLength(8);
  });

  it('says of which printer it is, which offsets it has, and how to read it', () => {
    const said = (layout: Partial<LetterLayout>, printer?: string): string =>
      page(layout, printer)
        .map(({ text }) => (typeof text === 'string' ? text : ''))
        .join(' ')
        .replace(/\s+/gu, ' ');
    expect(said({ offsetXmm: -2, offsetYmm: 1.5 }, 'Laser')).toMatch(
      /Imprimante « Laser ».*220 × 110 mm, fenêtre 100 × 45 mm à 20 mm du bord droit et 20 mm du bas.*Décalages actuels : 2 mm vers la gauche, 1,5 mm vers le bas\./u,
    );
    expect(said({ offsetXmm: 1, offsetYmm: -1 })).toContain('1 mm vers la droite, 1 mm vers le haut.');
    expect(said({})).toMatch(/à 100 % .*Décalages actuels : aucun\./u);
    expect(said({})).not.toContain('Imprimante «');
  });
});
