import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampledTables } from '../support/sampled-rows.ts';
import { filledScene, openScene, type Scene } from '../unit/electron/backup/backup-scene.ts';
import { exportScene, openFor, putRows } from '../unit/electron/export/archive-scene.ts';
import { appendAll, databaseId, rowsOfMirror } from '../unit/electron/mirror/open-mirror-in.ts';
import { invoiceChanges } from '../unit/electron/mirror/sample-changes.ts';

let root: string;
let target: Scene;
let archive: Buffer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-fuzz-archive-'));
  const old = await filledScene(join(root, 'old'), 0);
  await putRows(old, sampledTables(3));
  archive = await readFile(await exportScene(old, join(root, 'old'), join(root, 'a.zip')));
  await old.close();
  target = await openScene(join(root, 'new'));
  await target.mirror.create(databaseId);
  await appendAll(target.mirror, invoiceChanges(4));
}, 60_000);
afterAll(async () => {
  await target.close();
  await rm(root, { recursive: true, force: true });
});

/** Ways in which a file is damaged on its way: cut, bits turned, a part overwritten, repeated or taken out. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('fill' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 4096 }) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 4096 }),
  }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 4096 }) }),
  // The directory at the end is where most of the guards are.
  fc.record({ kind: fc.constant('end' as const), at: fc.nat({ max: 3000 }), value: fc.nat({ max: 255 }) }),
);
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

const damaged = (bytes: Buffer, one: Damage): Buffer => {
  const at = one.at % bytes.length;
  switch (one.kind) {
    case 'cut':
      return bytes.subarray(0, at);
    case 'flip': {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << one.bit);
      return copy;
    }
    case 'fill':
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.alloc(one.length),
        bytes.subarray(at + one.length),
      ]);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + one.length), bytes.subarray(at)]);
    case 'drop':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + one.length)]);
    case 'end': {
      const copy = Buffer.from(bytes);
      copy[Math.max(0, bytes.length - 1 - one.at)] = one.value;
      return copy;
    }
  }
};

test('500 damaged archives: refused as a value, or whole all the same; nothing is left and nothing changes', async () => {
  const before = await rowsOfMirror(target.mirror);
  const path = join(root, 'damaged.zip');
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (ways) => {
      const bytes = ways.reduce(damaged, archive);
      await writeFile(path, bytes);
      const opened = await openFor(join(root, 'new'), path);
      if (opened.ok) {
        // What no file of the archive is made of (a date, a flag that says nothing) may differ; its content never.
        expect(opened.value.summary.changes).toBe(1);
        await opened.value.discard();
      } else {
        refused += 1;
        expect([
          'not-an-archive',
          'newer-archive',
          'damaged-archive',
          'hostile-archive',
          'invalid-row',
        ]).toContain(opened.error.kind);
      }
      expect(await readdir(join(root, 'new', 'backups'))).toEqual([]);
    }),
    { seed: 20261122, numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(400);
  expect(await rowsOfMirror(target.mirror)).toEqual(before);
}, 120_000);
