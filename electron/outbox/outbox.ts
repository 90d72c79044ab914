import { type Clock, instantOf } from '../../shared/dates/clock.ts';
import type { OutboxDraft, OutboxEntry, RecheckAnswer } from '../../shared/ipc/outbox-contract.ts';
import {
  interruptedAttempts,
  isFinal,
  mayStillLeave,
  type OutboxEvent,
} from '../../shared/reminders/outbox-state.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import type { MailTransport } from '../mail/mail-transport.ts';
import type { Compose } from '../mail/user-composer.ts';
import { type Failpoint, noFailpoint } from './failpoint.ts';
import type { OutboxFailure } from './outbox-failure.ts';
import { openOutboxJournal } from './outbox-journal.ts';
import { prepareDrafts } from './prepare-drafts.ts';
import { sendDue } from './send-due.ts';

export interface OutboxOptions {
  /** Folder of the ledger: holds `outbox.ndjson`. */
  readonly folder: string;
  /** The ledger exists already, so that its journal must: a missing one is refused as damaged. */
  readonly mustExist?: boolean;
  readonly clock: Clock;
  readonly documents: Pick<DocumentStore, 'put' | 'read'>;
  readonly compose: Compose;
  readonly transport: MailTransport;
  /** « May this still leave? », asked just before each attempt. A rejection leaves the message for later. */
  readonly recheck: (key: string) => Promise<RecheckAnswer>;
  /** Told of entries whose state changed, after it was synced. */
  readonly onChange: (entries: readonly OutboxEntry[]) => void;
  /** Told when sending stops because of the disk (French), and undefined when it goes on again. */
  readonly onProblem?: (problem: string | undefined) => void;
  /** While true nothing is attempted: the PC's clock is in question. */
  readonly onHold?: () => boolean;
  readonly failpoint?: Failpoint;
}

export interface Outbox {
  /**
   * Stores each message and its intent; answers the entries, in the order of the drafts, once all are on
   * disk. A known key keeps its entry as it is. A draft that cannot be a message becomes `rejected`. When
   * the disk refuses or no sender is set up, nothing is kept and nothing will be sent.
   */
  submit(drafts: readonly OutboxDraft[]): Promise<Result<readonly OutboxEntry[], OutboxFailure>>;
  /** Takes back what has not been attempted; answers the keys taken back. `reason` is French. */
  recall(keys: readonly string[], reason: string): Promise<Result<readonly string[], OutboxFailure>>;
  /** All entries, in the order of their intents. */
  list(): readonly OutboxEntry[];
  /** The ledger holds these results now. Keys that are unknown, not final or done already are passed over. */
  acknowledge(keys: readonly string[]): Promise<Result<null, OutboxFailure>>;
  /** One pass over what is due at the instant (milliseconds). Passes never overlap. */
  run(nowMs: number): Promise<void>;
  /** Passes every second from now on. */
  start(): void;
  /** Appends what a restored backup knows of keys that are unknown here (backup/adopt-outbox.ts). */
  adopt(events: readonly OutboxEvent[]): Promise<Result<null, OutboxFailure>>;
  /** Ends the passes, waits for the message that is under way, closes the journal. */
  stop(): Promise<void>;
}

const tickMs = 1000;

const internalProblem =
  'Une erreur interne a interrompu les envois. Fermez puis relancez Acquit\u00a0: rien n’est envoyé deux fois.';

/**
 * The outbox of a ledger. The intent is on disk before the send, the attempt before the first byte, the
 * result before the next message; an attempt found without its result becomes `unknown` and is never
 * sent again by itself.
 */
export const openOutbox = async (options: OutboxOptions): Promise<Result<Outbox, OutboxFailure>> => {
  const { clock, documents, compose, transport, onChange } = options;
  const failpoint = options.failpoint ?? noFailpoint;
  const opened = await openOutboxJournal(options.folder, options.mustExist);
  if (!opened.ok) return opened;
  const journal = opened.value;

  /** Results that the disk did not take yet: known here, lost with the process (then `unknown`). */
  let unwritten: readonly OutboxEvent[] = interruptedAttempts(journal.records().values());
  let problem: string | undefined;
  const setProblem = (next: string | undefined): void => {
    if (next === problem) return;
    problem = next;
    options.onProblem?.(next);
  };

  const record = async (events: () => readonly OutboxEvent[]) => {
    const committed = await journal.commit(events);
    if (committed.ok && committed.value.length > 0) onChange(committed.value);
    return committed;
  };

  /** True when every known result is on disk. */
  const writeResults = async (): Promise<boolean> => {
    const written = await record(() => unwritten);
    if (written.ok) unwritten = [];
    setProblem(written.ok ? undefined : written.error.message);
    return written.ok;
  };
  await writeResults();

  let passes: Promise<unknown> = Promise.resolve();
  let submissions: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const pass = async (nowMs: number): Promise<void> => {
    if (stopping || options.onHold?.() === true) return;
    if (unwritten.length > 0 && !(await writeResults())) return;
    await sendDue(nowMs, {
      clock,
      documents,
      transport,
      recheck: options.recheck,
      failpoint,
      journal,
      record,
      isStopping: () => stopping,
      keepResult: async (events) => {
        unwritten = [...unwritten, ...events];
        return writeResults();
      },
      setProblem,
    });
  };

  const run: Outbox['run'] = (nowMs) => {
    const done = passes.then(() => pass(nowMs));
    passes = done.catch(() => undefined);
    return done;
  };

  const submitNow: Outbox['submit'] = async (drafts) => {
    const fresh = new Map<string, OutboxDraft>();
    for (const draft of drafts)
      if (!journal.records().has(draft.key) && !fresh.has(draft.key)) fresh.set(draft.key, draft);
    const prepared = await prepareDrafts([...fresh.values()], { clock, documents, compose, failpoint });
    if (!prepared.ok) return prepared;
    failpoint('before-intent');
    const committed = await record(() => prepared.value);
    if (!committed.ok) return committed;
    failpoint('after-intent');
    return ok(
      drafts.flatMap((draft) => {
        const known = journal.records().get(draft.key);
        return known ? [known.entry] : [];
      }),
    );
  };

  return ok({
    submit: (drafts) => {
      const done = submissions.then(() => submitNow(drafts));
      submissions = done.catch(() => undefined);
      return done;
    },
    recall: async (keys, reason) => {
      const recalled = await record(() =>
        [...new Set(keys)].flatMap((key): OutboxEvent[] => {
          const known = journal.records().get(key);
          const at = instantOf(clock.nowMs());
          return known && mayStillLeave(known.entry.state) ? [{ kind: 'recalled', key, at, reason }] : [];
        }),
      );
      return recalled.ok ? ok(recalled.value.map((entry) => entry.key)) : recalled;
    },
    list: () => [...journal.records().values()].map(({ entry }) => entry),
    acknowledge: async (keys) => {
      failpoint('before-acknowledge');
      const acknowledged = await journal.commit(() =>
        [...new Set(keys)].flatMap((key): OutboxEvent[] => {
          const known = journal.records().get(key)?.entry;
          const at = instantOf(clock.nowMs());
          return known && isFinal(known.state) && !known.acknowledged
            ? [{ kind: 'acknowledged', key, at }]
            : [];
        }),
      );
      failpoint('after-acknowledge');
      return acknowledged.ok ? ok(null) : acknowledged;
    },
    adopt: async (events) => {
      const adopted = await record(() => events);
      return adopted.ok ? ok(null) : adopted;
    },
    run,
    start: () => {
      const next = (): void => {
        if (stopping) return;
        timer = setTimeout(() => {
          void run(clock.nowMs())
            .catch(() => setProblem(internalProblem))
            .finally(next);
        }, tickMs);
      };
      if (timer === undefined) next();
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await passes;
      await submissions;
      transport.rest();
      await journal.close();
    },
  });
};
