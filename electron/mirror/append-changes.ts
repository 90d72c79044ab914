import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../shared/ledger/change.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { LedgerJournal } from './ledger-journal.ts';
import type { IoFailure } from './line-journal.ts';

export type AppendFailure =
  | { readonly kind: 'gap'; readonly expectedSequence: number }
  | { readonly kind: 'conflict'; readonly sequence: number }
  | IoFailure;

/** As the file gives it back: properties that are undefined are gone. */
const asStored = (change: Change): unknown => JSON.parse(JSON.stringify(change));

/** The first of the known changes that is not what the journal holds. */
const firstConflict = async (
  journal: LedgerJournal,
  known: readonly Change[],
): Promise<number | undefined> => {
  const [first] = known;
  if (!first) return undefined;
  const bySequence = new Map(known.map((change) => [change.sequence, change]));
  let compared = 0;
  for await (const { body } of journal.entries(first.sequence + 1)) {
    const change = bySequence.get(body.sequence);
    if (!change) continue;
    if (!isDeepStrictEqual(asStored(change), body)) return change.sequence;
    compared += 1;
    if (compared === bySequence.size) break;
  }
  return undefined;
};

/**
 * Appends the changes that the journal does not hold. They must be in order and without a gap, among
 * themselves and after the journal's last; a renderer that sends again what it has no answer for sends
 * known ones, which must be the same.
 * @returns the changes that were new. Fails with `gap`, `conflict` or `io`; then nothing was written.
 */
export const appendChanges = async (
  journal: LedgerJournal,
  changes: readonly Change[],
): Promise<Result<readonly Change[], AppendFailure>> => {
  let expected = Math.min(changes[0]?.sequence ?? 1, journal.length + 1);
  for (const { sequence } of changes) {
    if (sequence !== expected) return fail({ kind: 'gap', expectedSequence: expected });
    expected += 1;
  }
  const conflict = await firstConflict(
    journal,
    changes.filter((change) => change.sequence <= journal.length),
  );
  if (conflict !== undefined) return fail({ kind: 'conflict', sequence: conflict });
  const added = changes.filter((change) => change.sequence > journal.length);
  const appended = await journal.append(added);
  return appended.ok ? ok(added) : appended;
};
