import type { Day } from '../dates/day.ts';
import { cents } from '../money/cents.ts';
import { type WrittenAmounts, writtenAmounts } from './bank-csv-amount.ts';
import { bankDay, currencyIn, isCurrencyCode, plainCell } from './bank-csv-cells.ts';
import type { BankCsvColumns, BankCsvTarget } from './bank-csv-columns.ts';
import { balancesIn, type StatedBalance } from './bank-csv-surroundings.ts';
import { controlKind, movementStatus } from './bank-csv-words.ts';
import {
  amountProblem,
  bankError,
  bankWarning,
  bookingDayProblem,
  otherDayProblem,
  quotedFrench,
} from './bank-problem.ts';
import type { BankProblem } from './bank-reading.ts';
import type { DateOrder, DecimalSign } from './cell-shape.ts';
import type { TableColumn } from './column-type.ts';
import type { TableRow } from './table.ts';

/** A row that states a movement, its sign not yet settled. */
export interface CsvMovement {
  readonly line: number;
  readonly bookedOn: Day;
  readonly valueOn?: Day | undefined;
  readonly written: WrittenAmounts;
  readonly label: string;
  readonly counterparty: string;
  readonly counterpartyIban: string;
  readonly reference: string;
  readonly bankId: string;
  /** Empty where the row does not say. */
  readonly account: string;
  readonly currency: string;
}

/** A row that states a balance or a total. */
export interface CsvControl {
  readonly line: number;
  readonly account: string;
  readonly balances: readonly StatedBalance[];
  /** Of a total in debit and credit columns, or with a side. */
  readonly written: WrittenAmounts;
}

/** The rows of a table, sorted out. */
export interface CsvRows {
  readonly movements: readonly CsvMovement[];
  readonly controls: readonly CsvControl[];
  readonly problems: readonly BankProblem[];
  readonly pendingCount: number;
}

const textTargets = ['label', 'details'] as const;
const moneyTargets = ['amount', 'debit', 'credit'] as const;
const isFilled = (cell: string): boolean => cell.trim() !== '';

const medianCells = (rows: readonly TableRow[]): number => {
  const counts = rows.map(({ cells }) => cells.filter(isFilled).length).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
};

/** Order of the dates of a column: what the user said, what its days prove, else day, month, year. */
const orderOf = (
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
  target: 'bookedOn' | 'valueOn',
): DateOrder => {
  const index = columns[target];
  return columns.dateOrder ?? (index === undefined ? undefined : tableColumns[index]?.dateOrder) ?? 'dmy';
};

const amountErrorKind = {
  empty: 'no-amount',
  ambiguous: 'not-an-amount',
  'too-large': 'not-an-amount',
} as const;

/** Lines of one text, each once: many banks repeat the short label at the start of the long one. */
const joined = (texts: readonly string[]): string => {
  const found: string[] = [];
  for (const text of texts) {
    const even = text
      .split(/\r\n|\r|\n/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      .join('\n');
    if (even === '' || found.some((known) => known.includes(even))) continue;
    const longer = found.findIndex((known) => even.startsWith(known));
    if (longer === -1) found.push(even);
    else found[longer] = even;
  }
  return found.join('\n');
};

/** Sorts the rows of one section into movements, balances and totals, texts that continue a label, and the rest. */
export const sortCsvRows = (
  rows: readonly TableRow[],
  columns: BankCsvColumns,
  tableColumns: readonly TableColumn[],
  isUntitled: boolean,
  decimal: DecimalSign | undefined,
): CsvRows => {
  const open = writtenAmounts(columns, tableColumns);
  const orders = {
    bookedOn: orderOf(columns, tableColumns, 'bookedOn'),
    valueOn: orderOf(columns, tableColumns, 'valueOn'),
  };
  const movements: CsvMovement[] = [];
  const texts: string[][] = [];
  const controls: CsvControl[] = [];
  const problems: BankProblem[] = [];
  let pendingCount = 0;
  let isAncientReported = false;
  const usualCells = medianCells(rows);
  const dayOf = (cell: string): Day | undefined => {
    const read = bankDay(cell, orders.bookedOn);
    return read.ok ? read.value.day : undefined;
  };

  /** A balance or total; a row with a day and as many cells as the others is a movement, whatever its label. */
  const controlOf = (
    { line }: TableRow,
    text: (target: BankCsvTarget) => string,
    written: WrittenAmounts,
    filled: readonly string[],
  ): CsvControl | undefined => {
    const on = dayOf(text('bookedOn'));
    const words = on === undefined ? filled : [text('label'), text('details')];
    const kind = words.map(controlKind).find((found) => found !== undefined);
    if (kind === undefined || (on !== undefined && filled.length >= usualCells)) return undefined;
    const stated = balancesIn(filled.map(plainCell), decimal);
    if (stated.length === 0) return undefined;
    const { debit, credit, amount, side } = written;
    const inColumns =
      credit ??
      (debit === undefined ? undefined : -Math.abs(debit)) ??
      (amount === undefined || side === undefined ? undefined : Math.abs(amount) * side);
    return {
      line,
      account: text('account').replace(/\s/g, ''),
      written,
      balances: stated.map((balance) => ({
        ...balance,
        cents: inColumns === undefined || balance.kind === 'total' ? balance.cents : cents(inColumns),
        on: balance.on ?? on,
      })),
    };
  };

  for (const row of rows) {
    const { cells, line } = row;
    const text = (target: BankCsvTarget): string => {
      const index = columns[target];
      return index === undefined ? '' : plainCell(cells[index] ?? '');
    };
    const account = text('account').replace(/\s/g, '');
    const written = open(cells);
    const filled = cells.filter(isFilled);
    const dateCell = text('bookedOn');
    const hasMoney = moneyTargets.some((target) => text(target) !== '');
    const control = controlOf(row, text, written, filled);
    if (control) {
      controls.push(control);
      continue;
    }
    const others = cells.filter(
      (cell, index) =>
        isFilled(cell) &&
        index !== columns.bookedOn &&
        !moneyTargets.some((target) => columns[target] === index),
    );
    const isBalanceRow =
      isUntitled &&
      written.amount !== undefined &&
      dateCell !== '' &&
      textTargets.every((target) => text(target) === '' || /^\d{5} ?\d{6}[A-Z0-9]$/.test(text(target))) &&
      others.length === 1;
    if (isBalanceRow) {
      controls.push({
        line,
        account: (others[0] ?? '').replace(/\s/g, ''),
        written,
        balances: [{ kind: 'balance', cents: written.amount, on: dayOf(dateCell) }],
      });
      continue;
    }
    if (!hasMoney && dateCell === '') {
      // Only a text: the label of the movement above goes on here.
      const last = texts.at(-1);
      const isText =
        filled.length > 0 && (text('label') !== '' || text('details') !== '' || text('counterparty') !== '');
      if (last && isText && filled.length <= 2) last.push(...filled);
      else
        problems.push(
          bankWarning(
            'unreadable-line',
            `Cette ligne n’est pas une opération, elle est ignorée\u00a0: ${quotedFrench(filled.join(' '))}.`,
            { line },
          ),
        );
      continue;
    }
    if (!hasMoney && filled.length === 1 && !/^\d/.test(dateCell)) {
      problems.push(
        bankWarning(
          'unreadable-line',
          `Cette ligne n’est pas une opération, elle est ignorée\u00a0: ${quotedFrench(dateCell)}.`,
          { line },
        ),
      );
      continue;
    }
    const status = columns.status === undefined ? 'booked' : movementStatus(text('status'));
    if (status === 'pending') {
      pendingCount += 1;
      continue;
    }
    // Refused or cancelled: the money never moved.
    if (status === 'refused') continue;

    const day = dateCell === '' ? undefined : bankDay(dateCell, orders.bookedOn);
    const unreadable = written.unreadable.find(({ target }) => target !== 'balance' && target !== 'fee');
    if (row.irregular === 'long') {
      problems.push(
        bankError(
          'unreadable-line',
          'Cette ligne compte plus de cellules que de titres\u00a0: un séparateur se trouve sans doute dans le libellé. Cette opération n’est pas importée, vérifiez-la sur votre relevé.',
          { line },
        ),
      );
      continue;
    }
    if (!day?.ok && unreadable) {
      problems.push(
        bankError(
          'unreadable-line',
          `Cette ligne n’est pas une opération lisible\u00a0: ${quotedFrench(filled.join(' '))}. Vérifiez-la sur votre relevé.`,
          { line },
        ),
      );
      continue;
    }
    if (!day?.ok) {
      problems.push(bookingDayProblem(dateCell, { line }));
      continue;
    }
    if (unreadable) {
      const { error, cell } = unreadable;
      const reason =
        error.kind === 'not-an-amount'
          ? error.kind
          : error.kind === 'too-precise'
            ? 'too-precise-amount'
            : amountErrorKind[error.kind];
      problems.push(amountProblem(reason, cell, { line }));
      continue;
    }
    if (columns.side !== undefined && written.side === undefined) {
      problems.push(
        bankError(
          'not-an-amount',
          `Le sens ${quotedFrench(text('side'))} n’est ni un débit ni un crédit. Cette opération n’est pas importée, vérifiez-la sur votre relevé.`,
          { line },
        ),
      );
      continue;
    }
    if (day.value.isAncient && !isAncientReported) {
      isAncientReported = true;
      problems.push(
        bankWarning(
          'impossible-date',
          `La date ${quotedFrench(dateCell)} est invraisemblable. Vérifiez que le fichier vient bien de votre banque.`,
          { line },
        ),
      );
    }
    const valueCell = text('valueOn');
    const valueDay = /[1-9]/.test(valueCell) ? bankDay(valueCell, orders.valueOn) : undefined;
    if (valueDay && !valueDay.ok) problems.push(otherDayProblem('La date de valeur', valueCell, { line }));
    const currencyCell = text('currency');
    const besideAmount = moneyTargets
      .map((target) => currencyIn(text(target)))
      .find((found) => found !== undefined);
    texts.push([text('label'), text('details')]);
    movements.push({
      line,
      bookedOn: day.value.day,
      ...(valueDay?.ok && { valueOn: valueDay.value.day }),
      written,
      label: '',
      counterparty: text('counterparty').replace(/\s+/g, ' '),
      counterpartyIban: text('counterpartyIban').replace(/\s/g, ''),
      reference: text('reference'),
      bankId: text('bankId'),
      account,
      currency: isCurrencyCode(currencyCell) ? currencyCell.toUpperCase() : (besideAmount ?? ''),
    });
  }
  return {
    movements: movements.map((movement, index) => {
      const label = joined(texts[index] ?? []);
      return { ...movement, label: label === '' ? movement.counterparty : label };
    }),
    controls,
    problems,
    pendingCount,
  };
};
