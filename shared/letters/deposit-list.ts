import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { DepositList } from '../ipc/print-contract.ts';
import { counted } from '../money/format-count.ts';
import {
  bodyLineHeight,
  bodySize,
  bottomMarginMm,
  greyInk,
  hairline,
  hairlineColor,
  ink,
  letterFont,
  mm,
  pageWidthMm,
  ruledLayout,
  smallSize,
  topMarginMm,
} from './page-measures.ts';
import type { PageDocument, PageNode } from './page-node.ts';
import { printableText } from './printable-text.ts';
import { pageNumber, titleLine } from './running-lines.ts';

const box = '\u2610';
const padding = 4;
/** Narrower than those of a letter: a line of an address has up to 38 characters (NF Z10-011). */
const sides = { leftMm: 15, rightMm: 15 } as const;
const listWidth = mm(pageWidthMm - sides.leftMm - sides.rightMm);
const numberWidth = mm(6);
const tierWidth = mm(22.5);
const trackingWidth = mm(34);
const contentWidth = mm(34);
const columnCount = 5;
/** What is left of the line for the address. */
const addressWidth =
  listWidth - numberWidth - tierWidth - trackingWidth - contentWidth - 2 * padding * (columnCount - 1);

const titles = ['N°', 'Destinataire', 'Contenu', 'Recommandé', 'N° de suivi'];

const heading: PageNode[] = titles.map((text) => ({ text, bold: true, fontSize: smallSize }));

type Row = DepositList['rows'][number];

/** « R1 ☐ R2 ☐ R3 ☐ AR ☐ », to be ticked as on the form of the post; nothing for an ordinary letter. */
const tiers = ({ registered }: Row): PageNode =>
  registered
    ? {
        stack: [{ text: `${box} R1  ${box} R2  ${box} R3` }, { text: `${box} AR`, margin: [0, 3, 0, 0] }],
        fontSize: smallSize,
      }
    : { text: 'Lettre simple', fontSize: smallSize, color: greyInk };

const tracking = ({ registered, trackingNumber = '' }: Row): PageNode => {
  if (trackingNumber !== '') return { text: printableText(trackingNumber), fontSize: 9 };
  if (!registered) return { text: '–', color: greyInk };
  return {
    canvas: [
      { type: 'rect', x: 0, y: 2, w: trackingWidth, h: mm(7), lineWidth: hairline, lineColor: hairlineColor },
    ],
  };
};

const contents = ({ invoices, enclosures }: Row): PageNode => ({
  stack: [
    ...(invoices === '' ? [] : [{ text: printableText(invoices) }]),
    ...(enclosures === '' ? [] : [{ text: `PJ\u00A0: ${printableText(enclosures)}`, color: greyInk }]),
  ],
  fontSize: 7.5,
});

const rowOf = (row: Row, index: number): PageNode[] => [
  { text: `${index + 1}`, fontSize: 9 },
  {
    stack: row.lines.map(
      (text, at): PageNode => ({ text: printableText(text), ...(at === 0 ? { bold: true } : {}) }),
    ),
    fontSize: smallSize,
  },
  contents(row),
  tiers(row),
  tracking(row),
];

/** « 12 plis, dont 10 lettres recommandées avec avis de réception ». */
export const depositTotals = (list: DepositList): string => {
  const registered = list.rows.filter((row) => row.registered).length;
  const all = counted(list.rows.length, 'pli', 'plis');
  if (registered === 0) return `${all}, aucun recommandé`;
  return `${all}, dont ${counted(registered, 'lettre recommandée', 'lettres recommandées')} avec avis de réception`;
};

const stampPlace: PageNode = {
  unbreakable: true,
  margin: [0, 14, 0, 0],
  columns: [
    {
      width: listWidth / 2,
      stack: [
        { text: 'Déposés le\u00A0: ____ / ____ / ________' },
        { text: 'Nombre de plis acceptés\u00A0: ________', margin: [0, 8, 0, 0] },
        { text: 'Signature de l’agent\u00A0:', margin: [0, 8, 0, 0] },
      ],
    },
    {
      width: listWidth / 2,
      stack: [
        { text: 'Cachet du bureau de poste', fontSize: smallSize, color: greyInk, margin: [0, 0, 0, 2] },
        {
          canvas: [
            {
              type: 'rect',
              x: 0,
              y: 0,
              w: listWidth / 2,
              h: mm(32),
              lineWidth: hairline,
              lineColor: hairlineColor,
            },
          ],
        },
      ],
    },
  ],
};

/**
 * « Bordereau récapitulatif de dépôt »: every letter with its number, addressee, address, invoices, enclosures,
 * boxes for the tier of compensation and the advice of receipt, totals, and the place for the stamp. It is no
 * form of La Poste, whose barcodes nobody else may print (law-and-formats.md 2.3).
 */
export const depositListDocument = (list: DepositList): PageDocument => {
  const day = formatDay(list.writtenOn as Day);
  const sender = printableText(list.sender.name);
  return {
    pageSize: 'A4',
    pageMargins: [mm(sides.leftMm), mm(topMarginMm), mm(sides.rightMm), mm(bottomMarginMm)],
    language: 'fr-FR',
    displayTitle: true,
    info: {
      title: `Bordereau récapitulatif de dépôt du ${day}`,
      author: sender,
      creator: 'Acquit',
      producer: 'Acquit',
      creationDate: new Date(`${list.writtenOn}T12:00:00Z`),
    },
    defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: bodyLineHeight, color: ink },
    images: {},
    content: [
      { text: 'Bordereau récapitulatif de dépôt', bold: true, fontSize: 15 },
      { text: `Préparé le ${day}`, color: greyInk, margin: [0, 1, 0, 8] },
      { text: 'Expéditeur', fontSize: smallSize, color: greyInk },
      { text: sender, bold: true },
      ...list.sender.lines.map((text): PageNode => ({ text: printableText(text) })),
      { text: depositTotals(list), bold: true, margin: [0, 10, 0, 6] },
      {
        table: {
          widths: [numberWidth, addressWidth, contentWidth, tierWidth, trackingWidth],
          headerRows: 1,
          dontBreakRows: true,
          body: [heading, ...list.rows.map(rowOf)],
        },
        layout: ruledLayout(columnCount, () => hairline, { x: padding, y: 4 }),
      },
      stampPlace,
      {
        text: 'Document de l’expéditeur\u00A0: il ne remplace pas les formulaires de La Poste. R1, R2, R3\u00A0: niveau d’indemnisation choisi\u00A0; AR\u00A0: avis de réception.'.replace(
          '\u00A0;',
          '\u202F;',
        ),
        fontSize: 7.5,
        color: greyInk,
        margin: [0, 10, 0, 0],
      },
    ],
    header: (page) =>
      page === 1 ? null : [titleLine(`Bordereau récapitulatif de dépôt, ${sender}`, day, sides)],
    footer: (page, pageCount) => [pageNumber(page, pageCount, sides)],
  };
};
