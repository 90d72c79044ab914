import { formatDay } from '../dates/format-day.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import { formatAmount } from '../money/format-amount.ts';
import { interestTerms } from './interest-term.ts';
import { greyInk, hairline, mm, ruledLayout, smallSize, textWidth } from './page-measures.ts';
import type { PageNode } from './page-node.ts';

const columnGap = mm(10);
const half = (textWidth - columnGap) / 2;

/** Creditor and debtor side by side, as a court or a bailiff looks for them. */
export const parties = ({ sender, recipient }: PrintedStatement): PageNode => {
  const party = (role: string, lines: readonly string[]): PageNode => ({
    width: half,
    stack: [
      { text: role, fontSize: smallSize, color: greyInk, margin: [0, 0, 0, 2] },
      ...lines.map((text, index): PageNode => (index === 0 ? { text, bold: true } : { text, fontSize: 9 })),
    ],
  });
  const contact = [sender.phone, sender.email].filter((text) => text !== '').join(' · ');
  return {
    columns: [
      party('Créancier', [sender.name, ...sender.lines, ...(contact === '' ? [] : [contact])]),
      party('Débiteur', recipient.lines),
    ],
    columnGap,
    margin: [0, 0, 0, 20],
  };
};

const totalsWidth = mm(118);
/** Column of the amounts that stand at the right margin. */
export const amountWidth = mm(34);

/** What the claim comes to, seen at a glance. */
export const totals = ({ invoices, totals: sums, asOf, interestTerm }: PrintedStatement): PageNode => {
  const line = (text: string, cents: number): PageNode[] => [
    { text },
    { text: formatAmount(cents), alignment: 'right', noWrap: true },
  ];
  const indemnities = invoices.filter(({ indemnityCents }) => indemnityCents !== 0).length;
  const parts: PageNode[][] = [
    line('Principal restant dû', sums.principalCents),
    ...(sums.interestCents === 0 ? [] : [line(interestTerms[interestTerm].sentence, sums.interestCents)]),
    ...(sums.indemnityCents === 0
      ? []
      : [
          line(
            indemnities > 1 ? `Indemnités forfaitaires (${indemnities} factures)` : 'Indemnité forfaitaire',
            sums.indemnityCents,
          ),
        ]),
    ...(sums.creditsCents === 0 ? [] : [line('Avoirs et règlements à déduire', -sums.creditsCents)]),
  ];
  return {
    unbreakable: true,
    margin: [textWidth - totalsWidth, 4, 0, 8],
    stack: [
      {
        table: {
          widths: [totalsWidth - amountWidth - 8, amountWidth],
          body: [
            ...parts,
            [
              { text: `Total dû au ${formatDay(asOf)}`, bold: true, fontSize: 11 },
              {
                text: formatAmount(sums.totalCents),
                bold: true,
                fontSize: 13,
                alignment: 'right',
                noWrap: true,
              },
            ],
          ],
        },
        layout: ruledLayout(2, (row) => (row === parts.length ? hairline : 0), { x: 4, y: 1.3 }),
      },
      ...(sums.dailyInterestCents > 0
        ? [
            {
              text: `puis ${formatAmount(sums.dailyInterestCents)} par jour de retard`,
              alignment: 'right',
              italics: true,
              fontSize: 9,
              color: greyInk,
              margin: [0, 1, 0, 0],
            } satisfies PageNode,
          ]
        : []),
    ],
  };
};
