import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { businessDay } from '../../../shared/dates/clock.ts';
import type { Bridge } from '../../../shared/ipc/bridge.ts';
import type { RunningApplication } from './application.ts';

export type Theme = 'light' | 'dark';

/** Goes to a place of the navigation, as a click does, and waits for its screen. */
export const goTo = async (window: Page, label: string): Promise<void> => {
  const link = window.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', {
    name: new RegExp(`^${label}`),
  });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
};

/** Goes to a section of the settings. */
export const openSettings = async (window: Page, section: string): Promise<void> => {
  await goTo(window, 'Réglages');
  await window
    .getByRole('navigation', { name: 'Rubriques des réglages' })
    .getByRole('link', { name: section })
    .click();
  await expect(window.getByRole('heading', { name: section })).toBeVisible();
};

/** The toast that says this. */
export const toast = (window: Page, text: string | RegExp): Locator =>
  window.locator('.mantine-Notification-root').filter({ hasText: text });

/** Waits until a toast confirms; what it confirms is on disk then. */
export const seeToast = async (window: Page, text: string | RegExp): Promise<Locator> => {
  const shown = toast(window, text).first();
  await expect(shown).toBeVisible({ timeout: 15_000 });
  return shown;
};

/** Waits for transitions under way; what turns for ever, such as a loader, is not waited for. */
export const transitionsDone = (window: Page): Promise<void> =>
  window.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });

/** Closes a toast, which may lie over the buttons at the bottom of a screen. */
export const closeToast = async (shown: Locator): Promise<void> => {
  await shown.getByRole('button', { name: 'Fermer' }).click();
  await expect(shown).toBeHidden();
};

/** Gives the window of the application a size in pixels of its content. */
export const resize = async (
  { app, window }: RunningApplication,
  width: number,
  height: number,
): Promise<void> => {
  // A window as large as the virtual screen loses a pixel to its edge.
  const isThere = ([shownWidth, shownHeight]: readonly [number, number]): boolean =>
    Math.abs(shownWidth - width) <= 2 && Math.abs(shownHeight - height) <= 2;
  // Asked again where the answer of main got lost: on a busy machine V8 may collect the promise of a call.
  await expect(async () => {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await expect
      .poll(async () => isThere(await window.evaluate(() => [innerWidth, innerHeight] as const)))
      .toBe(true);
  }).toPass();
};

/** What preload gives the page: for what a test cannot wait for on the screen. */
export const callBridge = <Answer>(window: Page, name: keyof Bridge, request?: unknown): Promise<Answer> =>
  window.evaluate(
    async ([channel, wish]) => {
      const bridge = Reflect.get(globalThis, 'acquit') as Record<
        string,
        (wish?: unknown) => Promise<unknown>
      >;
      const answer = (await bridge[channel]?.(wish)) as { ok: boolean; value?: unknown };
      if (!answer.ok) throw new Error(`${channel} was refused: ${JSON.stringify(answer)}`);
      return answer.value as Answer;
    },
    [name, request] as const,
  );

/** Waits until the scheduler has seen a day. */
export const waitForTick = async (window: Page, day: string): Promise<void> => {
  await expect
    .poll(async () => {
      const { lastTickAt } = await callBridge<{ lastTickAt?: string }>(window, 'schedulerStatus');
      return lastTickAt === undefined ? '' : businessDay(Date.parse(lastTickAt));
    })
    .toBe(day);
};

/** Chooses the theme as the settings do, and waits until the page shows it. */
export const setTheme = async (window: Page, theme: Theme): Promise<void> => {
  await callBridge(window, 'setTheme', theme);
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
};

/** Imports a file that needs no correction, from the import screen to its result. */
export const importFile = async (window: Page, path: string): Promise<void> => {
  await window.getByLabel('Fichiers à importer').setInputFiles(path);
  await window.getByRole('button', { name: 'Vérifier les lignes' }).click();
  await window.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(window.getByRole('heading', { name: /^Import de / })).toBeVisible();
};

/** Drops a file on an element, as from the desktop. */
export const dropFile = async (target: Locator, name: string, bytes: Uint8Array): Promise<void> => {
  await target.evaluate(
    (element, file) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0))], file.name));
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
};

/** Drops a file of the disk on an element. */
export const dropPath = async (target: Locator, path: string): Promise<void> =>
  dropFile(target, path.slice(path.lastIndexOf('/') + 1), await readFile(path));
