// Starts the packaged application once, on an empty profile, waits until it says that its window is ready, and has it
// set a batch of letters: on threads of its own, whose program and libraries lie inside the archive.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureDependencies } from './dependencies.mjs';
import { startDesktopSession } from './display.mjs';
import { chromiumArguments } from './electron-runtime.mjs';
import { outFolder } from './paths.mjs';
import { main, SetupError, say } from './processes.mjs';

const patienceSeconds = 60;
/** More than are set without a thread. */
const letterCount = 12;

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
  const app = spawn(executable, [...chromiumArguments(session.env), '--remote-debugging-port=0'], {
    env: { ...session.env, XDG_CONFIG_HOME: profile },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(app, 'exit');
  try {
    const ready = await waitForFile(join(profile, 'Acquit', 'started.json'), app);
    say(ready ? 'The packaged application started.' : 'The packaged application did not get ready.');
    if (!ready) return 1;
    const problem = await letterProblem(join(profile, 'Acquit'));
    say(problem ?? 'It set a batch of letters on threads of its own.');
    return problem === undefined ? 0 : 1;
  } finally {
    app.kill('SIGTERM');
    await Promise.race([ended, wait(5000, undefined, { ref: false })]);
    app.kill('SIGKILL');
    await ended;
    await session.stop();
    await rm(profile, { recursive: true, force: true });
  }
});

/** Undefined where letters came out, and no group of them was set on the main thread, which the log would tell. */
async function letterProblem(profile) {
  const { chromium } = await import('@playwright/test');
  const { letter } = await import('../test/unit/shared/letters/sample-letter.ts');
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const [window] = browser.contexts().flatMap((context) => context.pages());
    if (!window) return 'The packaged application shows no page.';
    const models = Array.from({ length: letterCount }, (_unused, index) =>
      letter({ reminderId: `r${index}` }),
    );
    const outcome = await window.evaluate(
      (wanted) => globalThis.acquit.lettersRender({ models: wanted, extras: {} }),
      models,
    );
    if (!outcome.ok) return `It set no letters: ${outcome.error.message}`;
    if (outcome.value.letters.length !== letterCount) return 'It did not set every letter.';
  } finally {
    await browser.close();
  }
  const log = await readFile(join(profile, 'logs', 'acquit.log'), 'utf8').catch(() => '');
  return log.includes('letters set on the main thread')
    ? `Its threads set no letters: ${log.slice(-500)}`
    : undefined;
}

/** False where the application ends, or a minute passes, before the file is there. */
async function waitForFile(file, app) {
  const deadline = Date.now() + patienceSeconds * 1000;
  while (Date.now() < deadline && app.exitCode === null && app.signalCode === null) {
    if (existsSync(file)) return true;
    await wait(100);
  }
  return false;
}
