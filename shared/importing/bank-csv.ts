import { decimalOf } from './bank-csv-amount.ts';
import { type BankCsvColumns, missingBankCsvTargets } from './bank-csv-columns.ts';
import { accountOfFileName } from './bank-csv-file-name.ts';
import { currencyOfTitles } from './bank-csv-guess.ts';
import { columnsUnknown, noBankTable } from './bank-csv-problem.ts';
import { sortCsvRows } from './bank-csv-rows.ts';
import { bankCsvSections } from './bank-csv-sections.ts';
import { statementsOfSection } from './bank-csv-statement.ts';
import { surroundingsOf } from './bank-csv-surroundings.ts';
import { guessTable } from './bank-csv-table.ts';
import { type ChosenTable, readingWarnings } from './bank-csv-warnings.ts';
import { isWholeTable } from './bank-csv-whole.ts';
import {
  balanceProblems,
  bankError,
  cutOffProblem,
  noStatement,
  pendingProblem,
  quotedFrench,
} from './bank-problem.ts';
import type { BankProblem, BankReading, BankStatement } from './bank-reading.ts';
import type { Table, TableOptions } from './table.ts';

export type { BankCsvColumns, BankCsvTarget } from './bank-csv-columns.ts';
export {
  bankCsvColumnsFromProfile,
  bankCsvTargetNames,
  bankCsvTargets,
  missingBankCsvTargets,
} from './bank-csv-columns.ts';
export { type BankCsvGuess, bankCsvFingerprint, bankCsvGuess } from './bank-csv-table.ts';

export interface BankCsvOptions {
  readonly fileName?: string | undefined;
  /** The user's or a saved choice; what is absent from it is not read. Detected where undefined. */
  readonly columns?: BankCsvColumns | undefined;
  /** Encoding, delimiter, title line or sheet that the user corrected. */
  readonly table?: TableOptions | undefined;
}

/** Every account block of one table. */
const readSections = (
  bytes: Uint8Array,
  table: Table,
  columns: BankCsvColumns,
  fileName: string,
  firstIndex: number,
): { readonly statements: readonly BankStatement[]; readonly problems: readonly BankProblem[] } => {
  let statements: readonly BankStatement[] = [];
  // Put together by spreading into arrays: as arguments of `push` a hundred thousand would overflow the stack.
  let problems: readonly BankProblem[] = [];
  let pendingCount = 0;
  const decimal = decimalOf(columns, table.columns)('amount');
  const whole = isWholeTable(bytes, table, columns);
  for (const section of bankCsvSections(table, columns)) {
    const rows = whole ? section.rows : section.rows.filter((row) => row !== table.rows.at(-1));
    const sorted = sortCsvRows(rows, columns, table.columns, table.headerRow === null, decimal);
    const around = surroundingsOf(section.above, decimal);
    const fallback = {
      account: accountOfFileName(fileName),
      currency: currencyOfTitles(columns, table.columns) ?? 'EUR',
    };
    const found = statementsOfSection(sorted, columns, around, fallback, firstIndex + statements.length);
    statements = [...statements, ...found.statements];
    problems = [...problems, ...sorted.problems, ...found.problems];
    pendingCount += sorted.pendingCount;
  }
  return {
    statements,
    problems: [
      ...problems,
      ...(pendingCount > 0 ? [pendingProblem(pendingCount, firstIndex)] : []),
      ...(whole ? [] : [cutOffProblem({ line: table.rows.at(-1)?.line ?? 1 })]),
    ],
  };
};

/**
 * Reads a bank's CSV file or workbook (every sheet with movements). Columns are told by their titles, else by
 * what they hold; signs by their columns, a side column, or the running balance; account, currency and
 * balances by the lines around the movements. Where columns or signs are not beyond doubt nothing is read and
 * the problem `columns-unknown` says so: show `bankCsvGuess` and come back with `columns`. Never throws.
 */
export const readBankCsv = (bytes: Uint8Array, options: BankCsvOptions = {}): BankReading => {
  const tableOptions = options.table ?? {};
  const first = guessTable(bytes, tableOptions);
  if (!first.ok) return noBankTable(first.error);
  const found = [first.value];
  if (tableOptions.sheet === undefined && options.columns === undefined) {
    for (const sheet of first.value.table.sheets) {
      if (sheet === first.value.table.sheet) continue;
      const read = guessTable(bytes, { ...tableOptions, sheet });
      if (read.ok) found.push(read.value);
    }
  }
  if (options.columns) {
    if (missingBankCsvTargets(options.columns).length > 0)
      return columnsUnknown('Il manque la colonne des dates ou celle des montants.');
    return finished(
      [{ table: first.value.table, columns: options.columns, isByContent: false }],
      bytes,
      options,
    );
  }
  if (found.every(({ guess }) => guess.isOtherList))
    return noStatement(
      'not-a-statement',
      'Ce fichier est une liste de factures ou d’écritures comptables, pas un relevé de compte. Importez-le depuis l’écran des imports.',
    );
  const sure = found.filter(({ guess }) => guess.doubt === undefined && !guess.isOtherList);
  if (sure.length === 0) return columnsUnknown(first.value.guess.doubt ?? '');
  const reading = finished(
    sure.map(({ table, guess }) => ({ table, columns: guess.columns, isByContent: guess.isByContent })),
    bytes,
    options,
  );
  // A sheet with days and amounts that could not be read is a part of the file that is missing.
  const unread = found.filter(
    ({ guess }) =>
      !guess.isOtherList && guess.doubt !== undefined && missingBankCsvTargets(guess.columns).length === 0,
  );
  return {
    ...reading,
    problems: [
      ...reading.problems,
      ...unread.map(({ table, guess }) =>
        bankError(
          'columns-unknown',
          `La feuille ${quotedFrench(table.sheet ?? '')} n’est pas lue. ${guess.doubt}`,
        ),
      ),
    ],
  };
};

const finished = (
  tables: readonly ChosenTable[],
  bytes: Uint8Array,
  options: BankCsvOptions,
): BankReading => {
  let statements: readonly BankStatement[] = [];
  let problems: readonly BankProblem[] = [];
  for (const chosen of tables) {
    const read = readSections(bytes, chosen.table, chosen.columns, options.fileName ?? '', statements.length);
    statements = [...statements, ...read.statements];
    problems = [...problems, ...read.problems, ...readingWarnings(chosen)];
  }
  if (statements.length === 0 && !problems.some(({ severity }) => severity === 'error'))
    return noStatement(
      'not-a-statement',
      'Aucune opération n’a été reconnue dans ce fichier. Vérifiez la période choisie sur le site de votre banque.',
    );
  return { statements, problems: [...problems, ...statements.flatMap(balanceProblems)] };
};
