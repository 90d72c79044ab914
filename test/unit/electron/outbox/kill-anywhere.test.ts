import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { companyStartMs, openCompany } from '../../../support/company.ts';
import {
  type ScriptedSmtpServer,
  type SmtpFault,
  type SmtpPhase,
  startSmtpServer,
} from '../../../support/smtp-server.ts';
import { type Aim, liveOnce } from './company-life.ts';
import {
  expectNothingLostOrDoubled,
  type KillScene,
  setKillScene,
  sumOf,
  takenByAddress,
} from './killed-company.ts';
import { minute, transportTo } from './outbox-rig.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 });

/*
 * Two hundred ends at random moments, twenty companies of ten each, while the server delays or drops at every
 * phase of the dialogue. Each life goes on where the one before was ended, with reminders to approve, to send,
 * to try again and to fold.
 */

const companies = 20;
const killsPerCompany = 10;
const approvalsPerLife = 4;
/** Companies that live at the same time: two cores, and most of a life is waiting. */
const lanes = 4;
const commandMs = 400;
/** Longest that the server holds back what it has read. */
const longestDelayMs = commandMs * 2;

let scene: KillScene;
beforeAll(async () => {
  // Some lives end before their blow: they are not counted, and the next approves others.
  scene = await setKillScene(killsPerCompany * approvalsPerLife * 3);
});
afterAll(() => scene.end());

const faultBy =
  (random: () => number) =>
  (phase: SmtpPhase): SmtpFault | undefined => {
    const dice = random();
    if (dice < 0.12) return { kind: 'delay', ms: Math.floor(random() * 60) };
    if (dice < 0.16) return { kind: 'drop' };
    if (dice < 0.17 && phase !== 'connect') return { kind: 'delay', ms: longestDelayMs };
    if (phase === 'final' && dice < 0.24) return { kind: 'take-and-drop' };
    if (phase === 'final' && dice < 0.31) return { kind: 'approve-and-drop' };
    if (dice > 0.985 && phase !== 'connect') return { kind: 'reply', code: 451, text: 'later please' };
    return dice > 0.975 && phase !== 'connect' ? { kind: 'reply', code: 550, text: 'never' } : undefined;
  };

/** Phases of the dialogues of one life, if nothing disturbs it: five of a session and five of each message. */
const phasesPerLife = 5 + 5 * approvalsPerLife;

/**
 * Disturbs the server for one life, and ends that life: one in five while it starts, the others a few milliseconds
 * after a random phase, however fast the machine is.
 */
const disturb =
  (server: ScriptedSmtpServer, random: () => number): Aim =>
  (strike) => {
    const fault = faultBy(random);
    const whileStarting = random() < 0.2;
    const lastPhase = 1 + Math.floor(random() * phasesPerLife);
    const ms = random() * (whileStarting ? 500 : 12);
    let phases = 0;
    if (whileStarting) setTimeout(strike, ms);
    server.scriptBy((phase) => {
      phases += 1;
      if (!whileStarting && phases === lastPhase) setTimeout(strike, ms);
      return fault(phase);
    });
  };

interface CompanyStory {
  readonly kills: number;
  readonly sum: Readonly<Record<string, number>>;
}

/** The renderer's clock is one a process: companies are opened in this one after the other. */
let lastTurn: Promise<unknown> = Promise.resolve();
const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
  const done = lastTurn.then(work);
  lastTurn = done.catch(() => undefined);
  return done;
};

/** The last life: nothing disturbs it, hours go by, and the sum is drawn up. */
const liveInPeace = async (
  folder: string,
  nowMs: number,
  server: ScriptedSmtpServer,
  security: 'implicit' | 'starttls',
  said: { readonly approved: ReadonlySet<string>; readonly told: ReadonlySet<string> },
): Promise<Readonly<Record<string, number>>> => {
  const company = await openCompany({ folder, nowMs, transport: transportTo(server, { security }) });
  const unknownBefore = company.outbox.list().filter(({ state }) => state.kind === 'unknown');
  const takenBefore = server.messages.length;
  for (let turn = 0; turn < 3; turn += 1) {
    await company.pass();
    company.advance(125 * minute);
  }
  const entries = new Map(company.outbox.list().map((entry) => [entry.key, entry]));
  const { reminders } = company.ledger.memory.current();
  for (const id of said.approved) expect(reminders.has(id)).toBe(true);
  for (const key of said.told) expect(entries.get(key)?.state.kind).toBe('accepted');
  for (const { key } of unknownBefore) expect(entries.get(key)?.state.kind).toBe('unknown');
  const resent = server.messages.slice(takenBefore).flatMap(({ to }) => to);
  for (const { to } of unknownBefore) expect(resent).not.toContain(to);
  expectNothingLostOrDoubled(company, server.messages, reminders.size);
  const sum = sumOf(company);
  await company.stop();
  return sum;
};

/** Ten ends of one company, then a life in peace; answers what became of its reminders. */
const killOften = async (index: number): Promise<CompanyStory> => {
  const random = seededRandom(20_261_123 + index);
  const security = index % 2 === 0 ? 'implicit' : 'starttls';
  const server = await startSmtpServer({ security });
  const folder = await scene.newCompany();
  const told = new Set<string>();
  const approved = new Set<string>();
  let nowMs = companyStartMs;
  let kills = 0;
  for (let life = 0; kills < killsPerCompany; life += 1) {
    if (life > killsPerCompany * 3) throw new Error('the lives end before their blows');
    const { signal, facts } = await liveOnce(
      scene.program,
      {
        folder,
        port: server.port,
        certificatePath: scene.certificatePath,
        nowMs,
        approvals: approvalsPerLife,
        commandMs,
        security,
      },
      disturb(server, random),
    );
    if (signal === 'SIGKILL') kills += 1;
    for (const fact of facts) {
      if (typeof fact.key === 'string' && fact.kind === 'accepted') told.add(fact.key);
      if (Array.isArray(fact.approved)) for (const id of fact.approved) approved.add(String(id));
    }
    // No blow of the server's either: once a message was taken, no later life sends it again.
    expect(Math.max(0, ...takenByAddress(server.messages).values())).toBeLessThanOrEqual(1);
    nowMs += 40 * minute;
  }

  server.script({});
  // What the server held back of the last life is taken before it is looked at: nothing of it was sent again.
  await delay(longestDelayMs + 200);
  const sum = await inTurn(() => liveInPeace(folder, nowMs, server, security, { approved, told }));
  await server.close();
  return { kills, sum };
};

test('killed at two hundred random moments, against a server that delays or drops at every phase', async () => {
  const next = Array.from({ length: companies }, (_, index) => index).values();
  const stories: CompanyStory[] = [];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const index of next) stories.push(await killOften(index));
    }),
  );
  const total = (name: string): number => stories.reduce((sum, story) => sum + (story.sum[name] ?? 0), 0);
  expect(stories.reduce((sum, { kills }) => sum + kills, 0)).toBe(companies * killsPerCompany);
  expect(total('waiting')).toBe(0);
  // The test is worth its name only if the blows fell on sending as well.
  expect(total('accepted')).toBeGreaterThan(100);
  expect(total('unknown')).toBeGreaterThan(10);
});
