import type { LetterModel } from '../ipc/letter-contract.ts';
import { textAdvance } from './advance-width.ts';
import { letterWording } from './letter-wording.ts';
import { greyInk, leftMarginMm, mm, pageWidthMm, rightMarginMm, textWidth } from './page-measures.ts';
import type { PageNode } from './page-node.ts';

const runningSize = 7.5;
const dateWidth = mm(30);
/** Sender and client share the line with the date. */
const longestName = (textWidth - dateWidth) / 2 - 8;

const shortened = (text: string, widest: number = longestName): string => {
  if (textAdvance(text, runningSize) <= widest) return text;
  const characters = [...text];
  while (textAdvance(characters.join(''), runningSize) > widest) characters.pop();
  return `${characters.join('').trimEnd()}…`;
};

/** Margins of a page at its sides, in millimetres; those of a letter where nothing is said. */
interface Sides {
  readonly leftMm: number;
  readonly rightMm: number;
}
const letterSides: Sides = { leftMm: leftMarginMm, rightMm: rightMarginMm };

const widthBetween = ({ leftMm, rightMm }: Sides): number => mm(pageWidthMm - leftMm - rightMm);

const topLine = (text: string, day: string, sides: Sides = letterSides): PageNode => ({
  margin: [mm(sides.leftMm), mm(7), mm(sides.rightMm), 0],
  fontSize: runningSize,
  color: greyInk,
  columns: [
    { width: widthBetween(sides) - dateWidth, text },
    { width: dateWidth, text: day, alignment: 'right' },
  ],
});

/** Top line of the pages after the first of a paper that is no letter: what it is, of which day. One line. */
export const titleLine = (title: string, day: string, sides: Sides = letterSides): PageNode =>
  topLine(shortened(title, widthBetween(sides) - dateWidth - 8), day, sides);

/** Page number of a paper that has no legal line: « 2/3 ». */
export const pageNumber = (page: number, pageCount: number, sides: Sides = letterSides): PageNode => ({
  text: `${page}/${pageCount}`,
  fontSize: runningSize,
  color: greyInk,
  alignment: 'right',
  margin: [mm(sides.leftMm), mm(6), mm(sides.rightMm), 0],
});

/** Top line of the pages after the first: from whom, to whom, of which day. */
export const continuationLine = (
  model: Pick<LetterModel, 'sender' | 'recipient' | 'writtenOn'> & Partial<Pick<LetterModel, 'language'>>,
): PageNode =>
  topLine(
    letterWording(model).fromTo(shortened(model.sender.name), shortened(model.recipient.lines[0] ?? '')),
    letterWording(model).day(model.writtenOn),
  );

/** Legal lines beyond two lines of the foot are set smaller, so that they always find room. */
const longLegalLine = 240;

/** Bottom of every page: the sender's legal line, and « 2/3 » counted within the letter. */
export const bottomLine = (
  model: Pick<LetterModel, 'sender'>,
  page: number,
  pageCount: number,
  belowCarriedSums: boolean,
): PageNode => ({
  margin: [
    mm(leftMarginMm),
    mm(belowCarriedSums ? 1.5 : model.sender.legalLine.length > longLegalLine ? 2 : 5),
    mm(rightMarginMm),
    0,
  ],
  fontSize: model.sender.legalLine.length > longLegalLine ? 6 : runningSize,
  color: greyInk,
  columns: [
    { width: textWidth - mm(14), text: model.sender.legalLine },
    { width: mm(14), text: `${page}/${pageCount}`, alignment: 'right' },
  ],
});
