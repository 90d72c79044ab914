import type { MirrorStatus } from '../ipc/mirror-contract.ts';
import type { TableName } from './ledger.ts';

/** What the renderer finds in its database at start. */
export type DatabaseState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'ready';
      readonly databaseId: string;
      readonly generation: string;
      readonly schemaVersion: number;
      readonly lastSequence: number;
      readonly rowCounts: Readonly<Partial<Record<TableName, number>>>;
    };

/** What is done before anything else happens. */
export type StartPlan =
  | { readonly kind: 'first-run' }
  | { readonly kind: 'in-step' }
  /** The database is ahead: changes after `fromSequence` are sent again. */
  | { readonly kind: 'resend'; readonly fromSequence: number }
  /** The mirror is gone, or was made anew and is still empty: it is filled from the database's changes. */
  | { readonly kind: 'recreate-mirror' }
  /** The database is empty, behind or damaged: everything is read back from the mirror. */
  | {
      readonly kind: 'restore';
      readonly reason: 'empty' | 'behind' | 'other-generation' | 'counts-differ' | 'unreadable';
    }
  | {
      readonly kind: 'refuse';
      readonly reason: 'newer-database' | 'newer-mirror' | 'damaged-mirror' | 'unreadable-database';
    };

const countsDiffer = (
  mine: Readonly<Partial<Record<TableName, number>>>,
  theirs: Readonly<Partial<Record<TableName, number>>>,
): boolean =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].some(
    (table) => (mine[table as TableName] ?? 0) !== (theirs[table as TableName] ?? 0),
  );

const isUnfilled = (
  database: Extract<DatabaseState, { kind: 'ready' }>,
  mirror: Extract<MirrorStatus, { kind: 'ready' }>,
): boolean =>
  mirror.lastSequence === 0 &&
  database.lastSequence > 0 &&
  database.databaseId === mirror.databaseId &&
  database.generation !== mirror.generation;

/**
 * Compares both copies of the ledger. A profile with a mirror is never taken for a first run.
 */
export const planStart = (
  database: DatabaseState,
  mirror: MirrorStatus,
  schemaVersion: number,
): StartPlan => {
  if (mirror.kind === 'newer-version') return { kind: 'refuse', reason: 'newer-mirror' };
  if (mirror.kind === 'damaged') return { kind: 'refuse', reason: 'damaged-mirror' };
  if (database.kind === 'ready' && database.schemaVersion > schemaVersion)
    return { kind: 'refuse', reason: 'newer-database' };
  if (mirror.kind === 'empty') {
    // No copy to read it back from: what may still be recovered by hand is not deleted.
    if (database.kind === 'unreadable') return { kind: 'refuse', reason: 'unreadable-database' };
    return database.kind === 'ready' && database.lastSequence > 0
      ? { kind: 'recreate-mirror' }
      : { kind: 'first-run' };
  }
  if (database.kind === 'unreadable') return { kind: 'restore', reason: 'unreadable' };
  if (database.kind === 'empty') return { kind: 'restore', reason: 'empty' };
  // A mirror made anew whose identity the database had not yet taken over when the start was cut short.
  if (isUnfilled(database, mirror)) return { kind: 'recreate-mirror' };
  if (database.databaseId !== mirror.databaseId || database.generation !== mirror.generation)
    return { kind: 'restore', reason: 'other-generation' };
  if (database.lastSequence < mirror.lastSequence) return { kind: 'restore', reason: 'behind' };
  if (database.lastSequence > mirror.lastSequence)
    return { kind: 'resend', fromSequence: mirror.lastSequence };
  return countsDiffer(database.rowCounts, mirror.rowCounts)
    ? { kind: 'restore', reason: 'counts-differ' }
    : { kind: 'in-step' };
};
