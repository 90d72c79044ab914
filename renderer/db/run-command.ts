import type { IpcFailure } from '../../shared/ipc/channel.ts';
import type { Change, RowImage } from '../../shared/ledger/change.ts';
import type { Command, CommandContext, Refusal } from '../../shared/ledger/decision.ts';
import type { TableName } from '../../shared/ledger/ledger.ts';
import { ok, type Result } from '../../shared/result.ts';
import { changesOf, imagesOf } from './decision-changes.ts';
import type { LedgerMemory } from './ledger-memory.ts';
import { type LedgerDatabase, rowTable, writtenTables } from './schema.ts';

export interface CommandDone {
  /** Names the change for undo. */
  readonly groupSequence: number;
  readonly label: string;
  readonly undoable: boolean;
  /** Why main could not keep its copy, where it could not; the change itself is safe in the database. */
  readonly mirrorProblem?: IpcFailure | undefined;
}

/** Runs commands one after the other; the only writer of the ledger. */
export interface CommandRunner {
  readonly run: <Wish>(
    command: Command<Wish>,
    wish: Wish,
    onProgress?: (doneRows: number, allRows: number) => void,
  ) => Promise<Result<CommandDone, Refusal>>;
}

const byTable = (images: readonly RowImage[]): Map<TableName, { puts: unknown[]; deletes: string[] }> => {
  const tables = new Map<TableName, { puts: unknown[]; deletes: string[] }>();
  for (const { table, key, after } of images) {
    let entry = tables.get(table);
    if (!entry) {
      entry = { puts: [], deletes: [] };
      tables.set(table, entry);
    }
    if (after === null) entry.deletes.push(key);
    else entry.puts.push(after);
  }
  return tables;
};

/** Rows handed to the database at once: copying them is what the window would feel. */
const writtenAtOnce = 250;

/** Beyond so many rows the window gets a moment between the steps of a command. */
const largeDecision = 2000;

const breath = (): Promise<void> =>
  new Promise((settle) => {
    setTimeout(settle);
  });

/** Writes rows and change rows in one strictly durable transaction: all or nothing. */
const commit = async (
  database: LedgerDatabase,
  changes: readonly Change[],
  images: readonly RowImage[],
  onProgress?: (doneRows: number, allRows: number) => void,
): Promise<void> => {
  await database.transaction('rw', writtenTables(database), async () => {
    let done = 0;
    for (const [table, { puts, deletes }] of byTable(images)) {
      const rows = rowTable(database, table);
      for (let start = 0; start < puts.length; start += writtenAtOnce) {
        const page = puts.slice(start, start + writtenAtOnce);
        await rows.bulkPut(page as never[]);
        done += page.length;
        onProgress?.(done, images.length);
      }
      if (deletes.length > 0) await rows.bulkDelete(deletes);
    }
    for (const change of changes) await database.changes.bulkAdd([change]);
  });
};

/**
 * Creates the runner. `mirror` answers when main has the changes on disk; only then is a command
 * acknowledged to the user.
 */
export const createCommandRunner = (parts: {
  readonly database: LedgerDatabase;
  readonly memory: LedgerMemory;
  readonly context: () => CommandContext;
  readonly mirror: (changes: readonly Change[]) => Promise<IpcFailure | undefined>;
  /** What main finds when it tries the disk itself (French); undefined = nothing wrong. */
  readonly diskProblem?: () => Promise<string | undefined>;
}): CommandRunner => {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    run: (command, wish, onProgress) =>
      inTurn(async () => {
        const { database, memory } = parts;
        const context = parts.context();
        const decided = command(memory.current(), wish, context);
        if (!decided.ok) return decided;
        const decision = decided.value;
        const isLarge = decision.writes.length > largeDecision;
        // Nobody else writes meanwhile: commands run one after the other.
        if (isLarge) await breath();
        const images = imagesOf(memory.current(), decision);
        const changes = changesOf(decision, images, memory.current().sequence + 1, context.now);
        if (isLarge) await breath();
        try {
          await commit(database, changes, images, onProgress);
        } catch (error) {
          return { ok: false, error: await storageRefusal(error, parts.diskProblem) };
        }
        const last = changes.at(-1);
        memory.apply(images, last?.sequence ?? memory.current().sequence);
        const mirrorProblem = await parts.mirror(changes);
        return ok({
          groupSequence: changes[0]?.sequence ?? 0,
          label: decision.label,
          undoable: decision.undo === 'allowed',
          mirrorProblem,
        });
      }),
  };
};

const storageRefusal = async (
  error: unknown,
  diskProblem: (() => Promise<string | undefined>) | undefined,
): Promise<Refusal> => {
  // Chromium names a full disk only sometimes; mostly the connection is said to close.
  const problem = await diskProblem?.();
  if (problem !== undefined) return { kind: 'disk-full', message: problem };
  const name = error instanceof Error ? `${error.name} ${error.message}` : '';
  return /quota|disk|space/i.test(name)
    ? {
        kind: 'disk-full',
        message: 'Le disque est plein\u00A0: rien n’a été enregistré. Libérez de la place, puis recommencez.',
      }
    : {
        kind: 'not-stored',
        message:
          'L’enregistrement a échoué et rien n’a été modifié. Fermez puis rouvrez Acquit, et recommencez.',
      };
};
