import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import type { MirrorPage, MirrorStatus } from '../../shared/ipc/mirror-contract.ts';
import type { Change } from '../../shared/ledger/change.ts';
import { tableNames } from '../../shared/ledger/ledger.ts';
import { type LedgerDatabase, rowTable, schemaVersion, writtenTables } from './schema.ts';

const changesPerRequest = 200;

const orThrow = <Value>(answer: IpcOutcome<Value>): Value => {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

/**
 * Empties the database and fills it from main's copy, rows and changes alike. The identity row is written
 * last: a restore cut short leaves a database without identity, which the next start restores again.
 */
export const restoreFromMirror = async (
  database: LedgerDatabase,
  bridge: Pick<Bridge, 'mirrorRead' | 'mirrorReadChanges'>,
  mirror: Extract<MirrorStatus, { kind: 'ready' }>,
  onProgress: (doneRows: number, allRows: number) => void,
): Promise<void> => {
  const allRows = Object.values(mirror.rowCounts).reduce((sum, count) => sum + (count ?? 0), 0);
  await database.transaction('rw', [...writtenTables(database), database.facts], async () => {
    await database.facts.clear();
    await Promise.all(writtenTables(database).map((table) => table.clear()));
  });
  let doneRows = 0;
  let cursor: number | undefined = 0;
  while (cursor !== undefined) {
    const page: MirrorPage = orThrow(await bridge.mirrorRead({ cursor }));
    await database.transaction('rw', writtenTables(database), async () => {
      for (const table of tableNames) {
        const rows = page.rows.filter((entry) => entry.table === table).map((entry) => entry.row);
        if (rows.length > 0) await rowTable(database, table).bulkPut(rows as never[]);
      }
    });
    doneRows += page.rows.length;
    onProgress(doneRows, allRows);
    cursor = page.next;
  }
  let sequence = 0;
  while (sequence < mirror.lastSequence) {
    const changes: readonly Change[] = orThrow(
      await bridge.mirrorReadChanges({ fromSequence: sequence + 1, limit: changesPerRequest }),
    );
    const last = changes.at(-1);
    if (!last) throw new Error('the mirror holds fewer changes than it says');
    await database.changes.bulkPut(changes as Change[]);
    sequence = last.sequence;
  }
  await database.facts.put({
    id: 'identity',
    databaseId: mirror.databaseId,
    generation: mirror.generation,
    schemaVersion,
    mirroredSequence: mirror.lastSequence,
  });
};
