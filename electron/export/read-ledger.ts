import { emptyLedger, type Ledger } from '../../shared/ledger/ledger.ts';
import { applyImages, type RowMaps } from '../../shared/ledger/replay.ts';
import { upgradeRow } from '../../shared/ledger/upgrade-row.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { openLedgerJournalReadOnly } from '../mirror/ledger-journal.ts';
import { type JournalFailure, JournalReadError } from '../mirror/line-journal.ts';
import type { JournalSnapshot } from '../mirror/mirror.ts';

/**
 * All rows of a ledger as they were at a snapshot of its mirror, by replay of the journal's verified bytes:
 * one consistent state, whatever is appended meanwhile. Fails as the opening of a journal does.
 */
export const readLedger = async (snapshot: JournalSnapshot): Promise<Result<Ledger, JournalFailure>> => {
  const opened = await openLedgerJournalReadOnly(snapshot.path, snapshot.bytes);
  if (!opened.ok) return opened;
  const journal = opened.value;
  const rows: RowMaps = new Map();
  try {
    for await (const { body } of journal.entries()) applyImages(rows, body.images);
    for (const [table, ofTable] of rows)
      for (const [key, row] of ofTable) ofTable.set(key, upgradeRow(table, row));
    return ok({ ...emptyLedger(), ...Object.fromEntries(rows), sequence: journal.length } as Ledger);
  } catch (error) {
    if (error instanceof JournalReadError) return fail(error.failure);
    throw error;
  } finally {
    await journal.close();
  }
};
