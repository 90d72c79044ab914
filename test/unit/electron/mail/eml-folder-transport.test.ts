import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportAsFile } from '../../../../electron/mail/eml-folder-transport.ts';
import type { OutgoingMessage } from '../../../../electron/mail/mail-transport.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-eml-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

// 23:30 UTC on the 22nd is already the 23rd in Paris.
const clock = { nowMs: () => Date.parse('2026-11-22T23:30:00Z') };
const message = (change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key: 'k/1',
  messageId: '<id@example.test>',
  envelope: { from: 'moi@example.test', to: 'compta@client.example' },
  toName: 'Société Générale',
  subject: 'Facture F-18 : rappel',
  bytes: Buffer.from('To: compta@client.example\r\nSubject: Facture\r\n\r\nBonjour\r\n'),
  ...change,
});
const files = () => readdir(join(root, 'eml'));

test('a file under a readable name that opens as a draft', async () => {
  expect(await exportAsFile(join(root, 'eml'), clock, message())).toEqual({
    kind: 'exported',
    fileName: '2026-11-23 Société Générale – Facture F-18 rappel.eml',
  });
  expect(await files()).toEqual(['2026-11-23 Société Générale – Facture F-18 rappel.eml']);
  const raw = await readFile(join(root, 'eml', '2026-11-23 Société Générale – Facture F-18 rappel.eml'));
  expect(raw.toString()).toMatch(/^X-Unsent: 1\r\nTo: /);
  const parsed = await simpleParser(raw);
  expect(parsed.headers.get('x-unsent')).toBe('1');
  expect(parsed.text?.trim()).toBe('Bonjour');
});

test('a second message of the same name gets a number', async () => {
  await exportAsFile(join(root, 'eml'), clock, message());
  expect(await exportAsFile(join(root, 'eml'), clock, message())).toMatchObject({
    fileName: '2026-11-23 Société Générale – Facture F-18 rappel (2).eml',
  });
  expect((await files()).length).toBe(2);
});

test.each([
  ['../../etc/passwd', '..'],
  ['a\\..\\b', 'con'],
  ['x'.repeat(500), 'é'.repeat(500)],
  ['nul', '   '],
  ['', ''],
  ['fdp\u202eexe', 'tab\tici'],
])('the name %j with the subject %j stays one file in the folder', async (toName, subject) => {
  const outcome = await exportAsFile(join(root, 'eml'), clock, message({ toName, subject }));
  expect(outcome.kind).toBe('exported');
  const [name, ...others] = await files();
  expect(others).toEqual([]);
  expect(outcome).toMatchObject({ fileName: name });
  expect(name).toMatch(/^2026-11-23 .*\.eml$/);
  expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u);
  expect(Buffer.byteLength(name ?? '')).toBeLessThan(200);
  expect(await readdir(root)).toEqual(['eml']);
});

test('where the folder cannot be, it is said, and nothing is half there', async () => {
  await writeFile(join(root, 'eml'), 'a file in the way');
  expect(await exportAsFile(join(root, 'eml'), clock, message())).toMatchObject({
    kind: 'failed',
    phase: 'file',
    certainlyNotSent: true,
    permanent: false,
  });
  await mkdir(join(root, 'other'));
  expect(await readdir(root)).toEqual(['eml', 'other']);
});
