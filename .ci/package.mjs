// npm run package   builds the unpacked application into out/package, then the installers whose tools can be had.
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { registryElectron } from './electron-from-registry.mjs';
import { electronExecutable, isOfficial } from './electron-runtime.mjs';
import { ensureLinuxLibraries } from './linux-libraries.mjs';
import { modulesFolder, outFolder } from './paths.mjs';
import { main, run, say } from './processes.mjs';

const builder = join(modulesFolder, 'electron-builder', 'cli.js');
const packageFolder = join(outFolder, 'package');

await main(async () => {
  await ensureDependencies();
  ensureLinuxLibraries({ headless: false, tests: false });
  const electron = await electronExecutable();
  const built = await build();
  if (built !== 0) return built;
  await rm(packageFolder, { recursive: true, force: true });

  if (isOfficial(electron)) return packageForUsers();
  return packageForDevelopment(dirname(electron));
});

/** Unpacked first: it must work. Installers next: their makers are downloads too, and their absence is no failure. */
async function packageForUsers() {
  const unpacked = await run(process.execPath, [builder, '--dir', '--publish', 'never']);
  if (unpacked !== 0) return unpacked;
  say(`Unpacked application: ${await unpackedFolder()}`);
  const installers = await run(process.execPath, [builder, '--publish', 'never']);
  if (installers !== 0) say('No installer: its tools could not be had here (see the lines above).');
  return 0;
}

/**
 * Packages with the Electron of the npm registry, so that the packaged form (asar, fuses, paths) can be tried where
 * GitHub is out of reach. electron-builder works on a copy: it changes the executable's fuses in place.
 */
async function packageForDevelopment(runtimeFolder) {
  const copy = join(outFolder, 'electron-to-package');
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  await cp(runtimeFolder, copy, { recursive: true });
  await rm(join(copy, 'resources', 'app'), { recursive: true });
  const code = await run(process.execPath, [
    builder,
    '--dir',
    '--publish',
    'never',
    `-c.electronVersion=${registryElectron.version}`,
    `-c.electronDist=${copy}`,
  ]);
  await rm(copy, { recursive: true, force: true });
  if (code !== 0) return code;
  say(
    `Development package with Electron ${registryElectron.version}, not for users: ${await unpackedFolder()}`,
  );
  say('No installer: its tools come from GitHub, which is not reachable.');
  return 0;
}

async function unpackedFolder() {
  const names = await readdir(packageFolder);
  return join(packageFolder, names.find((name) => /unpacked$|^mac/.test(name)) ?? '');
}
