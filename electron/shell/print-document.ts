import { BrowserWindow } from 'electron';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';

/**
 * Prints a PDF of the document store through the system's dialog. The viewer window is shown, because the
 * dialog of some systems belongs to a visible window, and closed afterwards.
 */
export const printDocument = async (address: string, title: string): Promise<IpcOutcome<null>> => {
  const viewer = new BrowserWindow({
    width: 900,
    height: 1000,
    title,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true },
  });
  try {
    await viewer.loadURL(address);
  } catch {
    viewer.destroy();
    return {
      ok: false,
      error: {
        kind: 'not-shown',
        message: 'Le document n’a pas pu être affiché. Enregistrez-le, puis imprimez-le.',
      },
    };
  }
  viewer.webContents.print({ silent: false, printBackground: true }, () => undefined);
  return { ok: true, value: null };
};
