import { businessDay, instantOf } from '../../../shared/dates/clock.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { undoChange } from '../../db/commands/undo.ts';
import type { LedgerDatabase } from '../../db/schema.ts';

/** A dry run of undo needs no real time: its writes are thrown away. */
const dryContext = { now: instantOf(0), today: businessDay(0), newId: () => 'dry-run' };

/** True when every row of an action is still as the action left it, so that undo would not be refused. */
export const canUndo = async (
  database: Pick<LedgerDatabase, 'changes'>,
  ledger: Ledger,
  sequence: number,
): Promise<boolean> => {
  const first = await database.changes.get(sequence);
  if (!first || first.undo === 'refused') return false;
  const pages =
    first.pages === 1
      ? [first]
      : await database.changes
          .where('sequence')
          .between(sequence, sequence + first.pages)
          .toArray();
  return undoChange(ledger, { pages }, dryContext).ok;
};
