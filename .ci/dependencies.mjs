import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { modulesFolder, root } from './paths.mjs';
import { run, SetupError, say } from './processes.mjs';

const windows = process.platform === 'win32';

/** Node 24 comes from the registry like every other tool: Vitest 5 and Electron 45 do not run on Node 20. */
const pinnedNode = join(modulesFolder, 'node', 'bin', windows ? 'node.exe' : 'node');

/**
 * Installs node_modules where it does not match package-lock.json, then makes sure that the running process is the
 * pinned Node: if it is not, the same script runs again on it and this process only waits for its exit code.
 * Only built-in modules may be used before this returns.
 */
export async function ensureDependencies() {
  if (!isInstalled()) {
    say('Installing dependencies…');
    const code = await run(
      windows ? 'npm.cmd' : 'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        shell: windows,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (code !== 0) throw new SetupError('npm ci failed: see the lines above.');
  }
  const binFolder = join(modulesFolder, '.bin');
  if (!(process.env.PATH ?? '').split(delimiter).includes(binFolder)) {
    process.env.PATH = `${binFolder}${delimiter}${process.env.PATH ?? ''}`;
  }
  const pinned = JSON.parse(readFileSync(join(modulesFolder, 'node', 'package.json'), 'utf8')).version;
  if (process.version !== `v${pinned}`) {
    process.exit(await run(pinnedNode, process.argv.slice(1)));
  }
}

/**
 * npm writes what it installed into node_modules/.package-lock.json as its very last act, so comparing the two
 * lock files recognises an interrupted install, an older one, and one that the developer made by hand.
 */
function isInstalled() {
  const installedFile = join(modulesFolder, '.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(pinnedNode)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional) return true;
    return installed[path]?.version === entry.version && installed[path]?.integrity === entry.integrity;
  });
}
