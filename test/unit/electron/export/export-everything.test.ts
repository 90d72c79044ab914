import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportEverything } from '../../../../electron/export/export-everything.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { RowImage } from '../../../../shared/ledger/change.ts';
import { tableNames } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { sampledTables } from '../../../support/sampled-rows.ts';
import { filledScene, intentOf, openScene, type Scene } from '../backup/backup-scene.ts';
import { smallDisk } from '../mirror/limited-disk.ts';
import { appendAll } from '../mirror/open-mirror-in.ts';
import { changeOf, putClient, putInvoice, sampleClient, sampleInvoice } from '../mirror/sample-changes.ts';
import { putRows } from './archive-scene.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-export-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const clock = { nowMs: () => Date.UTC(2026, 10, 22, 13, 5) };
const exported = async (scene: Scene, path = join(root, 'export.zip')) =>
  exportEverything({
    mirror: scene.mirror,
    documents: scene.documents,
    outboxPath: join(root, 'outbox', 'outbox.ndjson'),
    path,
    clock,
  });
const unzipped = async (path = join(root, 'export.zip')): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const at = '2026-11-22T23:30:00.000Z' as Instant;
const client = {
  ...sampleClient('c1', '=HYPERLINK("x")'),
  terms: { kind: 'end-of-month', days: 45, method: 'add-then-end' },
  termActivity: 'transport',
  capitalisesInterest: true,
} as const;
const images = (hash: string): readonly RowImage[] => [
  putClient(client),
  putInvoice(sampleInvoice('a', 123_456)),
  {
    table: 'payments',
    key: 'p1',
    before: null,
    after: {
      id: 'p1',
      clientId: 'c1',
      receivedOn: day('2026-11-02'),
      cents: cents(-500),
      method: 'transfer',
      recordedAt: at,
    },
  },
  {
    table: 'promises',
    key: 'q1',
    before: null,
    after: {
      id: 'q1',
      clientId: 'c1',
      invoiceIds: ['a', 'gone'],
      promisedOn: day('2026-12-01'),
      recordedAt: at,
    },
  },
  {
    table: 'documents',
    key: hash,
    before: null,
    after: { hash, name: 'Mise en demeure – Ets Façades/1.pdf', mediaType: 'application/pdf' },
  },
];

test('the ZIP holds every table as JSON and CSV, the journals, the documents and an explanation', async () => {
  const scene = await filledScene(root, 1);
  await scene.send(intentOf('k1'));
  const hash = scene.documents.list().find((name) => scene.documents.path(name)?.endsWith('.pdf')) ?? '';
  await appendAll(scene.mirror, [
    changeOf(2, [...images(hash), { ...putInvoice(sampleInvoice('i1')), after: null }]),
  ]);
  expect(await exported(scene)).toEqual({ ok: true, value: { documents: 2, missingDocuments: [] } });
  const files = await unzipped();
  const eml = scene.documents.list().find((name) => name !== hash);
  expect(Object.keys(files).sort()).toEqual(
    [
      'LISEZMOI.txt',
      'verifier_journal.mjs',
      'verifier_journal.py',
      'archive.json',
      'journal.ndjson',
      'outbox.ndjson',
      'documents/index.csv',
      'documents/Mise en demeure – Ets Façades 1.pdf',
      `documents/${eml}.eml`,
      ...tableNames.flatMap((table) => [`json/${table}.json`, `csv/${table}.csv`]),
    ].sort(),
  );
  expect(JSON.parse(files['json/clients.json'] ?? '')).toEqual([client]);
  expect(files['csv/clients.csv']).toContain(
    '45\u00A0jours fin de mois;;;"Transport, location de véhicules, commission de transport";Taux légal de retard (rien de convenu);oui;',
  );
  expect(JSON.parse(files['json/invoices.json'] ?? '')).toEqual([sampleInvoice('a', 123_456)]);
  expect(JSON.parse(files['json/disputes.json'] ?? '')).toEqual([]);
  expect(files['csv/clients.csv']).toContain(`"'=HYPERLINK(""x"")"`);
  expect(files['csv/invoices.csv']?.split('\r\n')[1]).toBe(
    `F-a;facture;"'=HYPERLINK(""x"")";01/10/2026;31/10/2026;1234,56;EUR;;;;;;;;;;;;;;;;a`,
  );
  expect(files['csv/payments.csv']?.split('\r\n')[1]).toBe(
    `"'=HYPERLINK(""x"")";02/11/2026;-5,00;virement;;;;p1`,
  );
  // 23:30 UTC is the next day in Paris.
  expect(files['csv/promises.csv']?.split('\r\n')[1]).toBe(
    `"'=HYPERLINK(""x"")";"F-a, gone";01/12/2026;23/11/2026;`,
  );
  expect(files['documents/Mise en demeure – Ets Façades 1.pdf']).toBe('%PDF-1.7\nmise en demeure');
  expect(files['journal.ndjson']).toBe(await readFile(join(root, 'mirror', 'journal.ndjson'), 'utf8'));
  expect(files['outbox.ndjson']).toContain('k1@acquit.example');
  await scene.close();
});

test('names with accents are marked as UTF-8, so that every program reads them', async () => {
  const scene = await filledScene(root, 1);
  const [hash = ''] = scene.documents.list();
  await appendAll(scene.mirror, [changeOf(2, images(hash))]);
  await exported(scene);
  const zip = await readFile(join(root, 'export.zip'));
  const name = Buffer.from('documents/Mise en demeure – Ets Façades 1.');
  // The directory at the end: 46 bytes stand before each name, the flags at 8 (APPNOTE 4.3.12, bit 11).
  const entry = zip.lastIndexOf(name) - 46;
  expect(zip.readUInt32LE(entry)).toBe(0x02014b50);
  expect(zip.readUInt16LE(entry + 8) & 0x0800).toBe(0x0800);
  await scene.close();
});

test('10,000 rows and documents of the same name come out whole', async () => {
  const scene = await filledScene(root, 0);
  for (let page = 0; page < 10; page += 1)
    await appendAll(scene.mirror, [
      changeOf(
        page + 1,
        Array.from({ length: 1000 }, (_, row) => putInvoice(sampleInvoice(`${page}-${row}`, row))),
      ),
    ]);
  const named = scene.documents.list().map(
    (hash): RowImage => ({
      table: 'documents',
      key: hash,
      before: null,
      after: { hash, name: 'Relance.pdf', mediaType: 'application/pdf' },
    }),
  );
  await appendAll(scene.mirror, [changeOf(11, named)]);
  expect(await exported(scene)).toMatchObject({ ok: true });
  const files = await unzipped();
  expect(JSON.parse(files['json/invoices.json'] ?? '')).toHaveLength(10_000);
  expect(files['csv/invoices.csv']?.trimEnd().split('\r\n')).toHaveLength(10_001);
  expect(
    Object.keys(files)
      .filter((name) => name.startsWith('documents/Relance'))
      .sort(),
  ).toEqual(['documents/Relance (2).pdf', 'documents/Relance.pdf']);
  await scene.close();
}, 30_000);

test('a document that is damaged or gone is named, and all the rest is exported', async () => {
  const scene = await filledScene(root, 1);
  const [first = '', second = ''] = scene.documents.list();
  await writeFile(scene.documents.path(first) ?? '', 'autre');
  const gone = 'a'.repeat(64);
  await appendAll(scene.mirror, [changeOf(2, images(gone))]);
  expect(await exported(scene)).toEqual({
    ok: true,
    value: { documents: 1, missingDocuments: [gone, first] },
  });
  expect((await unzipped())['documents/index.csv']).toContain(second);
  await scene.close();
});

test('no ledger, a damaged ledger and a folder that is not there are failures, and nothing is left', async () => {
  const empty = await openScene(join(root, 'empty'));
  expect(await exported(empty)).toEqual({ ok: false, error: { kind: 'nothing-to-export' } });
  await empty.close();
  const scene = await filledScene(root);
  expect(await exported(scene, join(root, 'absent', 'export.zip'))).toMatchObject({
    ok: false,
    error: { kind: 'io', code: 'ENOENT' },
  });
  const journal = join(root, 'mirror', 'journal.ndjson');
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('F-i2', 'F-iX'));
  expect(await exported(scene)).toEqual({ ok: false, error: { kind: 'ledger-refused' } });
  expect((await readdir(root)).filter((name) => name.includes('export'))).toEqual([]);
  await scene.close();
});

const disk = await smallDisk(300);
if (disk)
  test('a full disk: the former export stays, and no half of the new one', async () => {
    try {
      const path = join(disk.folder, 'export.zip');
      const scene = await filledScene(root);
      expect(await exported(scene, path)).toMatchObject({ ok: true });
      const former = await readFile(path);
      await writeFile(join(disk.folder, 'filler'), Buffer.alloc(10_000_000)).catch((error: unknown) => error);
      expect(await exported(scene, path)).toMatchObject({ ok: false, error: { kind: 'io', code: 'ENOSPC' } });
      expect((await readdir(disk.folder)).sort()).toEqual(['export.zip', 'filler']);
      expect(await readFile(path)).toEqual(former);
      await scene.close();
    } finally {
      await disk.release();
    }
  });

test('every table of every kind of row has its CSV: a line per row, a cell per column', async () => {
  const scene = await filledScene(root, 0);
  const sampled = sampledTables(24);
  const planId = sampled.find(({ table }) => table === 'plans')?.rows[0]?.key;
  // A plan names the letter that puts it in default, so one of the letters must be that of a plan.
  await putRows(
    scene,
    sampled.map(({ table, rows }) => ({
      table,
      rows:
        table === 'letters'
          ? rows.map(({ key, row }) => ({
              key,
              row: Object.assign({}, row, { kind: 'forfeiture-notice', planId }),
            }))
          : rows,
    })),
  );
  expect(await exported(scene)).toMatchObject({ ok: true });
  const files = await unzipped();
  for (const table of tableNames) {
    const rows = JSON.parse(files[`json/${table}.json`] ?? '[]') as readonly unknown[];
    const csv = Papa.parse<string[]>((files[`csv/${table}.csv`] ?? '').slice(1), {
      delimiter: ';',
      skipEmptyLines: true,
    }).data;
    expect([table, csv.length]).toEqual([table, rows.length + 1]);
    for (const line of csv) expect([table, line.length]).toEqual([table, csv[0]?.length]);
    // Every column of every table has something to say of rows that have every field.
    csv[0]?.forEach((header, index) => {
      const isFilled = csv.slice(1).some((line) => line[index] !== '');
      expect([table, header, isFilled]).toEqual([table, header, true]);
    });
  }
  await scene.close();
});
