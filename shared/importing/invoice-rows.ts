import { fail, ok, type Result } from '../result.ts';
import { currencyBeside } from './cell-values.ts';
import { type ColumnMapping, type ImportTarget, missingTargets } from './column-mapping.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { importedContact } from './imported-contact.ts';
import type { InvoiceRow } from './invoice-row.ts';
import { saysCreditNote, statusMeaning } from './invoice-status.ts';
import { lifeCycleCodeIn } from './life-cycle.ts';
import { type CellFormats, cellReader, type MappedCells } from './mapped-cells.ts';
import { receivableRows } from './receivable-lines.ts';
import { mergeRepeatedRows } from './repeated-rows.ts';
import { rowAmounts } from './row-amounts.ts';
import type { Table } from './table.ts';

export type { ImportProblem } from './import-problem.ts';
export type { ImportedContact, InvoiceRow } from './invoice-row.ts';
export type { CellCorrections, CellFormats } from './mapped-cells.ts';

export interface InvoiceRowsOptions extends CellFormats {
  /** Currency of amounts that name none; EUR unless told. */
  readonly defaultCurrency?: string;
}

/** An invoice list read by a mapping. */
export interface InvoiceRows {
  readonly rows: readonly InvoiceRow[];
  /** Drafts and cancelled invoices: never imported as open. */
  readonly leftOut: readonly InvoiceRow[];
  readonly problems: readonly ImportProblem[];
  /** Lines that only repeated an invoice already read (one line per item). */
  readonly repeatedLines: number;
  /** Lines that gave a number already read with other values; each has a problem `duplicate`. */
  readonly duplicates: number;
}

export type InvoiceRowsError = {
  readonly kind: 'mapping-incomplete';
  /** Of each group one target must be mapped. */
  readonly missing: readonly (readonly ImportTarget[])[];
};

const currencyOf = (cells: MappedCells, fallback: string): string | undefined => {
  const stated = cells.text('currency');
  if (stated === '') {
    return (
      currencyBeside(cells.text('totalCents')) ?? currencyBeside(cells.text('remainingCents')) ?? fallback
    );
  }
  if (/^[A-Za-z]{3}$/.test(stated)) return stated.toUpperCase();
  const beside = currencyBeside(stated);
  if (!beside) cells.report({ kind: 'unknown-currency', target: 'currency', value: stated });
  return beside;
};

/** Reads one row; undefined when an error was reported on it. */
const readRow = (
  cells: MappedCells,
  mapping: ColumnMapping,
  fallbackCurrency: string,
): InvoiceRow | undefined => {
  const number = cells.text('number').replace(/\s+/g, ' ');
  if (number === '') cells.report({ kind: 'missing-number', target: 'number' });
  const code = cells.text('clientCode');
  const name = cells.text('clientName').replace(/\s+/g, ' ');
  if (name === '' && code === '') {
    cells.report({
      kind: 'missing-client',
      target: mapping.clientName === undefined ? 'clientCode' : 'clientName',
    });
  }
  const problemsBeforeDates = cells.problems.length;
  const statedIssue = cells.day('issuedOn');
  const dueOn = cells.day('dueOn');
  if (cells.problems.length === problemsBeforeDates) {
    if (!statedIssue && !dueOn) cells.report({ kind: 'missing-date', target: 'issuedOn' });
    else if (!statedIssue && mapping.issuedOn !== undefined)
      cells.report({ kind: 'issued-when-due', target: 'issuedOn' });
    if (!dueOn && statedIssue && mapping.dueOn !== undefined)
      cells.report({ kind: 'missing-due-date', target: 'dueOn' });
    if (dueOn && statedIssue && dueOn < statedIssue) {
      cells.report({ kind: 'due-before-issue', target: 'dueOn', value: cells.text('dueOn') });
    }
  }
  const statusText = cells.text('status');
  const meaning = statusText === '' ? 'open' : statusMeaning(statusText);
  if (!meaning) cells.report({ kind: 'unknown-status', target: 'status', value: statusText });
  const saidToBeCreditNote = meaning === 'credit-note' || saysCreditNote(cells.text('kind'));
  const amounts = rowAmounts(cells, meaning, saidToBeCreditNote);
  const currency = currencyOf(cells, fallbackCurrency);
  const contact = importedContact(cells);
  const issuedOn = statedIssue ?? dueOn;
  const failed = cells.problems.some(({ severity }) => severity === 'error');
  if (failed || !amounts || !issuedOn || currency === undefined) return undefined;
  if (amounts.totalCents === 0) {
    cells.report({ kind: 'zero-total', target: 'totalCents', value: number });
    return undefined;
  }
  const creditNote = amounts.negative || saidToBeCreditNote;
  const settled = amounts.remainingCents === 0 ? 'paid' : 'open';
  const orderReference = cells.text('orderReference');
  const lifeCycleCode = lifeCycleCodeIn(statusText);
  return {
    line: cells.line,
    number,
    kind: creditNote ? 'credit-note' : 'invoice',
    issuedOn,
    ...(dueOn && { dueOn }),
    clientName: name === '' ? `Client ${code}` : name,
    clientNamedByCode: name === '',
    ...(code !== '' && { clientCode: code }),
    totalCents: amounts.totalCents,
    remainingCents: amounts.remainingCents,
    currency,
    status: meaning === 'draft' || meaning === 'cancelled' ? meaning : settled,
    ...(lifeCycleCode !== undefined && { lifeCycleCode }),
    ...(orderReference !== '' && { orderReference }),
    contact,
  };
};

/**
 * Reads the rows of a table as invoices and credit notes. Lines with an error are left out and reported;
 * lines with a warning are read as the warning says. Several lines of one invoice (one per item, with the
 * invoice total repeated) give one row. Never throws.
 * @returns fails with `mapping-incomplete` when no column is known for something every invoice needs.
 */
export const readInvoiceRows = (
  table: Pick<Table, 'columns' | 'rows'>,
  mapping: ColumnMapping,
  options: InvoiceRowsOptions = {},
): Result<InvoiceRows, InvoiceRowsError> => {
  const missing = missingTargets(mapping);
  if (missing.length > 0) return fail({ kind: 'mapping-incomplete', missing });
  const open = cellReader(table, mapping, options);
  const fallbackCurrency = options.defaultCurrency ?? 'EUR';
  const read: InvoiceRow[] = [];
  const receivables = receivableRows(table.rows, mapping, open);
  const problems: ImportProblem[] = [...receivables.problems];
  for (const row of receivables.rows) {
    if (row.irregular === 'long') {
      problems.push(importProblem(row.line, { kind: 'shifted-cells', value: row.cells.join(' ; ') }));
      continue;
    }
    const cells = open(row);
    const invoice = readRow(cells, mapping, fallbackCurrency);
    problems.push(...cells.problems);
    if (invoice) read.push(receivables.settle(invoice));
  }
  const merged = mergeRepeatedRows(read);
  // One by one: as arguments of one call a hundred thousand would overflow the stack.
  for (const problem of merged.problems) problems.push(problem);
  const unnamed = merged.rows.find(({ clientNamedByCode }) => clientNamedByCode);
  if (unnamed) {
    problems.push(
      importProblem(unnamed.line, {
        kind: 'client-by-code-only',
        value: unnamed.clientName,
        target: 'clientName',
      }),
    );
  }
  const isLeftOut = ({ status }: InvoiceRow): boolean => status === 'draft' || status === 'cancelled';
  return ok({
    rows: merged.rows.filter((row) => !isLeftOut(row)),
    leftOut: merged.rows.filter(isLeftOut),
    problems: problems.sort((a, b) => a.line - b.line),
    repeatedLines: merged.repeatedLines,
    duplicates: merged.problems.length,
  });
};
