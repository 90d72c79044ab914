import { formatDay } from '../dates/format-day.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../exporting/export-table.ts';
import { guardedText } from '../exporting/formula-guard.ts';
import { formatRate } from '../law/format-rate.ts';
import { cents } from '../money/cents.ts';
import { formatPlainAmount } from '../money/format-amount.ts';
import type { ClaimStatement } from './statement-contract.ts';
import { creditLabel, type StatementLine, statementLine } from './statement-line.ts';

interface TableRow extends StatementLine {
  /** Empty for a credit note that stands beside the invoices. */
  readonly number: string;
}

/** What no invoice has taken up; it touches no interest. */
const unusedCredit: Readonly<Record<ClaimStatement['credits'][number]['kind'], string>> = {
  'credit-note': 'Avoir non imputé à une facture\u00A0: déduit du total, sans effet sur les intérêts.',
  payment: 'Règlement reçu au-delà des factures échues\u00A0: déduit du total.',
};

const tableRows = ({ client, invoices, credits }: ClaimStatement): readonly TableRow[] => [
  ...invoices.flatMap(({ invoice, rows }) =>
    rows.map((row) => ({ ...statementLine(row, client.regime), number: invoice.number })),
  ),
  ...credits.map((credit) => ({
    number: '',
    label: creditLabel(credit),
    from: credit.on,
    cents: cents(-credit.cents),
    basis: { article: '', rule: unusedCredit[credit.kind] },
  })),
];

const columns: readonly ExportColumn<TableRow>[] = [
  { header: 'Facture', kind: 'text', value: (row) => row.number },
  {
    header: 'Ligne',
    kind: 'text',
    value: (row) => (row.detail === undefined ? row.label : `${row.label} (${row.detail})`),
  },
  { header: 'Du', kind: 'day', value: (row) => row.from },
  { header: 'Au', kind: 'day', value: (row) => row.to },
  { header: 'Jours', kind: 'integer', value: (row) => row.days },
  { header: 'Base', kind: 'amountCents', value: (row) => row.baseCents },
  { header: 'Taux annuel', kind: 'percent', value: (row) => row.rateBasisPoints },
  { header: 'Montant', kind: 'amountCents', value: (row) => row.cents },
  { header: 'Fondement', kind: 'text', value: (row) => row.basis.article },
  { header: 'Règle', kind: 'text', value: (row) => row.basis.rule },
];

/** The décompte for a spreadsheet: one line per row of the statement, whose amounts add up to its total. */
export const statementSource = (statement: ClaimStatement): ExportSource =>
  exportSource(`Décompte ${statement.client.name}`, columns, tableRows(statement), statement.asOf);

/** Tabs and line ends would move the cells that follow. */
const oneCell = (text: string): string => text.replaceAll(/[\t\r\n]+/gu, ' ');

/** « -1234,56 », which every spreadsheet takes for a number. */
const amountText = (amountCents: number): string =>
  formatPlainAmount(amountCents).replaceAll('\u202F', '').replace('\u2212', '-');

const textCell = (column: ExportColumn<TableRow>, row: TableRow): string => {
  if (column.kind === 'text') return oneCell(guardedText(column.value(row) ?? ''));
  if (column.kind === 'day') {
    const on = column.value(row);
    return on === undefined ? '' : formatDay(on);
  }
  const value = column.value(row);
  if (value === undefined) return '';
  if (column.kind === 'percent') return formatRate(value);
  return column.kind === 'amountCents' ? amountText(value) : String(value);
};

/**
 * The décompte as text with tabs, for an e-mail or a spreadsheet: a title line, the table without the sentences
 * of the rules, the total.
 */
export const statementText = (statement: ClaimStatement): string => {
  const shown = columns.filter(({ header }) => header !== 'Règle');
  const { client, asOf, totals } = statement;
  const totalLine = shown.map(({ header }) =>
    header === 'Ligne' ? 'Total' : header === 'Montant' ? amountText(totals.totalCents) : '',
  );
  return [
    oneCell(guardedText(`Décompte arrêté au ${formatDay(asOf)} – ${client.name} (montants en euros)`)),
    '',
    shown.map(({ header }) => header).join('\t'),
    ...tableRows(statement).map((row) => shown.map((column) => textCell(column, row)).join('\t')),
    totalLine.join('\t'),
  ].join('\r\n');
};
