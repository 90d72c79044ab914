import type { Day } from '../dates/day.ts';
import { isIban } from '../identifiers/iban.ts';
import type { Cents } from '../money/cents.ts';
import { bankAmount, bankDay, currencyIn, isCurrencyCode, plainCell } from './bank-csv-cells.ts';
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

const datePattern = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}[/.-]\d{2}[/.-]\d{2}\b/;
const dayIn = (text: string): Day | undefined => {
  const found = datePattern.exec(text)?.[0];
  const read = found === undefined ? undefined : bankDay(found, 'dmy');
  return read?.ok ? read.value.day : undefined;
};

const ibanIn = (text: string): string | undefined => {
  const found = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/.exec(text.toUpperCase())?.[0];
  const compact = found?.replace(/\s/g, '');
  return compact !== undefined && isIban(compact) ? compact : undefined;
};

const accountWords =
  /\b(numero (de )?compte|n (de )?compte|compte n|no (de )?compte|account (no|number|details)|account details for|iban|kontonummer|auftragskonto|rekeningnummer|cislo uctu|compte|livret|carte)\b/;
const codeWords = {
  bank: /^(code (de la |)banque|bank code)\b/,
  branch: /^(code (de l |)agence|code guichet|agency code|branch code)\b/,
};
/** Digits in groups, some of them hidden: `12345678901`, `666-666666-666`, `****6388`, `00451 098285A`. */
const accountNumber = /[*xX\d][*xX\d -]{2,30}[\dA-Z](?![a-z])/;

const accountNumberIn = (text: string): string | undefined => {
  const found = accountNumber.exec(text.replace(datePattern, ' '))?.[0].replace(/[\s-]/g, '');
  return found !== undefined && (found.match(/\d/g)?.length ?? 0) >= 4 ? found : undefined;
};

/** The value of « Libellé : valeur », or of the next cell. */
const statedValue = (cell: string, next: string | undefined): string => {
  const colon = cell.indexOf(':');
  const inside = colon === -1 ? '' : cell.slice(colon + 1).trim();
  return inside === '' ? (next ?? '') : inside;
};

const accountIn = (records: readonly (readonly string[])[]): string | undefined => {
  const iban = records
    .flat()
    .map(ibanIn)
    .find((found) => found !== undefined);
  if (iban !== undefined) return iban;
  let bank = '';
  let branch = '';
  let number: string | undefined;
  for (const record of records) {
    record.forEach((cell, index) => {
      const folded = foldText(cell);
      const value = statedValue(cell, record[index + 1]);
      if (codeWords.bank.test(folded)) bank = value.replace(/\D/g, '');
      else if (codeWords.branch.test(folded)) branch = value.replace(/\D/g, '');
      else if (number === undefined && accountWords.test(folded) && !controlKind(cell))
        number = accountNumberIn(cell) ?? accountNumberIn(plainCell(record[index + 1] ?? ''));
      else if (number === undefined && index === 0 && /^=?"?[\dX*]{10,23}"?$/.test(cell))
        number = plainCell(cell);
    });
  }
  return number === undefined ? undefined : `${bank}${branch}${number}`;
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
