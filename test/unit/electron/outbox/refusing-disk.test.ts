import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { encodeLine } from '../../../../electron/mirror/journal-line.ts';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';
import { openOutboxJournal } from '../../../../electron/outbox/outbox-journal.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';
import { smallDisk } from '../mirror/limited-disk.ts';
import { accepted, draftOf, drafts, minute, newRig, scriptedTransport, statesOf } from './outbox-rig.ts';

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

// Mounting a small disk needs root; elsewhere the limit above stands for it.
const disk = await smallDisk(300);
afterAll(() => disk?.release());
if (disk) {
  const filler = join(disk.folder, 'filler');
  const fill = () => writeFile(filler, Buffer.alloc(10_000_000)).catch((error: unknown) => error);

  test('a disk that fills up: no attempt without its line; a known result is written when there is space', async () => {
    const rig = await newRig(join(disk.folder, 'ledger'));
    const problems: (string | undefined)[] = [];
    const transport = scriptedTransport(async (key) => {
      // The disk fills while the first message is on its way.
      if (key === 'reminder-1/1') await fill();
      return accepted;
    });
    const outbox = await rig.open({ transport, onProblem: (problem) => problems.push(problem) });
    expect((await outbox.submit(drafts(30))).ok).toBe(true);
    rig.clock.advance(minute);
    // The last block of the journal still takes some lines: a few messages go out before the disk refuses one.
    for (let pass = 0; pass < 3; pass += 1) await outbox.run(rig.clock.nowMs());
    const sentOnFullDisk = transport.sent.length;
    expect(sentOnFullDisk).toBeLessThan(30);
    expect(problems.at(-1)).toContain('disque est plein');
    expect(await outbox.submit(Array.from({ length: 50 }, (_, index) => draftOf(100 + index)))).toMatchObject(
      {
        ok: false,
        error: { kind: 'storage', message: expect.stringContaining('Libérez de la place') },
      },
    );
    await outbox.run(rig.clock.nowMs());
    expect(transport.sent.length).toBe(sentOnFullDisk);

    await rm(filler);
    await outbox.run(rig.clock.nowMs());
    expect(problems.at(-1)).toBeUndefined();
    expect(transport.sent).toEqual(drafts(30).map(({ key }) => key));
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
