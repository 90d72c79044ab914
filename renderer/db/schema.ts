import Dexie, { type Table } from 'dexie';
import type { Change } from '../../shared/ledger/change.ts';
import { type LedgerRows, type TableName, tableNames } from '../../shared/ledger/ledger.ts';
import { version1 } from './migrations/version-1.ts';
import { version2 } from './migrations/version-2.ts';

/** Facts about the database itself. */
export interface DatabaseFact {
  readonly id: 'identity';
  readonly databaseId: string;
  /** Generation of the mirror that this database follows. */
  readonly generation: string;
  /** Schema the rows were written with; a newer one is refused, because Dexie would open it silently. */
  readonly schemaVersion: number;
  /** Last change that main has acknowledged; what lies beyond is sent again. */
  readonly mirroredSequence: number;
}

/** Schema version of this application. One file per migration in `migrations/`. */
export const schemaVersion = 2;

export type LedgerDatabase = Dexie & {
  readonly facts: Table<DatabaseFact, string>;
  readonly changes: Table<Change, number>;
} & { readonly [Name in TableName]: Table<LedgerRows[Name], string> };

/**
 * Declares the database of a ledger. Only primary keys: the ledger is read into memory once and every
 * secondary index costs a third of the import speed. Strict durability: a commit is on the disk.
 */
export const declareDatabase = (name: string): LedgerDatabase => {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as LedgerDatabase;
  database.version(1).stores(version1);
  database
    .version(2)
    .stores(version2)
    // An application of version 1 must refuse what this one writes from here on.
    .upgrade((transaction) => transaction.table('facts').update('identity', { schemaVersion: 2 }));
  return database;
};

/** Tables that hold rows of the ledger, in Dexie. */
export const rowTable = <Name extends TableName>(
  database: LedgerDatabase,
  name: Name,
): Table<LedgerRows[Name], string> => database[name] as unknown as Table<LedgerRows[Name], string>;

/** Every table a command may write. */
export const writtenTables = (database: LedgerDatabase): Table[] => [
  ...tableNames.map((name) => database.table(name)),
  database.table('changes'),
];
