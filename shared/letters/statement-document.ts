import { formatDay } from '../dates/format-day.ts';
import type { PrintedStatement } from '../ipc/statement-print-contract.ts';
import { sumCents } from '../money/cents.ts';
import { formatAmount, formatPlainAmount } from '../money/format-amount.ts';
import { type CarriedTable, carriedForward, carriedOver } from './carried-totals.ts';
import { type FigureColumn, figureTable } from './figure-table.ts';
import { interestTerms } from './interest-term.ts';
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
  textWidth,
} from './page-measures.ts';
import type { PageDocument, PageNode } from './page-node.ts';
import { printableStatement } from './printable-statement.ts';
import { bottomLine, continuationLine } from './running-lines.ts';
import { statementInvoiceTable } from './statement-invoice-table.ts';

type PrintedInvoice = PrintedStatement['invoices'][number];

const columnGap = mm(10);
const half = (textWidth - columnGap) / 2;

/** Creditor and debtor side by side, as a court or a bailiff looks for them. */
const parties = ({ sender, recipient }: PrintedStatement): PageNode => {
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
const amountWidth = mm(34);

/** What the claim comes to, seen at a glance. */
const totals = ({ invoices, totals: sums, asOf, interestTerm }: PrintedStatement): PageNode => {
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

const amount = (title: string, of: (row: PrintedInvoice) => number): FigureColumn<PrintedInvoice> => ({
  heading: title,
  cell: (row) => (of(row) === 0 ? '–' : formatPlainAmount(of(row))),
  sum: (rows) => formatPlainAmount(sumCents(rows.map(of))),
});

/** One line an invoice, where there are several. */
const summary = (
  statement: PrintedStatement,
): { readonly nodes: PageNode[]; readonly carried: CarriedTable[] } => {
  if (statement.invoices.length < 2) return { nodes: [], carried: [] };
  const none = () => '';
  const table = figureTable<PrintedInvoice>(
    'summary',
    { heading: 'Facture', cell: (row) => row.number, total: `Total (${statement.invoices.length} factures)` },
    [
      { heading: 'Échéance', cell: (row) => formatDay(row.dueOn), sum: none },
      {
        heading: 'Jours de retard',
        cell: (row) => (row.daysLate > 0 ? String(row.daysLate) : '–'),
        sum: none,
      },
      amount('Principal (€)', (row) => row.principalCents),
      amount(`${interestTerms[statement.interestTerm].column} (€)`, (row) => row.interestCents),
      ...(statement.totals.indemnityCents === 0
        ? []
        : [amount('Indemnité (€)', (row) => row.indemnityCents)]),
      amount('Total (€)', (row) => row.totalCents),
    ],
    statement.invoices,
  );
  return { nodes: [sectionTitle('Récapitulatif par facture'), table.node], carried: [table.carried] };
};

const sectionTitle = (text: string): PageNode => ({
  text,
  bold: true,
  fontSize: 11,
  margin: [0, 14, 0, 2],
});

const credits = ({ credits: notes }: PrintedStatement): PageNode[] =>
  notes.length === 0
    ? []
    : [
        sectionTitle('Avoirs et règlements à déduire'),
        ...notes.map(
          (note): PageNode => ({
            columns: [
              {
                width: textWidth - amountWidth,
                text: `${note.label} du ${formatDay(note.on)}`,
                fontSize: 9,
              },
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
      ];

const smallText = (text: string): PageNode => ({ text, fontSize: smallSize, margin: [0, 2, 0, 0] });

/** How it was counted and which articles say so. */
const grounds = ({ conventions, articles, leftOut }: PrintedStatement): PageNode[] => [
  ...(leftOut.length === 0
    ? []
    : [
        {
          text: `Ne sont pas comprises dans ce décompte : ${leftOut.join(', ')}.`,
          fontSize: 9,
          margin: [0, 12, 0, 0],
        } satisfies PageNode,
      ]),
  ...(conventions.length === 0 ? [] : [sectionTitle('Mode de calcul'), ...conventions.map(smallText)]),
  ...(articles.length === 0
    ? []
    : [
        sectionTitle('Textes applicables'),
        ...articles.map(
          ({ article, rules }): PageNode => ({
            text: [{ text: article, bold: true }, { text: ` – ${rules.join(' ')}` }],
            fontSize: smallSize,
            margin: [0, 2, 0, 0],
          }),
        ),
      ]),
];

/**
 * A décompte as a document for pdfmake: parties, total, one table an invoice with the article of each line, how
 * it was counted. Pages are numbered, table headings repeated, sums of the summary carried over.
 */
export const statementDocument = (given: PrintedStatement): PageDocument => {
  const statement = printableStatement(given);
  const table = summary(statement);
  const detail = statement.invoices.map(statementInvoiceTable);
  return {
    pageSize: 'A4',
    pageMargins: [...pageMargins],
    language: 'fr-FR',
    displayTitle: true,
    info: {
      title: `Décompte arrêté au ${formatDay(statement.asOf)} – ${statement.recipient.lines[0] ?? ''}`,
      author: statement.sender.name,
      creator: 'Acquit',
      producer: 'Acquit',
      // Noon of the day of printing: the same décompte gives the same file.
      creationDate: new Date(`${statement.writtenOn}T12:00:00Z`),
    },
    defaultStyle: { font: letterFont, fontSize: bodySize, lineHeight: bodyLineHeight, color: ink },
    images: {},
    content: [
      parties(statement),
      {
        text: `Décompte arrêté au ${formatDay(statement.asOf)}`,
        bold: true,
        fontSize: 15,
        margin: [0, 0, 0, 8],
      },
      totals(statement),
      ...table.nodes,
      ...(detail.length > 1 ? [sectionTitle('Détail par facture')] : []),
      ...detail,
      ...credits(statement),
      ...grounds(statement),
    ],
    header: (page) => {
      if (page === 1) return null;
      const carried = carriedForward(table.carried, page);
      return [continuationLine(statement), ...(carried ? [carried] : [])];
    },
    footer: (page, pageCount) => {
      const carried = carriedOver(table.carried, page);
      return [...(carried ? [carried] : []), bottomLine(statement, page, pageCount, carried !== undefined)];
    },
  };
};
