import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { modulesFolder, outFolder } from './paths.mjs';
import { run } from './processes.mjs';

const vite = join(modulesFolder, 'vite', 'bin', 'vite.js');

/** Builds renderer, main and preload into out/build, which holds nothing else afterwards. Returns the exit code. */
export async function build() {
  await rm(join(outFolder, 'build'), { recursive: true, force: true });
  return run(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn']);
}
