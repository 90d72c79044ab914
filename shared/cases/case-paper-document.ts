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
import { printableParagraph, printableText } from '../letters/printable-text.ts';
import type { CasePaper, PaperBlock, PaperColumn } from './case-paper.ts';

const padding = 4;
const labelWidth = mm(54);

const heading = (title: string): TextNode => ({ text: printableText(title), bold: true, fontSize: 11 });

/** The title as a row: it never stands alone at the foot of a page, and comes again where the table goes on. */
const titleRow = (title: string, columnCount: number): PageNode[] => [
  { ...heading(title), colSpan: columnCount },
  ...Array.from({ length: columnCount - 1 }, () => ({ text: '' })),
];

/** No line above the title. */
const layout = (columnCount: number) =>
  ruledLayout(columnCount, (line) => (line === 0 ? 0 : hairline), { x: padding, y: 3 });

const apart: Margin = [0, 10, 0, 0];

const fieldsNode = ({ title, fields }: Extract<PaperBlock, { kind: 'fields' }>): PageNode => ({
  table: {
    widths: [labelWidth, textWidth - labelWidth - 2 * padding],
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    body: [
      titleRow(title, 2),
      ...fields.map(({ label, value, source }): PageNode[] => [
        { text: printableText(label), fontSize: tableSize },
        {
          stack: [
            { text: printableText(value), fontSize: tableSize },
            ...(source === undefined || source === ''
              ? []
              : [{ text: printableText(source), fontSize: smallSize, color: greyInk }]),
          ],
        },
      ]),
    ],
  },
  layout: layout(2),
  margin: [...apart],
});

const widthsOf = (columns: readonly PaperColumn[]): number[] => {
  const room = textWidth - (columns.length - 1) * 2 * padding;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (room * share) / whole);
};

const tableNode = ({ title, columns, rows }: Extract<PaperBlock, { kind: 'table' }>): PageNode => {
  const alignment = ({ isAmount }: PaperColumn) => (isAmount ? { alignment: 'right' as const } : {});
  return {
    table: {
      widths: widthsOf(columns),
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        titleRow(title, columns.length),
        columns.map((column) => ({
          text: printableText(column.name),
          bold: true,
          fontSize: smallSize,
          ...alignment(column),
        })),
        ...rows.map((row) =>
          columns.map((column, index) => ({
            text: printableText(row[index] ?? ''),
            fontSize: tableSize,
            ...alignment(column),
          })),
        ),
      ],
    },
    layout: layout(columns.length),
    margin: [...apart],
  };
};

const blockNodes = (block: PaperBlock): PageNode[] => {
  switch (block.kind) {
    case 'fields':
      return block.fields.length === 0 ? [] : [fieldsNode(block)];
    case 'table':
      return block.rows.length > 0
        ? [tableNode(block)]
        : [
            {
              stack: [
                { ...heading(block.title), margin: [0, 12, 0, 4] },
                { text: printableText(block.none), fontSize: tableSize, color: greyInk },
              ],
              unbreakable: true,
            },
          ];
    default: {
      const [first, ...others] = block.paragraphs.map(
        (text): PageNode => ({
          text: printableParagraph(text),
          fontSize: tableSize + 0.5,
          margin: [0, 0, 0, 5],
        }),
      );
      return [
        {
          stack: [{ ...heading(block.title), margin: [0, 12, 0, 4] }, ...(first ? [first] : [])],
          unbreakable: true,
        },
        ...others,
      ];
    }
  }
};

/** A paper of a case, set: heading, parties, blocks one under the other, pages counted. */
export const casePaperDocument = (paper: CasePaper): PageDocument => ({
  pageSize: 'A4',
  pageMargins: [...pageMargins],
  language: 'fr-FR',
  displayTitle: true,
  info: {
    title: `${printableText(paper.title)} – ${printableText(paper.debtor)}`,
    author: printableText(paper.creditor),
    creator: 'Acquit',
    producer: 'Acquit',
    creationDate: new Date(`${paper.writtenOn}T12:00:00Z`),
  },
  defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: bodyLineHeight, color: ink },
  images: {},
  content: [
    { text: printableText(paper.title), bold: true, fontSize: 15 },
    { text: `Au ${formatDay(paper.writtenOn)}`, color: greyInk, margin: [0, 1, 0, 8] },
    { text: `Créancier\u00A0: ${printableText(paper.creditor)}` },
    { text: `Débiteur\u00A0: ${printableText(paper.debtor)}` },
    ...(paper.lead === undefined
      ? []
      : [
          {
            text: printableText(paper.lead),
            italics: true,
            margin: [0, 6, 0, 0] as [number, number, number, number],
          },
        ]),
    ...paper.blocks.flatMap(blockNodes),
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
});
