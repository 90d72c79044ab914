import { spawn } from 'node:child_process';
import type { CompanyLife } from './company-child.ts';

/** What a process said and how it ended. */
export interface LifeStory {
  readonly signal: string | null;
  readonly facts: readonly Record<string, unknown>[];
}

/** When to kill: so many milliseconds after the start, or after the approvals were handed over. */
export interface Blow {
  readonly after: 'start' | 'approvals';
  readonly ms: number;
}

/** Lets the bundled `company-child.ts` live once; `SIGKILL` at the moment of the blow, unless it ended before. */
export const liveOnce = (
  program: { readonly path: string; readonly cacheFolder: string },
  life: CompanyLife,
  blow?: Blow,
): Promise<LifeStory> =>
  new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [program.path, JSON.stringify(life)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: program.cacheFolder },
    });
    let timer: NodeJS.Timeout | undefined;
    const aim = (): void => {
      timer ??= blow && setTimeout(() => started.kill('SIGKILL'), blow.ms);
    };
    let output = '';
    let problems = '';
    started.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('"approved"')) aim();
    });
    started.stderr.on('data', (chunk: Buffer) => {
      problems += chunk.toString();
    });
    if (blow?.after === 'start') aim();
    started.once('error', reject);
    started.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code !== null && code !== 0) return reject(new Error(problems));
      const facts = output.split('\n').filter((line) => line.endsWith('}'));
      resolve({ signal, facts: facts.map((line) => JSON.parse(line) as Record<string, unknown>) });
    });
  });
