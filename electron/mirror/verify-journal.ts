import type { VerifiedJournal } from '../../shared/ipc/journal-contract.ts';
import type { Change } from '../../shared/ledger/change.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { openLedgerJournalReadOnly } from './ledger-journal.ts';
import { JournalReadError } from './line-journal.ts';
import type { JournalSnapshot } from './mirror.ts';
import { mirrorFailureText } from './mirror-failure-text.ts';

export interface JournalDoubt {
  readonly kind: string;
  /** French. */
  readonly message: string;
}

/**
 * « Vérifier le journal »: reads the journal from the disk again, byte by byte, and holds it against the hash that
 * the application has in memory. The same check as the scripts that every backup carries.
 */
export const verifyJournal = async (
  snapshot: JournalSnapshot | undefined,
): Promise<Result<VerifiedJournal, JournalDoubt>> => {
  if (!snapshot) return fail({ kind: 'no-journal', message: 'Il n’y a pas encore de journal à vérifier.' });
  const opened = await openLedgerJournalReadOnly(snapshot.path, snapshot.bytes);
  if (!opened.ok) return fail({ kind: opened.error.kind, message: mirrorFailureText(opened.error) });
  const journal = opened.value;
  try {
    if (journal.lastHash !== snapshot.lastHash)
      return fail({
        kind: 'other-journal',
        message:
          'Le journal sur le disque n’est pas celui qu’Acquit a écrit\u00A0: son empreinte diffère. Restaurez la dernière sauvegarde.',
      });
    let last: Change | undefined;
    for await (const { body } of journal.entries(Math.max(2, journal.length + 1))) last = body;
    return ok({
      changes: journal.length,
      lastHash: journal.lastHash,
      ...(last === undefined ? {} : { lastAt: last.at }),
      bytes: journal.bytes,
    });
  } catch (error) {
    if (error instanceof JournalReadError)
      return fail({ kind: error.failure.kind, message: mirrorFailureText(error.failure) });
    throw error;
  } finally {
    await journal.close();
  }
};
