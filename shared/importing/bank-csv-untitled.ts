import { type WrittenAmounts, writtenAmounts } from './bank-csv-amount.ts';
import { isProven, runningBalance } from './bank-csv-balance.ts';
import type { BankCsvColumns, BankCsvTarget } from './bank-csv-columns.ts';
import { columnValues } from './bank-csv-guess.ts';
import { sideSign } from './bank-csv-side.ts';
import { labelSign } from './bank-csv-words.ts';
import type { TableColumn } from './column-type.ts';

type Chosen = { [Target in BankCsvTarget]?: number };
type Rows = readonly (readonly string[])[];

interface AmountChoice {
  readonly columns: Chosen;
  readonly isCertain: boolean;
}

const averageLength = (values: readonly string[]): number =>
  values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);

/** Amounts of each row as if the columns were these. */
const readAs = (
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
  rows: Rows,
): readonly WrittenAmounts[] => rows.map(writtenAmounts(columns, tableColumns));

const neverBoth = (rows: readonly WrittenAmounts[]): boolean =>
  rows.every(({ debit, credit }) => (debit ?? 0) === 0 || (credit ?? 0) === 0);

/** What the labels say about the sign of the rows in which a column is filled: below 0 = paid out. */
const labelVotes = (
  rows: Rows,
  texts: readonly number[],
  column: number,
): { readonly out: number; readonly in: number } => {
  let out = 0;
  let comes = 0;
  for (const cells of rows) {
    if ((cells[column] ?? '').trim() === '') continue;
    const sign = labelSign(texts.map((index) => cells[index] ?? '').join(' '));
    if (sign < 0) out += 1;
    if (sign > 0) comes += 1;
  }
  return { out, in: comes };
};

const provenBy = (amounts: readonly WrittenAmounts[], signed: (row: WrittenAmounts) => number): boolean => {
  const balance = runningBalance(amounts.map((row) => ({ cents: signed(row), balanceCents: row.balance })));
  return isProven(balance) && balance.checked >= 2 && balance.broken === 0;
};

const oneColumn = (
  column: number,
  side: number | undefined,
  tableColumns: readonly TableColumn[],
  rows: Rows,
): AmountChoice => {
  if (side !== undefined) return { columns: { amount: column, side }, isCertain: true };
  const amounts = readAs({ amount: column }, tableColumns, rows);
  return { columns: { amount: column }, isCertain: amounts.some(({ amount }) => (amount ?? 0) < 0) };
};

/** Debit and credit by their signs, by a running balance, or by what the labels beside them say. */
const pair = (
  [first, second]: readonly [number, number],
  balance: number | undefined,
  texts: readonly number[],
  tableColumns: readonly TableColumn[],
  rows: Rows,
): AmountChoice | undefined => {
  const at = balance === undefined ? {} : { balance };
  const ways = [
    { debit: first, credit: second, ...at },
    { debit: second, credit: first, ...at },
  ] as const;
  for (const way of ways) {
    const amounts = readAs(way, tableColumns, rows);
    if (!neverBoth(amounts)) return undefined;
    const debits = amounts.flatMap(({ debit }) => debit ?? []);
    const credits = amounts.flatMap(({ credit }) => credit ?? []);
    if (debits.length > 0 && debits.every((debit) => debit <= 0) && debits.some((debit) => debit < 0)) {
      if (credits.every((credit) => credit >= 0)) return { columns: way, isCertain: true };
    }
    if (
      balance !== undefined &&
      provenBy(amounts, ({ debit, credit }) => (credit ?? 0) - Math.abs(debit ?? 0))
    )
      return { columns: way, isCertain: true };
  }
  const [a, b] = [labelVotes(rows, texts, first), labelVotes(rows, texts, second)];
  const forFirst = a.out + b.in;
  const forSecond = a.in + b.out;
  // At least five labels that speak, nearly all of them for the same side.
  const [most, least] = [Math.max(forFirst, forSecond), Math.min(forFirst, forSecond)];
  return { columns: forFirst >= forSecond ? ways[0] : ways[1], isCertain: most >= 5 && least * 10 <= most };
};

const amountColumns = (
  numbers: readonly number[],
  side: number | undefined,
  texts: readonly number[],
  tableColumns: readonly TableColumn[],
  rows: Rows,
): AmountChoice => {
  const [first, second, third, ...others] = numbers;
  if (first === undefined || others.length > 0) return { columns: {}, isCertain: false };
  if (second === undefined) return oneColumn(first, side, tableColumns, rows);
  if (third === undefined) {
    for (const [amount, balance] of [
      [first, second],
      [second, first],
    ] as const) {
      const amounts = readAs({ amount, balance }, tableColumns, rows);
      if (provenBy(amounts, (row) => row.amount ?? 0))
        return { columns: { amount, balance }, isCertain: true };
    }
    return (
      pair([first, second], undefined, texts, tableColumns, rows) ?? {
        columns: { amount: first },
        isCertain: false,
      }
    );
  }
  for (const [a, b, balance] of [
    [first, second, third],
    [second, third, first],
    [first, third, second],
  ] as const) {
    const found = pair([a, b], balance, texts, tableColumns, rows);
    if (
      found?.isCertain &&
      provenBy(
        readAs(found.columns, tableColumns, rows),
        ({ debit, credit }) => (credit ?? 0) - Math.abs(debit ?? 0),
      )
    )
      return found;
  }
  return { columns: { debit: first, credit: second, balance: third }, isCertain: false };
};

/**
 * The columns of a table without titles (or with unknown ones) by what they hold; `known` were told by titles.
 * @returns the choice, and whether dates and signs of the amounts are beyond doubt.
 */
export const columnsByContent = (
  known: BankCsvColumns,
  tableColumns: readonly TableColumn[],
  rows: Rows,
): { readonly columns: BankCsvColumns; readonly isCertain: boolean } => {
  const used = new Set(Object.values(known).filter((value) => typeof value === 'number'));
  const free = tableColumns.filter(({ index }) => !used.has(index));
  const dates = free.filter(({ type }) => type === 'date').map(({ index }) => index);
  const bookedOn = known.bookedOn ?? dates[0];
  const valueOn = known.valueOn ?? (known.bookedOn === undefined ? dates[1] : undefined);
  const texts = free.filter(({ type }) => type === 'text').map(({ index }) => index);
  const sides = texts.filter((index) => {
    const values = columnValues(rows, index);
    return (
      values.length === rows.length &&
      new Set(values).size === 2 &&
      values.every((value) => sideSign(value) !== undefined)
    );
  });
  const labels = texts
    .filter((index) => !sides.includes(index))
    .map((index) => ({ index, length: averageLength(columnValues(rows, index)) }))
    .filter(({ length }) => length >= 5)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  const spoken = known.label === undefined ? labels : [known.label, ...labels];
  const hasAmount = known.amount !== undefined || known.debit !== undefined || known.credit !== undefined;
  const numbers = free.filter(({ type }) => type === 'amount').map(({ index }) => index);
  const amounts = hasAmount
    ? { columns: {}, isCertain: true }
    : amountColumns(numbers, sides[0], spoken, tableColumns, rows);
  const [label, details] = labels;
  return {
    columns: {
      ...(known.label === undefined && label !== undefined && { label }),
      ...(known.label === undefined && known.details === undefined && details !== undefined && { details }),
      ...amounts.columns,
      ...known,
      ...(bookedOn !== undefined && { bookedOn }),
      ...(valueOn !== undefined && { valueOn }),
    },
    // Of several unknown dates one is the day of booking; which one, nobody said.
    isCertain:
      amounts.isCertain && bookedOn !== undefined && (known.bookedOn !== undefined || dates.length <= 2),
  };
};
