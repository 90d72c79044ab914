import Dexie from 'dexie';
import type { LedgerName } from '../../shared/ipc/boot.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { MirrorStatus } from '../../shared/ipc/mirror-contract.ts';
import type { CommandContext } from '../../shared/ledger/decision.ts';
import { emptyLedger, type Ledger, rowKey, tableNames } from '../../shared/ledger/ledger.ts';
import { planStart, type StartPlan } from '../../shared/ledger/reconcile.ts';
import { upgradeRow } from '../../shared/ledger/upgrade-row.ts';
import { databaseState, lastSequence } from './database-state.ts';
import { createLedgerMemory, type LedgerMemory } from './ledger-memory.ts';
import { createMirrorSync, type MirrorSync } from './mirror-sync.ts';
import { restoreFromMirror } from './restore-from-mirror.ts';
import { type CommandRunner, createCommandRunner } from './run-command.ts';
import { declareDatabase, type LedgerDatabase, rowTable, schemaVersion } from './schema.ts';

/** A ledger that is open: its rows in memory, its only writer, its mirror. */
export interface OpenLedger {
  readonly name: LedgerName;
  readonly database: LedgerDatabase;
  readonly memory: LedgerMemory;
  readonly commands: CommandRunner;
  readonly mirrorSync: MirrorSync;
  /** Why the database was read back from the mirror, where it was. */
  readonly restored?: Extract<StartPlan, { kind: 'restore' }>['reason'] | undefined;
}

export type OpenFailure = Extract<StartPlan, { kind: 'refuse' }>['reason'] | 'database-blocked';

const readIntoMemory = async (database: LedgerDatabase): Promise<Ledger> => {
  const tables = await Promise.all(
    tableNames.map(async (table) => {
      const rows = await rowTable(database, table).toArray();
      return [table, new Map(rows.map((row) => [rowKey(table, row), upgradeRow(table, row)]))] as const;
    }),
  );
  return {
    ...emptyLedger(),
    ...Object.fromEntries(tables),
    sequence: await lastSequence(database),
  } as Ledger;
};

/**
 * Throws away a database that cannot be opened, so that a fresh one can be filled from the mirror. Where
 * Chromium's whole store is broken it cannot delete either, and main removes the files.
 * @returns undefined when neither was possible; then nothing was deleted
 */
const replaceDatabase = async (
  database: LedgerDatabase,
  bridge: Pick<Bridge, 'databaseDiscard'>,
): Promise<LedgerDatabase | undefined> => {
  database.close();
  const remove = (): Promise<boolean> =>
    Dexie.delete(database.name).then(
      () => true,
      () => false,
    );
  if (!(await remove()) && !(await bridge.databaseDiscard()).ok) return undefined;
  const fresh = declareDatabase(database.name);
  await fresh.open();
  return fresh;
};

const newIdentity = async (
  database: LedgerDatabase,
  mirror: MirrorStatus,
  databaseId: string,
): Promise<void> => {
  await database.facts.put({
    id: 'identity',
    databaseId,
    generation: mirror.kind === 'ready' ? mirror.generation : '',
    schemaVersion,
    mirroredSequence: 0,
  });
};

/**
 * Opens the ledger: compares the database with main's mirror and repairs whichever is behind before
 * anything else happens (shared/ledger/reconcile.ts), then reads all rows into memory.
 */
export const openLedger = async (
  name: LedgerName,
  bridge: Pick<
    Bridge,
    | 'mirrorStatus'
    | 'mirrorCreate'
    | 'mirrorAppend'
    | 'mirrorRead'
    | 'mirrorReadChanges'
    | 'databaseDiscard'
    | 'diskProblem'
  >,
  context: () => CommandContext,
  onRestoreProgress: (doneRows: number, allRows: number) => void,
): Promise<
  { readonly ok: true; readonly value: OpenLedger } | { readonly ok: false; readonly error: OpenFailure }
> => {
  let database = declareDatabase(`acquit-${name}`);
  const [state, answer] = await Promise.all([databaseState(database), bridge.mirrorStatus()]);
  if (!answer.ok) throw new Error(answer.error.message);
  const mirror = answer.value;
  const plan = planStart(state, mirror, schemaVersion);
  if (plan.kind === 'refuse') {
    database.close();
    return { ok: false, error: plan.reason };
  }
  if (state.kind === 'unreadable') {
    const fresh = await replaceDatabase(database, bridge);
    if (!fresh) return { ok: false, error: 'unreadable-database' };
    database = fresh;
  }
  if (plan.kind === 'first-run' || plan.kind === 'recreate-mirror') {
    const databaseId = state.kind === 'ready' ? state.databaseId : context().newId();
    const created = await bridge.mirrorCreate({ databaseId });
    if (!created.ok) throw new Error(created.error.message);
    await newIdentity(database, created.value, databaseId);
  }
  if (plan.kind === 'restore' && mirror.kind === 'ready')
    await restoreFromMirror(database, bridge, mirror, onRestoreProgress);
  if (plan.kind === 'resend')
    await database.facts.update('identity', { mirroredSequence: plan.fromSequence });

  const mirrorSync = createMirrorSync(database, bridge);
  await mirrorSync.push();
  const memory = createLedgerMemory();
  memory.replace(await readIntoMemory(database));
  const commands = createCommandRunner({
    database,
    memory,
    context,
    mirror: () => mirrorSync.push(),
    diskProblem: async () => {
      const answer = await bridge.diskProblem();
      return answer.ok ? (answer.value ?? undefined) : undefined;
    },
  });
  return {
    ok: true,
    value: {
      name,
      database,
      memory,
      commands,
      mirrorSync,
      restored: plan.kind === 'restore' ? plan.reason : undefined,
    },
  };
};
