import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { greyInk, leftMarginMm, mm, rightMarginMm, textWidth } from './page-measures.ts';
import type { PageNode } from './page-node.ts';

const runningSize = 7.5;
const longestName = 60;

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= longestName ? text : `${characters.slice(0, longestName - 1).join('')}…`;
};

/** Top line of the pages after the first: from whom, to whom, of which day. */
export const continuationLine = (model: LetterModel): PageNode => ({
  margin: [mm(leftMarginMm), mm(10), mm(rightMarginMm), 0],
  fontSize: runningSize,
  color: greyInk,
  columns: [
    {
      width: textWidth - mm(30),
      text: `${shortened(model.sender.name)} à ${shortened(model.recipient.lines[0] ?? '')}`,
    },
    { width: mm(30), text: formatDay(model.writtenOn), alignment: 'right' },
  ],
});

/** Bottom of every page: the sender's legal line, and « 2/3 » counted within the letter. */
export const bottomLine = (model: LetterModel, page: number, pageCount: number, topMm: number): PageNode => ({
  margin: [mm(leftMarginMm), mm(topMm), mm(rightMarginMm), 0],
  fontSize: runningSize,
  color: greyInk,
  columns: [
    { width: textWidth - mm(14), text: model.sender.legalLine },
    { width: mm(14), text: `${page}/${pageCount}`, alignment: 'right' },
  ],
});
