import { formatDay } from '../dates/format-day.ts';
import type { ProcedureSheet } from '../ipc/procedure-sheet-contract.ts';
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

const padding = 4;
const labelWidth = mm(62);
const valueWidth = textWidth - labelWidth - 2 * padding;

const sectionNodes = ({ title, fields }: ProcedureSheet['sections'][number]): PageNode[] => [
  { text: printableText(title), bold: true, fontSize: 11, margin: [0, 12, 0, 4] },
  {
    table: {
      widths: [labelWidth, valueWidth],
      dontBreakRows: true,
      body: fields.map(({ label, value, source }): PageNode[] => [
        { text: printableText(label), fontSize: tableSize },
        {
          stack: [
            { text: printableText(value), fontSize: tableSize },
            { text: printableText(source), fontSize: smallSize, color: greyInk },
          ],
        },
      ]),
    },
    layout: ruledLayout(2, () => hairline, { x: padding, y: 3 }),
  },
];

/** Data of a procedure on paper, each value above its source: notes to fill a form from, never the form itself. */
export const procedureSheetDocument = (sheet: ProcedureSheet): PageDocument => ({
  pageSize: 'A4',
  pageMargins: [...pageMargins],
  language: 'fr-FR',
  displayTitle: true,
  info: {
    title: `${printableText(sheet.title)} – ${printableText(sheet.debtor)}`,
    author: printableText(sheet.creditor),
    creator: 'Acquit',
    producer: 'Acquit',
    creationDate: new Date(`${sheet.writtenOn}T12:00:00Z`),
  },
  defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: bodyLineHeight, color: ink },
  images: {},
  content: [
    { text: `Données\u00A0: ${printableText(sheet.title)}`, bold: true, fontSize: 15 },
    { text: `Établies le ${formatDay(sheet.writtenOn)}`, color: greyInk, margin: [0, 1, 0, 8] },
    { text: `Débiteur\u00A0: ${printableText(sheet.debtor)}` },
    {
      text: 'Notes pour remplir le formulaire, à vérifier avec votre conseil ou le greffe\u00A0: ce n’est pas la requête.',
      fontSize: smallSize,
      color: greyInk,
    },
    ...sheet.sections.filter(({ fields }) => fields.length > 0).flatMap(sectionNodes),
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
