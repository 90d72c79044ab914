import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, clipboard, dialog, nativeTheme, powerMonitor, safeStorage, session } from 'electron';
import log from 'electron-log/main.js';
import { businessTime, instantOf } from '../shared/dates/clock.ts';
import type { LedgerName } from '../shared/ipc/boot.ts';
import type { IpcOutcome } from '../shared/ipc/channel.ts';
import type { LetterLayout } from '../shared/letters/letter-document.ts';
import { layoutOf } from '../shared/letters/print-setup.ts';
import { type BackupKeeper, keepBackups } from './backup/daily-backup.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { type LedgerParts, type OpenPartsFailure, openLedgerParts } from './ledger/open-parts.ts';
import { createLetterRenderer } from './letters/letter-renderer.ts';
import { createPaperDesk } from './letters/paper-desk.ts';
import { createPreviewCache } from './letters/preview-cache.ts';
import { createStatementRenderer } from './letters/statement-renderer.ts';
import { threadedPress } from './letters/threaded-press.ts';
import { keepMailSettings } from './mail/mail-settings.ts';
import { discardDatabase } from './mirror/discard-database.ts';
import { diskProblem } from './mirror/disk-problem.ts';
import { followWakeUps } from './scheduler/wake-ups.ts';
import { applicationOrigin, registerApplicationScheme, serveApplication } from './security/app-protocol.ts';
import { denyPermissions, lockDownContents } from './security/lock-down.ts';
import { applicationClock } from './settings/application-clock.ts';
import { demoMailSettings } from './settings/demo-mail-settings.ts';
import { ledgerFolders } from './settings/folders.ts';
import { launchOptions } from './settings/launch-options.ts';
import { readPrintSetup } from './settings/print-setup.ts';
import { openSettings } from './settings/settings-store.ts';
import { createArchiveDesk } from './shell/archive-desk.ts';
import { createCaseDesk } from './shell/case-desk.ts';
import { notify } from './shell/desktop-notification.ts';
import { createMainWindow, isOwnAddress, type MainWindow, preloadPathBeside } from './shell/main-window.ts';
import { openLink } from './shell/open-outside.ts';
import { createTrayIcon } from './shell/tray-icon.ts';
import { openWatchedFolder, type WatchedFolder } from './watched-folder/watched-folder.ts';
import { watchedFolderMemory } from './watched-folder/watched-folder-memory.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../../..');
const options = launchOptions(process.argv.slice(1), app.isPackaged);
const developmentServer = app.isPackaged ? undefined : process.env.ACQUIT_DEV_SERVER_URL;

app.setName('Acquit');
app.setAppUserModelId('fr.acquit.app');
if (options.profile !== undefined) app.setPath('userData', resolve(options.profile));
registerApplicationScheme();

// Two applications must never write the same files: the second start shows the first and ends.
if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  void app.whenReady().then(run);
}

async function run(): Promise<void> {
  const profile = app.getPath('userData');
  const logsFolder = join(profile, 'logs');
  log.transports.file.resolvePathFn = () => join(logsFolder, 'acquit.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = app.isPackaged ? false : 'warn';
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (error) => log.error('unhandled', error));

  const settings = openSettings(profile);
  const clock = applicationClock(options.clockFile);
  const userDocuments = options.profile === undefined ? app.getPath('documents') : undefined;
  const extraCertificate =
    options.extraCertificate === undefined ? undefined : await readFile(options.extraCertificate, 'utf8');
  nativeTheme.themeSource = settings.get('theme');

  let window: MainWindow | undefined;
  let ledger: LedgerParts | undefined;
  let backupKeeper: BackupKeeper | undefined;
  let letterBatch: AbortController | undefined;
  let quitting = false;
  const currentWindow = (): MainWindow => required(window);
  const currentLedger = (): LedgerParts => required(ledger);

  const secrets = {
    // On Linux without a key ring Chromium only scrambles with a fixed password: that is no protection.
    isAvailable: () =>
      safeStorage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    encrypt: (text: string) => new Uint8Array(safeStorage.encryptString(text)),
    decrypt: (bytes: Uint8Array) => safeStorage.decryptString(Buffer.from(bytes)),
  };

  const openWatch = (name: LedgerName): WatchedFolder => {
    const watched: WatchedFolder = openWatchedFolder({
      memory: watchedFolderMemory(settings, name),
      onChange: () => window?.send('watchedFolderChanged', watched.status()),
    });
    return watched;
  };

  const onBackupDone = (): void => window?.send('backupDone', { at: instantOf(clock.nowMs()) });

  /** Why the ledger waits for the user's decision. */
  let problem: OpenPartsFailure | undefined;

  const openParts = async (name: LedgerName): Promise<void> => {
    const folders = ledgerFolders(profile, name, userDocuments);
    const opened = await openLedgerParts({
      name,
      folders,
      clock,
      // The demonstration never uses the user's mail server, nor his settings.
      mailSettings:
        name === 'demo' ? demoMailSettings(folders.eml) : keepMailSettings(settings, secrets, folders.eml),
      extraCertificate,
      onTick: (tick) => window?.send('schedulerTick', tick),
      onOutboxChanged: (entries) => window?.send('outboxChanged', entries),
      onOutboxProblem: (message) => window?.send('outboxProblem', { message }),
      onRecheck: (question) => window?.send('recheckRequest', question),
      notify: (text) =>
        notify('Acquit', text, () => {
          window?.show();
          window?.send('navigate', 'reminders');
        }),
    });
    problem = undefined;
    if (!opened.ok && opened.error.rebuildOutbox) {
      problem = opened.error;
      ledger = undefined;
      return;
    }
    if (!opened.ok) {
      dialog.showErrorBox('Acquit ne peut pas ouvrir vos données', opened.error.message);
      app.exit(1);
      return;
    }
    ledger = opened.value;
    const { backups } = opened.value;
    backupKeeper = keepBackups({
      backups,
      clock,
      onChange: onBackupDone,
      onFailure: (failure) => {
        log.warn('backup', failure);
        notify('La sauvegarde n’a pas pu être faite', backups.failureText(failure), () => window?.show());
      },
    });
  };

  const rebuildOutbox = async (): Promise<IpcOutcome<null>> => {
    const rebuilt = await problem?.rebuildOutbox?.();
    if (rebuilt && !rebuilt.ok) return rebuilt;
    if (rebuilt) log.warn(`outbox journal rebuilt, ${rebuilt.value.doubtful} messages in doubt`);
    await switchTo(ledgerName);
    return { ok: true, value: null };
  };

  const switchTo = async (name: LedgerName): Promise<void> => {
    // First the page, then its ledger: what the demonstration approved must never meet the real outbox.
    await window?.unload();
    await ledger?.close();
    watchedFolder.stop();
    ledgerName = name;
    watchedFolder = openWatch(name);
    opening = openParts(name);
    await opening;
    window?.reload();
  };

  // The journal is verified while the window is made and the page opens its database.
  let ledgerName: LedgerName = options.demo ? 'demo' : 'main';
  let opening = openParts(ledgerName);
  let watchedFolder = openWatch(ledgerName);

  const letterLayout = (): LetterLayout => layoutOf(readPrintSetup(settings));
  const previews = createPreviewCache(64);
  const readDocument = async (hash: string): Promise<Uint8Array | undefined> => {
    const preview = previews.get(hash);
    if (preview) return preview;
    const read = await currentLedger().documents.read(hash);
    return read.ok ? read.value : undefined;
  };
  serveApplication(session.defaultSession, join(root, 'out/build/renderer'), readDocument);
  denyPermissions(session.defaultSession);
  lockDownContents(
    (address) => isOwnAddress(address, developmentServer),
    (link) => void openLink(link),
  );
  const origin = developmentServer === undefined ? applicationOrigin : new URL(developmentServer).origin;
  registerHandlers(
    createHandlers({
      settings,
      clock,
      window: currentWindow,
      ledgerName: () => ledgerName,
      ledgerOpened: () => opening,
      ledger: currentLedger,
      folders: () => ledgerFolders(profile, ledgerName, userDocuments),
      ledgerProblem: () => problem && { kind: 'damaged-outbox', message: problem.message },
      rebuildOutbox,
      watchedFolder: () => watchedFolder,
      archives: createArchiveDesk({
        ledger: currentLedger,
        window: () => window?.browserWindow(),
        onProgress: (percent) => window?.send('archiveProgress', { percent }),
      }),
      cases: createCaseDesk({
        ledger: currentLedger,
        window: () => window?.browserWindow(),
        fontsFolder: join(root, 'assets/fonts'),
        clock,
        onProgress: (done, total) => window?.send('caseFileProgress', { done, total }),
      }),
      onBackupDone,
      openLedger: switchTo,
      reopenLedger: () => switchTo(ledgerName),
      onRendererReady: () => {
        const { outbox, scheduler } = currentLedger();
        outbox.start();
        scheduler.start();
        writeFileSync(join(profile, 'started.json'), JSON.stringify({ startedAt: new Date().toISOString() }));
        void takeScreenshot();
      },
      onReport: (waiting) => {
        tray.update(waiting);
        // A backup of a day that is in question would pass for the newest one later.
        if (currentLedger().scheduler.status().clockWarning === undefined) void backupKeeper?.run();
        window?.send('schedulerReported', { at: instantOf(clock.nowMs()) });
      },
      onThemeChange: (theme) => {
        nativeTheme.themeSource = theme;
      },
      renderLetters: createLetterRenderer({
        fontsFolder: join(root, 'assets/fonts'),
        documents: () => currentLedger().documents,
        layout: letterLayout,
        press: threadedPress(join(here, 'letter-worker.js'), Math.min(3, availableParallelism()), (reason) =>
          log.warn('letters set on the main thread', reason),
        ),
        onProgress: (done, total) => window?.send('letterProgress', { done, total }),
        signal: () => {
          letterBatch = new AbortController();
          return letterBatch.signal;
        },
      }),
      previewLetters: createLetterRenderer({
        fontsFolder: join(root, 'assets/fonts'),
        documents: () => ({ read: currentLedger().documents.read, put: previews.put }),
        layout: letterLayout,
      }),
      paper: createPaperDesk({
        fontsFolder: join(root, 'assets/fonts'),
        documents: () => currentLedger().documents,
        previews,
        today: () => businessTime(clock.nowMs()).day,
      }),
      renderStatement: createStatementRenderer({
        fontsFolder: join(root, 'assets/fonts'),
        put: previews.put,
      }),
      cancelLetters: () => letterBatch?.abort(),
      diskProblem: () => diskProblem(profile),
      discardDatabase: () =>
        discardDatabase(profile, () => session.defaultSession.clearStorageData({ storages: ['indexdb'] })),
      copyText: (text) => clipboard.writeText(text),
      temporaryFolder: join(profile, 'ouverts'),
      logsFolder,
      quit: () => app.quit(),
    }),
    () => ({ contentsId: window?.contentsId(), origin }),
    (channel, error) => log.error(`channel ${channel}`, error),
  );

  const icons = join(root, 'assets/icons');
  const tray = createTrayIcon({
    iconPath: join(icons, 'tray/tray.png'),
    waitingIconPath: join(icons, 'tray/tray-waiting.png'),
    onOpen: () => window?.show(),
    onQueue: () => {
      window?.show();
      window?.send('navigate', 'reminders');
    },
    onQuit: () => app.quit(),
  });

  window = createMainWindow({
    settings,
    iconPath: join(icons, 'app/256x256.png'),
    preloadPath: preloadPathBeside(here),
    address: developmentServer ?? `${applicationOrigin}/`,
    startHidden: options.hidden,
    onHidden: () => {
      if (settings.get('trayExplained')) return;
      settings.set('trayExplained', true);
      const text =
        'Acquit continue dans la zone de notification, pour préparer vos relances. Cliquez sur son icône pour le rouvrir ; « Quitter » l’arrête.';
      tray.explain(text);
      if (process.platform !== 'win32') notify('Acquit reste ouvert', text, () => window?.show());
    },
    onFocus: () => {
      void ledger?.scheduler.poke('focus');
      void watchedFolder.look();
    },
    onCrash: (reason) => log.error(`renderer gone: ${reason}`),
  });

  app.on('second-instance', (_event, words) => {
    if (!words.includes('--hidden')) window?.show();
  });
  app.on('activate', () => window?.show());
  followWakeUps(powerMonitor, (reason) => void ledger?.scheduler.poke(reason));
  if (options.clockFile !== undefined) followTestClock();

  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    window?.release();
    if (quitting) return;
    event.preventDefault();
    quitting = true;
    // A disk that hangs must not keep the application from ending: everything acknowledged is synced already.
    const patience = new Promise((settle) => setTimeout(settle, 5000));
    void Promise.race([ledger?.close(), patience]).finally(() => app.quit());
  });

  /** Tells the renderer when a test moves the time, as a sleep or a change of date would. */
  function followTestClock(): void {
    let known = clock.offsetMs();
    setInterval(() => {
      const offsetMs = clock.offsetMs();
      if (Math.abs(offsetMs - known) < 1000) return;
      known = offsetMs;
      window?.send('clockChanged', { offsetMs });
      void ledger?.scheduler.poke('date-change');
    }, 250).unref();
  }

  /** `npm start` without a screen shows what the user would see. */
  async function takeScreenshot(): Promise<void> {
    const path = app.isPackaged ? undefined : process.env.ACQUIT_SCREENSHOT;
    const shown = window?.browserWindow();
    if (path === undefined || path === '' || !shown) return;
    await new Promise((settle) => setTimeout(settle, 1500));
    const picture = await shown.webContents.capturePage();
    mkdirSync(resolve(root, path, '..'), { recursive: true });
    await writeFile(resolve(root, path), picture.toPNG());
    process.stdout.write(`Screenshot written: ${path}\n`);
  }
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('used before the application was composed');
  return value;
}
