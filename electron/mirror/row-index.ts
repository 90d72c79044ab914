import type { Change } from '../../shared/ledger/change.ts';
import type { TableName } from '../../shared/ledger/ledger.ts';

/** A row as the mirror stores it; the mirror knows nothing of its content. */
export interface StoredRow {
  readonly table: TableName;
  readonly key: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/**
 * Which change wrote each row last. That is all the mirror keeps in memory: enough to count rows, and to
 * tell, while reading the files, whether an image is the row's present state.
 */
export interface RowIndex {
  /** Takes the images of a change in. */
  apply(change: Change): void;
  /** Takes in a row that a checkpoint holds. */
  add(table: string, key: string, sequence: number): void;
  isLatest(table: string, key: string, sequence: number): boolean;
  /** Rows by table; tables without rows are left out. */
  counts(): Readonly<Partial<Record<TableName, number>>>;
  /** Keys of a table's rows. */
  keys(table: TableName): readonly string[];
}

/** An index without rows. */
export const createRowIndex = (): RowIndex => {
  const tables = new Map<string, Map<string, number>>();
  const rowsOf = (table: string): Map<string, number> => {
    let rows = tables.get(table);
    if (!rows) {
      rows = new Map();
      tables.set(table, rows);
    }
    return rows;
  };
  return {
    apply: ({ sequence, images }) => {
      for (const { table, key, after } of images)
        if (after === null) rowsOf(table).delete(key);
        else rowsOf(table).set(key, sequence);
    },
    add: (table, key, sequence) => {
      rowsOf(table).set(key, sequence);
    },
    isLatest: (table, key, sequence) => tables.get(table)?.get(key) === sequence,
    counts: () =>
      Object.fromEntries(
        [...tables].filter(([, rows]) => rows.size > 0).map(([name, rows]) => [name, rows.size]),
      ),
    keys: (table) => [...(tables.get(table)?.keys() ?? [])],
  };
};

/** Rows that a change left behind it: the last image of each key, removed rows left out. */
export const rowsAfter = ({ images }: Change): readonly StoredRow[] => {
  const last = new Map<string, StoredRow | undefined>();
  for (const { table, key, after } of images) {
    const name = `${table}/${key}`;
    last.delete(name);
    last.set(
      name,
      after === null ? undefined : { table, key, row: after as unknown as Readonly<Record<string, unknown>> },
    );
  }
  return [...last.values()].filter((row) => row !== undefined);
};
