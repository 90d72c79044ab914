import { describe, expect, it } from 'vitest';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import {
  defaultLetterLayout,
  type LetterLayout,
  letterDocument,
} from '../../../../shared/letters/letter-document.ts';
import { mm } from '../../../../shared/letters/page-measures.ts';
import { addressAreaOf, envelopes, windowClearance } from '../../../../shared/letters/window-geometry.ts';
import { letter, letterOver } from './sample-letter.ts';

type Node = Record<string, unknown>;

const set = (models: readonly LetterModel[], layout: Partial<LetterLayout> = {}) =>
  letterDocument(models, { ...defaultLetterLayout, ...layout }, { images: {}, qrMatrix: () => undefined });

const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (value === null || typeof value !== 'object') return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
};

const textsIn = (value: unknown): readonly string[] =>
  nodesIn(value).flatMap(({ text }) => (typeof text === 'string' ? [text.replace(/\s/gu, ' ')] : []));

/** As if pdfmake had laid out: letters begin on the pages told, each `perPage` rows go on a further page. */
const placed = (document: ReturnType<typeof set>, starts: readonly number[], perPage: number): void => {
  const nodes = nodesIn(document.definition.content);
  const anchors = nodes.filter(({ text }) => typeof text === 'string' && text.startsWith('Lyon, le '));
  anchors.forEach((anchor, index) => {
    anchor.positions = [{ pageNumber: starts[index], left: 0, top: 0 }];
  });
  for (const node of nodes) {
    const found = /^invoices-(\d+)-(\d+)$/u.exec(String(node.id));
    if (!found) continue;
    const first = starts[Number(found[1])] ?? 1;
    node.positions = [{ pageNumber: first + Math.floor(Number(found[2]) / perPage), left: 0, top: 0 }];
  }
};

describe('the pages of letters set together', () => {
  const document = set([letter(), letterOver(9), letter({ reminderId: 'last' })]);
  placed(document, [1, 2, 5], 3);
  const { header, footer } = document.definition;
  const pages = [1, 2, 3, 4, 5].map((page) => ({
    foot: textsIn(footer(page, 5)),
    head: textsIn(header(page, 5)),
  }));

  it('count within each letter, « 2/3 »', () => {
    expect(pages.map(({ foot }) => foot.at(-1))).toEqual(['1/1', '1/3', '2/3', '3/3', '1/1']);
    expect(document.pageRanges()).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 4 },
      { first: 5, last: 5 },
    ]);
  });

  it('have the legal line of the company at the foot of every one', () => {
    for (const { foot } of pages)
      expect(foot).toContain(
        'SARL au capital de 10 000 € · SIREN 732 829 320 · RCS Lyon · TVA FR 44 732829320',
      );
  });

  it('say from whom, to whom and of which day after the first page of a letter', () => {
    expect(pages.map(({ head }) => head[0])).toEqual([
      undefined,
      undefined,
      'Atelier Dupré SARL à Menuiserie Œuvre & Façades SAS',
      'Atelier Dupré SARL à Menuiserie Œuvre & Façades SAS',
      undefined,
    ]);
    expect(pages[2]?.head[1]).toBe('22/11/2026');
  });

  it('carry the sums of the rows before the break, at the foot and overleaf the same', () => {
    const totals = (count: number): string[] => {
      const sum = Array.from({ length: count }, (_, index) => 120_000 + index * 3117).reduce(
        (a, b) => a + b,
        0,
      );
      return [
        `${Math.floor(sum / 100_000)} ${String(Math.floor(sum / 100) % 1000).padStart(3, '0')},${String(sum % 100).padStart(2, '0')}`,
      ];
    };
    expect(pages.map(({ foot }) => foot.includes('À reporter'))).toEqual([false, true, true, false, false]);
    expect(pages.map(({ head }) => head.includes('Report'))).toEqual([false, false, true, true, false]);
    for (const [page, rows] of [
      [1, 3],
      [2, 6],
    ] as const) {
      const over = pages[page]?.foot ?? [];
      const forward = pages[page + 1]?.head ?? [];
      const [sum = ''] = totals(rows);
      expect(over.slice(over.indexOf('À reporter'))).toContain(sum);
      expect(forward.slice(forward.indexOf('Report'))).toContain(sum);
      const figures = over.slice(over.indexOf('À reporter') + 1, -2);
      expect(forward.slice(forward.indexOf('Report') + 1)).toEqual(figures);
    }
  });

  it('repeat the heading of the table, and tear no row', () => {
    const tables = nodesIn(document.definition.content).flatMap(({ table }) =>
      table && (table as Node).headerRows !== undefined ? [table as Node] : [],
    );
    // One of invoices a letter, one of its décompte.
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      expect(table.headerRows).toBeGreaterThanOrEqual(1);
      expect(table.keepWithHeaderRows).toBe(1);
      expect(table.dontBreakRows).toBe(true);
    }
  });
});

describe('a sheet for its envelope and its printer', () => {
  const recipientAt = (layout: Partial<LetterLayout>) => {
    const model = letter();
    const found = nodesIn(set([model], layout).definition.content).find(
      (node) =>
        node.absolutePosition !== undefined && textsIn(node).join('|') === model.recipient.lines.join('|'),
    );
    return found?.absolutePosition as { x: number; y: number };
  };

  it.each(['DL', 'C5'] as const)(
    'moves the address of %s right and down by the offsets, in millimetres',
    (model) => {
      const area = addressAreaOf(model);
      const at = recipientAt({ addressModel: model });
      expect(at.x).toBeCloseTo(mm(area.leftMm), 6);
      expect(at.y).toBeCloseTo(mm(area.topMm), 6);
      const moved = recipientAt({ addressModel: model, offsetXmm: 2.5, offsetYmm: -1.5 });
      expect(moved.x - at.x).toBeCloseTo(mm(2.5), 6);
      expect(moved.y - at.y).toBeCloseTo(mm(-1.5), 6);
    },
  );

  it('keeps sender and text out of the window', () => {
    for (const model of ['DL', 'C5'] as const) {
      const [head] = set([letter()], { addressModel: model }).definition.content as unknown as Node[];
      const { widths, heights } = (head?.table ?? {}) as { widths: number[]; heights: number[] };
      const clear = windowClearance(envelopes[model]);
      expect(mm(25) + (widths[0] ?? 0)).toBeLessThanOrEqual(mm(clear.leftMm));
      expect(mm(20) + (heights[0] ?? 0)).toBeGreaterThanOrEqual(mm(clear.bottomMm));
    }
  });

  it('has its fold marks where the sheet is folded, unless they are switched off', () => {
    const marks = (layout: Partial<LetterLayout>): number[] =>
      nodesIn(set([letter()], layout).definition.content).flatMap(({ absolutePosition, canvas }) => {
        const { x, y } = (absolutePosition ?? { x: -1, y: 0 }) as { x: number; y: number };
        return canvas !== undefined && x === mm(4) ? [Math.round((y / 72) * 254) / 10] : [];
      });
    expect(marks({})).toEqual([99, 198]);
    expect(marks({ addressModel: 'C5' })).toEqual([148.5]);
    expect(marks({ foldMarks: false })).toEqual([]);
  });
});

describe('a letter', () => {
  it('is marked « DUPLICATA » where it is printed again, and only there', () => {
    expect(textsIn(set([letter({ duplicate: true })]).definition.content)).toContain('DUPLICATA');
    expect(textsIn(set([letter()]).definition.content)).not.toContain('DUPLICATA');
  });

  it('says its language, its title and its author', () => {
    const { language, info, displayTitle } = set([letter()]).definition;
    expect(language).toBe('fr-FR');
    expect(displayTitle).toBe(true);
    expect(info).toMatchObject({ title: 'MISE EN DEMEURE DE PAYER', author: 'Atelier Dupré SARL' });
    const english = letter({ kind: 'reminder', language: 'en' });
    expect(set([english]).definition.language).toBe('en-GB');
    expect(set([english, letter()]).definition.language).toBe('fr-FR');
  });

  it('shows logo, name in the company’s colour and its rule', () => {
    const base = letter();
    const model = { ...base, sender: { ...base.sender, logoHash: 'logo', accent: '#1f3a5f' } };
    const nodes = nodesIn(set([model]).definition.content);
    expect(nodes.filter(({ image }) => image === 'logo')).toHaveLength(1);
    expect(nodes.filter(({ text, color }) => text === base.sender.name && color === '#1f3a5f')).toHaveLength(
      1,
    );
    expect(nodes.filter(({ lineColor }) => lineColor === '#1f3a5f')).toHaveLength(1);
    expect(nodesIn(set([base]).definition.content).some(({ image }) => image !== undefined)).toBe(false);
  });

  it('explains in its décompte how interest is counted', () => {
    const text = textsIn(set([letter()]).definition.content).join(' ');
    expect(text).toContain('base × taux annuel × nombre de jours / 365, arrondis au centime à chaque ligne');
    expect(text).toContain('Le premier jour compté est le lendemain de l’échéance');
    expect(text).toContain('s’impute d’abord sur les intérêts (C. civ. 1343-1)');
  });
});
