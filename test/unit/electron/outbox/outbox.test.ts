import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDocumentStore } from '../../../../electron/documents/document-store.ts';
import type { DeliveryFailure } from '../../../../electron/mail/mail-transport.ts';
import type { Compose } from '../../../../electron/mail/user-composer.ts';
import type { Outbox } from '../../../../electron/outbox/outbox.ts';
import { instantOf } from '../../../../shared/dates/clock.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import {
  accepted,
  compose,
  draftOf,
  drafts,
  minute,
  newRig,
  type Rig,
  scriptedTransport,
  startMs,
  statesOf,
  transportTo,
} from './outbox-rig.ts';

// Real connections and processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: ScriptedSmtpServer;
let rig: Rig;
beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.script({});
  rig = await newRig();
});
afterEach(() => rig.end());

const submit = async (outbox: Outbox, count: number) => {
  const submitted = await outbox.submit(drafts(count));
  if (!submitted.ok) throw new Error(submitted.error.message);
  return submitted.value;
};

/** Past the recall window. */
const run = async (outbox: Outbox): Promise<void> => {
  if (rig.clock.nowMs() === startMs) rig.clock.advance(minute);
  await outbox.run(rig.clock.nowMs());
};

const takenSince = (before: number): readonly string[] =>
  server.messages.slice(before).map(({ to }) => to.join());

describe('from intent to acceptance', () => {
  test('the intent and the raw message are on disk when submit answers', async () => {
    const outbox = await rig.open({ transport: scriptedTransport(() => accepted) });
    const [entry] = await submit(outbox, 1);
    expect(entry).toMatchObject({
      key: 'reminder-1/1',
      to: 'client1@example.test',
      state: { kind: 'intent', sendAfter: '2026-11-23T08:00:15.000Z' },
      acknowledged: false,
    });
    const journal = await readFile(join(rig.folder, 'outbox.ndjson'), 'utf8');
    expect(journal).toContain(`"messageId":"${entry?.messageId}"`);
    const eml = await readFile(join(rig.folder, 'documents', `${entry?.emlHash}.eml`), 'utf8');
    expect(eml).toContain(`Message-ID: ${entry?.messageId}`);
  });

  test('not before the recall window is over; then exactly the stored bytes, once', async () => {
    const before = server.messages.length;
    const outbox = await rig.open({ transport: transportTo(server) });
    const [entry] = await submit(outbox, 1);
    await outbox.run(Date.parse('2026-11-23T08:00:14.999Z'));
    expect(server.messages.length).toBe(before);
    await outbox.run(Date.parse('2026-11-23T08:00:15.000Z'));
    const taken = server.messages[before];
    expect(taken?.messageId).toBe(entry?.messageId);
    expect(taken?.raw.trimEnd()).toBe(
      (await readFile(join(rig.folder, 'documents', `${entry?.emlHash}.eml`), 'utf8')).trimEnd(),
    );
    expect(outbox.list()[0]?.state).toMatchObject({
      kind: 'accepted',
      serverReply: expect.stringMatching(/^250/),
    });
    expect(rig.changes.map(({ state }) => state.kind)).toEqual(['intent', 'attempt', 'accepted']);
  });

  test('a run of messages takes one connection, and a thousand runs send what one sends', async () => {
    const before = { messages: server.messages.length, connections: server.connections };
    const outbox = await rig.open({ transport: transportTo(server) });
    await submit(outbox, 20);
    rig.clock.advance(minute);
    await Promise.all(Array.from({ length: 1000 }, () => outbox.run(rig.clock.nowMs())));
    expect(takenSince(before.messages)).toEqual(drafts(20).map(({ to }) => to.address));
    expect(server.connections - before.connections).toBe(1);
  });

  test('a session that the server ended in between costs nothing', async () => {
    const before = server.messages.length;
    const outbox = await rig.open({ transport: transportTo(server) });
    await submit(outbox, 3);
    server.script({ mail: { kind: 'reply', code: 421, text: 'idle too long' } }, 0);
    await run(outbox);
    await outbox.submit([draftOf(4), draftOf(5)]);
    server.script({ mail: { kind: 'drop' } }, 1);
    await run(outbox);
    expect(takenSince(before).length).toBe(5);
    expect(new Set(Object.values(statesOf(outbox)))).toEqual(new Set(['accepted']));
  });
});

describe('idempotence', () => {
  test('a known key keeps its entry: in the same call, the next, and after a restart', async () => {
    const before = server.messages.length;
    const outbox = await rig.open({ transport: transportTo(server) });
    const [first] = await submit(outbox, 1);
    const again = await outbox.submit([draftOf(1, { subject: 'Autre' }), draftOf(1), draftOf(2), draftOf(2)]);
    expect(again.ok && again.value.map(({ key }) => key)).toEqual([
      'reminder-1/1',
      'reminder-1/1',
      'reminder-2/1',
      'reminder-2/1',
    ]);
    expect(again.ok && again.value[0]).toEqual(first);
    await run(outbox);
    await outbox.stop();
    const restarted = await rig.open({ transport: transportTo(server) });
    const [same] = await submit(restarted, 2);
    expect(same).toMatchObject({ messageId: first?.messageId, state: { kind: 'accepted' } });
    await run(restarted);
    expect(takenSince(before)).toEqual(['client1@example.test', 'client2@example.test']);
  });

  test('two calls at once', async () => {
    const outbox = await rig.open({ transport: scriptedTransport(() => accepted) });
    await Promise.all([submit(outbox, 5), submit(outbox, 5)]);
    expect(outbox.list().length).toBe(5);
  });

  test('Message-IDs differ between ledgers that know the same key', async () => {
    const other = await newRig();
    const [one] = await submit(await rig.open({ transport: scriptedTransport(() => accepted) }), 1);
    const [two] = await submit(await other.open({ transport: scriptedTransport(() => accepted) }), 1);
    expect(one?.messageId).not.toBe(two?.messageId);
    await other.end();
  });

  test('acknowledged once and for good; what is not final cannot be', async () => {
    const outbox = await rig.open({ transport: scriptedTransport(() => accepted) });
    await submit(outbox, 1);
    expect(await outbox.acknowledge(['reminder-1/1', 'unheard-of'])).toMatchObject({ ok: true });
    expect(outbox.list()[0]?.acknowledged).toBe(false);
    await run(outbox);
    await outbox.acknowledge(['reminder-1/1']);
    await outbox.acknowledge(['reminder-1/1']);
    await outbox.stop();
    expect((await rig.open({ transport: scriptedTransport(() => accepted) })).list()[0]?.acknowledged).toBe(
      true,
    );
  });
});

describe('taking back', () => {
  test('before it left: taken back, and stays so after a restart', async () => {
    const transport = scriptedTransport(() => accepted);
    const outbox = await rig.open({ transport });
    await submit(outbox, 2);
    expect(await outbox.recall(['reminder-1/1', 'unheard-of'], 'annulé')).toEqual({
      ok: true,
      value: ['reminder-1/1'],
    });
    await run(outbox);
    await outbox.stop();
    const restarted = await rig.open({ transport });
    await run(restarted);
    expect(transport.sent).toEqual(['reminder-2/1']);
    expect(restarted.list()[0]?.state).toMatchObject({ kind: 'recalled', reason: 'annulé' });
  });

  test('after it left: too late, and said so', async () => {
    const outbox = await rig.open({ transport: scriptedTransport(() => accepted) });
    await submit(outbox, 1);
    await run(outbox);
    expect(await outbox.recall(['reminder-1/1'], 'annulé')).toEqual({ ok: true, value: [] });
    expect(statesOf(outbox)).toEqual({ 'reminder-1/1': 'accepted' });
  });

  test('while « may it still leave? » is being asked: taken back', async () => {
    const transport = scriptedTransport(() => accepted);
    const outbox: Outbox = await rig.open({
      transport,
      recheck: async (key) => {
        await outbox.recall([key], 'annulé');
        return { kind: 'send' };
      },
    });
    await submit(outbox, 1);
    await run(outbox);
    expect(transport.sent).toEqual([]);
    expect(statesOf(outbox)).toEqual({ 'reminder-1/1': 'recalled' });
  });

  test('paid in the meantime: dropped with the reason', async () => {
    const transport = scriptedTransport(() => accepted);
    const outbox = await rig.open({
      transport,
      recheck: async (key) =>
        key === 'reminder-1/1' ? { kind: 'drop', reason: 'Facture payée.' } : { kind: 'send' },
    });
    await submit(outbox, 2);
    await run(outbox);
    expect(transport.sent).toEqual(['reminder-2/1']);
    expect(outbox.list()[0]?.state).toMatchObject({ kind: 'recalled', reason: 'Facture payée.' });
  });

  test('no answer to « may it still leave? »: nothing leaves, and later it does', async () => {
    const transport = scriptedTransport(() => accepted);
    let rendererIsThere = false;
    const outbox = await rig.open({
      transport,
      recheck: async () => {
        if (!rendererIsThere) throw new Error('no renderer');
        return { kind: 'send' };
      },
    });
    await submit(outbox, 1);
    await run(outbox);
    expect(transport.sent).toEqual([]);
    rendererIsThere = true;
    await run(outbox);
    expect(transport.sent).toEqual(['reminder-1/1']);
  });

  test('test mode turned on since: dropped by the transport', async () => {
    const outbox = await rig.open({
      transport: { rest: () => undefined, prepare: async () => ({ kind: 'drop', reason: 'mode essai' }) },
    });
    await submit(outbox, 1);
    await run(outbox);
    expect(outbox.list()[0]?.state).toMatchObject({ kind: 'recalled', reason: 'mode essai' });
  });

  test('a message of test mode is known as one, also after a restart', async () => {
    const asTest: Compose = async (draft, parts) => {
      const composed = await compose(draft, parts);
      return composed.ok ? { ok: true, value: { ...composed.value, isTest: true } } : composed;
    };
    const transport = scriptedTransport(() => accepted);
    const outbox = await rig.open({ transport, compose: asTest });
    await submit(outbox, 1);
    await outbox.stop();
    const again = await rig.open({ transport });
    await run(again);
    await again.submit(drafts(2));
    expect(again.list()).toMatchObject([
      { isTest: true, state: { kind: 'accepted' } },
      { key: 'reminder-2/1' },
    ]);
    expect(again.list()[1]).not.toHaveProperty('isTest');
  });

  test('a clock in question holds everything, what was approved before and what is approved since', async () => {
    const transport = scriptedTransport(() => accepted);
    let hold = true;
    const outbox = await rig.open({ transport, onHold: () => hold });
    await submit(outbox, 1);
    rig.clock.advance(14 * 24 * 60 * minute);
    await outbox.submit([draftOf(2, { sendAfter: instantOf(rig.clock.nowMs()) })]);
    await run(outbox);
    expect(transport.sent).toEqual([]);
    hold = false;
    await run(outbox);
    expect(transport.sent).toEqual(['reminder-1/1', 'reminder-2/1']);
  });
});

describe('failures of which it is certain that nothing left', () => {
  test('tried again after 1, 5, 15 minutes…, then taken', async () => {
    const before = server.messages.length;
    const outbox = await rig.open({ transport: transportTo(server) });
    await submit(outbox, 1);
    server.script({ rcpt: { kind: 'reply', code: 450, text: 'greylisted' } }, 3);
    await run(outbox);
    for (const [tries, wait] of [
      [1, 1],
      [2, 5],
      [3, 15],
    ] as const) {
      const state = outbox.list()[0]?.state;
      expect(state).toMatchObject({ kind: 'retrying', tries });
      expect(state?.kind === 'retrying' && Date.parse(state.nextTryAt) - rig.clock.nowMs()).toBe(
        wait * minute,
      );
      rig.clock.advance(wait * minute - 1);
      await run(outbox);
      expect(outbox.list()[0]?.state).toEqual(state);
      rig.clock.advance(1);
      await run(outbox);
    }
    expect(statesOf(outbox)).toEqual({ 'reminder-1/1': 'accepted' });
    expect(takenSince(before)).toEqual(['client1@example.test']);
  });

  test('given up after a day, and said to be worth another try', async () => {
    const refusal: DeliveryFailure = {
      kind: 'failed',
      phase: 'rcpt',
      certainlyNotSent: true,
      permanent: false,
      serverUnavailable: false,
      explanation: 'plus tard',
    };
    const transport = scriptedTransport(() => refusal);
    const outbox = await rig.open({ transport });
    await submit(outbox, 1);
    const firstAt = rig.clock.nowMs() + minute;
    for (let hour = 0; hour < 40; hour += 1) {
      await run(outbox);
      for (let step = 0; step < 60; step += 1) {
        rig.clock.advance(minute);
        await run(outbox);
      }
    }
    const state = outbox.list()[0]?.state;
    expect(state).toMatchObject({ kind: 'rejected', permanent: false, explanation: 'plus tard' });
    expect(transport.sent.length).toBe(16);
    const hours = state?.kind === 'rejected' ? (Date.parse(state.at) - firstAt) / (60 * minute) : 0;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(25);
  });

  test('5xx: refused for good, the next message goes out', async () => {
    const before = server.messages.length;
    const outbox = await rig.open({ transport: transportTo(server) });
    await submit(outbox, 2);
    server.script({ rcpt: { kind: 'reply', code: 550, text: '5.1.1 no such user' } }, 1);
    await run(outbox);
    expect(outbox.list()[0]?.state).toMatchObject({
      kind: 'rejected',
      permanent: true,
      explanation: expect.stringContaining('5.1.1 no such user'),
    });
    expect(takenSince(before)).toEqual(['client2@example.test']);
  });

  test('a wrong password is typed once and not fifty times', async () => {
    const before = server.logins;
    const outbox = await rig.open({ transport: transportTo(server, { password: 'wrong' }) });
    await submit(outbox, 50);
    await run(outbox);
    expect(server.logins - before).toBe(1);
    const states = Object.values(statesOf(outbox));
    expect(states.filter((state) => state === 'rejected').length).toBe(1);
    expect(states.filter((state) => state === 'retrying').length).toBe(49);
    await outbox.stop();
    rig.clock.advance(minute);
    const corrected = await rig.open({ transport: transportTo(server) });
    await run(corrected);
    expect(Object.values(statesOf(corrected)).filter((state) => state === 'accepted').length).toBe(49);
  });

  test('an unreachable server: all wait together, without fifty connections', async () => {
    const closed = await startSmtpServer();
    await closed.close();
    const transport = transportTo(closed);
    const outbox = await rig.open({ transport });
    await submit(outbox, 50);
    await run(outbox);
    expect(new Set(Object.values(statesOf(outbox)))).toEqual(new Set(['retrying']));
    expect(outbox.list()[49]?.state).toMatchObject({
      tries: 1,
      explanation: expect.stringContaining('refuse la connexion'),
    });
  });
});

describe('a doubt', () => {
  test.each([
    ['taken, but the reply was lost', { kind: 'take-and-drop' }],
    ['lost', { kind: 'drop' }],
  ] as const)('%s: unknown, and never sent again', async (_name, fault) => {
    const before = server.messages.length;
    const outbox = await rig.open({ transport: transportTo(server) });
    await submit(outbox, 1);
    server.script({ final: fault }, 1);
    await run(outbox);
    expect(outbox.list()[0]?.state).toMatchObject({
      kind: 'unknown',
      explanation: expect.stringContaining('peut-être parti'),
    });
    const taken = server.messages.length;
    await outbox.stop();
    const restarted = await rig.open({ transport: transportTo(server) });
    await submit(restarted, 1);
    for (let hour = 0; hour < 50; hour += 1) {
      rig.clock.advance(60 * minute);
      await run(restarted);
    }
    expect(statesOf(restarted)).toEqual({ 'reminder-1/1': 'unknown' });
    expect(server.messages.length).toBe(taken);
    expect(taken - before).toBeLessThanOrEqual(1);
  });

  test('the other messages are told that it was not about them', async () => {
    const before = server.messages.length;
    const outbox = await rig.open({ transport: transportTo(server) });
    await submit(outbox, 3);
    server.script({ final: { kind: 'drop' } }, 1);
    await run(outbox);
    expect(statesOf(outbox)).toEqual({
      'reminder-1/1': 'unknown',
      'reminder-2/1': 'retrying',
      'reminder-3/1': 'retrying',
    });
    expect(outbox.list()[1]?.state).toMatchObject({
      explanation: expect.stringContaining('n’est pas parti'),
    });
    rig.clock.advance(minute);
    await run(outbox);
    expect(takenSince(before)).toEqual(['client2@example.test', 'client3@example.test']);
  });

  test('a bug in the transport is no proof that nothing left', async () => {
    const transport = scriptedTransport(() => {
      throw new TypeError('bug');
    });
    const outbox = await rig.open({ transport });
    await submit(outbox, 1);
    await run(outbox);
    await run(outbox);
    expect(statesOf(outbox)).toEqual({ 'reminder-1/1': 'unknown' });
    expect(transport.sent.length).toBe(1);
  });
});

describe('drafts and documents that do not do', () => {
  test('a bad address is refused by itself, the others go out', async () => {
    const transport = scriptedTransport(() => accepted);
    const outbox = await rig.open({ transport });
    const bad = draftOf(1, { to: { name: 'x', address: 'a@x>\r\nRCPT TO:<c@evil' } });
    const submitted = await outbox.submit([bad, draftOf(2)]);
    expect(submitted.ok && submitted.value.map(({ state }) => state.kind)).toEqual(['rejected', 'intent']);
    await run(outbox);
    expect(transport.sent).toEqual(['reminder-2/1']);
    await outbox.stop();
    expect(statesOf(await rig.open({ transport }))).toEqual({
      'reminder-1/1': 'rejected',
      'reminder-2/1': 'accepted',
    });
  });

  test('without a sender nothing is kept', async () => {
    const outbox = await rig.open({
      transport: scriptedTransport(() => accepted),
      compose: async () => ({
        ok: false,
        error: { kind: 'not-configured', message: 'Indiquez votre adresse.' },
      }),
    });
    expect(await outbox.submit(drafts(3))).toEqual({
      ok: false,
      error: { kind: 'not-configured', message: 'Indiquez votre adresse.' },
    });
    expect(outbox.list()).toEqual([]);
  });

  test('a stored message that was changed on disk is not sent', async () => {
    const transport = scriptedTransport(() => accepted);
    const documents = await openDocumentStore({ folder: join(rig.folder, 'documents') });
    if (!documents.ok) throw new Error('no store');
    const { value: store } = documents;
    const outbox = await rig.open({
      transport,
      documents: { put: store.put, read: async (hash) => ({ ok: false, error: { kind: 'damaged', hash } }) },
    });
    await submit(outbox, 1);
    await run(outbox);
    expect(transport.sent).toEqual([]);
    expect(outbox.list()[0]?.state).toMatchObject({
      kind: 'rejected',
      explanation: expect.stringContaining('introuvable'),
    });
  });
});

describe('start and stop', () => {
  test('passes by itself, and stop waits for the message under way', async () => {
    let finish: () => void = () => undefined;
    const transport = scriptedTransport(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(accepted);
        }),
    );
    const outbox = await rig.open({ transport });
    await submit(outbox, 2);
    rig.clock.advance(minute);
    outbox.start();
    await expect.poll(() => transport.sent.length, { timeout: 10_000 }).toBe(1);
    const stopped = outbox.stop();
    finish();
    await stopped;
    expect(transport.sent).toEqual(['reminder-1/1']);
    const restarted = await rig.open({ transport: scriptedTransport(() => accepted) });
    expect(statesOf(restarted)).toEqual({ 'reminder-1/1': 'accepted', 'reminder-2/1': 'intent' });
  });
});
