import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DocumentStore, openDocumentStore } from '../../../../electron/documents/document-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acquit-documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pdf = Buffer.from('%PDF-1.7\nune lettre');
const eml = Buffer.from('From: a@b.example\r\nSubject: Relance\r\n\r\nBonjour');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const open = async (): Promise<DocumentStore> => {
  const opened = await openDocumentStore({ folder: join(folder, 'store') });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};
const put = async (store: DocumentStore, bytes: Uint8Array): Promise<string> => {
  const answer = await store.put(bytes);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

test('bytes are kept once, under their hash and an extension that opens them, and found after a new opening', async () => {
  const store = await open();
  const hashes = [await put(store, pdf), await put(store, eml), await put(store, pdf)];
  expect(hashes).toEqual([hashOf(pdf), hashOf(eml), hashOf(pdf)]);
  expect((await readdir(store.folder)).sort()).toEqual([`${hashOf(pdf)}.pdf`, `${hashOf(eml)}.eml`].sort());
  const again = await open();
  expect([...again.list()].sort()).toEqual([hashOf(pdf), hashOf(eml)].sort());
  const read = await again.read(hashOf(eml));
  expect(read.ok && Buffer.from(read.value).equals(eml)).toBe(true);
  expect(again.path(hashOf(pdf))).toBe(join(store.folder, `${hashOf(pdf)}.pdf`));
  expect(await again.verify(hashOf(pdf))).toEqual({ ok: true, value: null });
});

test('puts of the same bytes at once leave one file', async () => {
  const store = await open();
  const hashes = await Promise.all(Array.from({ length: 8 }, () => put(store, pdf)));
  expect(new Set(hashes).size).toBe(1);
  expect(await readdir(store.folder)).toEqual([`${hashOf(pdf)}.pdf`]);
});

test('anything but 64 lower-case hexadecimal digits is no hash', async () => {
  const store = await open();
  await put(store, pdf);
  for (const text of [
    '',
    '../../etc/passwd',
    hashOf(pdf).toUpperCase(),
    `${hashOf(pdf)}.pdf`,
    hashOf(pdf).slice(1),
    `${hashOf(pdf)}\n`,
  ]) {
    expect(await store.read(text)).toEqual({ ok: false, error: { kind: 'not-a-hash' } });
    expect(store.path(text)).toBeUndefined();
  }
  const absent = 'a'.repeat(64);
  expect(await store.read(absent)).toEqual({ ok: false, error: { kind: 'missing', hash: absent } });
});

test('a changed or deleted file is noticed, and the same bytes put again repair it', async () => {
  const store = await open();
  const hash = await put(store, pdf);
  const path = store.path(hash) ?? '';
  await writeFile(path, 'autre chose');
  expect(await store.read(hash)).toEqual({ ok: false, error: { kind: 'damaged', hash } });
  await put(store, pdf);
  expect((await store.verify(hash)).ok).toBe(true);
  await rm(path);
  expect(await store.verify(hash)).toEqual({ ok: false, error: { kind: 'missing', hash } });
  await put(store, pdf);
  expect((await readFile(path)).equals(pdf)).toBe(true);
});

test('a copy gets a readable name; the same document again is the same copy, another one gets a number', async () => {
  const store = await open();
  const target = join(folder, 'out');
  const copy = async (bytes: Uint8Array, name: string): Promise<string> => {
    const copied = await store.exportCopy(await put(store, bytes), name, target);
    if (!copied.ok) throw new Error(JSON.stringify(copied.error));
    return basename(copied.value);
  };
  expect(await copy(pdf, 'Mise en demeure – Ets Façades.pdf')).toBe('Mise en demeure – Ets Façades.pdf');
  expect(await copy(pdf, 'Mise en demeure – Ets Façades.pdf')).toBe('Mise en demeure – Ets Façades.pdf');
  expect(await copy(Buffer.from('%PDF-1.7 autre'), 'Mise en Demeure – Ets Façades.pdf')).toBe(
    'Mise en Demeure – Ets Façades (2).pdf',
  );
  expect(await copy(eml, '../../../evil.exe')).toBe('evil.exe.eml');
  expect((await readdir(folder)).sort()).toEqual(['out', 'store']);
});
