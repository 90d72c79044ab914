import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { interestTermOf } from './interest-term.ts';
import { letterWording } from './letter-wording.ts';
import { greyInk, hairline, mm, ruledLayout, textWidth } from './page-measures.ts';
import type { PageNode, StackNode } from './page-node.ts';

const blockWidth = mm(118);
const amountWidth = mm(32);
/** Less the padding between label and amount. */
const labelWidth = blockWidth - amountWidth - 8;

/** Principal, penalties, indemnities and what they come to, seen at a glance; then what each further day adds. */
export const totalsBlock = (model: LetterModel): StackNode => {
  const { principalCents, interestCents, indemnityCents, creditsCents, totalCents, dailyInterestCents } =
    model.totals;
  const wording = letterWording(model);
  const line = (label: string, amountCents: number): PageNode[] => [
    { text: label },
    { text: wording.amount(amountCents), alignment: 'right', noWrap: true },
  ];
  const parts: PageNode[][] = [];
  if (model.showsPenalties || creditsCents > 0) parts.push(line(wording.principal, principalCents));
  if (model.showsPenalties) {
    const claimed = model.table.filter((row) => row.indemnityCents !== 0).length;
    parts.push(line(`${interestTermOf(model).sentence} au ${formatDay(model.writtenOn)}`, interestCents));
    if (indemnityCents !== 0)
      parts.push(
        line(
          claimed > 1
            ? `Indemnités forfaitaires (${claimed} × 40 €)`
            : 'Indemnité forfaitaire de recouvrement',
          indemnityCents,
        ),
      );
  }
  if (creditsCents > 0) parts.push(line(wording.credits(model.totals.creditNumbers ?? []), -creditsCents));
  const label = model.deadlineOn === undefined ? wording.toPay : wording.toPayBy(model.deadlineOn);
  const body: PageNode[][] = [
    ...parts,
    [
      { text: label, bold: true, fontSize: 11, noWrap: true, verticalAlignment: 'bottom' },
      { text: wording.amount(totalCents), bold: true, fontSize: 13, alignment: 'right', noWrap: true },
    ],
  ];
  const stack: PageNode[] = [
    {
      table: { widths: [labelWidth, amountWidth], body },
      layout: ruledLayout(2, (row) => (row === parts.length && parts.length > 0 ? hairline : 0), {
        x: 4,
        y: 1.3,
      }),
    },
  ];
  if (model.showsPenalties && dailyInterestCents > 0)
    stack.push({
      text: `puis ${wording.amount(dailyInterestCents)} par jour de retard`,
      alignment: 'right',
      italics: true,
      fontSize: 9,
      color: greyInk,
      margin: [0, 1, 0, 0],
    });
  return { stack, unbreakable: true, margin: [textWidth - blockWidth, 3, 0, 4] };
};
