import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronExecutable, launchArguments } from '../../../.ci/electron-runtime.mjs';

export type RunningApplication = {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** The folder in which the application keeps its data; a later start with the same one continues there. */
  readonly profile: string;
  /** Quits the application and keeps the profile. */
  readonly quit: () => Promise<void>;
};

/** An empty folder for one test's data, and the function that removes it. */
export async function temporaryProfile(): Promise<{ profile: string; remove: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'acquit-e2e-'));
  return { profile, remove: () => rm(profile, { recursive: true, force: true }) };
}

/** Starts the built application (`npm test -- e2e` builds it) on a profile and waits for its main window. */
export async function startApplication(
  profile: string,
  appArguments: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningApplication> {
  const app = await _electron.launch({
    colorScheme: null,
    executablePath: await electronExecutable(),
    args: launchArguments([`--profile=${profile}`, ...appArguments]),
    env: { ...definedOnly(process.env), ...env },
  });
  const window = await app.firstWindow();
  return { app, window, profile, quit: () => app.close() };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
