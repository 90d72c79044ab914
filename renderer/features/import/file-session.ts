import {
  type ColumnMapping,
  type MappingSuggestion,
  suggestMapping,
} from '../../../shared/importing/column-mapping.ts';
import {
  type CellFormats,
  type InvoiceRows,
  type InvoiceRowsError,
  readInvoiceRows,
} from '../../../shared/importing/invoice-rows.ts';
import {
  readTable,
  type Table,
  type TableError,
  type TableOptions,
  type TableRow,
} from '../../../shared/importing/table.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** A line of the file that could hold the titles. */
export interface HeadLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the wizard shows of a table: everything but its rows, which stay where they were read. */
export interface TableView extends Omit<Table, 'rows'> {
  readonly rowCount: number;
  readonly suggestion: MappingSuggestion;
  /** The first lines of the file, among which the user may choose another line of titles. */
  readonly head: readonly HeadLine[];
}

/** A file that is being imported: its bytes, and the table they were last read as. */
export interface FileSession {
  readonly readTable: (options: TableOptions) => Result<TableView, TableError>;
  readonly readRows: (
    mapping: ColumnMapping,
    formats: CellFormats,
  ) => Result<InvoiceRows, InvoiceRowsError | { readonly kind: 'no-table' }>;
  /** The rows that start on these lines of the file, as written. */
  readonly rowsOn: (lines: readonly number[]) => readonly TableRow[];
}

const headLines = 20;
/** Enough of a text file for its first lines, whatever their width. */
const headBytes = 64_000;

const headOf = (bytes: Uint8Array, table: Table): readonly HeadLine[] => {
  const part = table.format === 'text' ? bytes.subarray(0, headBytes) : bytes;
  const options: TableOptions = {
    headerRow: null,
    ...(table.format === 'text' && { encoding: table.encoding, delimiter: table.delimiter }),
    ...(table.sheet !== null && { sheet: table.sheet }),
  };
  const untitled = readTable(part, options);
  return untitled.ok
    ? untitled.value.rows
        .slice(0, headLines)
        .map(({ line, cells }) => ({ line, cells: cells.filter((cell) => cell.trim() !== '') }))
    : [];
};

/** Opens a file for importing. Reading is pure computation: call it where it may take a second. */
export const openFileSession = (bytes: Uint8Array): FileSession => {
  let table: Table | undefined;
  return {
    readTable: (options) => {
      const read = readTable(bytes, options);
      table = read.ok ? read.value : undefined;
      if (!read.ok) return read;
      const { rows, ...view } = read.value;
      return ok({
        ...view,
        rowCount: rows.length,
        suggestion: suggestMapping(read.value),
        head: headOf(bytes, read.value),
      });
    },
    readRows: (mapping, formats) =>
      table ? readInvoiceRows(table, mapping, formats) : fail({ kind: 'no-table' }),
    rowsOn: (lines) => {
      const wanted = new Set(lines);
      return table?.rows.filter(({ line }) => wanted.has(line)) ?? [];
    },
  };
};
