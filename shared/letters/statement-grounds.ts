import { formatDay } from '../dates/format-day.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import { smallSize, textWidth } from './page-measures.ts';
import type { PageNode } from './page-node.ts';
import { amountWidth } from './statement-head.ts';

/** Heading of a part of the décompte. */
export const sectionTitle = (text: string): PageNode => ({
  text,
  bold: true,
  fontSize: 11,
  margin: [0, 14, 0, 2],
});

/** A part under its heading, which never stands alone at the foot of a page; nothing where it is empty. */
const section = (title: string, [first, ...others]: readonly PageNode[]): PageNode[] =>
  first === undefined ? [] : [{ stack: [sectionTitle(title), first], unbreakable: true }, ...others];

/** What is taken off the sum of the invoices. */
export const credits = ({ credits: notes }: PrintedStatement): PageNode[] =>
  section(
    'Avoirs et règlements à déduire',
    notes.map(
      (note): PageNode => ({
        columns: [
          { width: textWidth - amountWidth, text: `${note.label} du ${formatDay(note.on)}`, fontSize: 9 },
          {
            width: amountWidth,
            text: formatPlainAmount(-note.cents),
            alignment: 'right',
            fontSize: 9,
            noWrap: true,
          },
        ],
        margin: [0, 2, 0, 0],
      }),
    ),
  );

/** How it was counted and which articles say so. */
export const grounds = ({ conventions, articles, leftOut }: PrintedStatement): PageNode[] => [
  ...(leftOut.length === 0
    ? []
    : [
        {
          text: `Ne sont pas comprises dans ce décompte\u00A0: ${leftOut.join(', ')}.`,
          fontSize: 9,
          margin: [0, 12, 0, 0],
        } satisfies PageNode,
      ]),
  ...section(
    'Mode de calcul',
    conventions.map((text): PageNode => ({ text, fontSize: smallSize, margin: [0, 2, 0, 0] })),
  ),
  ...section(
    'Textes applicables',
    articles.map(
      ({ article, rules }): PageNode => ({
        text: [{ text: article, bold: true }, { text: ` – ${rules.join(' ')}` }],
        fontSize: smallSize,
        margin: [0, 2, 0, 0],
      }),
    ),
  ),
];
