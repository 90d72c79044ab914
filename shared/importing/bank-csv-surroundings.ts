import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import { accountIn, datePattern } from './bank-csv-account.ts';
import { bankAmount, bankDay, currencyIn, isCurrencyCode } from './bank-csv-cells.ts';
import { type ControlKind, controlKind } from './bank-csv-words.ts';
import type { DecimalSign } from './cell-shape.ts';
import { foldText } from './fold-text.ts';

/** A balance or total that a file states beside its movements. */
export interface StatedBalance {
  readonly kind: ControlKind | 'balance';
  readonly cents: Cents;
  readonly on?: Day | undefined;
}

/** What the lines above (or below) the movements say. */
export interface Surroundings {
  readonly account?: string | undefined;
  readonly currency?: string | undefined;
  readonly balances: readonly StatedBalance[];
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** A line above the movements holds short facts; a longer cell is a text. */
const longestCell = 150;

const dayIn = (text: string): Day | undefined => {
  const found = datePattern.exec(text)?.[0];
  const read = found === undefined ? undefined : bankDay(found, 'dmy');
  return read?.ok ? read.value.day : undefined;
};

const currencyOf = (records: readonly (readonly string[])[]): string | undefined => {
  for (const record of records) {
    for (const cell of record) {
      const bare = cell.replace(/^[\s:]+/, '');
      if (isCurrencyCode(bare) && currencyIn(bare) !== undefined) return currencyIn(bare);
    }
    if (/\b(devise|currency|wahrung|waehrung|tenu en|mena)\b/.test(foldText(record.join(' ')))) {
      const named = currencyIn(record.join(' ').replace(/\b(francs?|frf)\b/gi, ''));
      if (named !== undefined) return named;
    }
  }
  return undefined;
};

const trailingAmount = /([+\-−]?\s?\d[\d\s.,'’]*)\s*(?:€|[A-Z]{3})?\s*$/;

/** Balances and totals that a line states: « Solde au 12/06/2024 1 234,56 € », or words and figure apart. */
export const balancesIn = (
  record: readonly string[],
  decimal: DecimalSign | undefined,
): readonly StatedBalance[] =>
  record.flatMap((cell, index) => {
    if (cell.length > longestCell) return [];
    const on = dayIn(cell) ?? dayIn(record[index + 1] ?? '');
    const undated = cell.replace(datePattern, ' ');
    const inside = trailingAmount.exec(undated)?.[1];
    const words = (inside === undefined ? undated : undated.slice(0, undated.lastIndexOf(inside))).replace(
      /:\s*$/,
      '',
    );
    const kind = controlKind(words);
    if (kind === undefined) return [];
    const candidates = [inside ?? '', ...record.slice(index + 1)];
    for (const candidate of candidates) {
      if (candidate.trim() === '' || datePattern.test(candidate)) continue;
      const read = bankAmount(candidate, decimal);
      if (read.ok) return [{ kind, cents: read.value, on }];
    }
    return [];
  });

const isDateCell = (cell: string | undefined): boolean =>
  cell !== undefined && datePattern.test(cell) && cell.trim().length <= 10;

/** Société Générale: account; first day; last day; number of lines; day of the balance; balance. */
const unlabelled = (
  record: readonly string[],
  decimal: DecimalSign | undefined,
): Surroundings | undefined => {
  // BNP Paribas, in exports without titles: kind of account; name; masked number; day; balance.
  const [day, amount] = record.slice(-2);
  if (
    record.length === 5 &&
    /^[*xX\d]{4,}$/.test(record[2] ?? '') &&
    isDateCell(day) &&
    amount !== undefined
  ) {
    const stated = bankAmount(amount, decimal);
    if (stated.ok) return { balances: [{ kind: 'balance', cents: stated.value, on: dayIn(day ?? '') }] };
  }
  const [account, from, until, , on, balance] = record;
  if (account === undefined || !/^="?[\dX*]{8,}"?$|^\d{10,}$/.test(account)) return undefined;
  if (!isDateCell(from) || !isDateCell(until)) return undefined;
  const read = isDateCell(on) && balance !== undefined ? bankAmount(balance, decimal) : undefined;
  return {
    balances: read?.ok ? [{ kind: 'balance', cents: read.value, on: dayIn(on ?? '') }] : [],
    from: dayIn(from ?? ''),
    until: dayIn(until ?? ''),
    currency: balance === undefined ? undefined : currencyIn(balance),
  };
};

const startWords = /\b(debut|start|entre le|von|depuis|vanaf)\b/;
const endWords = /\b(fin|end|bis|jusqu|tot)\b/;

/**
 * Reads the lines above a table of movements: account, currency, balances with their day, and the period.
 * Each record holds the filled cells of one line. Whatever is not told for sure is left out.
 */
export const surroundingsOf = (
  lines: readonly (readonly string[])[],
  decimal: DecimalSign | undefined,
): Surroundings => {
  const records = lines.map((cells) => cells.filter((cell) => cell.length <= longestCell));
  const bare = records.map((record) => unlabelled(record, decimal)).find((found) => found !== undefined);
  let from: Day | undefined;
  let until: Day | undefined;
  let balanceDay: Day | undefined;
  for (const record of records) {
    record.forEach((cell, index) => {
      const folded = foldText(cell);
      const own =
        dayIn(cell) ??
        (datePattern.test(record[index + 1] ?? '') ? dayIn(record[index + 1] ?? '') : undefined);
      if (own === undefined || controlKind(cell.replace(datePattern, ' '))) return;
      if (startWords.test(folded)) from ??= own;
      else if (endWords.test(folded)) until ??= own;
      else if (/^date( du solde)?$/.test(folded)) balanceDay ??= own;
    });
  }
  const balances = records
    .flatMap((record) => balancesIn(record, decimal))
    .map((balance) => ({ ...balance, on: balance.on ?? balanceDay }));
  return {
    account: accountIn(records),
    currency: currencyOf(records) ?? bare?.currency,
    balances: [...balances, ...(bare?.balances ?? [])],
    from: from ?? bare?.from,
    until: until ?? bare?.until,
  };
};
