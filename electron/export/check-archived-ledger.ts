import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Change } from '../../shared/ledger/change.ts';
import { type Ledger, rowKey, type TableName, tableNames } from '../../shared/ledger/ledger.ts';
import { rowSchemas } from '../../shared/ledger/row-schemas/row-schemas.ts';
import { openLedgerJournalReadOnly } from '../mirror/ledger-journal.ts';
import { JournalReadError } from '../mirror/line-journal.ts';
import type { JournalSnapshot } from '../mirror/mirror.ts';
import { ArchiveError } from './archive-failure.ts';
import { type ArchiveManifest, archiveFiles } from './archive-manifest.ts';
import { rowCountsOf } from './export-everything.ts';
import { readLedger } from './read-ledger.ts';

/** Values in values: a row has four or five levels. */
const deepest = 32;

const isShallow = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
};

const image = z.object({
  table: z.enum(tableNames),
  key: z.string().min(1),
  before: z.looseObject({}).nullable(),
  after: z.looseObject({}).nullable(),
});

/** What a change is made of; the rows of the past are only looked at for their key, as earlier versions wrote them. */
const changeSchema = z.looseObject({
  sequence: z.int().positive(),
  groupSequence: z.int().positive(),
  pages: z.int().positive(),
  at: z.iso.datetime(),
  command: z.string().min(1).max(200),
  label: z.string().max(10_000),
  clientId: z.string().optional(),
  undo: z.enum(['allowed', 'refused']),
  undoes: z.int().positive().optional(),
  images: z.array(image),
});

const journalDamaged = (): ArchiveError =>
  new ArchiveError({ kind: 'damaged-archive', fileName: archiveFiles.journal });
const invalid = (table: string): ArchiveError => new ArchiveError({ kind: 'invalid-row', table });

const guardChange = (change: Change, sequence: number): void => {
  if (!isShallow(change, deepest)) throw journalDamaged();
  const parsed = changeSchema.safeParse(change);
  if (!parsed.success || change.sequence !== sequence || change.groupSequence > sequence)
    throw journalDamaged();
  for (const { table, key, before, after } of change.images)
    for (const row of [before, after])
      if (row !== null && rowKey(table as TableName, row as never) !== key) throw invalid(table);
};

const rowsPerTurn = 500;

const guardRows = async (ledger: Ledger, signal: AbortSignal | undefined): Promise<void> => {
  let done = 0;
  for (const table of tableNames)
    for (const row of ledger[table].values()) {
      if (!rowSchemas[table].safeParse(row).success) throw invalid(table);
      done += 1;
      if (done % rowsPerTurn !== 0) continue;
      // The window must answer while a large ledger is looked at.
      await nextTurn();
      if (signal?.aborted) throw new ArchiveError({ kind: 'cancelled' });
    }
};

/**
 * Reads the journal of an unpacked archive as a start would: the chain line by line, each change, the rows that they
 * give, and whether all of it is what the manifest says.
 * @returns the ledger. Throws {@link ArchiveError}, or the system's error.
 */
export const checkArchivedLedger = async (
  path: string,
  manifest: ArchiveManifest,
  signal?: AbortSignal,
): Promise<Ledger> => {
  const opened = await openLedgerJournalReadOnly(path);
  if (!opened.ok) {
    if (opened.error.kind === 'io') throw new ArchiveError(opened.error);
    throw opened.error.kind === 'newer-version'
      ? new ArchiveError({ kind: 'newer-archive' })
      : journalDamaged();
  }
  const journal = opened.value;
  let snapshot: JournalSnapshot;
  try {
    const { header, bytes, length, lastHash } = journal;
    const isAsSaid =
      header.databaseId === manifest.databaseId &&
      length === manifest.sequence &&
      lastHash === manifest.chainHash;
    if (!isAsSaid) throw journalDamaged();
    snapshot = { path, bytes, header, lastSequence: length, lastHash };
    let sequence = 0;
    for await (const { body } of journal.entries()) {
      sequence += 1;
      guardChange(body, sequence);
      if (signal?.aborted) throw new ArchiveError({ kind: 'cancelled' });
    }
  } catch (error) {
    if (error instanceof JournalReadError) throw journalDamaged();
    throw error;
  } finally {
    await journal.close();
  }
  const ledger = await readLedger(snapshot);
  if (!ledger.ok) throw journalDamaged();
  await guardRows(ledger.value, signal);
  const counts = rowCountsOf(ledger.value);
  const said = Object.entries(manifest.rowCounts).filter(([, count]) => count > 0);
  const agrees =
    said.length === Object.keys(counts).length && said.every(([table, count]) => counts[table] === count);
  if (!agrees) throw journalDamaged();
  return ledger.value;
};
