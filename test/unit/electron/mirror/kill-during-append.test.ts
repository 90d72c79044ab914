import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openLineJournal } from '../../../../electron/mirror/line-journal.ts';

const child = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url));

/** A small seeded generator (mulberry32), 0 to 1. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

/** Runs the writer and kills it without warning after some acknowledgements; answers the last one. */
const appendAndKill = (path: string, acknowledgements: number, delayMs: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [child, path], { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    let killed = false;
    writer.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (killed || output.split('\n').length <= acknowledgements) return;
      killed = true;
      setTimeout(() => writer.kill('SIGKILL'), delayMs);
    });
    writer.on('error', reject);
    writer.on('close', (code) => {
      if (code !== null) reject(new Error(`the writer ended by itself: ${code} ${output}`));
      else resolve(Number(output.split('\n').at(-2)));
    });
  });

test('20 kills in the middle of appends lose nothing that was acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'acquit-kill-'));
  const path = join(folder, 'journal.ndjson');
  const next = random(20261122);
  for (let run = 0; run < 20; run += 1) {
    const acknowledged = await appendAndKill(path, 1 + Math.floor(next() * 12), next() * 3);
    const opened = await openLineJournal<{ readonly number: number }>({
      path,
      format: 'kill-test',
      version: 1,
    });
    if (!opened.ok) throw new Error(`run ${run}: ${JSON.stringify(opened.error)}`);
    const { journal } = opened.value;
    expect(acknowledged).toBeGreaterThan(0);
    expect(journal.length).toBeGreaterThanOrEqual(acknowledged);
    let number = 0;
    for await (const { body } of journal.entries()) {
      expect(body.number).toBe(number);
      number += 1;
    }
    await journal.close();
  }
  await rm(folder, { recursive: true });
}, 120_000);
