import type { Change } from '../../shared/ledger/change.ts';
import { ok, type Result } from '../../shared/result.ts';
import { openLedgerJournal } from './ledger-journal.ts';
import type { IoFailure, JournalFailure } from './line-journal.ts';

/** What takes the place of a ledger when a backup is restored. */
export interface ReplacementLedger {
  readonly databaseId: string;
  readonly changes: AsyncIterable<Change>;
  /** Kept in the header, as evidence of where the journal comes from. */
  readonly restoredFrom: { readonly backup: string; readonly lastHash: string };
}

const changesPerWrite = 100;

/**
 * Writes a whole journal under another name, synced. What the changes' source throws is thrown on.
 * @param header fields of the new header besides where the ledger comes from.
 */
export const writeReplacement = async (
  path: string,
  { changes, restoredFrom }: ReplacementLedger,
  header: Record<string, string | number>,
): Promise<Result<null, JournalFailure>> => {
  const opened = await openLedgerJournal(path, {
    ...header,
    restoredFrom: restoredFrom.backup,
    restoredHash: restoredFrom.lastHash,
  });
  if (!opened.ok) return opened;
  const { journal } = opened.value;
  try {
    let pending: Change[] = [];
    const flush = async (): Promise<Result<void, IoFailure>> => {
      const written = await journal.append(pending);
      pending = [];
      return written;
    };
    for await (const change of changes) {
      pending.push(change);
      if (pending.length < changesPerWrite) continue;
      const written = await flush();
      if (!written.ok) return written;
    }
    const written = await flush();
    return written.ok ? ok(null) : written;
  } finally {
    await journal.close();
  }
};
