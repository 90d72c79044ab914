import { app } from 'electron';
import type { LedgerName, LedgerProblem } from '../../shared/ipc/boot.ts';
import type { IpcFailure, IpcOutcome } from '../../shared/ipc/channel.ts';
import type { LedgerParts } from '../ledger/open-parts.ts';
import type { LetterRenderer } from '../letters/letter-renderer.ts';
import type { PaperDesk } from '../letters/paper-desk.ts';
import { sendTestMessage } from '../mail/test-message.ts';
import type { MirrorFailure } from '../mirror/mirror.ts';
import { mirrorFailureText } from '../mirror/mirror-failure-text.ts';
import { verifyJournal } from '../mirror/verify-journal.ts';
import type { ApplicationClock } from '../settings/application-clock.ts';
import type { LedgerFolders } from '../settings/folders.ts';
import { readPrintSetup } from '../settings/print-setup.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { ArchiveDesk } from '../shell/archive-desk.ts';
import { chooseSecondFolder, exportByChoice, restoreByChoice } from '../shell/backup-dialogs.ts';
import type { CaseDesk } from '../shell/case-desk.ts';
import { askWhereToSave, pickFile, pickFiles, saveFile, writeWhole } from '../shell/file-dialogs.ts';
import type { MainWindow } from '../shell/main-window.ts';
import { openLink, openOwnPath } from '../shell/open-outside.ts';
import { listPrinters, printDocument } from '../shell/print-document.ts';
import { setStartsAtLogin, startsAtLogin } from '../shell/start-at-login.ts';
import { askForWatchedFolder } from '../shell/watched-folder-dialog.ts';
import type { WatchedFolder } from '../watched-folder/watched-folder.ts';
import type { Handlers } from './answer-request.ts';

const done: IpcOutcome<null> = { ok: true, value: null };

const failure = (kind: string, message: string): { readonly ok: false; readonly error: IpcFailure } => ({
  ok: false,
  error: { kind, message },
});

const mirrorFailure = (error: MirrorFailure): { readonly ok: false; readonly error: IpcFailure } =>
  failure(error.kind, mirrorFailureText(error));

/** What the handlers need of the rest of main. */
export interface HandlerParts {
  readonly settings: SettingsStore;
  readonly clock: ApplicationClock;
  readonly window: () => MainWindow;
  readonly ledgerName: () => LedgerName;
  /** Done when the ledger's files are open: what comes first of the page waits for it, all else comes after. */
  readonly ledgerOpened: () => Promise<void>;
  readonly ledger: () => LedgerParts;
  readonly folders: () => LedgerFolders;
  /** The folder watched for files to import, of the ledger that is open. */
  readonly watchedFolder: () => WatchedFolder;
  readonly archives: ArchiveDesk;
  readonly cases: CaseDesk;
  /** Something about the backups is new: what shows them asks again. */
  readonly onBackupDone: () => void;
  readonly openLedger: (name: 'main' | 'demo') => Promise<void>;
  /** Loads the renderer again after a restore. */
  readonly reopenLedger: () => Promise<void>;
  readonly onRendererReady: () => void;
  /** Why the ledger is not open; undefined = it is. */
  readonly ledgerProblem: () => LedgerProblem | undefined;
  /** Makes the damaged outbox journal anew and loads the renderer again. */
  readonly rebuildOutbox: () => Promise<IpcOutcome<null>>;
  readonly onReport: (waiting: number) => void;
  readonly onThemeChange: (theme: 'light' | 'dark' | 'system') => void;
  readonly renderLetters: LetterRenderer;
  readonly previewLetters: LetterRenderer;
  /** Copies, reprints, calibration page and deposit list. */
  readonly paper: PaperDesk;
  readonly renderStatement: Handlers['statementRender'];
  readonly cancelLetters: () => void;
  /** Why the disk of the profile takes nothing; undefined = it does. */
  readonly diskProblem: () => Promise<string | undefined>;
  /** Removes Chromium's database files, a copy kept aside; false = nothing was removed. */
  readonly discardDatabase: () => Promise<boolean>;
  readonly copyText: (text: string) => void;
  readonly temporaryFolder: string;
  readonly logsFolder: string;
  readonly quit: () => void;
}

/** What main does for each channel, in the order of shared/ipc/channels.ts. */
export const createHandlers = (parts: HandlerParts): Handlers => ({
  boot: () => ({
    ok: true,
    value: {
      version: app.getVersion(),
      platform: process.platform,
      ledger: parts.ledgerName(),
      clockOffsetMs: parts.clock.offsetMs(),
      theme: parts.settings.get('theme'),
    },
  }),
  ledgerProblem: async () => {
    await parts.ledgerOpened();
    return { ok: true, value: parts.ledgerProblem() ?? null };
  },
  outboxRebuild: () => parts.rebuildOutbox(),
  rendererReady: () => {
    parts.onRendererReady();
    return done;
  },
  openLedger: async (name) => {
    await parts.openLedger(name);
    return done;
  },
  openExternal: openLink,
  setTheme: (theme) => {
    parts.settings.set('theme', theme);
    parts.onThemeChange(theme);
    return done;
  },
  getAutoStart: () => ({ ok: true, value: startsAtLogin() }),
  setAutoStart: (enabled) => {
    setStartsAtLogin(enabled);
    return done;
  },
  quit: () => {
    parts.quit();
    return done;
  },

  pickFile: (kind) => pickFile(parts.window().browserWindow(), kind),
  pickFiles: () => pickFiles(parts.window().browserWindow()),
  saveFile: ({ suggestedName, bytes }) => saveFile(parts.window().browserWindow(), suggestedName, bytes),
  copyText: (text) => {
    parts.copyText(text);
    return done;
  },
  revealFolder: (which) => {
    // Also while the ledger is not open: its folders are where the user looks then.
    const folders = parts.folders();
    const folder = {
      outbox: folders.outbox,
      documents: folders.documents,
      eml: folders.eml,
      backups: folders.backups,
      logs: parts.logsFolder,
    };
    return openOwnPath(folder[which], true);
  },

  watchedFolderStatus: () => ({ ok: true, value: parts.watchedFolder().status() }),
  watchedFolderChoose: async () => {
    const watched = parts.watchedFolder();
    const path = await askForWatchedFolder(parts.window().browserWindow(), watched.status().folder);
    return { ok: true, value: path === undefined ? null : await watched.choose(path) };
  },
  watchedFolderForget: () => ({ ok: true, value: parts.watchedFolder().forget() }),
  watchedFileRead: async (hash) => {
    const read = await parts.watchedFolder().read(hash);
    return read
      ? { ok: true, value: read }
      : failure(
          'file-gone',
          'Ce fichier n’est plus dans le dossier surveillé, ou il a changé. Il sera proposé à nouveau s’il y revient.',
        );
  },
  watchedFilesDecline: (hashes) => ({ ok: true, value: parts.watchedFolder().decline(hashes) }),

  mirrorStatus: async () => {
    await parts.ledgerOpened();
    return { ok: true, value: parts.ledger().mirror.status() };
  },
  mirrorCreate: async ({ databaseId }) => {
    const created = await parts.ledger().mirror.create(databaseId);
    return created.ok ? created : mirrorFailure(created.error);
  },
  mirrorAppend: async ({ databaseId, changes }) => {
    const appended = await parts.ledger().mirror.append(databaseId, changes);
    return appended.ok ? appended : mirrorFailure(appended.error);
  },
  mirrorRead: async ({ cursor }) => {
    const page = await parts.ledger().mirror.readPage(cursor);
    return page.ok ? page : mirrorFailure(page.error);
  },
  diskProblem: async () => ({ ok: true, value: (await parts.diskProblem()) ?? null }),
  databaseDiscard: async () => {
    const isSafe = parts.ledger().mirror.status().kind === 'ready';
    return isSafe && (await parts.discardDatabase())
      ? done
      : failure('not-discarded', 'La base de travail abîmée n’a pas pu être mise de côté.');
  },
  mirrorReadChanges: async ({ fromSequence, limit }) => {
    const changes = await parts.ledger().mirror.readChanges(fromSequence, limit);
    return changes.ok ? changes : mirrorFailure(changes.error);
  },

  outboxSubmit: (drafts) => parts.ledger().outbox.submit(drafts),
  outboxRecall: ({ keys, reason }) => parts.ledger().outbox.recall(keys, reason),
  outboxList: () => ({ ok: true, value: parts.ledger().outbox.list() }),
  outboxAcknowledge: (keys) => parts.ledger().outbox.acknowledge(keys),
  recheckAnswer: ({ token, answer }) => {
    parts.ledger().rechecks.answer(token, answer);
    return done;
  },

  mailStatus: () => ({ ok: true, value: parts.ledger().mail.settings.status() }),
  mailSave: ({ settings, password }) => parts.ledger().mail.settings.save(settings, password),
  mailTest: () => {
    const { mail } = parts.ledger();
    return sendTestMessage(mail.settings.access, mail.transport, parts.clock);
  },

  documentPut: async (bytes) => {
    const put = await parts.ledger().documents.put(bytes);
    if (put.ok) return { ok: true, value: { hash: put.value } };
    return put.error.kind === 'io'
      ? mirrorFailure(put.error)
      : failure(put.error.kind, 'Le document n’a pas pu être enregistré.');
  },
  documentOpen: async ({ hash, name }) => {
    const copy = await parts.ledger().documents.exportCopy(hash, name, parts.temporaryFolder);
    return copy.ok ? openOwnPath(copy.value, false) : missingDocument;
  },
  documentSaveAs: async ({ hash, suggestedName }) => {
    const read = await parts.ledger().documents.read(hash);
    if (!read.ok) return missingDocument;
    const path = await askWhereToSave(parts.window().browserWindow(), suggestedName);
    return path === undefined ? { ok: true, value: null } : writeWhole(path, read.value);
  },
  documentPrint: ({ hash, name, printer, duplex = false }) =>
    printDocument(`app://acquit/documents/${hash}.pdf`, { title: name, printer, duplex }),
  printers: async () => {
    const window = parts.window().browserWindow();
    return { ok: true, value: window ? await listPrinters(window.webContents) : [] };
  },
  printSetup: () => ({ ok: true, value: readPrintSetup(parts.settings) }),
  printSetupSave: (setup) => {
    parts.settings.set('printing', setup);
    return { ok: true, value: setup };
  },
  calibrationPage: parts.paper.calibrationPage,
  depositListRender: parts.paper.depositList,
  procedureSheetRender: parts.paper.procedureSheet,
  copiesExamine: parts.paper.examineCopies,
  documentExcerpt: parts.paper.excerpt,

  lettersRender: ({ models, extras }) => parts.renderLetters(models, extras),
  letterPreview: (model) => parts.previewLetters([model]),
  statementRender: parts.renderStatement,
  lettersCancel: () => {
    parts.cancelLetters();
    return done;
  },

  schedulerReport: async (report) => {
    await parts.ledger().scheduler.report(report);
    parts.onReport(report.emails + report.letters + report.calls);
    return done;
  },
  schedulerStatus: () => ({ ok: true, value: parts.ledger().scheduler.status() }),
  schedulerTickNow: async () => {
    const { scheduler } = parts.ledger();
    await scheduler.poke('user');
    return { ok: true, value: scheduler.status() };
  },
  schedulerAnswerClock: async (answer) => {
    const { scheduler } = parts.ledger();
    await scheduler.answerClock(answer);
    return { ok: true, value: scheduler.status() };
  },

  backupStatus: async () => ({ ok: true, value: await parts.ledger().backups.status() }),
  backupNow: async () => {
    const { backups } = parts.ledger();
    const made = await backups.backupNow();
    parts.onBackupDone();
    if (!made.ok) return failure(made.error.kind, backups.failureText(made.error));
    return { ok: true, value: await backups.status() };
  },
  backupRehearse: async () => {
    const { backups } = parts.ledger();
    const rehearsed = await backups.rehearse();
    if (!rehearsed.ok) return failure(rehearsed.error.kind, backups.failureText(rehearsed.error));
    parts.onBackupDone();
    return { ok: true, value: await backups.status() };
  },
  backupChooseSecondFolder: async () => {
    const { backups } = parts.ledger();
    const chosen = await chooseSecondFolder(backups, parts.window().browserWindow());
    if (!chosen.ok) return chosen;
    if (!chosen.value) return { ok: true, value: null };
    parts.onBackupDone();
    return { ok: true, value: await backups.status() };
  },
  backupForgetSecondFolder: async () => {
    const { backups } = parts.ledger();
    await backups.forgetSecondFolder();
    parts.onBackupDone();
    return { ok: true, value: await backups.status() };
  },
  backupRestore: async ({ name }) => {
    const restored = await restoreByChoice(parts.ledger(), parts.window().browserWindow(), name);
    if (!restored.ok) return restored;
    if (restored.value) await parts.reopenLedger();
    return { ok: true, value: { restored: restored.value } };
  },
  exportEverything: () => exportByChoice(parts.ledger(), parts.window().browserWindow(), parts.clock),
  caseFileMake: parts.cases.make,
  caseFileCancel: () => {
    parts.cases.cancel();
    return done;
  },
  journalVerify: async () => {
    const { mirror } = parts.ledger();
    const verified = await verifyJournal(mirror.snapshot());
    return verified.ok ? verified : failure(verified.error.kind, verified.error.message);
  },
  archiveOpen: parts.archives.open,
  archiveClose: async () => {
    await parts.archives.close();
    return done;
  },
  archiveAdopt: async () => {
    const adopted = await parts.archives.adopt();
    if (adopted.ok) await parts.reopenLedger();
    return adopted;
  },
});

const missingDocument = failure(
  'missing-document',
  'Ce document n’est plus dans le dossier d’Acquit, ou il est abîmé. Restaurez une sauvegarde pour le retrouver.',
);
