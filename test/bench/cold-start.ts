// From the start of the process to a usable aged balance of 20,000 invoices, against an empty window.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type Page } from '@playwright/test';
import { build } from '../../.ci/build.mjs';
import { startDesktopSession } from '../../.ci/display.mjs';
import { chromiumArguments, electronExecutable } from '../../.ci/electron-runtime.mjs';
import { openMirror } from '../../electron/mirror/mirror.ts';
import { openOutboxJournal } from '../../electron/outbox/outbox-journal.ts';
import { ledgerFolders } from '../../electron/settings/folders.ts';
import { changesOf, imagesOf } from '../../renderer/db/decision-changes.ts';
import { instantOf } from '../../shared/dates/clock.ts';
import { put } from '../../shared/ledger/decision.ts';
import { emptyLedger, type Ledger, tableNames } from '../../shared/ledger/ledger.ts';
import { startApplication } from '../e2e/support/application.ts';
import { largeLedger, today } from './support/large-ledger.ts';
import { print } from './support/measure.ts';

const runs = 3;
const patience = { timeout: 120_000 };
const folder = await mkdtemp(join(tmpdir(), 'acquit-bench-start-'));
const profile = join(folder, 'profile');

/** A profile as after an import: mirror and outbox journal; the first start fills the database from the mirror. */
const fillProfile = async (ledger: Ledger): Promise<void> => {
  const nowMs = Date.now();
  const clock = { nowMs: () => nowMs };
  const opened = await openMirror({ folder: ledgerFolders(profile, 'main', undefined).mirror, clock });
  if (!opened.ok) throw new Error(opened.error.code);
  const databaseId = 'bench-database';
  await opened.value.create(databaseId);
  const writes = [
    ...tableNames.flatMap((table) => [...ledger[table].values()].map((row) => put(table, row as never))),
    put('settings', { id: 'onboarding', startedOn: today, firstRunDone: true }),
  ];
  const changes = changesOf(
    { command: 'import-invoices', label: 'Import', undo: 'allowed' },
    imagesOf(emptyLedger(), { writes }),
    1,
    instantOf(nowMs),
  );
  for (let start = 0; start < changes.length; start += 100) {
    const appended = await opened.value.append(databaseId, changes.slice(start, start + 100));
    if (!appended.ok) throw new Error(appended.error.kind);
  }
  await opened.value.close();
  const outbox = await openOutboxJournal(ledgerFolders(profile, 'main', undefined).outbox);
  if (!outbox.ok) throw new Error(outbox.error.kind);
  await outbox.value.close();
};

/** The aged balance with its first client, opened by a click as soon as the navigation is there. */
const openAgedBalance = async (window: Page): Promise<void> => {
  await window.getByRole('link', { name: /^Balance âgée/ }).click(patience);
  await window.locator('tr[data-index="0"]').waitFor(patience);
};

const memoryOf = (app: Awaited<ReturnType<typeof _electron.launch>>): Promise<number> =>
  app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  );

const acquit = async (): Promise<{ readonly ms: number; readonly memory: number }> => {
  const start = performance.now();
  const application = await startApplication({ profile });
  await openAgedBalance(application.window);
  const ms = performance.now() - start;
  const memory = await memoryOf(application.app);
  await application.quit();
  return { ms, memory };
};

const emptyApplication = join(folder, 'empty');
const emptyWindow = async (): Promise<{ readonly ms: number; readonly memory: number }> => {
  const start = performance.now();
  const app = await _electron.launch({
    executablePath: await electronExecutable(),
    args: [...chromiumArguments(), emptyApplication, `--user-data-dir=${join(folder, 'empty-profile')}`],
  });
  const window = await app.firstWindow();
  await window.locator('h1').waitFor(patience);
  const ms = performance.now() - start;
  const memory = await memoryOf(app);
  await app.close();
  return { ms, memory };
};

const fastest = async (work: () => Promise<{ readonly ms: number; readonly memory: number }>) => {
  let found = { ms: Number.POSITIVE_INFINITY, memory: Number.POSITIVE_INFINITY };
  for (let run = 0; run < runs; run += 1) {
    const { ms, memory } = await work();
    found = { ms: Math.min(found.ms, ms), memory: Math.min(found.memory, memory) };
  }
  return found;
};

if (!existsSync(fileURLToPath(new URL('../../out/build/electron/main.js', import.meta.url))))
  if ((await build()) !== 0) throw new Error('the build failed');
const linux = process.platform === 'linux';
const session = await startDesktopSession({
  ownScreen: linux,
  ownBus: linux,
  keyringFolder: join(folder, 'keyring'),
});
Object.assign(process.env, session.env);
try {
  await mkdir(emptyApplication);
  await writeFile(
    join(emptyApplication, 'package.json'),
    '{"name":"empty","version":"1.0.0","main":"main.cjs"}',
  );
  await writeFile(
    join(emptyApplication, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<h1>empty</h1>'));`,
  );
  await fillProfile(largeLedger(20_000));
  const restoring = await acquit();
  const usable = await fastest(acquit);
  const empty = await fastest(emptyWindow);
  const floor = { floor: empty.ms, floorIs: 'an empty window' } as const;
  print([
    {
      what: 'cold start to the aged balance, 20,000 invoices',
      measured: usable.ms,
      unit: 'ms',
      ...floor,
      budget: { limit: 1500, of: 'measured' },
    },
    { what: '— with the database read back from the mirror', measured: restoring.ms, unit: 'ms', ...floor },
    {
      what: 'memory above an empty window',
      measured: usable.memory - empty.memory,
      unit: 'MB',
      floor: empty.memory,
      floorIs: 'an empty window',
      budget: { limit: 300, of: 'measured' },
    },
  ]);
} finally {
  await session.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
