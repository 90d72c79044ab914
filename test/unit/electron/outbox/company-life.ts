import { spawn } from 'node:child_process';
import type { CompanyLife } from './company-child.ts';

/** What a process said and how it ended. */
export interface LifeStory {
  readonly signal: string | null;
  readonly facts: readonly Record<string, unknown>[];
}

/** Told at the start of a life how to end it, and does so whenever it likes. */
export type Aim = (strike: () => void) => void;

/** Lets the bundled `company-child.ts` live once; `SIGKILL` when the aim strikes, unless it ended before. */
export const liveOnce = (
  program: { readonly path: string; readonly cacheFolder: string },
  life: CompanyLife,
  aim?: Aim,
): Promise<LifeStory> =>
  new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [program.path, JSON.stringify(life)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: program.cacheFolder },
    });
    aim?.(() => started.kill('SIGKILL'));
    let output = '';
    let problems = '';
    started.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    started.stderr.on('data', (chunk: Buffer) => {
      problems += chunk.toString();
    });
    started.once('error', reject);
    started.once('close', (code, signal) => {
      if (code !== null && code !== 0) return reject(new Error(problems));
      const facts = output.split('\n').filter((line) => line.endsWith('}'));
      resolve({ signal, facts: facts.map((line) => JSON.parse(line) as Record<string, unknown>) });
    });
  });
