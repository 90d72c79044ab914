import type { BankCsvColumns } from './bank-csv-columns.ts';
import { type CsvControl, controlOf, untitledBalance, usualCellCount } from './bank-csv-control.ts';
import { type CsvMovement, csvMovement } from './bank-csv-movement.ts';
import { type CsvRow, csvRowOpener } from './bank-csv-row.ts';
import { movementStatus } from './bank-csv-words.ts';
import { bankWarning, quotedFrench } from './bank-problem.ts';
import type { BankProblem } from './bank-reading.ts';
import type { DecimalSign } from './cell-shape.ts';
import type { TableColumn } from './column-type.ts';
import type { TableRow } from './table.ts';

/** The rows of a table, sorted out. */
export interface CsvRows {
  readonly movements: readonly CsvMovement[];
  readonly controls: readonly CsvControl[];
  readonly problems: readonly BankProblem[];
  /** Movements that the bank has not booked yet. */
  readonly pendingCount: number;
}

/** A row without day and amount that can only go on with the label above it. */
const isContinuation = ({ hasMoney, filled, text }: CsvRow): boolean =>
  !hasMoney &&
  text('bookedOn') === '' &&
  filled.length > 0 &&
  filled.length <= 2 &&
  (['label', 'details', 'counterparty'] as const).some((target) => text(target) !== '');

/** No bank spreads a label over more lines. */
const mostTexts = 20;

/** A sentence of the bank among its lines: no amount, and nothing that wants to be a day. */
const isRemark = ({ hasMoney, filled, text }: CsvRow): boolean =>
  !hasMoney && (text('bookedOn') === '' || (filled.length === 1 && !/^\d/.test(text('bookedOn'))));

/** Sorts the rows of one section into movements, balances and totals, texts that continue a label, and the rest. */
export const sortCsvRows = (
  rows: readonly TableRow[],
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
  isUntitled: boolean,
  decimal: DecimalSign | undefined,
): CsvRows => {
  const open = csvRowOpener(columns, tableColumns);
  const opened = rows.map(open);
  const usualCells = usualCellCount(opened);
  const movements: CsvMovement[] = [];
  const controls: CsvControl[] = [];
  const problems: BankProblem[] = [];
  let pendingCount = 0;
  let isAncientReported = false;
  for (const row of opened) {
    const control = controlOf(row, usualCells, decimal) ?? (isUntitled ? untitledBalance(row) : undefined);
    if (control) {
      controls.push(control);
      continue;
    }
    const last = movements.at(-1);
    if (last && last.texts.length < mostTexts && isContinuation(row)) {
      movements[movements.length - 1] = { ...last, texts: [...last.texts, ...row.filled] };
      continue;
    }
    if (isRemark(row)) {
      const words = quotedFrench(row.filled.join(' '));
      problems.push(
        bankWarning(
          'unreadable-line',
          `Cette ligne n’est pas une opération, elle est ignorée\u00a0: ${words}.`,
          { line: row.line },
        ),
      );
      continue;
    }
    const status = columns.status === undefined ? 'booked' : movementStatus(row.text('status'));
    if (status === 'pending') pendingCount += 1;
    // Refused or cancelled: the money never moved.
    if (status === 'pending' || status === 'refused') continue;
    const movement = csvMovement(row, columns);
    if (!movement.ok) {
      problems.push(movement.error);
      continue;
    }
    const { ancientDay, wrongValueDay } = movement.value;
    // One masked day is like all the others.
    if (ancientDay && !isAncientReported) problems.push(ancientDay);
    isAncientReported ||= ancientDay !== undefined;
    if (wrongValueDay) problems.push(wrongValueDay);
    movements.push(movement.value);
  }
  return { movements, controls, problems, pendingCount };
};
