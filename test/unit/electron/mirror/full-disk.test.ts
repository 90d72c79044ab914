import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openDocumentStore } from '../../../../electron/documents/document-store.ts';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';
import { smallDisk } from './limited-disk.ts';
import { databaseId, openMirrorIn, rowsOfMirror } from './open-mirror-in.ts';
import { invoiceChanges } from './sample-changes.ts';

const child = fileURLToPath(new URL('./append-until-refused.ts', import.meta.url));
const format = { format: 'limit-test', version: 1 };

const openJournal = async (path: string) => {
  const opened = await openLineJournal<string>({ path, ...format });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

test('where the system refuses more bytes, the file stays good and a smaller entry still fits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-limit-'));
  const path = join(folder, 'journal.ndjson');
  // 64 blocks of 512 bytes (dash) or 1,024 (bash): the limit of one file, for this child alone.
  const output = execFileSync('sh', ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, child, path], {
    encoding: 'utf8',
  });
  const report = JSON.parse(output) as { code: string; length: number; small: boolean };
  expect(report).toMatchObject({ code: 'EFBIG', small: true });
  expect(report.length).toBeGreaterThan(2);
  const { journal, repairedTornLine } = await openJournal(path);
  expect([journal.length, repairedTornLine]).toEqual([report.length, false]);
  await journal.close();
  await rm(folder, { recursive: true });
});

// Mounting a small disk needs root; elsewhere the limit above stands for it.
const disk = await smallDisk(400);
afterAll(() => disk?.release());
if (disk) {
  const filler = join(disk.folder, 'filler');
  const fill = () => writeFile(filler, Buffer.alloc(10_000_000)).catch((error: unknown) => error);
  const free = () => rm(filler, { force: true });

  test('a full disk refuses an append, harms nothing, and with space again all goes on', async () => {
    const path = join(disk.folder, 'a', 'journal.ndjson');
    const { journal } = await openJournal(path);
    expect(await journal.append(['first'])).toMatchObject({ ok: true });
    const good = await readFile(path);
    expect(await fill()).toMatchObject({ code: 'ENOSPC' });
    for (let run = 0; run < 3; run += 1)
      expect(await journal.append(['x'.repeat(20_000), 'y'.repeat(20_000)])).toEqual({
        ok: false,
        error: { kind: 'io', code: 'ENOSPC', fileName: 'journal.ndjson' },
      });
    expect(await readFile(path)).toEqual(good);
    await free();
    expect(await journal.append(['second'])).toMatchObject({ ok: true });
    await journal.close();
    const again = await openJournal(path);
    const bodies: string[] = [];
    for await (const { body } of again.journal.entries()) bodies.push(body);
    expect([bodies, again.repairedTornLine]).toEqual([['first', 'second'], false]);
    await again.journal.close();
  });

  test('a torn line on a full disk: the journal opens, and the tail is kept aside when there is space', async () => {
    const path = join(disk.folder, 'b', 'journal.ndjson');
    const { journal } = await openJournal(path);
    await journal.append(['first']);
    await journal.close();
    await appendFile(path, `{"hash":"${'0'.repeat(3000)}`);
    await fill();
    const full = await openJournal(path);
    expect([full.journal.length, full.repairedTornLine]).toEqual([1, true]);
    await full.journal.close();
    await free();
    const { journal: repaired } = await openJournal(path);
    expect(await repaired.append(['second'])).toMatchObject({ ok: true });
    await repaired.close();
    expect((await readdir(join(disk.folder, 'b'))).some((name) => /\.torn-\d$/.test(name))).toBe(true);
    const again = await openJournal(path);
    expect([again.journal.length, again.repairedTornLine]).toEqual([2, false]);
    await again.journal.close();
  });

  test('a mirror on a full disk opens, closes, refuses, and goes on', async () => {
    const folder = join(disk.folder, 'mirror');
    const mirror = await openMirrorIn(folder);
    await mirror.create(databaseId);
    expect(await mirror.append(databaseId, invoiceChanges(3))).toMatchObject({ ok: true });
    await fill();
    expect(await mirror.append(databaseId, invoiceChanges(400, 4))).toMatchObject({
      ok: false,
      error: { kind: 'io', code: 'ENOSPC' },
    });
    expect(mirror.status()).toMatchObject({ lastSequence: 3, rowCounts: { invoices: 3 } });
    await mirror.close();
    const again = await openMirrorIn(folder);
    expect(again.status()).toMatchObject({ lastSequence: 3, rowCounts: { invoices: 3 } });
    await free();
    expect(await again.append(databaseId, invoiceChanges(2, 4))).toEqual({
      ok: true,
      value: { lastSequence: 5 },
    });
    expect((await rowsOfMirror(again)).size).toBe(5);
    await again.close();
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a mirror cannot be created on a full disk, and nothing is left of the attempt', async () => {
    await fill();
    const mirror = await openMirrorIn(join(disk.folder, 'new-mirror'));
    const created = await mirror.create(databaseId);
    if (!created.ok) expect(created.error).toMatchObject({ kind: 'io', code: 'ENOSPC' });
    await free();
    expect(await mirror.create(databaseId)).toMatchObject({ ok: true, value: { kind: 'ready' } });
    await mirror.close();
  });

  test('a document that does not fit is refused, and no half of it stays', async () => {
    const opened = await openDocumentStore({ folder: join(disk.folder, 'documents') });
    if (!opened.ok) throw new Error('not opened');
    const store = opened.value;
    expect(await store.put(Buffer.alloc(2_000_000, 1))).toMatchObject({
      ok: false,
      error: { kind: 'io', code: 'ENOSPC' },
    });
    expect([store.list(), await readdir(join(disk.folder, 'documents'))]).toEqual([[], []]);
    expect(await store.put(Buffer.from('%PDF-1.7'))).toMatchObject({ ok: true });
  });
}
