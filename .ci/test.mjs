// npm test                      type check, lint, unit and property tests, build, end-to-end tests
// npm test -- unit [pattern]    only the unit and property tests (arguments go to Vitest)
// npm test -- e2e [pattern]     only the build and the end-to-end tests (arguments go to Playwright)
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { startDesktopSession } from './display.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { ensureLinuxLibraries } from './linux-libraries.mjs';
import { modulesFolder, outFolder } from './paths.mjs';
import { main, run, say } from './processes.mjs';

const reports = join(outFolder, 'test');
const tool = (...path) => join(modulesFolder, ...path);

await main(async () => {
  await ensureDependencies();
  const [only, ...rest] = process.argv.slice(2);
  const wants = (part) => only === undefined || only === part;
  ensureLinuxLibraries({ headless: true, tests: true });
  await electronExecutable();
  await rm(reports, { recursive: true, force: true });

  const results = [];
  if (only === undefined) {
    results.push(await check('types', tool('typescript', 'bin', 'tsc'), ['-p', 'tsconfig.json', '--noEmit']));
    results.push(
      await check('types of shared', tool('typescript', 'bin', 'tsc'), [
        '-p',
        'shared/tsconfig.json',
        '--noEmit',
      ]),
    );
    results.push(await check('format and lint', tool('@biomejs', 'biome', 'bin', 'biome'), ['check', '.']));
  }
  if (wants('unit')) results.push(await unitTests(rest));
  if (wants('e2e')) {
    const built = await asCheck('build', build());
    results.push(built);
    if (built.failed === 0) results.push(await endToEndTests(rest));
  }

  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  for (const { name, failed } of results) if (failed > 0) say(`failed: ${name}`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

/** A tool that only says yes or no counts as one test. */
async function check(name, script, args) {
  return asCheck(name, run(process.execPath, [script, ...args]));
}

async function asCheck(name, exitCode) {
  say(`— ${name}`);
  const ok = (await exitCode) === 0;
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

async function unitTests(args) {
  say('— unit and property tests');
  const report = join(reports, 'unit.json');
  const code = await run(process.execPath, [
    tool('vitest', 'vitest.mjs'),
    ...['run', '--project', 'unit', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...args,
  ]);
  return counted('unit and property tests', code, report, (json) => [
    json.numPassedTests,
    json.numFailedTests,
  ]);
}

/** On Linux always on a screen and a keyring of their own: no window pops up, and the user's keyring stays untouched. */
async function endToEndTests(args) {
  say('— end-to-end tests');
  const linux = process.platform === 'linux';
  const report = join(reports, 'e2e.json');
  const session = await startDesktopSession({
    ownScreen: linux,
    ownBus: linux,
    keyringFolder: join(reports, 'keyring'),
  });
  try {
    const code = await run(
      process.execPath,
      [tool('@playwright', 'test', 'cli.js'), 'test', '--config', 'test/e2e/playwright.config.ts', ...args],
      { env: { ...session.env, ACQUIT_E2E_REPORT: report } },
    );
    return await counted('end-to-end tests', code, report, ({ stats }) => [
      stats.expected + stats.flaky,
      stats.unexpected,
    ]);
  } finally {
    await session.stop();
  }
}

/**
 * The counts of a runner's JSON report. A runner that failed without a failed test (a file that does not load, an
 * error outside any test), wrote no report, or ran nothing counts as one failure.
 */
async function counted(name, exitCode, report, countsOf) {
  const [passed, failed] = await readFile(report, 'utf8').then(
    (text) => countsOf(JSON.parse(text)),
    () => [0, 0],
  );
  const silentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
  return { name, passed, failed: silentFailure ? 1 : failed };
}
