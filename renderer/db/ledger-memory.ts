import type { RowImage } from '../../shared/ledger/change.ts';
import { emptyLedger, type Ledger, type TableName } from '../../shared/ledger/ledger.ts';

/**
 * The ledger in memory, as the screens read it. There is one writer (db/run-command.ts), so it is always
 * what IndexedDB holds. A change replaces the maps it touches: who kept an older ledger keeps it whole.
 */
export interface LedgerMemory {
  readonly current: () => Ledger;
  readonly replace: (ledger: Ledger) => void;
  readonly apply: (images: readonly RowImage[], sequence: number) => void;
  /** For React's `useSyncExternalStore`. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const createLedgerMemory = (): LedgerMemory => {
  let ledger = emptyLedger();
  const listeners = new Set<() => void>();
  const publish = (next: Ledger): void => {
    ledger = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => ledger,
    replace: publish,
    apply: (images, sequence) => {
      const touched = new Map<TableName, Map<string, unknown>>();
      for (const { table, key, after } of images) {
        let rows = touched.get(table);
        if (!rows) {
          rows = new Map<string, unknown>(ledger[table]);
          touched.set(table, rows);
        }
        if (after === null) rows.delete(key);
        else rows.set(key, after);
      }
      publish({ ...ledger, ...Object.fromEntries(touched), sequence } as Ledger);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
