import { beforeAll, describe, expect, it } from 'vitest';
import { formatPlainAmount } from '../../../../shared/money/format-amount.ts';
import { formatPlainEnglishAmount } from '../../../../shared/money/format-english-amount.ts';
import { everyDocument, type PaperDocument } from './every-document.ts';
import { overprinted, wordsOutside } from './page-findings.ts';
import { type PlacedWord, placedWords } from './pdf-page.ts';

/** Rows of the table of a page, from its words: number and the figures to its right, in their order. */
interface TableRow {
  readonly number: string;
  readonly figures: readonly string[];
}

interface SetPage {
  readonly lines: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Words of each line of a page, read off their places; narrow spaces part no figure. */
const linesOf = (words: readonly PlacedWord[]): readonly (readonly PlacedWord[])[] => {
  const lines: PlacedWord[][] = [];
  for (const word of [...words].sort((a, b) => a.topMm - b.topMm || a.leftMm - b.leftMm)) {
    const line = lines.find((one) => Math.abs((one[0]?.bottomMm ?? 0) - word.bottomMm) < 0.8);
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.sort((a, b) => a.leftMm - b.leftMm).reduce<PlacedWord[]>(joined, []));
};

/** « 4 734,00 » is one figure, which pdftotext parts at its narrow space. */
const joined = (words: PlacedWord[], word: PlacedWord): PlacedWord[] => {
  const before = words.at(-1);
  const isPart = before !== undefined && /^[−-]?\d{1,3}$/u.test(before.text) && /^\d{3}/u.test(word.text);
  return isPart && word.leftMm - before.rightMm < 1
    ? [...words.slice(0, -1), { ...before, text: `${before.text}${word.text}`, rightMm: word.rightMm }]
    : [...words, word];
};

/** French or English, two decimals. */
const figure = /^[−-]?[\d,]*\d[.,]\d\d$/u;

const pagesOf = (bytes: Uint8Array): readonly SetPage[] => {
  const words = placedWords(bytes);
  const last = Math.max(...words.map(({ page }) => page));
  return Array.from({ length: last }, (_unused, index) => {
    const lines = linesOf(words.filter(({ page }) => page === index + 1)).map((line) =>
      line.map(({ text }) => text.replace(/[\u202F\u00A0]/gu, '')),
    );
    return {
      lines: lines.map((line) => line.join(' ')),
      rows: lines
        .filter((line) => /^FA2026-/u.test(line[0] ?? '') && line.length > 4)
        .map((line) => ({ number: line[0] ?? '', figures: line.filter((word) => figure.test(word)) })),
    };
  });
};

const toCents = (text: string): number => Number(text.replace(/\D/gu, ''));

/** As it stands in a line read off the page. */
const shown = (cents: number, isEnglish: boolean): string =>
  isEnglish ? formatPlainEnglishAmount(cents) : formatPlainAmount(cents).replace(/[\u202F\u00A0]/gu, '');

/** Column of the totals of the invoices, added up from the text of the page. */
const sumOf = (rows: readonly TableRow[]): number =>
  rows.reduce((sum, { figures }) => sum + toCents(figures[0] ?? ''), 0);

describe.each(['formal-notice b2b fr', 'firm b2b fr', 'firm b2b en'])(
  'a letter over a hundred invoices: %s',
  { timeout: 120_000 },
  (name) => {
    let letter: PaperDocument;
    let bytes: Uint8Array;
    let pages: readonly SetPage[];
    beforeAll(async () => {
      const found = (await everyDocument({ furtherInvoices: 98 })).find((paper) => paper.name === name);
      if (found === undefined) throw new Error('no such letter');
      letter = found;
      bytes = await letter.render();
      pages = pagesOf(bytes);
    }, 120_000);

    it('lists each of them once, whole, in the order of the ledger', () => {
      const table = letter.model?.table ?? [];
      expect(table).toHaveLength(100);
      const rows = pages.flatMap((page) => page.rows);
      expect(rows.map(({ number }) => number)).toEqual(table.map(({ number }) => number));
      expect(
        wordsOutside(placedWords(bytes), { leftMm: 24.7, rightMm: 190.6, topMm: 4, bottomMm: 293 }),
      ).toEqual([]);
      expect(overprinted(placedWords(bytes))).toEqual([]);
    });

    it('repeats the heading and carries the right sums on every page that the table runs over', () => {
      const isEnglish = name.endsWith(' en');
      const [over, forward] = isEnglish ? ['Carried forward', 'Brought forward'] : ['À reporter', 'Report'];
      const heading = isEnglish ? /^Invoice Dated/u : /^Facture Émise/u;
      const pagesOfTable = pages.filter(({ rows }) => rows.length > 0);
      expect(pagesOfTable.length).toBeGreaterThan(2);
      const before: TableRow[] = [];
      for (const [index, page] of pagesOfTable.entries()) {
        expect(page.lines.filter((line) => heading.test(line))).toHaveLength(1);
        const brought = page.lines.filter((line) => line.startsWith(`${forward} `));
        expect(brought).toHaveLength(index === 0 ? 0 : 1);
        if (index > 0) expect(brought[0]).toContain(`${forward} ${shown(sumOf(before), isEnglish)} `);
        before.push(...page.rows);
        const carried = page.lines.filter((line) => line.startsWith(`${over} `));
        const isLast = index === pagesOfTable.length - 1;
        expect(carried).toHaveLength(isLast ? 0 : 1);
        if (!isLast) expect(carried[0]).toContain(`${over} ${shown(sumOf(before), isEnglish)} `);
      }
      expect(before).toHaveLength(100);
    });

    it('adds up: the figures read off the pages come to the totals of the letter', () => {
      const isEnglish = name.endsWith(' en');
      const { table, totals } = letter.model ?? { table: [], totals: undefined };
      const rows = pages.flatMap((page) => page.rows);
      expect(sumOf(rows)).toBe(table.reduce((sum, row) => sum + row.totalCents, 0));
      const all = pages.flatMap(({ lines }) => lines).join('\n');
      expect(all).toContain(
        `${isEnglish ? 'Total (100 invoices)' : 'Total (100 factures)'} ${shown(sumOf(rows), isEnglish)}`,
      );
      expect(all).toContain(shown(totals?.totalCents ?? 0, isEnglish));
    });

    it('leaves no heading alone at the foot of a page, and no page without a number', () => {
      for (const [index, { lines }] of pages.entries()) {
        const body = lines.filter((line) => !/ \d+\/\d+$/u.test(line));
        expect(lines.join('\n')).toContain(`${index + 1}/${pages.length}`);
        const last = body.at(-1) ?? '';
        expect(last).not.toMatch(/^(?:Facture Émise|Invoice Dated|Annexe|Ligne et fondement|Facture FA)/u);
      }
    });
  },
);
