import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { MainEventName, MainEvents } from '../../shared/ipc/events.ts';
import { applicationOrigin } from '../security/app-protocol.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { minimumHeight, minimumWidth, usablePlacement } from './window-placement.ts';

/** The one window of the application. Closing it hides it: the scheduler needs its renderer. */
export interface MainWindow {
  readonly contentsId: () => number | undefined;
  readonly browserWindow: () => BrowserWindow | undefined;
  readonly show: () => void;
  readonly isVisible: () => boolean;
  readonly reload: () => void;
  /** Ends the page that is shown; nothing of it can reach main any more when this is done. */
  readonly unload: () => Promise<void>;
  readonly send: <Name extends MainEventName>(name: Name, payload: MainEvents[Name]) => void;
  /** Lets the window close for good. */
  readonly release: () => void;
}

export const createMainWindow = (options: {
  readonly settings: SettingsStore;
  readonly iconPath: string;
  readonly preloadPath: string;
  readonly address: string;
  readonly startHidden: boolean;
  readonly onHidden: () => void;
  readonly onFocus: () => void;
  readonly onCrash: (reason: string) => void;
}): MainWindow => {
  const { settings } = options;
  let window: BrowserWindow | undefined;
  let mayClose = false;
  let mayShow = !options.startHidden;
  let crashes = 0;

  const remember = (): void => {
    if (!window || window.isMinimized()) return;
    settings.set('window', { ...window.getNormalBounds(), maximised: window.isMaximized() });
  };

  const create = (): void => {
    const placement = usablePlacement(
      settings.get('window'),
      screen.getAllDisplays().map((display) => display.workArea),
    );
    window = new BrowserWindow({
      ...placement,
      minWidth: minimumWidth,
      minHeight: minimumHeight,
      show: false,
      title: 'Acquit',
      icon: options.iconPath,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181f' : '#f7f6f3',
      autoHideMenuBar: true,
      webPreferences: {
        preload: options.preloadPath,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        plugins: true,
        spellcheck: true,
        backgroundThrottling: false,
        devTools: true,
      },
    });
    if (placement.maximised) window.maximize();
    window.once('ready-to-show', () => {
      if (mayShow) window?.show();
    });
    window.on('close', (event) => {
      remember();
      if (mayClose) return;
      event.preventDefault();
      window?.hide();
      options.onHidden();
    });
    // Windows ends the session: a window that only hid would hold the shutdown up.
    window.on('session-end', () => {
      mayClose = true;
    });
    window.on('focus', options.onFocus);
    window.webContents.on('render-process-gone', (_event, details) => {
      options.onCrash(details.reason);
      if (details.reason === 'clean-exit' || mayClose) return;
      crashes += 1;
      const delayMs = Math.min(30_000, 500 * 2 ** crashes);
      setTimeout(() => window?.webContents.reload(), delayMs);
    });
    window.webContents.on('did-finish-load', () => {
      crashes = 0;
    });
    void window.loadURL(options.address);
  };

  create();

  return {
    contentsId: () => (window?.isDestroyed() ? undefined : window?.webContents.id),
    browserWindow: () => (window?.isDestroyed() ? undefined : window),
    show: () => {
      mayShow = true;
      if (!window || window.isDestroyed()) create();
      if (window?.isMinimized()) window.restore();
      window?.show();
      window?.focus();
    },
    isVisible: () => window?.isVisible() ?? false,
    reload: () => {
      void window?.loadURL(options.address);
    },
    unload: async () => {
      await window?.loadURL(`${applicationOrigin}/empty.html`);
    },
    send: (name, payload) => {
      if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload);
    },
    release: () => {
      mayClose = true;
      remember();
    },
  };
};

/** Where the built preload script lies beside main. */
export const preloadPathBeside = (folder: string): string => join(folder, 'preload.cjs');

/** True for an address of the application itself (or of its development server). */
export const isOwnAddress = (address: string, developmentServer: string | undefined): boolean =>
  address.startsWith(`${applicationOrigin}/`) ||
  (developmentServer !== undefined && address.startsWith(developmentServer));
