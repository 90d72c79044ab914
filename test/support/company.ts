import { join } from 'node:path';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type DocumentStore, openDocumentStore } from '../../electron/documents/document-store.ts';
import { pendingRechecks } from '../../electron/ledger/pending-rechecks.ts';
import { composeMessage as composeEmail } from '../../electron/mail/compose.ts';
import type { MailTransport } from '../../electron/mail/mail-transport.ts';
import { type Mirror, type MirrorFailure, openMirror } from '../../electron/mirror/mirror.ts';
import type { Failpoint } from '../../electron/outbox/failpoint.ts';
import { type Outbox, openOutbox } from '../../electron/outbox/outbox.ts';
import { type Approval, approveReminders, recordDeliveries } from '../../renderer/db/commands/reminders.ts';
import { type OpenLedger, openLedger } from '../../renderer/db/open-ledger.ts';
import { businessDay } from '../../shared/dates/clock.ts';
import type { Day } from '../../shared/dates/day.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import type { ChannelName } from '../../shared/ipc/channels.ts';
import { channels } from '../../shared/ipc/channels.ts';
import type { MainEventName, MainEvents } from '../../shared/ipc/events.ts';
import { composeMessage } from '../../shared/reminders/compose-message.ts';
import { planReminders } from '../../shared/reminders/planning.ts';
import type { Proposal } from '../../shared/reminders/proposal.ts';
import { ok, type Result } from '../../shared/result.ts';

/*
 * The whole way of a reminder in one process of Node: the ledger and its commands, the exchange with main, the
 * mirror, the document store and the outbox, all of them the application's own. In place of Chromium's database
 * stands one in memory that a kill loses whole: what comes back, comes back from the mirror.
 */

export const companyStartMs = Date.parse('2026-11-23T09:00:00Z');

export const companySender = { name: 'Menuiserie Lefèvre', address: 'facturation@example.test' };

export interface Company {
  readonly ledger: OpenLedger;
  readonly outbox: Outbox;
  readonly mirror: Mirror;
  readonly documents: DocumentStore;
  readonly today: () => Day;
  readonly nowMs: () => number;
  /** Time passes; no pass is made. */
  readonly advance: (byMs: number) => void;
  readonly proposals: () => readonly Proposal[];
  /** Approves as the sheet does, and hands over to main; answers the ids. A message that cannot be written is passed over. */
  readonly approve: (proposals: readonly Proposal[]) => Promise<readonly string[]>;
  /** A pass of the outbox at the present time, until every result is in the ledger. */
  readonly pass: () => Promise<void>;
  /** What the user was told, French. */
  readonly problems: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface CompanyOptions {
  readonly folder: string;
  readonly transport: MailTransport;
  /** Milliseconds of the application's time at the start. */
  readonly nowMs?: number;
  readonly failpoint?: Failpoint;
  /** Around the command by which a result enters the ledger. */
  readonly aroundFold?: (when: 'before-fold' | 'after-fold') => void;
}

const opened = <Value>(result: Result<Value, { readonly kind: string }>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const outcome = <Value>(result: Result<Value, MirrorFailure>): IpcOutcome<Value> =>
  result.ok ? result : { ok: false, error: { kind: result.error.kind, message: result.error.kind } };

/** Opens the company of a folder; a second call, after its process ended or stopped, is what a start does. */
export const openCompany = async (options: CompanyOptions): Promise<Company> => {
  const { folder } = options;
  let offsetMs = (options.nowMs ?? companyStartMs) - Date.now();
  const nowMs = (): number => Date.now() + offsetMs;
  const clock = { nowMs };
  const problems: string[] = [];
  const listeners = new Map<MainEventName, Set<(event: never) => void>>();
  const pendingFolds = new Set<Promise<unknown>>();

  const emit = <Name extends MainEventName>(name: Name, event: MainEvents[Name]): void => {
    for (const listener of listeners.get(name) ?? [])
      (listener as (event: MainEvents[Name]) => void)(structuredClone(event));
  };

  const mirror = opened(await openMirror({ folder: join(folder, 'mirror'), clock }));
  const documents = opened(await openDocumentStore({ folder: join(folder, 'documents') }));
  const rechecks = pendingRechecks((question) => emit('recheckRequest', question));
  const readDocument = async (hash: string): Promise<Uint8Array | undefined> => {
    const read = await documents.read(hash);
    return read.ok ? read.value : undefined;
  };
  const outbox = opened(
    await openOutbox({
      folder: join(folder, 'outbox'),
      clock,
      documents,
      compose: (draft, parts) => composeEmail(draft, { sender: companySender, ...parts }, readDocument),
      transport: options.transport,
      recheck: rechecks.ask,
      onChange: (entries) => emit('outboxChanged', entries),
      onProblem: (problem) => problem !== undefined && problems.push(problem),
      ...(options.failpoint ? { failpoint: options.failpoint } : {}),
    }),
  );

  /** What crosses to main is copied and checked by the request's schema, and so is what comes back. */
  const answered =
    <Request, Value>(
      name: ChannelName,
      work: (request: Request) => IpcOutcome<Value> | Promise<IpcOutcome<Value>>,
    ) =>
    async (request: Request): Promise<IpcOutcome<Value>> => {
      const crossed = channels[name].request.parse(structuredClone(request)) as Request;
      return structuredClone(await work(crossed));
    };
  const bridge = {
    mirrorStatus: answered('mirrorStatus', () => ok(mirror.status())),
    mirrorCreate: answered('mirrorCreate', async ({ databaseId }: { databaseId: string }) =>
      outcome(await mirror.create(databaseId)),
    ),
    mirrorAppend: answered('mirrorAppend', async (request: Parameters<Bridge['mirrorAppend']>[0]) =>
      outcome(await mirror.append(request.databaseId, request.changes)),
    ),
    mirrorRead: answered('mirrorRead', async ({ cursor }: { cursor: number }) =>
      outcome(await mirror.readPage(cursor)),
    ),
    mirrorReadChanges: answered(
      'mirrorReadChanges',
      async ({ fromSequence, limit }: { fromSequence: number; limit: number }) =>
        outcome(await mirror.readChanges(fromSequence, limit)),
    ),
    diskProblem: async () => ok(null),
    databaseDiscard: async () => ok(null),
    outboxSubmit: answered('outboxSubmit', (drafts: Parameters<Bridge['outboxSubmit']>[0]) =>
      outbox.submit(drafts),
    ),
    outboxRecall: answered('outboxRecall', ({ keys, reason }: Parameters<Bridge['outboxRecall']>[0]) =>
      outbox.recall(keys, reason),
    ),
    outboxList: answered('outboxList', () => ok(outbox.list())),
    outboxAcknowledge: answered('outboxAcknowledge', (keys: readonly string[]) => outbox.acknowledge(keys)),
    recheckAnswer: answered('recheckAnswer', ({ token, answer }: Parameters<Bridge['recheckAnswer']>[0]) => {
      rechecks.answer(token, answer);
      return ok(null);
    }),
    on: (name: MainEventName, listener: (event: never) => void) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
  } as unknown as Bridge;

  Dexie.dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };
  Reflect.set(globalThis, 'window', { acquit: bridge });
  const { followClock, now, today } = await import('../../renderer/bridge/application-clock.ts');
  const { startDeliverySync } = await import('../../renderer/application/delivery-sync.ts');
  followClock(offsetMs);

  let ids = 0;
  const session = `${Math.floor(nowMs()).toString(36)}-${process.pid.toString(36)}`;
  const context = () => ({
    now: now(),
    today: today(),
    newId: () => {
      ids += 1;
      return `${session}-${ids}`;
    },
  });
  const ledger = await openLedger('main', bridge, context, () => undefined);
  if (!ledger.ok) throw new Error(`the ledger was refused: ${ledger.error}`);
  const { commands, memory } = ledger.value;
  const watched: OpenLedger = {
    ...ledger.value,
    commands: {
      run: async (command, wish, onProgress) => {
        const isFold = (command as unknown) === recordDeliveries;
        if (isFold) options.aroundFold?.('before-fold');
        const running = commands.run(command, wish, onProgress);
        pendingFolds.add(running);
        const done = await running.finally(() => pendingFolds.delete(running));
        if (isFold) options.aroundFold?.('after-fold');
        return done;
      },
    },
  };
  const sync = startDeliverySync(watched, bridge, (message) => problems.push(message));

  /** Until what the outbox knows is in the ledger and acknowledged. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 1000; turn += 1) {
      await Promise.all(pendingFolds);
      const open = outbox
        .list()
        .some(
          ({ state, acknowledged }) =>
            !acknowledged && !['intent', 'attempt', 'retrying'].includes(state.kind),
        );
      if (!open) return;
      await new Promise((next) => setTimeout(next, 2));
    }
  };

  return {
    ledger: watched,
    outbox,
    mirror,
    documents,
    today: () => businessDay(nowMs()),
    nowMs,
    advance: (byMs) => {
      offsetMs += byMs;
      // Told directly: the module heard only the first company of this process.
      followClock(offsetMs);
    },
    proposals: () => planReminders(memory.current(), businessDay(nowMs())).proposals,
    approve: async (proposals) => {
      const approvals = proposals.flatMap((proposal): readonly Approval[] => {
        const message = composeMessage(memory.current(), proposal, businessDay(nowMs()));
        return message.ok ? [{ proposal, message: message.value }] : [];
      });
      if (approvals.length === 0) return [];
      const done = await watched.commands.run(approveReminders, { approvals, automatic: false });
      if (!done.ok) throw new Error(done.error.message);
      await sync.submit();
      return approvals.map(({ proposal }) => proposal.id);
    },
    pass: async () => {
      emit('schedulerTick', { day: today(), at: now() });
      await sync.submit();
      await outbox.run(nowMs());
      await settle();
    },
    problems,
    stop: async () => {
      await settle();
      sync.stop();
      await outbox.stop();
      ledger.value.database.close();
      await mirror.close();
    },
  };
};
