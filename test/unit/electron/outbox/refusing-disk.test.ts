import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { MailTransport } from '../../../../electron/mail/mail-transport.ts';
import { encodeLine } from '../../../../electron/mirror/journal-line.ts';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';
import { openOutboxJournal } from '../../../../electron/outbox/outbox-journal.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';
import { canMakeReadOnly, makeReadOnly, smallDisk } from '../mirror/limited-disk.ts';
import {
  accepted,
  draftOf,
  drafts,
  minute,
  newRig,
  scriptedTransport,
  statesOf,
  transportTo,
} from './outbox-rig.ts';

// Real connections and processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const child = fileURLToPath(new URL('./outbox-child.ts', import.meta.url));

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

test('where the intents do not fit, nothing is kept and nothing is sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-limit-'));
  // 32 blocks of 512 bytes (dash) or 1,024 (bash) a file: enough for a message, not for 200 intents.
  const script = 'ulimit -f 32; exec "$0" "$@"';
  const output = execFileSync(
    'sh',
    ['-c', script, process.execPath, child, folder, String(server.port), certificatePath, '200'],
    {
      encoding: 'utf8',
    },
  );
  const facts = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(facts[0]).toMatchObject({
    submitted: false,
    failure: { kind: 'storage', message: expect.stringContaining('rien n’a été envoyé') },
  });
  expect(facts.at(-1)).toEqual({ states: [] });
  expect(server.messages).toEqual([]);
  await rm(folder, { recursive: true });
});

/** Whatever the server took had its intent and its attempt on the disk before. */
const expectDurable = async (path: string, recipients: readonly string[]): Promise<void> => {
  const lines = (await readFile(path, 'utf8')).split('\n');
  for (const address of recipients) {
    const key = drafts(30).find(({ to }) => to.address === address)?.key;
    for (const kind of ['intent', 'attempt'])
      expect(
        lines.some((line) => line.includes(`"kind":"${kind}","key":"${key}"`)),
        `${kind} of ${key}`,
      ).toBe(true);
  }
};

test('where nothing can be written at all, nothing is sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-limit-'));
  const rig = await newRig(folder);
  const outbox = await rig.open({ transport: scriptedTransport(() => accepted) });
  expect((await outbox.submit(drafts(3))).ok).toBe(true);
  await rig.end();
  const before = server.messages.length;
  // The intents are on the disk; no attempt can be.
  const output = execFileSync(
    'sh',
    [
      '-c',
      'ulimit -f 0; exec "$0" "$@"',
      process.execPath,
      child,
      folder,
      String(server.port),
      certificatePath,
      '5',
    ],
    { encoding: 'utf8' },
  );
  expect(output).toContain('"submitted":false');
  expect(server.messages.length).toBe(before);
  const again = await newRig(folder);
  const transport = transportTo(server);
  const healed = await again.open({ transport });
  again.clock.advance(minute);
  await healed.run(again.clock.nowMs());
  expect(server.messages.slice(before).flatMap(({ to }) => to)).toEqual(
    drafts(3).map(({ to }) => to.address),
  );
  await again.end();
  await rm(folder, { recursive: true });
});

// Rights do not stop root, and not every container may mount; the limit above stands for it there.
if (await canMakeReadOnly())
  test('a read-only folder: nothing is taken, nothing is sent; writable again, each leaves once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'acquit-read-only-'));
    const rig = await newRig(folder);
    const outbox = await rig.open({ transport: transportTo(server) });
    expect((await outbox.submit(drafts(3))).ok).toBe(true);
    await rig.end();
    const before = server.messages.length;

    const release = await makeReadOnly(folder);
    if (!release) throw new Error('this test needs the right to make a folder read-only');
    const problems: (string | undefined)[] = [];
    const readOnlyRig = await newRig(folder);
    try {
      const readOnly = await readOnlyRig.open({
        transport: transportTo(server),
        onProblem: (problem) => problems.push(problem),
      });
      readOnlyRig.clock.advance(minute);
      for (let pass = 0; pass < 3; pass += 1) await readOnly.run(readOnlyRig.clock.nowMs());
      expect(await readOnly.submit([draftOf(9)])).toMatchObject({
        ok: false,
        error: { kind: 'storage', message: expect.stringContaining('protégé en écriture') },
      });
      expect(server.messages.length).toBe(before);
      expect(problems.at(-1)).toContain('protégé en écriture');
      await readOnlyRig.end();
    } finally {
      await release();
    }

    const again = await newRig(folder);
    const writable = await again.open({ transport: transportTo(server) });
    again.clock.advance(minute);
    for (let pass = 0; pass < 3; pass += 1) await writable.run(again.clock.nowMs());
    expect(server.messages.slice(before).flatMap(({ to }) => to)).toEqual(
      drafts(3).map(({ to }) => to.address),
    );
    await again.end();
    await rm(folder, { recursive: true });
  });

// Mounting a small disk needs root; elsewhere the limit above stands for it.
const disk = await smallDisk(300);
afterAll(() => disk?.release());
if (disk) {
  const filler = join(disk.folder, 'filler');
  const fill = () => writeFile(filler, Buffer.alloc(10_000_000)).catch((error: unknown) => error);

  test('a disk that fills up: no attempt without its line; a known result is written when there is space', async () => {
    const rig = await newRig(join(disk.folder, 'ledger'));
    const problems: (string | undefined)[] = [];
    const before = server.messages.length;
    const sent = (): readonly string[] => server.messages.slice(before).flatMap(({ to }) => to);
    const smtp = transportTo(server);
    const transport: MailTransport = {
      ...smtp,
      prepare: async (envelope) => {
        const prepared = await smtp.prepare(envelope);
        return prepared.kind === 'drop'
          ? prepared
          : {
              kind: 'ready',
              deliver: async (message) => {
                // The disk fills while the first message is on its way.
                if (message.key === 'reminder-1/1') await fill();
                return prepared.deliver(message);
              },
            };
      },
    };
    const outbox = await rig.open({ transport, onProblem: (problem) => problems.push(problem) });
    expect((await outbox.submit(drafts(30))).ok).toBe(true);
    rig.clock.advance(minute);
    // The last block of the journal still takes some lines: a few messages go out before the disk refuses one.
    for (let pass = 0; pass < 3; pass += 1) await outbox.run(rig.clock.nowMs());
    const sentOnFullDisk = sent().length;
    expect(sentOnFullDisk).toBeGreaterThan(0);
    expect(sentOnFullDisk).toBeLessThan(30);
    await expectDurable(join(rig.folder, 'outbox.ndjson'), sent());
    expect(problems.at(-1)).toContain('disque est plein');
    expect(await outbox.submit(Array.from({ length: 50 }, (_, index) => draftOf(100 + index)))).toMatchObject(
      {
        ok: false,
        error: { kind: 'storage', message: expect.stringContaining('Libérez de la place') },
      },
    );
    await outbox.run(rig.clock.nowMs());
    expect(sent().length).toBe(sentOnFullDisk);

    await rm(filler);
    await outbox.run(rig.clock.nowMs());
    expect(problems.at(-1)).toBeUndefined();
    expect(sent()).toEqual(drafts(30).map(({ to }) => to.address));
    await rig.end();
    const again = await newRig(join(disk.folder, 'ledger'));
    expect(new Set(Object.values(statesOf(await again.open({ transport }))))).toEqual(new Set(['accepted']));
    await again.end();
  });
}

test.each([
  ['damaged', 'abîmé', (text: string) => text.replace('Relance 1', 'Relance 7')],
  ['newer-version', 'récente', () => encodeLine('', { format: 'acquit-outbox', version: 99 }).text],
] as const)('a journal that is %s is refused, and left as it is', async (kind, words, change) => {
  const rig = await newRig();
  const outbox = await rig.open({ transport: scriptedTransport(() => accepted) });
  await outbox.submit(drafts(2));
  await outbox.stop();
  const path = join(rig.folder, 'outbox.ndjson');
  const changed = change(await readFile(path, 'utf8'));
  await writeFile(path, changed);
  expect(await openOutboxJournal(rig.folder)).toMatchObject({
    ok: false,
    error: { kind, message: expect.stringContaining(words) },
  });
  expect(await readFile(path, 'utf8')).toBe(changed);
  await rig.end();
});

test('a journal whose lines are whole but make no sense is refused', async () => {
  const rig = await newRig();
  const opened = await openLineJournal({
    path: join(rig.folder, 'outbox.ndjson'),
    format: 'acquit-outbox',
    version: 1,
  });
  if (!opened.ok) throw new Error('not opened');
  await opened.value.journal.append([
    { kind: 'attempt', key: 'nobody', startedAt: '2026-11-23T08:00:00.000Z' },
  ]);
  await opened.value.journal.close();
  expect(await openOutboxJournal(rig.folder)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  await rig.end();
});
