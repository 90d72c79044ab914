import type { LetterBlock } from '../../ipc/letter-block.ts';
import type { LetterModel } from '../../ipc/letter-contract.ts';
import { formatRate } from '../../law/format-rate.ts';
import { sumCents } from '../../money/cents.ts';
import type { CarriedTable } from '../carried-totals.ts';
import { type FigureColumn, figureTable } from '../figure-table.ts';
import { letterWording } from '../letter-wording.ts';
import type { PageNode } from '../page-node.ts';
import { type BlockWording, blockWording } from './block-wording.ts';

export type BlockOf<Kind extends LetterBlock['kind']> = Extract<LetterBlock, { readonly kind: Kind }>;

/** A table of a letter with what it carries over its page breaks. */
export interface BlockTable {
  readonly node: PageNode;
  readonly carried: CarriedTable;
}

/** How days and sums are written. */
interface Figures {
  readonly words: BlockWording;
  readonly day: (day: string) => string;
  readonly figure: (amountCents: number) => string;
  readonly rate: (basisPoints: number) => string;
}

const figuresOf = (model: Pick<LetterModel, 'language'>): Figures => {
  const { day, figure } = letterWording(model);
  const rate = (basisPoints: number): string =>
    model.language === 'en' ? `${(basisPoints / 100).toFixed(2)}%` : formatRate(basisPoints);
  return { words: blockWording(model), day, figure, rate };
};

const none = (): string => '';

const amount = <Row>(
  { figure }: Figures,
  heading: string,
  of: (row: Row) => number,
  hasSum = true,
): FigureColumn<Row> => ({
  heading,
  cell: (row) => (of(row) === 0 ? '–' : figure(of(row))),
  sum: (rows) => (hasSum ? figure(sumCents(rows.map(of))) : ''),
});

interface Movement {
  readonly label: string;
  readonly on: string;
  readonly debitCents: number;
  readonly creditCents: number;
  readonly balanceCents: number;
}

const movementsOf = (block: BlockOf<'movements'>, { words, day }: Figures): readonly Movement[] => [
  {
    label: words.opening(day(block.from)),
    on: block.from,
    debitCents: 0,
    creditCents: 0,
    balanceCents: block.openingCents,
  },
  ...block.lines.map((line) => ({
    label: [
      [words.movementKinds[line.kind], line.reference].filter((part) => part !== '').join('\u00A0'),
      ...(line.kind === 'invoice' && line.dueOn !== undefined ? [words.due(day(line.dueOn))] : []),
    ].join(', '),
    on: line.on,
    debitCents: line.debitCents,
    creditCents: line.creditCents,
    balanceCents: line.balanceCents,
  })),
];

/** The account as it ran: what stands at a page break is the sum of the movements and the balance reached. */
const movementTable = (block: BlockOf<'movements'>, figures: Figures, key: string): BlockTable => {
  const { words, day, figure } = figures;
  const columns: FigureColumn<Movement>[] = [
    { heading: words.on, cell: (row) => day(row.on), sum: none },
    amount(figures, words.debit, (row) => row.debitCents),
    amount(figures, words.credit, (row) => row.creditCents),
    {
      heading: words.balance,
      cell: (row) => figure(row.balanceCents),
      sum: (rows) => figure(rows.at(-1)?.balanceCents ?? 0),
    },
  ];
  return figureTable(
    key,
    { heading: words.movement, cell: (row) => row.label, total: words.closing(day(block.to)) },
    columns,
    movementsOf(block, figures),
  );
};

const invoicesTable = (block: BlockOf<'invoices'>, figures: Figures, key: string): BlockTable => {
  const { words, day } = figures;
  type Row = (typeof block.rows)[number];
  const columns: FigureColumn<Row>[] = [
    { heading: words.dated, cell: (row) => day(row.issuedOn), sum: none },
    { heading: words.dueOn, cell: (row) => (row.dueOn === undefined ? '–' : day(row.dueOn)), sum: none },
    amount(figures, words.total, (row) => row.totalCents),
  ];
  if (block.rows.some(({ owedCents }) => owedCents !== undefined))
    columns.push(amount(figures, words.owed, (row) => row.owedCents ?? 0));
  if (block.rows.some(({ daysLate }) => daysLate !== undefined))
    columns.push({
      heading: words.daysLate,
      cell: ({ daysLate = 0 }) => (daysLate > 0 ? String(daysLate) : '–'),
      sum: none,
    });
  return figureTable(
    key,
    { heading: words.invoice, cell: (row) => row.number, total: words.sum(block.rows.length) },
    columns,
    block.rows,
  );
};

const instalmentTable = (block: BlockOf<'instalments'>, figures: Figures, key: string): BlockTable => {
  const { words, day } = figures;
  const rows = block.rows.map((row, index) => ({ ...row, rank: row.rank ?? index + 1 }));
  type Row = (typeof rows)[number];
  const columns: FigureColumn<Row>[] = [
    { heading: words.until, cell: (row) => day(row.dueOn), sum: none },
    amount(figures, words.amount, (row) => row.cents),
  ];
  return figureTable(
    key,
    { heading: words.instalment, cell: (row) => words.rank(row.rank), total: 'Total' },
    columns,
    rows,
  );
};

const discountTable = (block: BlockOf<'discounts'>, figures: Figures, key: string): BlockTable => {
  const { words, day } = figures;
  type Row = (typeof block.rows)[number];
  const columns: FigureColumn<Row>[] = [
    { heading: words.dated, cell: (row) => day(row.issuedOn), sum: none },
    amount(figures, words.owed, (row) => row.owedCents),
    { heading: words.rate, cell: (row) => figures.rate(row.basisPoints), sum: none },
    amount(figures, words.discount, (row) => row.discountCents),
    amount(figures, words.payable, (row) => row.payableCents),
    { heading: words.until, cell: (row) => day(row.until), sum: none },
  ];
  return figureTable(
    key,
    { heading: words.invoice, cell: (row) => row.number, total: words.sum(block.rows.length) },
    columns,
    block.rows,
  );
};

const settledTable = (block: BlockOf<'settled'>, figures: Figures, key: string): BlockTable => {
  const { words, day } = figures;
  type Row = (typeof block.rows)[number];
  const columns: FigureColumn<Row>[] = [
    { heading: words.dated, cell: (row) => day(row.issuedOn), sum: none },
    amount(figures, words.total, (row) => row.totalCents),
    amount(figures, words.settled, (row) => row.settledCents),
    amount(figures, words.left, (row) => row.leftCents),
  ];
  return figureTable(
    key,
    { heading: words.invoice, cell: (row) => row.number, total: words.sum(block.rows.length) },
    columns,
    block.rows,
  );
};

/** A block of figures as a table; its rows are told from those of other tables by `key`. */
export const blockTable = (
  block: Exclude<LetterBlock, { readonly kind: 'total' }>,
  model: Pick<LetterModel, 'language'>,
  key: string,
): BlockTable => {
  const figures = figuresOf(model);
  switch (block.kind) {
    case 'movements':
      return movementTable(block, figures, key);
    case 'invoices':
      return invoicesTable(block, figures, key);
    case 'instalments':
      return instalmentTable(block, figures, key);
    case 'discounts':
      return discountTable(block, figures, key);
    case 'settled':
      return settledTable(block, figures, key);
  }
};
