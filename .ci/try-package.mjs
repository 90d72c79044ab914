// Starts the packaged application once, on an empty profile, and waits until it says that its window is ready.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureDependencies } from './dependencies.mjs';
import { startDesktopSession } from './display.mjs';
import { chromiumArguments } from './electron-runtime.mjs';
import { outFolder } from './paths.mjs';
import { main, SetupError, say } from './processes.mjs';

const patienceSeconds = 60;

await main(async () => {
  await ensureDependencies();
  if (process.platform !== 'linux')
    throw new SetupError('Only the Linux package can be tried by this script.');
  const executable = join(outFolder, 'package', 'linux-unpacked', 'acquit');
  if (!existsSync(executable)) throw new SetupError('There is no package: run npm run package first.');

  const profile = await mkdtemp(join(tmpdir(), 'acquit-package-'));
  const session = await startDesktopSession({
    ownScreen: true,
    ownBus: true,
    keyringFolder: join(profile, 'keyring'),
  });
  const app = spawn(executable, chromiumArguments(session.env), {
    env: { ...session.env, XDG_CONFIG_HOME: profile },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(app, 'exit');
  try {
    const ready = await waitForFile(join(profile, 'Acquit', 'started.json'), app);
    say(ready ? 'The packaged application started.' : 'The packaged application did not get ready.');
    return ready ? 0 : 1;
  } finally {
    app.kill('SIGTERM');
    await Promise.race([ended, wait(5000, undefined, { ref: false })]);
    app.kill('SIGKILL');
    await ended;
    await session.stop();
    await rm(profile, { recursive: true, force: true });
  }
});

/** False where the application ends, or a minute passes, before the file is there. */
async function waitForFile(file, app) {
  const deadline = Date.now() + patienceSeconds * 1000;
  while (Date.now() < deadline && app.exitCode === null && app.signalCode === null) {
    if (existsSync(file)) return true;
    await wait(100);
  }
  return false;
}
