import {
  type CellShape,
  cellShape,
  type DateOrder,
  type DecimalSign,
  dateOrderEvidence,
  dateOrderMatters,
  decimalEvidence,
} from './cell-shape.ts';
import { synonyms } from './column-synonyms.ts';
import { foldHeader } from './fold-text.ts';

/** A column of a table as it was recognised; every finding can be corrected by the user. */
export interface TableColumn {
  /** From 0. */
  readonly index: number;
  /** As written in the file; « Colonne 3 » in a file without titles, empty for an untitled column. */
  readonly header: string;
  readonly type: 'text' | 'date' | 'amount' | 'empty';
  /** Decimal sign of an amount column; absent when nothing in the file shows it. */
  readonly decimal?: DecimalSign;
  /** Order of the numbers in a date column. */
  readonly dateOrder?: DateOrder;
  /** True when no date of the file shows the order, or when dates contradict each other. */
  readonly dateOrderAmbiguous?: boolean;
  /** Up to five different values of the column, as written. */
  readonly samples: readonly string[];
}

const sampledValues = 1000;

/** The finding that most values support; undefined without any evidence. */
const majority = <Finding>(
  findings: readonly (Finding | undefined)[],
): { readonly winner: Finding; readonly unanimous: boolean } | undefined => {
  const counts = new Map<Finding, number>();
  for (const finding of findings) {
    if (finding !== undefined) counts.set(finding, (counts.get(finding) ?? 0) + 1);
  }
  let winner: Finding | undefined;
  for (const [finding, count] of counts) {
    if (winner === undefined || count > (counts.get(winner) ?? 0)) winner = finding;
  }
  return winner === undefined ? undefined : { winner, unanimous: counts.size === 1 };
};

const amountTitleWords = new Set(
  [
    ...synonyms.totalCents,
    ...synonyms.paidCents,
    ...synonyms.remainingCents,
    'debit',
    'credit',
    'montant ht',
    'tva',
    'prix',
    'price',
    'cost',
    'cout',
  ]
    .flatMap((title) => title.split(' '))
    .filter(
      (word) =>
        word.length > 2 && !['facture', 'invoice', 'client', 'date', 'one', 'column', 'open'].includes(word),
    ),
);

const speaksOfMoney = (header: string): boolean =>
  foldHeader(header)
    .split(' ')
    .some((word) => amountTitleWords.has(word));

const hasMoneyMark = (value: string): boolean =>
  /[.,€$£]|\d[\s\u00a0\u202f]\d|EUR|USD|^\(|-$/.test(value.trim());

const typeOf = (header: string, values: readonly string[]): TableColumn['type'] => {
  if (values.length === 0) return 'empty';
  const shapes: readonly CellShape[] = values.map(cellShape);
  const share = (shape: CellShape): number =>
    shapes.filter((found) => found === shape).length / values.length;
  if (share('date') >= 0.6) return 'date';
  if (share('number') < 0.6) return 'text';
  // Whole numbers are as often codes and postcodes as amounts: the title or a mark of money decides.
  return speaksOfMoney(header) || values.filter(hasMoneyMark).length >= values.length / 4 ? 'amount' : 'text';
};

/** At most `sampledValues` filled values of a column, taken from the whole length of the table. */
const filledValues = (rows: readonly (readonly string[])[], index: number): readonly string[] => {
  const step = Math.max(1, Math.floor(rows.length / sampledValues));
  const values: string[] = [];
  for (let row = 0; row < rows.length && values.length < sampledValues; row += step) {
    const value = (rows[row]?.[index] ?? '').trim();
    if (value !== '') values.push(value);
  }
  if (values.length > 0 || step === 1) return values;
  const first = rows.find((row) => (row[index] ?? '').trim() !== '')?.[index];
  return first === undefined ? [] : [first.trim()];
};

/**
 * Recognises the columns of a table: type by what most values look like; decimal sign and date order by the
 * values that prove one, first in the column, then in the whole file (a program writes all its columns alike).
 */
export const recogniseColumns = (
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly TableColumn[] => {
  const found = headers.map((header, index) => {
    const values = filledValues(rows, index);
    return { index, header, values, type: typeOf(header, values), samples: [...new Set(values)].slice(0, 5) };
  });
  const amounts = found.filter(({ type }) => type === 'amount').flatMap(({ values }) => values);
  const dates = found.filter(({ type }) => type === 'date').flatMap(({ values }) => values);
  const fileDecimal = majority(amounts.map(decimalEvidence))?.winner;
  const fileOrder = majority(dates.filter(dateOrderMatters).map(dateOrderEvidence))?.winner;
  return found.map(({ index, header, values, type, samples }) => {
    if (type === 'amount') {
      const decimal = majority(values.map(decimalEvidence))?.winner ?? fileDecimal;
      return { index, header, type, samples, ...(decimal && { decimal }) };
    }
    if (type === 'date') {
      // 2026-12-31 reads alike in any order: it proves nothing about the 03/04/2026 beside it.
      const doubtful = values.filter(dateOrderMatters);
      const own = majority(doubtful.map(dateOrderEvidence));
      const dateOrder =
        doubtful.length > 0
          ? (own?.winner ?? fileOrder ?? 'dmy')
          : (dateOrderEvidence(values[0] ?? '') ?? 'dmy');
      const dateOrderAmbiguous = doubtful.length > 0 && (own ? !own.unanimous : fileOrder === undefined);
      return { index, header, type, samples, dateOrder, dateOrderAmbiguous };
    }
    return { index, header, type, samples };
  });
};
