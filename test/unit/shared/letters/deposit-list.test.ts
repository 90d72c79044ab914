import { describe, expect, it } from 'vitest';
import type { DepositList } from '../../../../shared/ipc/print-contract.ts';
import { textAdvance } from '../../../../shared/letters/advance-width.ts';
import { depositListDocument, depositTotals } from '../../../../shared/letters/deposit-list.ts';
import { mm } from '../../../../shared/letters/page-measures.ts';
import { letter } from './sample-letter.ts';

type Node = Record<string, unknown>;
type Row = DepositList['rows'][number];

const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (value === null || typeof value !== 'object') return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
};
const textsIn = (value: unknown): readonly string[] =>
  nodesIn(value).flatMap(({ text }) => (typeof text === 'string' ? [text.replace(/\s/gu, ' ')] : []));

const row = (over: Partial<Row> = {}): Row => ({
  lines: ['Menuiserie SAS', '1 RUE HAUTE', '69100 VILLEURBANNE'],
  invoices: 'F-1, F-2',
  enclosures: 'Décompte annexé',
  registered: true,
  ...over,
});
const list = (...rows: Row[]): DepositList => ({ writtenOn: '2026-11-22', sender: letter().sender, rows });
const plain = row({ registered: false });

describe('the covering list for the post office', () => {
  it('counts all letters, and the registered ones among them', () => {
    const said = (...rows: Row[]) => depositTotals(list(...rows)).replace(/\s/gu, ' ');
    expect(said(plain)).toBe('1 pli, aucun recommandé');
    expect(said(row())).toBe('1 pli, dont 1 lettre recommandée avec avis de réception');
    expect(said(row(), plain, row())).toBe('3 plis, dont 2 lettres recommandées avec avis de réception');
  });

  const document = depositListDocument(list(row(), plain, row({ trackingNumber: '1A 123 456 7890 1' })));
  const table = nodesIn(document.content).find(({ table: found }) => found !== undefined)?.table as {
    body: unknown[][];
    headerRows: number;
    dontBreakRows: boolean;
  };
  const cells = table.body.map((cell) => cell.map((one) => textsIn(one).join(' | ')));

  it('has a line for each, numbered, with address, contents, boxes to tick and the number', () => {
    expect(cells).toEqual([
      ['N°', 'Destinataire', 'Contenu', 'Recommandé', 'N° de suivi'],
      [
        '1',
        'Menuiserie SAS | 1 RUE HAUTE | 69100 VILLEURBANNE',
        'F-1, F-2 | PJ : Décompte annexé',
        '☐ R1  ☐ R2  ☐ R3 | ☐ AR',
        '',
      ],
      [
        '2',
        'Menuiserie SAS | 1 RUE HAUTE | 69100 VILLEURBANNE',
        'F-1, F-2 | PJ : Décompte annexé',
        'Lettre simple',
        '–',
      ],
      [
        '3',
        'Menuiserie SAS | 1 RUE HAUTE | 69100 VILLEURBANNE',
        'F-1, F-2 | PJ : Décompte annexé',
        '☐ R1  ☐ R2  ☐ R3 | ☐ AR',
        '1A 123 456 7890 1',
      ],
    ]);
  });

  it('has room for a whole line of an address, of 38 characters', () => {
    const [, width] = (table as unknown as { widths: number[] }).widths;
    for (const line of [
      '12 AVENUE DU MARECHAL DE LATTRE DE TAS',
      'LA GRANDE MANUFACTURE DE MEUBLES ROMAN',
      '69123 SAINT GERMAIN AU MONT D OR CEDEX',
    ]) {
      expect(line).toHaveLength(38);
      expect(textAdvance(line, 8)).toBeLessThanOrEqual(width ?? 0);
    }
    expect(document.pageMargins[0] + document.pageMargins[2]).toBeLessThan(mm(31));
  });

  it('leaves room for a number that is not known yet', () => {
    expect(nodesIn(table.body[1]?.[4]).filter(({ type }) => type === 'rect')).toHaveLength(1);
    expect(nodesIn(table.body[3]?.[4]).filter(({ type }) => type === 'rect')).toHaveLength(0);
  });

  it('repeats its heading, tears no line, and has sender, day, stamp and page numbers', () => {
    expect(table.headerRows).toBe(1);
    expect(table.dontBreakRows).toBe(true);
    const texts = textsIn(document.content);
    for (const text of [
      'Bordereau récapitulatif de dépôt',
      'Préparé le 22/11/2026',
      'Atelier Dupré SARL',
      'Cachet du bureau de poste',
      'Signature de l’agent :',
    ])
      expect(texts).toContain(text);
    expect(texts.at(-1)).toContain('il ne remplace pas les formulaires de La Poste');
    expect(textsIn(document.footer(2, 3))).toContain('2/3');
    expect(document.header(1, 3)).toBeNull();
    expect(textsIn(document.header(2, 3))[0]).toContain(
      'Bordereau récapitulatif de dépôt, Atelier Dupré SARL',
    );
  });
});
