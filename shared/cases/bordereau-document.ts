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
import type { PageDocument, PageNode } from '../letters/page-node.ts';
import { printableText } from '../letters/printable-text.ts';
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

/** A row of its own for each table: pdfmake writes into its nodes, and a second table would show it empty. */
const heading = (): PageNode[] =>
  ['N°', 'Pièce', 'Date', 'Empreinte SHA-256'].map((name) => ({
    text: name,
    bold: true,
    fontSize: smallSize,
  }));

const sectionNodes = ({ title, rows, missing }: Bordereau['sections'][number]): PageNode[] => [
  { text: printableText(title), bold: true, fontSize: 11, margin: [0, 12, 0, 4] },
  ...(rows.length === 0
    ? []
    : [
        {
          table: {
            widths: [numberWidth, titleWidth, dateWidth, hashWidth],
            headerRows: 1,
            keepWithHeaderRows: 1,
            dontBreakRows: true,
            body: [heading(), ...rows.map(rowOf)],
          },
          layout: ruledLayout(4, () => hairline, { x: padding, y: 3 }),
        },
      ]),
  ...(missing.length === 0
    ? []
    : [
        {
          text: `Non joint\u00A0: ${missing.map(printableText).join(', ')}.`,
          fontSize: smallSize,
          color: greyInk,
          margin: [0, 4, 0, 0] as [number, number, number, number],
        },
      ]),
  ...(rows.length === 0 && missing.length === 0
    ? [{ text: 'Néant.', fontSize: smallSize, color: greyInk }]
    : []),
];

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
      {
        table: {
          widths: [mm(70), mm(40)],
          body: figures.map(([name, amountCents]): PageNode[] => [
            { text: printableText(name) },
            { text: formatAmount(amountCents), alignment: 'right' },
          ]),
        },
        layout: ruledLayout(2, () => hairline, { x: padding, y: 3 }),
      },
      ...sections.flatMap(sectionNodes),
    ],
    header: () => null,
    footer: (page, pageCount) => [
      {
        text: `${page}/${pageCount}`,
        fontSize: 7.5,
        color: greyInk,
        alignment: 'right',
        margin: [pageMargins[0], mm(6), pageMargins[2], 0],
      },
    ],
  };
};
