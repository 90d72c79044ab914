import { ok, type Result } from '../result.ts';
import { type ColumnGuess, guessBankColumns } from './bank-csv-certainty.ts';
import type { BankCsvColumns } from './bank-csv-columns.ts';
import { headerFingerprint } from './column-mapping.ts';
import { readTable, type Table, type TableError, type TableOptions } from './table.ts';

/** A table as a screen shows it for the choice of its columns. */
export interface BankCsvGuess {
  readonly table: Table;
  /** The best guess; the user corrects it. */
  readonly columns: BankCsvColumns;
  /** True when `readBankCsv` needs no choice of the user. */
  readonly isCertain: boolean;
  /** French: what could not be told; empty when certain. */
  readonly doubt: string;
  /** Equal for two exports of one bank: by it a saved choice is found again. */
  readonly fingerprint: string;
}

/** What tells the exports of one bank from those of another: the titles without accents and case. */
export const bankCsvFingerprint = (table: Pick<Table, 'headerRow' | 'preamble' | 'columns'>): string =>
  headerFingerprint(table);

/** The table and its columns; a file whose letters prove wrong is read again as one of central Europe. */
export const guessTable = (
  bytes: Uint8Array,
  options: TableOptions,
): Result<{ readonly table: Table; readonly guess: ColumnGuess }, TableError> => {
  const read = readTable(bytes, options);
  if (!read.ok) return read;
  const guess = guessBankColumns(read.value);
  const table = read.value;
  if (options.encoding === undefined && table.encoding === 'windows-1252') {
    // « Částka » is « Èástka » in windows-1252: titles that are known only in the other set decide.
    const other = readTable(bytes, { ...options, encoding: 'windows-1250' });
    const otherGuess = other.ok ? guessBankColumns(other.value) : undefined;
    const count = ({ columns }: ColumnGuess): number => Object.keys(columns).length;
    if (
      other.ok &&
      otherGuess &&
      guess.isByContent &&
      !otherGuess.isByContent &&
      count(otherGuess) >= count(guess)
    )
      return ok({ table: other.value, guess: otherGuess });
  }
  return ok({ table, guess });
};

/** Reads a bank's table and guesses its columns, for a screen that lets the user choose. Fails as `readTable` does. */
export const bankCsvGuess = (
  bytes: Uint8Array,
  options: TableOptions = {},
): Result<BankCsvGuess, TableError> => {
  const read = guessTable(bytes, options);
  if (!read.ok) return read;
  const { table, guess } = read.value;
  return ok({
    table,
    columns: guess.columns,
    isCertain: guess.doubt === undefined && !guess.isOtherList,
    doubt:
      guess.doubt ??
      (guess.isOtherList ? 'Ce fichier ressemble à une liste de factures ou d’écritures comptables.' : ''),
    fingerprint: bankCsvFingerprint(table),
  });
};
