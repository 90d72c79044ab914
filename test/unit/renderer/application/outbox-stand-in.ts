import type { Bridge } from '../../../../shared/ipc/bridge.ts';
import type { MainEventName, MainEvents } from '../../../../shared/ipc/events.ts';
import type { OutboxDraft, OutboxEntry, OutboxState } from '../../../../shared/ipc/outbox-contract.ts';
import { fail, ok } from '../../../../shared/result.ts';

/** Main's side of the outbox, in memory: what it keeps and answers, without a transport. */
export interface OutboxStandIn {
  readonly bridge: Bridge;
  readonly state: (key: string) => OutboxState | undefined;
  /** Refuses every submission and recall from now on with this message; undefined = takes them again. */
  readonly refuse: (message: string | undefined) => void;
  /** Submissions wait until the answer is called. */
  readonly hold: () => () => void;
  /** Moves an entry on and tells the renderer. */
  readonly move: (key: string, state: OutboxState) => void;
  /** Messages submitted from now on go to the user himself. */
  readonly turnTestModeOn: () => void;
  readonly tick: () => void;
  readonly acknowledged: () => readonly string[];
}

export const outboxStandIn = (): OutboxStandIn => {
  const entries = new Map<string, OutboxEntry>();
  const listeners = new Map<MainEventName, Set<(event: never) => void>>();
  let refusal: string | undefined;
  let testMode = false;
  let held: Promise<void> = Promise.resolve();

  const emit = <Name extends MainEventName>(name: Name, event: MainEvents[Name]): void => {
    for (const listener of listeners.get(name) ?? [])
      (listener as (event: MainEvents[Name]) => void)(structuredClone(event));
  };
  const keep = (entry: OutboxEntry): OutboxEntry => {
    entries.set(entry.key, entry);
    return entry;
  };
  const entryOf = (draft: OutboxDraft): OutboxEntry =>
    entries.get(draft.key) ??
    keep({
      key: draft.key,
      messageId: `<${draft.key}@example.test>`,
      emlHash: '',
      to: draft.to.address,
      subject: draft.subject,
      state: { kind: 'intent', sendAfter: draft.sendAfter },
      acknowledged: false,
      ...(testMode && { isTest: true }),
    });

  const bridge = {
    outboxSubmit: async (drafts: readonly OutboxDraft[]) => {
      await held;
      return refusal === undefined ? ok(drafts.map(entryOf)) : fail({ kind: 'storage', message: refusal });
    },
    outboxList: async () => ok([...entries.values()]),
    outboxRecall: async ({ keys, reason }: { keys: readonly string[]; reason: string }) => {
      if (refusal !== undefined) return fail({ kind: 'storage', message: refusal });
      const taken = keys.flatMap((key) => {
        const entry = entries.get(key);
        return entry?.state.kind === 'intent'
          ? [keep({ ...entry, state: { kind: 'recalled', at: '2026-11-23T09:00:05.000Z', reason } })]
          : [];
      });
      if (taken.length > 0) emit('outboxChanged', taken);
      return ok(taken.map(({ key }) => key));
    },
    outboxAcknowledge: async (keys: readonly string[]) => {
      for (const key of keys) {
        const entry = entries.get(key);
        if (entry) keep({ ...entry, acknowledged: true });
      }
      return ok(null);
    },
    recheckAnswer: async () => ok(null),
    on: (name: MainEventName, listener: (event: never) => void) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
  };
  return {
    bridge: bridge as unknown as Bridge,
    state: (key) => entries.get(key)?.state,
    refuse: (message) => {
      refusal = message;
    },
    hold: () => {
      let release: () => void = () => undefined;
      held = new Promise((settle) => {
        release = settle;
      });
      return release;
    },
    move: (key, state) => {
      const entry = entries.get(key);
      if (!entry) throw new Error(`unknown key ${key}`);
      emit('outboxChanged', [keep({ ...entry, state })]);
    },
    turnTestModeOn: () => {
      testMode = true;
    },
    tick: () => emit('schedulerTick', { day: '2026-11-23', at: '2026-11-23T09:01:00.000Z' } as never),
    acknowledged: () =>
      [...entries.values()].filter(({ acknowledged }) => acknowledged).map(({ key }) => key),
  };
};
