import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronExecutable, launchArguments } from '../../../.ci/electron-runtime.mjs';
import { killGroup } from './process-group.ts';
import type { TestClock } from './test-clock.ts';

export interface StartWish {
  /** Folder of the application's data. */
  readonly profile: string;
  readonly clock?: TestClock | undefined;
  /** More words of the application's own command line, such as `--demo`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApplication {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** The folder in which the application keeps its data; a later start with the same one continues there. */
  readonly profile: string;
  /** What the page complained of so far: exceptions, console errors, violations of the CSP. */
  readonly problems: readonly string[];
  /** Quits the application and keeps the profile. */
  readonly quit: () => Promise<void>;
  /** SIGKILL for all its processes at once, as a power cut; answers when they are gone. */
  readonly kill: () => Promise<void>;
}

/** An empty folder for one test's data, and the function that removes it. */
export async function temporaryProfile(): Promise<{ profile: string; remove: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'acquit-e2e-'));
  return { profile, remove: () => rm(profile, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The words of the command line that start the application for this wish. */
export const argumentsFor = ({ profile, clock, args = [] }: StartWish): string[] =>
  launchArguments([
    `--profile=${profile}`,
    ...(clock === undefined ? [] : [`--clock=${clock.file}`]),
    ...args,
  ]);

/** Starts the built application (`npm test -- e2e` builds it) and waits for its main window. */
export async function startApplication(wish: StartWish): Promise<RunningApplication> {
  const app = await _electron.launch({
    // Playwright would impose light colours; the application chooses its own.
    colorScheme: null,
    executablePath: await electronExecutable(),
    args: argumentsFor(wish),
    env: { ...definedOnly(process.env), ...wish.env },
  });
  const child = app.process();
  const problems: string[] = [];
  const window = await app.firstWindow();
  window.setDefaultTimeout(10_000);
  window.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  window.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return {
    app,
    window,
    profile: wish.profile,
    problems,
    // Closing the window only hides the application: `close` of Playwright asks the process itself to quit.
    quit: () => app.close(),
    kill: () => killGroup(child),
  };
}

export function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
