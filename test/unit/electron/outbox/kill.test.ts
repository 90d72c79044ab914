import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FailpointName, failpointNames } from '../../../../electron/outbox/failpoint.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';
import { drafts, minute, newRig, transportTo } from './outbox-rig.ts';

// Real connections and processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/*
 * kill -9 at every act that leaves a trace. Whatever the moment: the server takes each message at most
 * once, what was answered for stays so, and a message of which nobody knows is not sent again.
 */

const child = fileURLToPath(new URL('./outbox-child.ts', import.meta.url));
const count = 3;

let server: ScriptedSmtpServer;
let certificateFolder: string;
let certificatePath: string;
beforeAll(async () => {
  server = await startSmtpServer();
  certificateFolder = await mkdtemp(join(tmpdir(), 'acquit-certificate-'));
  certificatePath = join(certificateFolder, 'cert.pem');
  await writeFile(certificatePath, testCertificate().cert);
});
afterAll(async () => {
  await server.close();
  await rm(certificateFolder, { recursive: true });
});

const runChild = (folder: string, failpoint: FailpointName, hit: number) =>
  new Promise<{ readonly signal: string | null; readonly facts: readonly Record<string, unknown>[] }>(
    (resolve, reject) => {
      const started = spawn(
        process.execPath,
        [child, folder, String(server.port), certificatePath, String(count), failpoint, String(hit)],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      let output = '';
      let problems = '';
      started.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
      started.stderr.on('data', (chunk: Buffer) => {
        problems += chunk.toString();
      });
      started.once('error', reject);
      started.once('close', (code, signal) => {
        if (code !== null && code !== 0) return reject(new Error(problems));
        const facts = output.split('\n').filter((line) => line.endsWith('}'));
        resolve({ signal, facts: facts.map((line) => JSON.parse(line) as Record<string, unknown>) });
      });
    },
  );

/** The second message for what happens once a message, the first for what happens once. */
const hitOf = (failpoint: FailpointName): number => (/eml|attempt|data|result/.test(failpoint) ? 2 : 1);

test.each(failpointNames)('killed %s', async (failpoint) => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-kill-'));
  const before = server.messages.length;
  const killed = await runChild(folder, failpoint, hitOf(failpoint));
  expect(killed.signal).toBe('SIGKILL');

  const rig = await newRig(folder);
  const outbox = await rig.open({ transport: transportTo(server) });
  const atStart = new Map(outbox.list().map(({ key, state }) => [key, state.kind]));
  // What was answered for before the end is still so.
  for (const { key, kind } of killed.facts)
    if (typeof key === 'string' && kind === 'accepted') expect(atStart.get(key)).toBe('accepted');
  if (killed.facts.some(({ submitted }) => submitted === true)) expect(atStart.size).toBe(count);
  expect([...atStart.values()]).not.toContain('attempt');

  const takenBefore = server.messages.length;
  const unknown = [...atStart].filter(([, kind]) => kind === 'unknown').map(([key]) => key);
  // The renderer hands over again what it believes approved, and an hour goes by.
  expect((await outbox.submit(drafts(count))).ok).toBe(true);
  rig.clock.advance(minute);
  await outbox.run(rig.clock.nowMs());
  rig.clock.advance(60 * minute);
  await outbox.run(rig.clock.nowMs());
  const atEnd = outbox.list();
  await rig.end();
  await rm(folder, { recursive: true });

  const taken = server.messages.slice(before);
  const takenTo = (address: string): number => taken.filter(({ to }) => to.includes(address)).length;
  for (const { key, to } of drafts(count)) {
    const state = atEnd.find((entry) => entry.key === key)?.state.kind;
    if (unknown.includes(key)) {
      expect(state).toBe('unknown');
      expect(takenTo(to.address)).toBeLessThanOrEqual(1);
    } else {
      expect(state).toBe('accepted');
      expect(takenTo(to.address)).toBe(1);
    }
  }
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(taken.length);
  const resent = server.messages.slice(takenBefore).flatMap(({ to }) => to);
  for (const key of unknown)
    expect(resent).not.toContain(drafts(count).find((draft) => draft.key === key)?.to.address);
  // Only an end between the attempt and its result leaves a doubt, and it leaves exactly one.
  const doubtful = /^after-attempt$|connect|data|^before-result$/.test(failpoint);
  expect(unknown.length).toBe(doubtful ? 1 : 0);
});
