import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { goTo } from './support/window.ts';

/** What the printing system is asked, in place of printers: a test has none. */
const notePrintJobs = async (app: ElectronApplication): Promise<() => Promise<readonly unknown[]>> => {
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const jobs: unknown[] = [];
    Reflect.set(globalThis, 'printJobs', jobs);
    const equip = (window: Electron.BrowserWindow): void => {
      window.webContents.getPrintersAsync = async () => [
        { name: 'laser-1', displayName: 'Laser du bureau', description: '', options: {} },
      ];
      window.webContents.print = (options, done) => {
        const { silent, deviceName, duplexMode, scaleFactor } = options ?? {};
        jobs.push({ silent, deviceName, duplexMode, scaleFactor });
        done?.(true, '');
        if (silent !== true) window.destroy();
      };
    };
    for (const window of BrowserWindow.getAllWindows()) equip(window);
    electronApp.on('browser-window-created', (_event, window) => equip(window));
  });
  return () => app.evaluate(() => (Reflect.get(globalThis, 'printJobs') as unknown[] | undefined) ?? []);
};

test('a page goes to the chosen printer without a question, else to the dialog of the system', async ({
  start,
}) => {
  const { app, window } = await start({ args: ['--demo'] });
  const jobs = await notePrintJobs(app);
  const main = window.getByRole('main');
  await goTo(window, 'Courriers');
  await main.getByRole('tab', { name: /^À imprimer/ }).click();
  await main.getByRole('button', { name: 'Réglages d’impression' }).click();
  const dialog = window.getByRole('dialog', { name: 'Réglages d’impression' });
  const printed = async (count: number): Promise<readonly unknown[]> => {
    await dialog.getByRole('button', { name: 'Imprimer la page d’étalonnage' }).click();
    await expect.poll(async () => (await jobs().catch(() => [])).length, { timeout: 60_000 }).toBe(count);
    return jobs();
  };
  expect(await printed(1)).toEqual([expect.objectContaining({ silent: false })]);
  expect((await jobs())[0]).not.toHaveProperty('deviceName', 'laser-1');

  await dialog.getByRole('combobox', { name: 'Imprimante' }).click();
  await window.getByRole('option', { name: /Laser du bureau/ }).click();
  await dialog.getByRole('checkbox', { name: /^Recto verso/ }).check();
  expect((await printed(2))[1]).toEqual({
    silent: true,
    deviceName: 'laser-1',
    duplexMode: 'longEdge',
    scaleFactor: 100,
  });
});
