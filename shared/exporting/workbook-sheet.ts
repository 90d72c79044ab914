import { day, daysBetween } from '../dates/day.ts';
import { dayFromExcelSerial } from '../dates/excel-serial.ts';
import { formatDay } from '../dates/format-day.ts';
import { spreadsheetText } from './csv.ts';
import type { ExportCell, ExportKind, ExportTable } from './export-table.ts';
import { sheetName } from './sheet-name.ts';
import { workbookText } from './workbook-text.ts';

/** A cell in the shape of the library that writes workbooks (write-excel-file); null = empty. */
type SheetCell =
  | null
  | { type: NumberConstructor; value: number; format?: string }
  | {
      type: StringConstructor;
      value: string;
      format: '@';
      fontWeight?: 'bold';
      backgroundColor?: string;
      bottomBorderStyle?: 'thin';
      bottomBorderColor?: string;
      align?: 'left' | 'right';
    };

/** A sheet as that library takes it. */
export interface WorkbookSheet {
  readonly data: SheetCell[][];
  readonly options: {
    readonly sheet: string;
    readonly stickyRowsCount: number;
    readonly columns: { readonly width: number }[];
    /** A4 on its side where the columns do not fit upright. */
    readonly orientation?: 'landscape';
  };
}

/**
 * Formats as a workbook stores them, in the notation of every language (ECMA-376 § 18.8.31): French Excel shows
 * `#,##0.00` as « # ##0,00 ». `@` = text, so that even a cell that is edited never becomes a formula.
 */
const formats: Readonly<Record<ExportKind, string | undefined>> = {
  text: '@',
  day: 'dd/mm/yyyy',
  amountCents: '#,##0.00',
  percent: '0.00%',
  integer: '0',
  number: undefined,
};

const isRight = (kind: ExportKind): boolean => kind !== 'text' && kind !== 'day';

/** Serial of the first day that Excel counts right: 1 March 1900 (it knows a 29 February 1900 before). */
const firstSerial = 61;
const firstDay = day('1900-03-01');

/** The date serial of a day, 1900 system; undefined where Excel and the calendar disagree, or beyond its years. */
export const excelSerial = (text: string): number | undefined => {
  const serial = firstSerial + daysBetween(firstDay, day(text));
  return dayFromExcelSerial(serial) === text ? serial : undefined;
};

const textCell = (text: string): SheetCell => ({ type: String, value: workbookText(text), format: '@' });

const numberCell = (value: number, format: string | undefined): SheetCell =>
  format === undefined ? { type: Number, value } : { type: Number, value, format };

const cellOf = (kind: ExportKind, cell: ExportCell): SheetCell => {
  if (cell === undefined || cell === '') return null;
  const format = formats[kind];
  if (typeof cell === 'string') {
    if (kind !== 'day') return textCell(cell);
    const serial = excelSerial(cell);
    return serial === undefined ? textCell(formatDay(cell)) : numberCell(serial, format);
  }
  if (kind === 'amountCents') return numberCell(cell / 100, format);
  return numberCell(kind === 'percent' ? cell / 10_000 : cell, format);
};

/** What fits on an upright page of A4. */
const uprightCharacters = 90;
const narrowest = 9;
const widest = 60;
/** Rows whose texts decide the width of a column. */
const measuredRows = 1000;

/** Width in characters: that of the longest text, within bounds; amounts get room for their spaces. */
const widthOf = ({ heads, rows }: ExportTable, index: number): number => {
  const head = heads[index];
  const kind = head?.kind ?? 'text';
  let longest = (head?.header.length ?? 0) + 1;
  for (const row of rows.slice(0, measuredRows)) {
    const { length } = spreadsheetText(kind, row[index]);
    longest = Math.max(longest, kind === 'amountCents' ? length + Math.floor(length / 3) : length);
  }
  return Math.min(widest, Math.max(narrowest, longest + 1));
};

/**
 * A table as the cells of a worksheet: real dates and numbers, texts that are texts whatever they begin with, a bold
 * header that stays in sight, columns as wide as what they hold. Days before 1 March 1900 are written as text, because
 * Excel takes that year for a leap year.
 */
export const workbookSheet = (table: ExportTable): WorkbookSheet => {
  const columns = table.heads.map((_head, index) => ({ width: widthOf(table, index) }));
  const isWide = columns.reduce((sum, { width }) => sum + width, 0) > uprightCharacters;
  return {
    data: [
      table.heads.map(({ header, kind }) => ({
        type: String,
        value: workbookText(header),
        format: '@' as const,
        fontWeight: 'bold' as const,
        backgroundColor: '#E9EDF3',
        bottomBorderStyle: 'thin' as const,
        bottomBorderColor: '#8A94A6',
        align: isRight(kind) ? ('right' as const) : ('left' as const),
      })),
      ...table.rows.map((row) => row.map((cell, index) => cellOf(table.heads[index]?.kind ?? 'text', cell))),
    ],
    options: {
      sheet: sheetName(table.name),
      stickyRowsCount: 1,
      columns,
      ...(isWide && { orientation: 'landscape' }),
    },
  };
};
