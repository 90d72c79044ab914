import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  nodeVerification,
  pythonVerification,
  verificationFiles,
} from '../../../../electron/backup/verification-scripts.ts';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
let path: string;
let lastHash: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-verify-'));
  path = join(root, 'journal.ndjson');
  const opened = await openLineJournal({ path, format: 'acquit-ledger-journal', version: 1 });
  if (!opened.ok) throw new Error('no journal');
  const { journal } = opened.value;
  for (let index = 1; index <= 5; index += 1)
    await journal.append([
      { sequence: index, at: `2026-11-2${index}T09:00:00.000Z`, label: `Œuvre « ${index} »` },
    ]);
  lastHash = journal.lastHash;
  await journal.close();
  await writeFile(join(root, verificationFiles.node), nodeVerification);
  await writeFile(join(root, verificationFiles.python), pythonVerification);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
const commands: readonly (readonly [name: string, program: string, script: string])[] = [
  ['Node', process.execPath, verificationFiles.node],
  ...(python === undefined ? [] : [['Python', python, verificationFiles.python] as const]),
];

const run = (program: string, script: string, ...others: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(program, [join(root, script), path, ...others], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  return { status, text: `${stdout}${stderr}` };
};

const lines = async (): Promise<Buffer[]> => {
  const bytes = await readFile(path);
  const found: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from) + 1;
    found.push(bytes.subarray(from, end));
    from = end;
  }
  return found;
};

describe.each(commands)('the published check of a journal, %s', (_name, program, script) => {
  it('says that a whole journal is whole, up to which hash and when', () => {
    const { status, text } = run(program, script);
    expect(text).toContain(lastHash);
    expect(text).toContain('5 modification(s)');
    expect(text).toContain('2026-11-25T09:00:00.000Z');
    expect(status).toBe(0);
    expect(run(program, script, lastHash).status).toBe(0);
  });

  it('finds every flipped byte of a line', async () => {
    const bytes = await readFile(path);
    const [first, second] = await lines();
    const start = first?.length ?? 0;
    for (let at = start; at < start + (second?.length ?? 0); at += 17) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await writeFile(path, flipped);
      const { status, text } = run(program, script);
      expect(status).toBe(1);
      expect(text).toMatch(/ligne [23]/u);
    }
  });

  it('finds a line that was removed or swapped', async () => {
    const all = await lines();
    const [header, one, two, three, ...rest] = all;
    if (!header || !one || !two || !three) throw new Error('too short');
    await writeFile(path, Buffer.concat([header, one, three, ...rest]));
    expect(run(program, script)).toMatchObject({ status: 1, text: expect.stringContaining('ligne 3') });
    await writeFile(path, Buffer.concat([header, two, one, three, ...rest]));
    expect(run(program, script)).toMatchObject({ status: 1, text: expect.stringContaining('ligne 2') });
    await writeFile(path, Buffer.concat(all.slice(1)));
    expect(run(program, script).status).toBe(1);
  });

  it('finds lines cut off at the end by the hash that was noted, or the manifest beside', async () => {
    const all = await lines();
    await writeFile(path, Buffer.concat(all.slice(0, -1)));
    expect(run(program, script).status).toBe(0);
    expect(run(program, script, lastHash).status).toBe(1);
    await writeFile(join(root, 'backup.json'), JSON.stringify({ chainHash: lastHash }));
    expect(run(program, script).status).toBe(1);
    await rm(join(root, 'backup.json'));
    await writeFile(path, Buffer.concat(all).subarray(0, -3));
    expect(run(program, script)).toMatchObject({ status: 1, text: expect.stringContaining('incomplete') });
  });
});

describe.each(commands)('the documents beside a journal, %s', (_name, program, script) => {
  const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
  const kept = join('documents', 'Mise en demeure.pdf');
  beforeEach(async () => {
    await mkdir(join(root, 'documents'));
    await writeFile(join(root, kept), 'letter');
    await writeFile(join(root, 'documents', `${sum('scan')}.jpg`), 'scan');
    const opened = await openLineJournal({ path, format: 'acquit-ledger-journal', version: 1 });
    if (!opened.ok) throw new Error('no journal');
    const documents = [
      { hash: sum('letter'), name: 'Mise en demeure.pdf' },
      { hash: sum('lost'), name: 'Contrat.pdf' },
    ];
    await opened.value.journal.append([{ sequence: 6, at: '2026-11-26T09:00:00.000Z', documents }]);
    await opened.value.journal.close();
  });

  it('are what the journal says; one that it names and that is not there is said', () => {
    const { status, text } = run(program, script);
    expect(text).toContain('1 conforme(s) au journal, 1 dont il ne dit rien');
    expect(text).toContain(`absent ici : ${sum('lost')}`);
    expect(text).not.toContain(`absent ici : ${sum('letter')}`);
    expect(status).toBe(0);
  });

  it('are found out where one byte was changed, under a name or under its own hash', async () => {
    await writeFile(join(root, kept), 'lettes');
    expect(run(program, script)).toMatchObject({
      status: 1,
      text: expect.stringContaining('Mise en demeure.pdf a ete modifie'),
    });
    await writeFile(join(root, kept), 'letter');
    expect(run(program, script).status).toBe(0);
    await writeFile(join(root, 'documents', `${sum('scan')}.jpg`), 'scam');
    expect(run(program, script)).toMatchObject({ status: 1, text: expect.stringContaining(sum('scam')) });
  });

  it('may stand in the index of an archive although the journal does not know them', async () => {
    await writeFile(join(root, 'documents', 'Brouillon.pdf'), 'draft');
    expect(run(program, script).status).toBe(1);
    await writeFile(
      join(root, 'documents', 'index.csv'),
      `Fichier;Empreinte\r\nBrouillon.pdf;${sum('draft')}`,
    );
    expect(run(program, script)).toMatchObject({
      status: 0,
      text: expect.stringContaining('2 dont il ne dit rien'),
    });
  });
});

it('runs the script of Python where the machine has it', () => {
  expect(commands.length).toBe(python === undefined ? 1 : 2);
});
