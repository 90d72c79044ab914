import type { ElectronApplication } from '@playwright/test';

/** The file that the next « Ouvrir » dialogs of the system answer; no test can click in those. */
export const answerOpenDialog = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);

/** The path that the next « Enregistrer sous » dialogs of the system answer. */
export const answerSaveDialog = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);

/**
 * Keeps the system's programs out of the test: files and links that the application opens, and pages that it
 * prints, are only noted. `seen` answers them in order.
 */
export const noteWhatIsOpened = async (
  app: ElectronApplication,
): Promise<{ readonly seen: () => Promise<readonly string[]> }> => {
  await app.evaluate(({ app: electronApp, shell }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'openedBySystem', seen);
    shell.openPath = async (path) => {
      seen.push(`open ${path}`);
      return '';
    };
    shell.openExternal = async (address) => {
      seen.push(`link ${address}`);
    };
    electronApp.on('browser-window-created', (_event, window) => {
      window.webContents.print = (_options, done) => {
        seen.push(`print ${window.webContents.getURL()}`);
        done?.(true, '');
        window.destroy();
      };
    });
  });
  return {
    seen: () => app.evaluate(() => (Reflect.get(globalThis, 'openedBySystem') as string[] | undefined) ?? []),
  };
};
