import { fail, ok, type Result } from '../result.ts';
import type { Change, RowImage } from './change.ts';
import { emptyLedger, type Ledger, type TableName } from './ledger.ts';

/** Rows by table and key, while they are being put together. */
export type RowMaps = Map<string, Map<string, unknown>>;

/** Puts the rows of a change as they were after it into `rows`; a later image of a key wins. */
export const applyImages = (
  rows: RowMaps,
  images: readonly Pick<RowImage, 'table' | 'key' | 'after'>[],
): void => {
  for (const { table, key, after } of images) {
    let ofTable = rows.get(table);
    if (!ofTable) {
      ofTable = new Map();
      rows.set(table, ofTable);
    }
    if (after === null) ofTable.delete(key);
    else ofTable.set(key, after);
  }
};

/** A change that does not follow the one before: rows would be silently wrong. */
export interface SequenceGap {
  readonly kind: 'gap';
  readonly expectedSequence: number;
  readonly foundSequence: number;
}

/**
 * The ledger after further changes. The one given is left as it is; only the tables touched are copied.
 * Fails with `gap` at the first change whose sequence is not the one after the ledger's.
 */
export const applyChanges = (ledger: Ledger, changes: Iterable<Change>): Result<Ledger, SequenceGap> => {
  const rows: RowMaps = new Map();
  let { sequence } = ledger;
  for (const change of changes) {
    if (change.sequence !== sequence + 1)
      return fail({ kind: 'gap', expectedSequence: sequence + 1, foundSequence: change.sequence });
    for (const { table } of change.images)
      if (!rows.has(table)) rows.set(table, new Map<string, unknown>(ledger[table as TableName]));
    applyImages(rows, change.images);
    sequence = change.sequence;
  }
  return ok({ ...ledger, ...Object.fromEntries(rows), sequence } as Ledger);
};

/** The ledger that all changes, from the first on, give. Fails with `gap` as {@link applyChanges} does. */
export const replayChanges = (changes: Iterable<Change>): Result<Ledger, SequenceGap> =>
  applyChanges(emptyLedger(), changes);
