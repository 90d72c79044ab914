import { likelyConvention, movementOf, writtenAmounts } from './bank-csv-amount.ts';
import { isProven, runningBalance } from './bank-csv-balance.ts';
import type { BankCsvColumns } from './bank-csv-columns.ts';
import { columnsByTitle, hasTwinAmounts } from './bank-csv-guess.ts';
import { columnsByContent } from './bank-csv-untitled.ts';
import { labelSign } from './bank-csv-words.ts';
import { suggestMapping } from './column-mapping.ts';
import { foldHeader } from './fold-text.ts';
import type { Table } from './table.ts';

/** What the columns of a table seem to be. */
export interface ColumnGuess {
  readonly columns: BankCsvColumns;
  /** French sentence that says why the user must look; undefined when everything is sure. */
  readonly doubt?: string;
  /** Read without titles, by what the columns hold: sure enough to read, worth a look. */
  readonly isByContent: boolean;
  /** The table is a list of another kind. */
  readonly isOtherList: boolean;
}

const bookkeeping =
  /^(journal|code journal|journal code|journal lib|lettrage|lettre|let|compte num|comp aux num|ecriture num|ecriture let|piece ref)$/;

/** An invoice list or an accounting journal has dates and amounts as well, and is no statement of a bank. */
const isOtherList = (table: Table): boolean => {
  const titles = table.columns.map(({ header }) => foldHeader(header));
  if (titles.some((title) => bookkeeping.test(title))) return true;
  const { mapping, listKind } = suggestMapping(table);
  if (titles.some((title) => /^(debit|credit|solde|date valeur|value date)\b/.test(title))) return false;
  const names = (index: number | undefined): string => (index === undefined ? '' : (titles[index] ?? ''));
  return (
    listKind === 'invoices' &&
    (mapping.dueOn !== undefined || /\b(facture|invoice|piece)\b/.test(names(mapping.number)))
  );
};

/** An amount column without any minus sign: are its amounts signed at all? */
const isSignDoubtful = (table: Table, columns: BankCsvColumns): boolean => {
  if (columns.amount === undefined || columns.side !== undefined) return false;
  const rows = table.rows.map(({ cells }) => cells);
  const written = rows.map(writtenAmounts(columns, table.columns));
  if (written.some(({ amount }) => (amount ?? 0) < 0)) return false;
  const index = columns.amount;
  // A plus sign is a sign.
  if (rows.some((cells) => /^\W*\+/.test(cells[index] ?? ''))) return false;
  const steps = written.map((row) => {
    const movement = movementOf(row, likelyConvention(written, columns));
    // A line with nothing but a balance moves nothing.
    return { cents: 'cents' in movement ? movement.cents : 0, balanceCents: row.balance };
  });
  const balance = columns.balance === undefined ? undefined : runningBalance(steps);
  if (isProven(balance) && balance.checked >= 2) return false;
  const labels = [columns.label, columns.details].flatMap((index) => index ?? []);
  const signs = rows.map((cells) => labelSign(labels.map((label) => cells[label] ?? '').join(' ')));
  // A card statement without signs looks just like a list of receipts: the labels must speak of receipts.
  return signs.some((sign) => sign < 0) || signs.filter((sign) => sign > 0).length < signs.length / 2;
};

/** A lone column of debits with both signs: which of them is money paid out? */
const isLoneDebitDoubtful = (table: Table, columns: BankCsvColumns): boolean => {
  if (columns.debit === undefined || columns.credit !== undefined || columns.amount !== undefined)
    return false;
  const open = writtenAmounts(columns, table.columns);
  const debits = table.rows.flatMap(({ cells }) => open(cells).debit ?? []);
  return debits.some((debit) => debit < 0) && debits.some((debit) => debit > 0);
};

/** Fees in a column of their own, and no running balance that shows whether the amounts hold them already. */
const isFeeDoubtful = (table: Table, columns: BankCsvColumns): boolean =>
  columns.fee !== undefined &&
  columns.balance === undefined &&
  table.rows.some(({ cells }) => /[1-9]/.test(cells[columns.fee ?? -1] ?? ''));

/** Guesses what each column of a table is, and says whether that is beyond doubt. */
export const guessBankColumns = (table: Table): ColumnGuess => {
  const rows = table.rows.map(({ cells }) => cells);
  const byTitle = table.headerRow === null ? {} : columnsByTitle(table.columns, rows);
  const isTitled =
    byTitle.bookedOn !== undefined &&
    (byTitle.amount !== undefined || byTitle.debit !== undefined || byTitle.credit !== undefined);
  const found = isTitled
    ? { columns: byTitle, isCertain: true }
    : columnsByContent(byTitle, table.columns, rows);
  const { columns } = found;
  const common = { columns, isByContent: !isTitled, isOtherList: isOtherList(table) };
  if (columns.bookedOn === undefined)
    return { ...common, doubt: 'Aucune colonne de dates n’a été reconnue dans ce relevé.' };
  if (columns.amount === undefined && columns.debit === undefined && columns.credit === undefined)
    return { ...common, doubt: 'Aucune colonne de montants n’a été reconnue dans ce relevé.' };
  if (!found.isCertain)
    return {
      ...common,
      doubt: 'Rien ne dit avec certitude quelles colonnes contiennent les débits et les crédits.',
    };
  if (isSignDoubtful(table, columns) || isLoneDebitDoubtful(table, columns))
    return {
      ...common,
      doubt: 'Les montants de ce relevé n’ont pas de signe\u00a0: débits et crédits ne se distinguent pas.',
    };
  if (hasTwinAmounts(columns, table.columns))
    return { ...common, doubt: 'Deux colonnes de ce relevé portent le titre d’un montant.' };
  if (isFeeDoubtful(table, columns))
    return { ...common, doubt: 'Rien ne dit si les montants de ce relevé comprennent déjà les frais.' };
  return common;
};
