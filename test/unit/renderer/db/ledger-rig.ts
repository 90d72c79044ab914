import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Mirror, MirrorFailure } from '../../../../electron/mirror/mirror.ts';
import { type OpenFailure, type OpenLedger, openLedger } from '../../../../renderer/db/open-ledger.ts';
import { type LedgerDatabase, rowTable } from '../../../../renderer/db/schema.ts';
import { instantOf } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Bridge } from '../../../../shared/ipc/bridge.ts';
import type { IpcOutcome } from '../../../../shared/ipc/channel.ts';
import { channels } from '../../../../shared/ipc/channels.ts';
import type { MirrorStatus } from '../../../../shared/ipc/mirror-contract.ts';
import type { Change } from '../../../../shared/ledger/change.ts';
import type { Command, CommandContext, RowWrite } from '../../../../shared/ledger/decision.ts';
import { type Ledger, tableNames } from '../../../../shared/ledger/ledger.ts';
import type { Result } from '../../../../shared/result.ts';
import { ok } from '../../../../shared/result.ts';
import { openMirrorIn } from '../../electron/mirror/open-mirror-in.ts';

export type MirrorBridge = Pick<
  Bridge,
  | 'mirrorStatus'
  | 'mirrorCreate'
  | 'mirrorAppend'
  | 'mirrorRead'
  | 'mirrorReadChanges'
  | 'databaseDiscard'
  | 'diskProblem'
>;

type MirrorRequest = keyof MirrorBridge;

/** One application on one PC: its IndexedDB, its mirror on the disk, and starts of the renderer between. */
export interface LedgerRig {
  readonly folder: string;
  readonly bridge: MirrorBridge;
  readonly context: () => CommandContext;
  readonly mirror: () => Mirror;
  /** Requests that came, in order, since the last start. */
  readonly asked: MirrorRequest[];
  /** Sequences of the changes of every append that came. */
  readonly appended: number[][];
  readonly progress: { readonly doneRows: number; readonly allRows: number }[];
  /** The request fails from now on with this; undefined heals it. `fail after` lets the first ones through. */
  readonly breakRequest: (request: MirrorRequest, kind: string | undefined, after?: number) => void;
  /** A start of the application; what was open is closed first, as its end does. */
  readonly start: () => ReturnType<typeof openLedger>;
  /** A start that must succeed. */
  readonly open: () => Promise<OpenLedger>;
  /** Closes the renderer's side and the mirror, as the end of the application does. */
  readonly stop: () => Promise<void>;
  /** As if the profile's IndexedDB folder had been deleted. */
  readonly loseDatabase: () => void;
  /** As if the mirror's folder had been deleted. */
  readonly loseMirror: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export const testNow = instantOf(Date.UTC(2026, 10, 23, 9));
export const testToday = day('2026-11-23');

/** Time that stands still and ids that count. */
export const countingContext = (prefix = 'id'): (() => CommandContext) => {
  let count = 0;
  return () => ({
    now: testNow,
    today: testToday,
    newId: () => {
      count += 1;
      return `${prefix}-${String(count).padStart(6, '0')}`;
    },
  });
};

const outcome = <Value>(result: Result<Value, MirrorFailure>): IpcOutcome<Value> =>
  result.ok ? result : { ok: false, error: { kind: result.error.kind, message: result.error.kind } };

/** What crosses to main is copied, and checked by the request's schema. */
const crossed = <Request>(name: MirrorRequest, request: Request): Request =>
  channels[name].request.parse(structuredClone(request)) as Request;

export const newLedgerRig = async (): Promise<LedgerRig> => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-ledger-'));
  let mirror: Mirror | undefined;
  let opened: OpenLedger | undefined;
  const context = countingContext();
  const asked: MirrorRequest[] = [];
  const appended: number[][] = [];
  const progress: { doneRows: number; allRows: number }[] = [];
  const faults = new Map<MirrorRequest, { kind: string; left: number }>();

  const freshDatabase = (): void => {
    Dexie.dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };
  };
  freshDatabase();

  const standing = (): Mirror => {
    if (!mirror) throw new Error('the mirror is closed');
    return mirror;
  };

  const answer = async <Value>(
    name: MirrorRequest,
    work: () => Promise<IpcOutcome<Value>>,
  ): Promise<IpcOutcome<Value>> => {
    asked.push(name);
    const fault = faults.get(name);
    if (fault && fault.left <= 0) return { ok: false, error: { kind: fault.kind, message: fault.kind } };
    if (fault) fault.left -= 1;
    return structuredClone(await work());
  };

  const bridge: MirrorBridge = {
    mirrorStatus: () =>
      answer('mirrorStatus', async (): Promise<IpcOutcome<MirrorStatus>> => ok(standing().status())),
    mirrorCreate: (request) =>
      answer('mirrorCreate', async () =>
        outcome(await standing().create(crossed('mirrorCreate', request).databaseId)),
      ),
    mirrorAppend: (request) =>
      answer('mirrorAppend', async () => {
        const { databaseId, changes } = crossed('mirrorAppend', request);
        appended.push(changes.map(({ sequence }) => sequence));
        return outcome(await standing().append(databaseId, changes));
      }),
    mirrorRead: (request) =>
      answer('mirrorRead', async () =>
        outcome(await standing().readPage(crossed('mirrorRead', request).cursor)),
      ),
    diskProblem: () => answer('diskProblem', async () => ok(null)),
    databaseDiscard: () =>
      answer('databaseDiscard', async () => {
        freshDatabase();
        return ok(null);
      }),
    mirrorReadChanges: (request) =>
      answer('mirrorReadChanges', async () => {
        const { fromSequence, limit } = crossed('mirrorReadChanges', request);
        return outcome(await standing().readChanges(fromSequence, limit));
      }),
  };

  const stop = async (): Promise<void> => {
    opened?.database.close();
    opened = undefined;
    await mirror?.close();
    mirror = undefined;
  };

  const start: LedgerRig['start'] = async () => {
    await stop();
    asked.length = 0;
    appended.length = 0;
    progress.length = 0;
    mirror = await openMirrorIn(join(folder, 'mirror'));
    const result = await openLedger('main', bridge, context, (doneRows, allRows) =>
      progress.push({ doneRows, allRows }),
    );
    if (result.ok) opened = result.value;
    return result;
  };

  return {
    folder,
    bridge,
    context,
    mirror: standing,
    asked,
    appended,
    progress,
    breakRequest: (request, kind, after = 0) => {
      if (kind === undefined) faults.delete(request);
      else faults.set(request, { kind, left: after });
    },
    start,
    open: async () => {
      const result = await start();
      if (!result.ok) throw new Error(`refused: ${result.error}`);
      return result.value;
    },
    stop,
    loseDatabase: freshDatabase,
    loseMirror: () => rm(join(folder, 'mirror'), { recursive: true }),
    end: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Why a start was refused; throws where it was not. */
export const refusalOf = async (starting: ReturnType<LedgerRig['start']>): Promise<OpenFailure> => {
  const result = await starting;
  if (result.ok) throw new Error('expected a refusal');
  return result.error;
};

/** A command that writes exactly these rows, for tests of what is below the commands. */
export const writeRows: Command<{ readonly label: string; readonly writes: readonly RowWrite[] }> = (
  _ledger,
  { label, writes },
) => ok({ command: 'write-rows', label, undo: 'allowed', writes });

/** All rows of a ledger by `table/key`. */
export const rowsOf = (ledger: Ledger): ReadonlyMap<string, unknown> =>
  new Map(
    tableNames.flatMap((table) =>
      [...(ledger[table] as ReadonlyMap<string, unknown>)].map(
        ([key, row]) => [`${table}/${key}`, row] as const,
      ),
    ),
  );

/** What IndexedDB holds: rows by `table/key`, and the journal. */
export const storedIn = async (
  database: LedgerDatabase,
): Promise<{ readonly rows: ReadonlyMap<string, unknown>; readonly changes: readonly Change[] }> => {
  const rows = new Map<string, unknown>();
  for (const table of tableNames)
    await rowTable(database, table).each((row, { primaryKey }) => {
      rows.set(`${table}/${primaryKey}`, row);
    });
  return { rows, changes: await database.changes.orderBy('sequence').toArray() };
};

/** All changes the mirror holds. */
export const mirroredChanges = async (mirror: Mirror): Promise<readonly Change[]> => {
  const changes: Change[] = [];
  for (;;) {
    const page = await mirror.readChanges(changes.length + 1, 500);
    if (!page.ok) throw new Error(page.error.kind);
    if (page.value.length === 0) return changes;
    changes.push(...page.value);
  }
};
