import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, RowImage } from '../../shared/ledger/change.ts';
import { replayChanges } from '../../shared/ledger/replay.ts';
import { databaseId, openMirrorIn, rowsOfMirror } from '../unit/electron/mirror/open-mirror-in.ts';
import {
  changeOf,
  putClient,
  putInvoice,
  rowsOfLedger,
  sampleClient,
  sampleInvoice,
} from '../unit/electron/mirror/sample-changes.ts';

const seed = 20261122;

/** Few keys, so that rows are written, removed and written again. */
const key = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', 'é/«\u202f»');
const image: fc.Arbitrary<RowImage> = fc.oneof(
  fc.tuple(key, fc.string({ unit: 'grapheme' })).map(([id, name]) => putClient(sampleClient(id, name))),
  fc.tuple(key, fc.integer({ min: 0, max: 1e9 })).map(([id, total]) => putInvoice(sampleInvoice(id, total))),
  key.map((id): RowImage => ({ ...putClient(sampleClient(id)), after: null })),
  key.map((id): RowImage => ({ ...putInvoice(sampleInvoice(id)), after: null })),
);
const history: fc.Arbitrary<readonly Change[]> = fc
  .array(fc.array(image, { maxLength: 6 }), { minLength: 1, maxLength: 30 })
  .map((pages) => pages.map((images, index) => changeOf(index + 1, images)));

const expected = (changes: readonly Change[]): Map<string, unknown> => {
  const ledger = replayChanges(changes);
  if (!ledger.ok) throw new Error(ledger.error.kind);
  return rowsOfLedger(ledger.value);
};

const countsOf = (rows: Map<string, unknown>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of rows.keys()) {
    const table = name.slice(0, name.indexOf('/'));
    counts[table] = (counts[table] ?? 0) + 1;
  }
  return counts;
};

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-mirror-property-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

test(
  'whatever was changed, sent twice, closed and opened, the mirror is the replay of the changes',
  () =>
    fc.assert(
      fc.asyncProperty(
        history,
        fc.array(fc.nat(29)),
        fc.integer({ min: 1, max: 40 }),
        (changes, stops, images) =>
          inFolder(async (folder) => {
            let mirror = await openMirrorIn(folder, images);
            await mirror.create(databaseId);
            for (const [index, change] of changes.entries()) {
              const again = changes.slice(Math.max(0, index - 2), index + 1);
              expect(await mirror.append(databaseId, stops.includes(index) ? again : [change])).toEqual({
                ok: true,
                value: { lastSequence: change.sequence },
              });
              if (!stops.includes(index)) continue;
              await mirror.close();
              mirror = await openMirrorIn(folder, images);
            }
            const rows = expected(changes);
            expect(await rowsOfMirror(mirror)).toEqual(rows);
            expect(mirror.status()).toMatchObject({ lastSequence: changes.length });
            const status = mirror.status();
            expect(status.kind === 'ready' && status.rowCounts).toEqual(countsOf(rows));
            expect(await mirror.readChanges(1, 500)).toEqual({
              ok: true,
              value: JSON.parse(JSON.stringify(changes)),
            });
            await mirror.close();
          }),
      ),
      { seed, numRuns: 60 },
    ),
  120_000,
);

test(
  'a journal cut at any byte gives a prefix of the changes or says that it is damaged',
  () =>
    fc.assert(
      fc.asyncProperty(
        history,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (changes, where, keep) =>
          inFolder(async (folder) => {
            const mirror = await openMirrorIn(folder);
            await mirror.create(databaseId);
            await mirror.append(databaseId, changes);
            await mirror.close();
            const path = join(folder, 'journal.ndjson');
            const whole = await readFile(path);
            const size = Math.floor(where * whole.length);
            await writeFile(path, whole.subarray(0, size));
            if (!keep)
              for (const name of await readdir(folder))
                if (name.startsWith('checkpoint-')) await rm(join(folder, name));
            const cut = await openMirrorIn(folder);
            const status = cut.status();
            if (status.kind === 'ready') {
              expect(keep && size < whole.length).toBe(false);
              expect(await rowsOfMirror(cut)).toEqual(expected(changes.slice(0, status.lastSequence)));
            } else {
              expect(status.kind).toBe('damaged');
            }
            await cut.close();
          }),
      ),
      { seed, numRuns: 60 },
    ),
  120_000,
);
