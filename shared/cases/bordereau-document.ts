import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import {
  bodyLineHeight,
  bodySize,
  greyInk,
  hairline,
  ink,
  letterFont,
  mm,
  pageMargins,
  ruledLayout,
  smallSize,
  tableSize,
  textWidth,
} from '../letters/page-measures.ts';
import type { Margin, PageDocument, PageNode, TextNode } from '../letters/page-node.ts';
import { printableText } from '../letters/printable-text.ts';
import { pageNumber, titleLine } from '../letters/running-lines.ts';
import { formatAmount } from '../money/format-amount.ts';

/** A numbered piece of the list. */
export interface BordereauRow {
  readonly number: number;
  readonly title: string;
  readonly on?: Day | undefined;
  /** Path in the ZIP. */
  readonly path: string;
  readonly sha256: string;
}

export interface Bordereau {
  readonly writtenOn: Day;
  readonly creditor: string;
  readonly debtor: string;
  /** Name, cents, of the summary: principal, interest, indemnities, total. */
  readonly figures: readonly (readonly [name: string, amountCents: number])[];
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly BordereauRow[];
    readonly missing: readonly string[];
  }[];
}

const numberWidth = mm(9);
const dateWidth = mm(22);
const hashWidth = mm(34);
const padding = 4;
const sectionGap = 12;
const titleWidth = textWidth - numberWidth - dateWidth - hashWidth - 3 * 2 * padding;

const rowOf = ({ number, title, on, path, sha256 }: BordereauRow): PageNode[] => [
  { text: String(number), fontSize: tableSize },
  {
    stack: [
      { text: printableText(title), fontSize: tableSize },
      { text: printableText(path), fontSize: 7, color: greyInk },
    ],
  },
  { text: on === undefined ? '' : formatDay(on), fontSize: tableSize },
  // Four lines of 16: the whole hash, so that paper alone vouches for the file.
  {
    stack: [0, 16, 32, 48].map((at) => ({ text: sha256.slice(at, at + 16), fontSize: 6.5, color: greyInk })),
  },
];

const small = (text: string): TextNode => ({
  text,
  fontSize: smallSize,
  color: greyInk,
  verticalAlignment: 'bottom',
});

const heading = (text: string): TextNode => ({ text: printableText(text), bold: true, fontSize: 11 });

/** Under the pieces of a section, or in their place: what is not there. */
const remarkOf = ({ rows, missing }: Bordereau['sections'][number]): PageNode[] => {
  const text =
    missing.length > 0
      ? `Non joint\u00A0: ${missing.map(printableText).join(', ')}.`
      : rows.length === 0
        ? 'Néant.'
        : undefined;
  return text === undefined ? [] : [{ ...small(text), margin: [0, 4, 0, 0] }];
};

const sectionNodes = (section: Bordereau['sections'][number]): PageNode[] => {
  const { title, rows } = section;
  const margin: Margin = [0, sectionGap, 0, 0];
  if (rows.length === 0)
    return [{ stack: [heading(title), ...remarkOf(section)], unbreakable: true, margin }];
  return [
    {
      margin,
      table: {
        widths: [numberWidth, titleWidth, dateWidth, hashWidth],
        // The title of the section heads its table: it stays with the first piece and comes again overleaf.
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        body: [
          [{ ...heading(title), colSpan: 2 }, { text: '' }, small('Date'), small('Empreinte SHA-256')],
          ...rows.map(rowOf),
        ],
      },
      layout: ruledLayout(4, (line) => (line === 0 ? 0 : hairline), { x: padding, y: 3 }),
    },
    ...remarkOf(section),
  ];
};

/** What is claimed, the total last and under a rule. */
const figureTable = (figures: Bordereau['figures']): PageNode => {
  const last = figures.length - 1;
  return {
    table: {
      widths: [mm(70), mm(40)],
      body: figures.map(([name, amountCents], index): PageNode[] => [
        { text: printableText(name), bold: index === last },
        { text: formatAmount(amountCents), alignment: 'right', noWrap: true, bold: index === last },
      ]),
    },
    layout: ruledLayout(2, (line) => (line === last ? hairline : 0), { x: padding, y: 1.5 }),
  };
};

/** « Bordereau de pièces » (CPC 1407): what is claimed, and every piece with its number, date, file and hash. */
export const bordereauDocument = (bordereau: Bordereau): PageDocument => {
  const { writtenOn, creditor, debtor, figures, sections } = bordereau;
  return {
    pageSize: 'A4',
    pageMargins: [...pageMargins],
    language: 'fr-FR',
    displayTitle: true,
    info: {
      title: `Bordereau de pièces – ${printableText(debtor)}`,
      author: printableText(creditor),
      creator: 'Acquit',
      producer: 'Acquit',
      creationDate: new Date(`${writtenOn}T12:00:00Z`),
    },
    defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: bodyLineHeight, color: ink },
    images: {},
    content: [
      { text: 'Bordereau de pièces', bold: true, fontSize: 15 },
      { text: `Établi le ${formatDay(writtenOn)}`, color: greyInk, margin: [0, 1, 0, 8] },
      { text: `Créancier\u00A0: ${printableText(creditor)}` },
      { text: `Débiteur\u00A0: ${printableText(debtor)}`, margin: [0, 0, 0, 8] },
      figureTable(figures),
      ...sections.flatMap(sectionNodes),
    ],
    header: (page) =>
      page === 1
        ? null
        : [
            titleLine(
              `Bordereau de pièces\u00A0: ${printableText(creditor)}, ${printableText(debtor)}`,
              formatDay(writtenOn),
            ),
          ],
    footer: (page, pageCount) => [pageNumber(page, pageCount)],
  };
};
