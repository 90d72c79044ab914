import { join } from 'node:path';
import type { Change } from '../../shared/ledger/change.ts';
import { ok, type Result } from '../../shared/result.ts';
import {
  type JournalFailure,
  type JournalHeader,
  type LineJournal,
  openLineJournal,
} from './line-journal.ts';

/** Name of the journal in the folder of a mirror and in a backup. */
export const ledgerJournalName = 'journal.ndjson';

/** The journal of a ledger: line `n + 1` is the change of sequence `n`. */
export type LedgerJournal = LineJournal<Change>;

const format = { format: 'acquit-ledger-journal', version: 1 } as const;

/** What the header says besides format and version. */
export interface LedgerIdentity {
  readonly databaseId: string;
  /** New at each creation and each restore. */
  readonly generation: string;
}

/** Full path of the journal in a folder. */
export const ledgerJournalPath = (folder: string): string => join(folder, ledgerJournalName);

/** Opens or creates a ledger's journal (line-journal.ts). `header` counts only for a new file. */
export const openLedgerJournal = (
  path: string,
  header: Readonly<Record<string, string | number>> = {},
): Promise<Result<{ readonly journal: LedgerJournal; readonly repairedTornLine: boolean }, JournalFailure>> =>
  openLineJournal<Change>({ path, ...format, header });

/** Identity in a header; undefined where it has none, which only another program could have written. */
export const identityOf = (header: JournalHeader): LedgerIdentity | undefined => {
  const { databaseId, generation } = header;
  return typeof databaseId === 'string' && typeof generation === 'string'
    ? { databaseId, generation }
    : undefined;
};

/**
 * Opens a ledger's journal for reading alone: a backup's, or the first verified bytes of one that is in use.
 * Nothing is written there, and a torn line is damage.
 */
export const openLedgerJournalReadOnly = async (
  path: string,
  firstBytes?: number,
): Promise<Result<LedgerJournal, JournalFailure>> => {
  const opened = await openLineJournal<Change>({
    path,
    ...format,
    readOnly: true,
    ...(firstBytes === undefined ? {} : { firstBytes }),
  });
  return opened.ok ? ok(opened.value.journal) : opened;
};
