import type { LetterModel } from '../../ipc/letter-contract.ts';
import {
  greyInk,
  hairline,
  hairlineColor,
  leftMarginMm,
  mm,
  rightColumnMm,
  textWidth,
} from '../page-measures.ts';
import type { PageNode } from '../page-node.ts';
import { unbrokenWords } from '../unbroken-words.ts';

const leftColumn = mm(rightColumnMm - leftMarginMm);
const columnGap = mm(5);
/** Lines that a hand needs for the sentence of C. civ. 1376. */
const writingLines = 4;

const rule = (width: number, gapAbove: number): PageNode => ({
  margin: [0, gapAbove, 0, 0],
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: hairline, lineColor: hairlineColor }],
});

const handwriting = (sentence: string): PageNode[] => [
  {
    text: 'À recopier de la main du débiteur, la somme en toutes lettres et en chiffres (C. civ. 1376)\u00A0:',
    fontSize: 9,
    color: greyInk,
    margin: [0, 6, 0, 2],
  },
  { text: unbrokenWords(sentence), italics: true, margin: [0, 0, 0, 2] },
  ...Array.from({ length: writingLines }, () => rule(textWidth, mm(8))),
];

/** Where the other side signs: who, when, and what he writes by hand. Kept in one piece. */
const signatureRoom = ({ countersignature: room }: LetterModel): PageNode[] =>
  room === undefined
    ? []
    : [
        {
          unbreakable: true,
          margin: [0, 10, 0, 0],
          stack: [
            { text: room.title, bold: true },
            ...(room.handwritten === undefined ? [] : handwriting(room.handwritten)),
            {
              margin: [0, 8, 0, 0],
              columnGap,
              columns: [
                {
                  width: leftColumn - columnGap,
                  stack: room.lines.map((text): PageNode => ({ text, margin: [0, 0, 0, 8] })),
                },
                {
                  width: textWidth - leftColumn,
                  stack: [{ text: 'Signature\u00A0:', color: greyInk }, rule(textWidth - leftColumn, mm(20))],
                },
              ],
            },
          ],
        },
      ];

/**
 * The end of a letter with the room for the other side's signature in one piece with the sender's, so that no page
 * holds a signature alone.
 */
export const withCountersignature = (
  closing: readonly PageNode[],
  model: LetterModel,
): readonly PageNode[] => {
  const room = signatureRoom(model);
  const at = closing.findLastIndex((node) => 'stack' in node && node.unbreakable === true);
  const signed = closing[at];
  if (room.length === 0 || signed === undefined || !('stack' in signed)) return [...closing, ...room];
  return [
    ...closing.slice(0, at),
    { unbreakable: true, stack: [...signed.stack, ...closing.slice(at + 1), ...room] },
  ];
};
