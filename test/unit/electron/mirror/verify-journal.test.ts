import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';
import type { JournalSnapshot } from '../../../../electron/mirror/mirror.ts';
import { verifyJournal } from '../../../../electron/mirror/verify-journal.ts';

let root: string;
let snapshot: JournalSnapshot;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-verify-journal-'));
  const path = join(root, 'journal.ndjson');
  const opened = await openLineJournal({ path, format: 'acquit-ledger-journal', version: 1 });
  if (!opened.ok) throw new Error('no journal');
  const { journal } = opened.value;
  for (let index = 1; index <= 3; index += 1)
    await journal.append([{ sequence: index, at: `2026-11-2${index}T09:00:00.000Z`, label: `« ${index} »` }]);
  const { bytes, header, lastHash } = journal;
  snapshot = { path, bytes, header, lastHash, lastSequence: 3 };
  await journal.close();
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('says of a whole journal how many changes it has, and its last hash', async () => {
  expect(await verifyJournal(snapshot)).toMatchObject({
    ok: true,
    value: { changes: 3, lastHash: snapshot.lastHash, bytes: snapshot.bytes },
  });
});

it('finds a flipped byte, and a whole journal that is another', async () => {
  const bytes = await readFile(snapshot.path);
  const flipped = Buffer.from(bytes);
  const at = bytes.length - 20;
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  await writeFile(snapshot.path, flipped);
  expect((await verifyJournal(snapshot)).ok).toBe(false);
  await writeFile(snapshot.path, bytes);
  expect(await verifyJournal({ ...snapshot, lastHash: 'a'.repeat(64) })).toMatchObject({
    ok: false,
    error: { kind: 'other-journal' },
  });
  expect(await verifyJournal(undefined)).toMatchObject({ ok: false, error: { kind: 'no-journal' } });
});
