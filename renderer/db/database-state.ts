import Dexie from 'dexie';
import { type TableName, tableNames } from '../../shared/ledger/ledger.ts';
import type { DatabaseState } from '../../shared/ledger/reconcile.ts';
import { type LedgerDatabase, rowTable, schemaVersion } from './schema.ts';

const rowCounts = async (database: LedgerDatabase): Promise<Partial<Record<TableName, number>>> => {
  const counted = await Promise.all(
    tableNames.map(async (table) => [table, await rowTable(database, table).count()] as const),
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
};

/** Number of the last change that the database holds; 0 = none. By its key: a change can hold a thousand rows. */
export const lastSequence = async (database: LedgerDatabase): Promise<number> => {
  const [last] = await database.changes.orderBy('sequence').reverse().limit(1).primaryKeys();
  return last ?? 0;
};

/** A database that a newer application wrote: nothing else about it can be known. */
const newerDatabase = (version: number): DatabaseState => ({
  kind: 'ready',
  databaseId: '',
  generation: '',
  schemaVersion: version,
  lastSequence: 0,
  rowCounts: {},
});

/**
 * Schema version on the disk, asked for without opening: Dexie opens a newer database silently, and adds the
 * stores that it misses there. Undefined where there is none, or where the browser does not say.
 */
const installedVersion = async (name: string): Promise<number | undefined> => {
  const all = await Dexie.dependencies.indexedDB.databases().catch(() => []);
  const native = all.find((known) => known.name === name)?.version;
  // Dexie multiplies its versions by ten.
  return native === undefined ? undefined : Math.floor(native / 10);
};

/**
 * Opens the database and says what it holds. A newer one is not opened, and one that cannot be read is no
 * exception: what is done about both is decided by shared/ledger/reconcile.ts.
 */
export const databaseState = async (database: LedgerDatabase): Promise<DatabaseState> => {
  const installed = await installedVersion(database.name);
  if (installed !== undefined && installed > schemaVersion) return newerDatabase(installed);
  try {
    await database.open();
    const identity = await database.facts.get('identity');
    if (!identity) return { kind: 'empty' };
    return {
      kind: 'ready',
      databaseId: identity.databaseId,
      generation: identity.generation,
      schemaVersion: identity.schemaVersion,
      lastSequence: await lastSequence(database),
      rowCounts: await rowCounts(database),
    };
  } catch (error) {
    return error instanceof Dexie.VersionError
      ? newerDatabase(Number.MAX_SAFE_INTEGER)
      : { kind: 'unreadable' };
  }
};
