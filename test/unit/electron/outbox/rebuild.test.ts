import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openOutboxJournal } from '../../../../electron/outbox/outbox-journal.ts';
import { type ApprovedEmail, rebuildOutbox } from '../../../../electron/outbox/rebuild-outbox.ts';
import { accepted, drafts, minute, newRig, type Rig, scriptedTransport, statesOf } from './outbox-rig.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await newRig();
});
afterEach(() => rig.end());

const path = (): string => join(rig.folder, 'outbox.ndjson');
const backups = (): string => join(rig.folder, 'Sauvegardes');
const key = (number: number): string => `reminder-${number}/1`;
const later = '2026-11-23T10:00:00.000Z';

/** Four messages: two accepted, one waiting to be tried again, one that waits for its time. */
const prepare = async (): Promise<void> => {
  const transport = scriptedTransport((sentKey) =>
    sentKey === key(3)
      ? {
          kind: 'failed',
          phase: 'rcpt',
          certainlyNotSent: true,
          permanent: false,
          serverUnavailable: false,
          explanation: 'Plus tard.',
        }
      : accepted,
  );
  const outbox = await rig.open({ transport });
  const [, , , fourth] = drafts(4);
  if (!fourth) throw new Error('no draft');
  await outbox.submit([...drafts(3), { ...fourth, sendAfter: '2026-11-24T08:00:00.000Z' }]);
  rig.clock.advance(minute);
  await outbox.run(rig.clock.nowMs());
  expect(statesOf(outbox)).toEqual({
    [key(1)]: 'accepted',
    [key(2)]: 'accepted',
    [key(3)]: 'retrying',
    [key(4)]: 'intent',
  });
  await outbox.stop();
};

const rebuild = (approved: readonly ApprovedEmail[] = []) =>
  rebuildOutbox({ folder: rig.folder, backupsFolder: backups(), approved, at: later });

/** The state of each message after a start, and what a day of passes sends. */
const restarted = async () => {
  const transport = scriptedTransport(() => accepted);
  const outbox = await rig.open({ transport });
  const states = statesOf(outbox);
  await outbox.submit(drafts(4));
  rig.clock.advance(24 * 60 * minute);
  await outbox.run(rig.clock.nowMs());
  return { states, sent: transport.sent, outbox };
};

const lines = async (): Promise<string[]> => (await readFile(path(), 'utf8')).split('\n');
const lineOf = (all: readonly string[], kind: string, of: string): number =>
  all.findIndex((line) => line.includes(`"kind":"${kind}"`) && line.includes(`"key":"${of}"`));

/** Changes one line of the journal; its chain no longer holds. */
const damage = async (
  kind: string,
  of: string,
  change: (line: string) => string | undefined,
): Promise<void> => {
  const all = await lines();
  const at = lineOf(all, kind, of);
  expect(at).toBeGreaterThan(0);
  const changed = change(all[at] ?? '');
  all.splice(at, 1, ...(changed === undefined ? [] : [changed]));
  await writeFile(path(), all.join('\n'));
};

const flipped = (line: string): string => {
  const bytes = Buffer.from(line);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0x04;
  return bytes.toString('latin1');
};

describe('what is damaged stops everything, with a sentence', () => {
  test.each([
    ['a byte of the middle flipped', () => damage('accepted', key(1), flipped)],
    ['a line of the middle gone: the chain is broken', () => damage('accepted', key(1), () => undefined)],
    [
      'two lines exchanged',
      async () => {
        const all = await lines();
        const [first, second] = [all[2] ?? '', all[3] ?? ''];
        all.splice(2, 2, second, first);
        await writeFile(path(), all.join('\n'));
      },
    ],
    ['the header gone', async () => writeFile(path(), (await lines()).slice(1).join('\n'))],
    ['the file emptied', () => writeFile(path(), '')],
    ['the file gone', () => rm(path())],
  ] as const)('%s', async (_name, spoil) => {
    await prepare();
    await spoil();
    expect(await openOutboxJournal(rig.folder, true)).toMatchObject({
      ok: false,
      error: {
        kind: 'damaged',
        message: expect.stringMatching(/journal des envois .*aucun e-mail ne part/),
      },
    });
  });

  test('a torn last line is cut off, kept beside, and stops nothing', async () => {
    await prepare();
    const whole = await readFile(path(), 'utf8');
    await writeFile(path(), `${whole}{"body":{"kind":"acc`);
    const opened = await openOutboxJournal(rig.folder, true);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.records().size).toBe(4);
    await opened.value.close();
    expect(await readFile(path(), 'utf8')).toBe(whole);
    expect(await readFile(`${path()}.torn-1`, 'utf8')).toBe('{"body":{"kind":"acc');
  });

  test('a first start has no journal yet, and is no damage', async () => {
    const opened = await openOutboxJournal(join(rig.folder, 'new'));
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.close();
  });
});

describe('the journal made anew', () => {
  test('what is read keeps its end; whatever may have left is in doubt, and nothing is sent again', async () => {
    await prepare();
    await damage('accepted', key(1), flipped);
    expect(await rebuild()).toEqual({ ok: true, value: { doubtful: 3 } });
    const { states, sent, outbox } = await restarted();
    expect(states).toEqual({
      [key(1)]: 'unknown',
      [key(2)]: 'accepted',
      [key(3)]: 'unknown',
      [key(4)]: 'unknown',
    });
    expect(sent).toEqual([]);
    expect(outbox.list().find((entry) => entry.key === key(1))?.state).toMatchObject({
      explanation: expect.stringContaining('peut-être parti'),
    });
    const names = await readdir(rig.folder);
    expect(names).toContain('outbox.ndjson.damaged-1');
    expect(names).not.toContain('outbox.ndjson.rebuilt');
  });

  test('a backup that knows the end of a message takes the doubt away', async () => {
    await prepare();
    const folder = join(backups(), '2026-11-23 09h00');
    await mkdir(folder, { recursive: true });
    await copyFile(path(), join(folder, 'outbox.ndjson'));
    await damage('accepted', key(1), flipped);
    expect(await rebuild()).toEqual({ ok: true, value: { doubtful: 2 } });
    const { states, sent } = await restarted();
    expect(states[key(1)]).toBe('accepted');
    expect(sent).toEqual([]);
  });

  test.each([
    ['gone', () => rm(path())],
    ['emptied', () => writeFile(path(), '')],
    ['garbled', () => writeFile(path(), Buffer.alloc(4096, 0xa5))],
  ] as const)('the file %s: what the ledger holds as approved is in doubt', async (_name, spoil) => {
    await prepare();
    await spoil();
    const approved = drafts(4).map(({ key: known, to, subject }) => ({
      key: known,
      to: to.address,
      subject,
    }));
    expect(await rebuild(approved)).toEqual({ ok: true, value: { doubtful: 4 } });
    const { states, sent, outbox } = await restarted();
    expect(new Set(Object.values(states))).toEqual(new Set(['unknown']));
    expect(sent).toEqual([]);
    // There is no message to show: none is named.
    expect(outbox.list()[0]).toMatchObject({ emlHash: '', to: 'client1@example.test', acknowledged: false });
  });

  test('it can be damaged and repaired again; both files are kept', async () => {
    await prepare();
    await damage('accepted', key(1), flipped);
    await rebuild();
    await damage('accepted', key(2), flipped);
    expect((await rebuild()).ok).toBe(true);
    expect((await restarted()).states[key(2)]).toBe('unknown');
    expect(await readdir(rig.folder)).toEqual(
      expect.arrayContaining(['outbox.ndjson.damaged-1', 'outbox.ndjson.damaged-2']),
    );
  });
});
