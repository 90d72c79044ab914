// What main's copy of each change costs, against the bare write and fsync that it cannot do without.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../shared/ledger/change.ts';
import { databaseId, openMirrorIn } from '../unit/electron/mirror/open-mirror-in.ts';
import { changeOf, putInvoice, sampleInvoice } from '../unit/electron/mirror/sample-changes.ts';
import { best, print } from './support/measure.ts';

const folder = await mkdtemp(join(tmpdir(), 'acquit-bench-mirror-'));
const file = await open(join(folder, 'floor'), 'a');
const mirror = await openMirrorIn(join(folder, 'mirror'));
await mirror.create(databaseId);

let sequence = 0;
const pagesOf = (pages: number, rows: number): readonly Change[] =>
  Array.from({ length: pages }, () => {
    sequence += 1;
    return changeOf(
      sequence,
      Array.from({ length: rows }, (_unused, index) => putInvoice(sampleInvoice(`i${sequence}-${index}`))),
    );
  });

const bareAppend = async (pages: readonly Change[]): Promise<void> => {
  await file.appendFile(pages.map((page) => `${JSON.stringify(page)}\n`).join(''));
  await file.datasync();
};
const append = async (pages: readonly Change[]): Promise<void> => {
  const appended = await mirror.append(databaseId, pages);
  if (!appended.ok) throw new Error(appended.error.kind);
};

const runs = 15;
const oneFloor = await best(runs, () => bareAppend([changeOf(1, [putInvoice(sampleInvoice('i'))])]));
const one = await best(runs, () => append(pagesOf(1, 1)));
const importRuns = 5;
// Made before, so that only writing is measured; `best` runs once more, to warm up.
const imports = Array.from({ length: importRuns + 1 }, () => pagesOf(10, 1000));
let next = 0;
const imported = await best(importRuns, () => {
  const pages = imports[next] ?? [];
  next += 1;
  return append(pages);
});
const importFloor = await best(importRuns, () => bareAppend(imports[0] ?? []));

await mirror.close();
await file.close();
await rm(folder, { recursive: true });
print([
  {
    what: 'mirror: a change of one row, synced',
    measured: one,
    unit: 'ms',
    floor: oneFloor,
    floorIs: 'bare append and sync',
  },
  {
    what: 'mirror: an import of 10,000 rows, synced',
    measured: imported,
    unit: 'ms',
    floor: importFloor,
    floorIs: 'JSON, bare append and sync',
  },
]);
