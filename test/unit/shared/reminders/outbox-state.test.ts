import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyOutboxEvent,
  interruptedAttempts,
  isFinal,
  type OutboxEvent,
  outboxEvent,
  replayOutbox,
} from '../../../../shared/reminders/outbox-state.ts';

const at = '2026-11-23T08:00:00.000Z';
const intent: OutboxEvent = {
  kind: 'intent',
  key: 'k/1',
  at,
  messageId: '<a@b.fr>',
  emlHash: 'a'.repeat(64),
  from: 'moi@a.fr',
  to: 'client@b.fr',
  toName: 'Client',
  subject: 'Relance',
  sendAfter: at,
};
const one = {
  attempt: { kind: 'attempt', key: 'k/1', startedAt: at },
  accepted: { kind: 'accepted', key: 'k/1', at, serverReply: '250 OK' },
  exported: { kind: 'exported', key: 'k/1', at },
  rejected: { kind: 'rejected', key: 'k/1', at, explanation: 'non', permanent: true },
  retrying: { kind: 'retrying', key: 'k/1', at, explanation: 'plus tard', nextTryAt: at, tries: 1 },
  unknown: { kind: 'unknown', key: 'k/1', at, explanation: 'peut-être' },
  recalled: { kind: 'recalled', key: 'k/1', at, reason: 'payée' },
  acknowledged: { kind: 'acknowledged', key: 'k/1', at },
} as const satisfies Record<string, OutboxEvent>;
const refused: OutboxEvent = {
  kind: 'refused',
  key: 'k/1',
  at,
  to: 'x',
  subject: 's',
  explanation: 'adresse',
};

const pathTo: Record<string, readonly OutboxEvent[]> = {
  nothing: [],
  intent: [intent],
  attempt: [intent, one.attempt],
  retrying: [intent, one.attempt, one.retrying],
  accepted: [intent, one.attempt, one.accepted],
  exported: [intent, one.attempt, one.exported],
  rejected: [intent, one.attempt, one.rejected],
  unknown: [intent, one.attempt, one.unknown],
  recalled: [intent, one.recalled],
};

const allowed: Record<string, readonly string[]> = {
  nothing: ['intent', 'refused'],
  intent: ['attempt', 'rejected', 'retrying', 'recalled'],
  attempt: ['accepted', 'exported', 'rejected', 'retrying', 'unknown'],
  retrying: ['attempt', 'rejected', 'retrying', 'recalled'],
  accepted: ['acknowledged'],
  exported: ['acknowledged'],
  rejected: ['acknowledged'],
  unknown: ['acknowledged'],
  recalled: ['acknowledged'],
};

const everyEvent: readonly OutboxEvent[] = [intent, refused, ...Object.values(one)];

describe('transitions', () => {
  test.each(Object.keys(pathTo))('from %s exactly the expected events may come', (state) => {
    const replayed = replayOutbox(pathTo[state] ?? []);
    if (!replayed.ok) throw new Error(JSON.stringify(replayed.error));
    const record = replayed.value.get('k/1');
    const accepted = everyEvent.filter((event) => applyOutboxEvent(record, event).ok).map(({ kind }) => kind);
    expect(accepted.toSorted()).toEqual((allowed[state] ?? []).toSorted());
  });

  test('an unknown message can never be attempted again', () => {
    const replayed = replayOutbox([intent, one.attempt, one.unknown, one.attempt]);
    expect(replayed).toEqual({
      ok: false,
      error: { kind: 'invalid-transition', key: 'k/1', from: 'unknown', event: 'attempt' },
    });
  });

  test('an intent is known once', () => {
    expect(replayOutbox([intent, intent])).toEqual({
      ok: false,
      error: { kind: 'duplicate-key', key: 'k/1' },
    });
  });

  test('an event without intent is refused', () => {
    expect(replayOutbox([one.attempt])).toEqual({ ok: false, error: { kind: 'unknown-key', key: 'k/1' } });
  });

  test('an acknowledgement keeps the state', () => {
    const replayed = replayOutbox([intent, one.attempt, one.accepted, one.acknowledged]);
    expect(replayed.ok && replayed.value.get('k/1')?.entry).toMatchObject({
      state: { kind: 'accepted', serverReply: '250 OK' },
      acknowledged: true,
    });
  });

  test('tries survive the next attempt, for the back-off', () => {
    const replayed = replayOutbox([intent, one.attempt, { ...one.retrying, tries: 3 }, one.attempt]);
    expect(replayed.ok && replayed.value.get('k/1')?.tries).toBe(3);
  });

  test('a draft that cannot be a message is known as rejected for good', () => {
    const replayed = replayOutbox([refused]);
    expect(replayed.ok && replayed.value.get('k/1')?.entry.state).toEqual({
      kind: 'rejected',
      at,
      explanation: 'adresse',
      permanent: true,
    });
  });
});

describe('replay', () => {
  test('an attempt without result becomes unknown, and nothing else does', () => {
    const keyed = (key: string, events: readonly OutboxEvent[]) => events.map((event) => ({ ...event, key }));
    const replayed = replayOutbox(Object.entries(pathTo).flatMap(([key, events]) => keyed(key, events)));
    if (!replayed.ok) throw new Error(JSON.stringify(replayed.error));
    // Started again days later: in doubt is the moment of the attempt, which the user looks up.
    expect(
      interruptedAttempts(replayed.value.values()).map(({ key, kind, at: since }) => [key, kind, since]),
    ).toEqual([['attempt', 'unknown', at]]);
  });

  test('whatever events come, a message is attempted after a result only when nothing had left', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everyEvent), { maxLength: 30 }), (events) => {
        let record: Parameters<typeof applyOutboxEvent>[0];
        let left = false;
        for (const event of events) {
          const applied = applyOutboxEvent(record, event);
          if (!applied.ok) continue;
          if (event.kind === 'attempt') expect(left).toBe(false);
          if (['accepted', 'exported', 'unknown'].includes(event.kind)) left = true;
          if (left) expect(isFinal(applied.value.entry.state)).toBe(true);
          record = applied.value;
        }
      }),
      { seed: 20261123 },
    );
  });

  test('every event is a line that reads back as it was', () => {
    for (const event of everyEvent)
      expect(outboxEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });
});
