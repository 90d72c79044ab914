import {
  type ExportColumn,
  type ExportSource,
  exportSource,
} from '../../../shared/exporting/export-table.ts';
import type { ImportTarget } from '../../../shared/importing/column-mapping.ts';
import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import type { TableProblem, TableRow } from '../../../shared/importing/table.ts';
import type { TableView } from './file-session.ts';

/** Something about one line of the file, wherever it was noticed. */
export interface LineProblem {
  readonly line: number;
  /** `error`: the line stays out. */
  readonly severity: 'error' | 'warning';
  /** Field whose cell can be corrected in place. */
  readonly target?: ImportTarget | undefined;
  /** What the file says there. */
  readonly value: string;
  /** French, without the line number. */
  readonly message: string;
}

/** Messages about the table begin with the line, which has its own column here. */
const withoutLine = ({ message }: TableProblem): string => {
  const bare = message.replace(/^Ligne \d+\s*:\s*/u, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
};

const byLine = (a: LineProblem, b: LineProblem): number => a.line - b.line;

/** All problems of a file by line, those that keep a line out apart from those that only want to be known. */
export const lineProblems = (
  table: Pick<TableView, 'problems'>,
  rows: Pick<InvoiceRows, 'problems'>,
  plan: Pick<ImportPlan, 'problems'>,
): { readonly errors: readonly LineProblem[]; readonly warnings: readonly LineProblem[] } => {
  const found = [...rows.problems, ...plan.problems]
    // Told once for all, with the choice of a term.
    .filter(({ kind }) => kind !== 'missing-due-date')
    .map(({ line, severity, target, value, message }) => ({ line, severity, target, value, message }));
  const ofTable = table.problems.map((problem) => ({
    line: problem.line,
    severity: 'warning' as const,
    value: '',
    message: withoutLine(problem),
  }));
  const all: readonly LineProblem[] = [...found, ...ofTable];
  return {
    errors: all.filter(({ severity }) => severity === 'error').sort(byLine),
    warnings: all.filter(({ severity }) => severity === 'warning').sort(byLine),
  };
};

interface RejectedLine {
  readonly row: TableRow;
  readonly reasons: string;
}

/** The lines that stay out, as they stand in the file, with the reason: to be corrected and imported later. */
export const rejectedSource = (
  table: Pick<TableView, 'columns'>,
  rows: readonly TableRow[],
  errors: readonly LineProblem[],
): ExportSource => {
  const reasons = new Map<number, string[]>();
  for (const { line, message } of errors) reasons.set(line, [...(reasons.get(line) ?? []), message]);
  const columns: readonly ExportColumn<RejectedLine>[] = [
    ...table.columns.map(
      ({ index, header }): ExportColumn<RejectedLine> => ({
        header: header === '' ? `Colonne ${index + 1}` : header,
        kind: 'text',
        value: ({ row }) => row.cells[index],
      }),
    ),
    { header: 'Ligne du fichier', kind: 'integer', value: ({ row }) => row.line },
    { header: 'Motif', kind: 'text', value: ({ reasons: text }) => text },
  ];
  return exportSource(
    'Lignes écartées',
    columns,
    rows.map((row) => ({ row, reasons: (reasons.get(row.line) ?? []).join(' ') })),
  );
};
