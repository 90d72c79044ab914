import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningApplication, type StartWish, startApplication } from './application.ts';
import { TestClock } from './test-clock.ts';
import { transitionsDone } from './window.ts';

/** Monday, 23 November 2026, nine o'clock in Paris: a working day within the rates that the law data know. */
export const mondayMorning = '2026-11-23T08:00:00.000Z';

/** Pictures of the application, kept as artefacts of the run. */
const pictureFolder = fileURLToPath(new URL('../../../out/test/story/', import.meta.url));

export interface TestParts {
  /** A folder of this test, removed afterwards. */
  readonly folder: string;
  /** The application's data within it. */
  readonly profile: string;
  readonly clock: TestClock;
  /** Starts the application on the profile and the clock of this test. What still runs at the end is ended. */
  readonly start: (wish?: Partial<StartWish>) => Promise<RunningApplication>;
  /** Complaints of pages and of main that this test expects; all others fail it. */
  readonly expectedProblems: RegExp[];
}

/** `test` with an application to start. A page error, a CSP violation or an error in the log fails the test. */
export const test = base.extend<TestParts>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'acquit-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  profile: async ({ folder }, use) => use(join(folder, 'profile')),
  clock: async ({ folder }, use) => use(new TestClock(folder, mondayMorning)),
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  expectedProblems: async ({}, use) => use([]),
  start: async ({ profile, clock, expectedProblems }, use, info) => {
    const started: RunningApplication[] = [];
    await use(async (wish) => {
      const running = await startApplication({ profile, clock, ...wish });
      started.push(running);
      return running;
    });
    const last = started.at(-1);
    if (last && info.status !== info.expectedStatus) await keepPicture(last, info.outputPath('failed.png'));
    for (const running of started) await running.kill();
    const complaints = [...started.flatMap(({ problems }) => problems), ...(await loggedErrors(profile))];
    const unexpected = complaints.filter((text) => !expectedProblems.some((known) => known.test(text)));
    expect(unexpected, 'complaints of the page and errors in the log').toEqual([]);
  },
});

export { expect };

const keepPicture = async ({ window }: RunningApplication, path: string): Promise<void> => {
  await window.screenshot({ path, timeout: 3000 }).catch(() => undefined);
};

/** Lines that main wrote as errors. A profile that never started has none. */
const loggedErrors = async (profile: string): Promise<readonly string[]> => {
  const text = await readFile(join(profile, 'logs/acquit.log'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.includes('[error]'));
};

/** Keeps a picture of the window under a name such as `03-mapping`. */
export const picture = async (window: Page, name: string): Promise<void> => {
  await mkdir(pictureFolder, { recursive: true });
  await transitionsDone(window);
  await window.screenshot({ path: join(pictureFolder, `${name}.png`) });
};
