import type { LetterModel } from '../ipc/letter-contract.ts';
import { letterWording } from './letter-wording.ts';
import {
  greyInk,
  hairline,
  hairlineColor,
  leftMarginMm,
  mm,
  pageWidthMm,
  rightColumnMm,
  rightMarginMm,
  topMarginMm,
} from './page-measures.ts';
import type { PageNode, TableNode } from './page-node.ts';
import { type AddressModel, envelopeOf, foldHeightsOf, windowClearance } from './window-geometry.ts';

/** The sender keeps clear of everything the window may show. */
const senderWidth = (model: AddressModel): number =>
  mm(windowClearance(envelopeOf(model)).leftMm - leftMarginMm - 2);

const rightColumnWidth = mm(pageWidthMm - rightMarginMm - rightColumnMm);

const sender = (model: LetterModel): PageNode[] => {
  const { name, lines, phone, email, logoHash, accent } = model.sender;
  const contact = [phone, email].filter((text) => text !== '');
  return [
    ...(logoHash === undefined
      ? []
      : [{ image: logoHash, fit: [mm(55), mm(18)], margin: [0, 0, 0, 6] } satisfies PageNode]),
    {
      text: name,
      bold: true,
      fontSize: 12,
      margin: [0, 0, 0, 2],
      ...(accent === undefined ? {} : { color: accent }),
    },
    ...(accent === undefined
      ? []
      : [
          {
            margin: [0, 0, 0, 4],
            canvas: [{ type: 'line', x1: 0, y1: 0, x2: mm(18), y2: 0, lineWidth: 1.6, lineColor: accent }],
          } satisfies PageNode,
        ]),
    ...lines.map((text) => ({ text, fontSize: 9 })),
    ...contact.map(
      (text, index): PageNode => ({
        text,
        fontSize: 9,
        color: greyInk,
        margin: [0, index === 0 ? 3 : 0, 0, 0],
      }),
    ),
  ];
};

/** Sender on the left, as high as the address window reaches, so that the text begins below both. */
export const letterhead = (model: LetterModel, addressModel: AddressModel): TableNode => ({
  table: {
    widths: [senderWidth(addressModel)],
    heights: [mm(windowClearance(envelopeOf(addressModel)).bottomMm - topMarginMm + 0.5)],
    body: [[{ stack: sender(model) }]],
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    hLineColor: () => hairlineColor,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
});

/** « Lettre recommandée avec demande d’avis de réception », its number or the room to write it, above the window. */
export const registeredMention = (model: LetterModel): PageNode[] => {
  const lines: PageNode[] = [];
  const at = { x: mm(rightColumnMm), y: mm(topMarginMm) };
  if (model.duplicate) lines.push({ text: 'DUPLICATA', bold: true, fontSize: 9, margin: [0, 0, 0, 3] });
  if (model.registered) {
    lines.push({ text: 'Lettre recommandée avec demande d’avis de réception', fontSize: 8.5, noWrap: true });
    lines.push(
      model.trackingNumber === undefined || model.trackingNumber === ''
        ? {
            columns: [
              { width: 12, text: 'n°', fontSize: 9, margin: [0, 5, 0, 0] },
              {
                width: mm(52),
                canvas: [
                  {
                    type: 'rect',
                    x: 0,
                    y: 3,
                    w: mm(52),
                    h: mm(6),
                    lineWidth: hairline,
                    lineColor: hairlineColor,
                  },
                ],
              },
            ],
          }
        : { text: `n° ${model.trackingNumber}`, bold: true, fontSize: 10 },
    );
  }
  if (lines.length === 0) return [];
  return [{ absolutePosition: at, columns: [{ width: rightColumnWidth, stack: lines }] }];
};

/** Place and date, in the right-hand column under the address. */
export const placeAndDate = (model: LetterModel): PageNode => {
  const date = letterWording(model).date(model.writtenOn);
  return {
    text: model.sender.place === '' ? date.replace(/^l/u, 'L') : `${model.sender.place}, ${date}`,
    margin: [mm(rightColumnMm - leftMarginMm), 0, 0, 7],
  };
};

/** Short marks at the left edge where the sheet is folded for its envelope. */
export const foldMarks = (addressModel: AddressModel): PageNode[] =>
  foldHeightsOf(addressModel).map((heightMm) => ({
    absolutePosition: { x: mm(4), y: mm(heightMm) },
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: mm(4), y2: 0, lineWidth: hairline, lineColor: hairlineColor }],
  }));
