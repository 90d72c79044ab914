import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LineJournal, openLineJournal } from '../../../../electron/mirror/line-journal.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Entry {
  readonly text: string;
}

let folder: string;
let path: string;
const format = { format: 'test-journal', version: 2 };

const open = async (): Promise<LineJournal<Entry>> => {
  const opened = await openLineJournal<Entry>({ path, ...format });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.journal;
};

const textsOf = async (journal: LineJournal<Entry>, fromLine?: number): Promise<string[]> => {
  const texts: string[] = [];
  for await (const { body } of journal.entries(fromLine)) texts.push(body.text);
  return texts;
};

/** A closed journal with these texts, one append each. */
const written = async (...texts: string[]): Promise<Buffer> => {
  const journal = await open();
  for (const text of texts) expect(await journal.append([{ text }])).toEqual({ ok: true, value: undefined });
  await journal.close();
  return readFile(path);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acquit-journal-'));
  path = join(folder, 'sub', 'journal.ndjson');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what was appended is read back, after a new opening too', async () => {
  const texts = ['Ets Façades', 'ligne\nsur deux lignes', '\u2028 \u0000 \ud800 « 1 234,56 € »', ''];
  await written(...texts);
  const journal = await open();
  expect(await textsOf(journal)).toEqual(texts);
  expect(journal.length).toBe(4);
  await journal.close();
});

test('the header holds format, version and the fields given at creation, and only those', async () => {
  const first = await openLineJournal({ path, ...format, header: { databaseId: 'one' } });
  if (!first.ok) throw new Error('not opened');
  await first.value.journal.close();
  const second = await openLineJournal({ path, ...format, header: { databaseId: 'two' } });
  if (!second.ok) throw new Error('not opened');
  expect(second.value.journal.header).toEqual({ ...format, databaseId: 'one' });
  await second.value.journal.close();
});

test('the chain can be checked with nothing but the published rule', async () => {
  const { createHash } = await import('node:crypto');
  const lines = (await written('a', 'b', 'c')).toString('utf8').split('\n');
  expect(lines.pop()).toBe('');
  let previous = '';
  for (const line of lines) {
    const body = line.slice('{"hash":"'.length + 64 + '","body":'.length, -1);
    previous = createHash('sha256').update(`${previous}\n${body}`).digest('hex');
    expect(line).toBe(`{"hash":"${previous}","body":${body}}`);
    expect(JSON.parse(line)).toEqual({ hash: previous, body: JSON.parse(body) });
  }
});

test('entries can be read from any line, across the marks', async () => {
  const texts = Array.from({ length: 1000 }, (_, index) => `n° ${index}`);
  const journal = await open();
  await journal.append(texts.slice(0, 300).map((text) => ({ text })));
  for (const text of texts.slice(300)) await journal.append([{ text }]);
  for (const fromLine of [2, 3, 256, 257, 258, 259, 513, 514, 515, 1000, 1001, 1002])
    expect(await textsOf(journal, fromLine)).toEqual(texts.slice(fromLine - 2));
  await journal.close();
  const again = await open();
  for (const fromLine of [2, 257, 258, 514, 1001])
    expect(await textsOf(again, fromLine)).toEqual(texts.slice(fromLine - 2));
  await again.close();
});

test('appends asked for at once are written one after the other', async () => {
  const journal = await open();
  const texts = Array.from({ length: 50 }, (_, index) => String(index));
  await Promise.all(texts.map((text) => journal.append([{ text }])));
  await journal.close();
  const again = await open();
  expect(await textsOf(again)).toEqual(texts);
  await again.close();
});

test('reading sees what was there when it began', async () => {
  const journal = await open();
  await journal.append([{ text: 'a' }, { text: 'b' }]);
  const seen: string[] = [];
  for await (const { body } of journal.entries()) {
    seen.push(body.text);
    if (seen.length === 1) await journal.append([{ text: 'later' }]);
  }
  expect(seen).toEqual(['a', 'b']);
  expect(await textsOf(journal)).toEqual(['a', 'b', 'later']);
  await journal.close();
});

test('a closed journal refuses, and closing twice is closing once', async () => {
  const journal = await open();
  await journal.close();
  await journal.close();
  expect(await journal.append([{ text: 'a' }])).toMatchObject({
    ok: false,
    error: { kind: 'io', code: 'EBADF' },
  });
});

test('a body without JSON form is a bug of its caller alone', async () => {
  const opened = await openLineJournal<unknown>({ path, ...format });
  if (!opened.ok) throw new Error('not opened');
  const { journal } = opened.value;
  await expect(journal.append([undefined])).rejects.toThrow(TypeError);
  expect(await journal.append(['next'])).toEqual({ ok: true, value: undefined });
  await journal.close();
});

test('cut at every byte of the last line: the line goes, everything before it stays', async () => {
  const whole = await written('un', 'deux', 'trois');
  const start = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
  for (let size = start; size < whole.length; size += 1) {
    await rm(join(folder, 'sub'), { recursive: true });
    await written('x');
    await writeFile(path, whole.subarray(0, size));
    const opened = await openLineJournal<Entry>({ path, ...format });
    if (!opened.ok) throw new Error(`${size}: ${JSON.stringify(opened.error)}`);
    const { journal, repairedTornLine } = opened.value;
    expect(repairedTornLine).toBe(size > start);
    expect(await textsOf(journal)).toEqual(['un', 'deux']);
    expect(await journal.append([{ text: 'quatre' }])).toEqual({ ok: true, value: undefined });
    await journal.close();
    const torn = (await readdir(join(folder, 'sub'))).filter((name) => name.includes('.torn-'));
    expect(torn).toEqual(size > start ? ['journal.ndjson.torn-1'] : []);
    if (size > start) expect(await readFile(`${path}.torn-1`)).toEqual(whole.subarray(start, size));
    const again = await open();
    expect(await textsOf(again)).toEqual(['un', 'deux', 'quatre']);
    await again.close();
  }
});

test('zeros after the last line, as a power cut leaves them, are cut off', async () => {
  await written('un', 'deux');
  await appendFile(path, Buffer.alloc(4096));
  const opened = await openLineJournal<Entry>({ path, ...format });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  expect(opened.value.repairedTornLine).toBe(true);
  expect(await textsOf(opened.value.journal)).toEqual(['un', 'deux']);
  await opened.value.journal.close();
});

test('torn lines of several crashes are all kept', async () => {
  await written('un');
  for (const piece of ['{"ha', '{"hash":"00']) {
    await appendFile(path, piece);
    await (await open()).close();
  }
  expect(await readFile(`${path}.torn-1`, 'utf8')).toBe('{"ha');
  expect(await readFile(`${path}.torn-2`, 'utf8')).toBe('{"hash":"00');
});

test('one changed bit in any byte of the file is seen, and the file is left alone', async () => {
  const whole = await written('un', 'deux', 'trois');
  for (let at = 0; at < whole.length; at += 1)
    for (const bit of [0x01, 0x40]) {
      const changed = Buffer.from(whole);
      changed[at] = (whole[at] ?? 0) ^ bit;
      await writeFile(path, changed);
      const opened = await openLineJournal<Entry>({ path, ...format });
      expect(opened, `byte ${at}, bit ${bit}`).toMatchObject({
        ok: false,
        error: { kind: 'damaged', fileName: 'journal.ndjson' },
      });
      expect(await readFile(path)).toEqual(changed);
    }
});

test('a line taken out, doubled or swapped is damage, named by its line', async () => {
  const [header, a, b, c] = (await written('a', 'b', 'c')).toString('utf8').split('\n');
  const cases: [number, (string | undefined)[]][] = [
    [3, [header, a, c]],
    [4, [header, a, b, b, c]],
    [3, [header, a, c, b]],
    [1, [a, b, c]],
  ];
  for (const [line, lines] of cases) {
    await writeFile(path, `${lines.join('\n')}\n`);
    expect(await openLineJournal({ path, ...format })).toEqual({
      ok: false,
      error: { kind: 'damaged', line, fileName: 'journal.ndjson' },
    });
  }
});

test('a file emptied or cut in its header is damaged, never taken for a new one', async () => {
  const whole = await written('a');
  const headerEnd = whole.indexOf(0x0a);
  for (const size of [0, 1, 80, headerEnd]) {
    await truncate(path, 0);
    await writeFile(path, whole.subarray(0, size));
    expect(await openLineJournal({ path, ...format })).toMatchObject({
      ok: false,
      error: { kind: 'damaged', line: 1 },
    });
    expect((await readFile(path)).length).toBe(size);
  }
});

test('a newer version and another format are refused and left alone', async () => {
  const whole = await written('a');
  await appendFile(path, 'a line that only the newer version understands');
  expect(await openLineJournal({ path, format: 'test-journal', version: 1 })).toEqual({
    ok: false,
    error: { kind: 'newer-version', formatVersion: 2 },
  });
  expect(await openLineJournal({ path, format: 'other', version: 2 })).toMatchObject({
    ok: false,
    error: { kind: 'damaged' },
  });
  expect((await readFile(path)).subarray(0, whole.length)).toEqual(whole);
});

test('a file damaged while it is open is not handed out as good', async () => {
  const journal = await open();
  await journal.append([{ text: 'abcdef' }]);
  const bytes = await readFile(path);
  bytes[bytes.indexOf('abcdef')] = 0x7a;
  await writeFile(path, bytes);
  await expect(textsOf(journal)).rejects.toMatchObject({ failure: { kind: 'damaged', line: 2 } });
  await journal.close();
});
