import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { DateOrder, DecimalSign } from './cell-shape.ts';
import { cellAmount, cellDay } from './cell-values.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { ImportTarget } from './column-synonyms.ts';
import { type ImportProblem, importProblem, type ProblemFacts } from './import-problem.ts';
import type { Table, TableRow } from './table.ts';

/** A user's corrections of single cells: line of the file, then target, then the text to read instead. */
export type CellCorrections = ReadonlyMap<number, { readonly [Target in ImportTarget]?: string }>;

/** How the cells of the mapped columns are to be read, where the user decided otherwise than the detection. */
export interface CellFormats {
  readonly decimal?: DecimalSign;
  readonly dateOrder?: DateOrder;
  readonly corrections?: CellCorrections;
}

/** The cells of one row by target, with the problems met while reading them. */
export interface MappedCells {
  readonly line: number;
  readonly problems: readonly ImportProblem[];
  /** Trimmed text; empty when the target is not mapped. */
  readonly text: (target: ImportTarget) => string;
  /** The day in the cell; undefined when empty or, with a problem, when unreadable. */
  readonly day: (target: ImportTarget) => Day | undefined;
  /** The signed amount in the cell; undefined when empty or, with a problem, when unreadable. */
  readonly amount: (target: ImportTarget) => Cents | undefined;
  readonly report: (facts: ProblemFacts) => void;
}

const amountProblems = {
  empty: 'not-an-amount',
  'not-an-amount': 'not-an-amount',
  ambiguous: 'ambiguous-amount',
  'too-precise': 'too-precise-amount',
  'too-large': 'too-large-amount',
} as const;

/** Opens rows of a table through a mapping. */
export const cellReader = (
  table: Pick<Table, 'columns'>,
  mapping: ColumnMapping,
  formats: CellFormats,
): ((row: TableRow) => MappedCells) => {
  const columnOf = (target: ImportTarget) => {
    const index = mapping[target];
    return index === undefined ? undefined : table.columns[index];
  };
  // A list of thousands of invoices holds a few hundred different days.
  const readDays = new Map<string, ReturnType<typeof cellDay>>();
  const dayIn = (value: string, order: DateOrder): ReturnType<typeof cellDay> => {
    const key = `${order} ${value}`;
    const read = readDays.get(key) ?? cellDay(value, order);
    readDays.set(key, read);
    return read;
  };
  return (row) => {
    const problems: ImportProblem[] = [];
    const corrected = formats.corrections?.get(row.line);
    const report = (facts: ProblemFacts): void => {
      problems.push(importProblem(row.line, facts, facts.target && columnOf(facts.target)?.header));
    };
    const text = (target: ImportTarget): string => {
      const index = mapping[target];
      return (corrected?.[target] ?? (index === undefined ? '' : (row.cells[index] ?? ''))).trim();
    };
    const day = (target: ImportTarget): Day | undefined => {
      const value = text(target);
      if (value === '' || /^0+([-/.]0+)*$/.test(value)) return undefined;
      const parsed = dayIn(value, formats.dateOrder ?? columnOf(target)?.dateOrder ?? 'dmy');
      if (parsed.ok) return parsed.value;
      report({ kind: parsed.error.kind === 'no-such-day' ? 'impossible-date' : 'not-a-date', target, value });
      return undefined;
    };
    const amount = (target: ImportTarget): Cents | undefined => {
      const value = text(target);
      if (value === '') return undefined;
      const parsed = cellAmount(value, formats.decimal ?? columnOf(target)?.decimal);
      if (parsed.ok) return parsed.value;
      const kind = amountProblems[parsed.error.kind];
      report({ kind, target, value });
      return undefined;
    };
    return { line: row.line, problems, text, day, amount, report };
  };
};
