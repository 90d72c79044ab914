import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { failpointNames } from '../../../../electron/outbox/failpoint.ts';
import { companyStartMs, openCompany } from '../../../support/company.ts';
import { sampleAddress } from '../../../support/company-sample.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { liveOnce } from './company-life.ts';
import { expectNothingLostOrDoubled, type KillScene, setKillScene, sumOf } from './killed-company.ts';
import { minute, transportTo } from './outbox-rig.ts';

// Real connections and processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/*
 * kill -9 at every act that leaves a trace, from the approval to the result in the ledger. Whatever the moment:
 * the server takes each message at most once, what was answered for stays so, and a message of which nobody
 * knows is not sent again.
 */

const clients = 4;
/** The fold is the renderer's command: its failpoints stand round it, not in main. */
const everyFailpoint = [...failpointNames, 'before-fold', 'after-fold'] as const;
type EveryFailpoint = (typeof everyFailpoint)[number];

let server: ScriptedSmtpServer;
let scene: KillScene;
beforeAll(async () => {
  server = await startSmtpServer();
  scene = await setKillScene(clients);
});
afterAll(async () => {
  await server.close();
  await scene.end();
});

test('every act that the issue names has its failpoints', () => {
  const steps = [
    'intent',
    'eml',
    'attempt',
    'connect',
    'data',
    'final-dot',
    '250',
    'result',
    'fold',
    'acknowledge',
  ];
  expect(everyFailpoint.toSorted()).toEqual(
    steps.flatMap((step) => [`before-${step}`, `after-${step}`]).toSorted(),
  );
});

/**
 * Once for what happens once; the second message for what happens once a message; and the last for what happens
 * beside the sending, so that nothing else is under way.
 */
const hitOf = (failpoint: EveryFailpoint): number => {
  if (/fold|acknowledge/.test(failpoint)) return clients;
  return /intent|connect/.test(failpoint) ? 1 : 2;
};

/** Only an end between the attempt and its result leaves a doubt. */
const isDoubtful = (failpoint: EveryFailpoint): boolean =>
  /^after-attempt$|connect|data|final-dot|250|^before-result$/.test(failpoint);

/** The content was handed over with its final dot, so that the server has the message. */
const isTaken = (failpoint: EveryFailpoint): boolean => /250|^before-result$/.test(failpoint);

test.each(everyFailpoint)('killed %s', async (failpoint) => {
  const folder = await scene.newCompany();
  const before = server.messages.length;
  const killed = await liveOnce(scene.program, {
    folder,
    port: server.port,
    certificatePath: scene.certificatePath,
    nowMs: companyStartMs,
    approvals: clients,
    failpoint,
    hit: hitOf(failpoint),
  });
  expect(killed.signal, JSON.stringify(killed.facts)).toBe('SIGKILL');
  const takenUntilThen = server.messages.length - before;

  const nowMs = companyStartMs + 5 * minute;
  const company = await openCompany({ folder, nowMs, transport: transportTo(server) });
  // What was answered for before the end is still so.
  for (const { key, kind } of killed.facts)
    if (typeof key === 'string' && kind === 'accepted')
      expect(company.outbox.list().find((entry) => entry.key === key)?.state.kind).toBe('accepted');
  const doubtful = company.outbox.list().filter(({ state }) => state.kind === 'unknown');
  expect(doubtful.length).toBe(isDoubtful(failpoint) ? 1 : 0);
  if (isTaken(failpoint)) expect(takenUntilThen).toBeGreaterThanOrEqual(2);

  // The user approves what he still sees, and hours go by.
  await company.approve(company.proposals());
  for (let turn = 0; turn < 4; turn += 1) {
    company.advance(125 * minute);
    await company.pass();
  }
  const messages = server.messages.slice(before);
  expectNothingLostOrDoubled(company, messages, clients);
  expect(sumOf(company)).toEqual({
    accepted: clients - doubtful.length,
    rejected: 0,
    unknown: doubtful.length,
    waiting: 0,
  });
  const resent = messages.slice(takenUntilThen).flatMap(({ to }) => to);
  for (const { to } of doubtful) expect(resent).not.toContain(to);
  const arrived = messages.flatMap(({ to }) => to);
  const missing = Array.from({ length: clients }, (_, index) => sampleAddress(index)).filter(
    (address) => !arrived.includes(address),
  );
  // Only the doubtful one can be missing; once the server was heard it is not.
  expect(doubtful.map(({ to }) => to)).toEqual(expect.arrayContaining(missing));
  if (isTaken(failpoint)) expect(missing).toEqual([]);
  await company.stop();
});
