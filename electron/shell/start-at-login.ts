import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

const desktopEntry = (): string => join(app.getPath('appData'), 'autostart', 'acquit.desktop');

/** Is Acquit started, hidden in the tray, when the user logs in? */
export const startsAtLogin = (): { readonly enabled: boolean; readonly supported: boolean } => {
  if (!app.isPackaged) return { enabled: false, supported: false };
  if (process.platform === 'linux') return { enabled: existsSync(desktopEntry()), supported: true };
  return { enabled: app.getLoginItemSettings({ args: ['--hidden'] }).openAtLogin, supported: true };
};

/** Switches the start at login. On Linux by the freedesktop autostart folder, elsewhere by the system's list. */
export const setStartsAtLogin = (enabled: boolean): void => {
  if (!app.isPackaged) return;
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: enabled, args: ['--hidden'] });
    return;
  }
  if (!enabled) {
    rmSync(desktopEntry(), { force: true });
    return;
  }
  mkdirSync(join(app.getPath('appData'), 'autostart'), { recursive: true });
  const executable = process.env.APPIMAGE ?? process.execPath;
  writeFileSync(
    desktopEntry(),
    `[Desktop Entry]\nType=Application\nName=Acquit\nExec="${executable}" --hidden\nX-GNOME-Autostart-enabled=true\n`,
  );
};
