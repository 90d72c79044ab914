import { z } from 'zod';
import type { Change } from '../ledger/change.ts';
import type { ArchiveSummary } from './archive-contract.ts';
import type { BootInfo, LedgerProblem } from './boot.ts';
import { caseFileRequest, type MadeCaseFile } from './case-contract.ts';
import { channel, type RequestOf, type ResponseOf } from './channel.ts';
import type { VerifiedJournal } from './journal-contract.ts';
import { letterModel, type RenderedBatch } from './letter-contract.ts';
import { type MailStatus, mailSettings } from './mail-contract.ts';
import { appendRequest, type MirrorPage, type MirrorStatus } from './mirror-contract.ts';
import { type OutboxEntry, outboxDraft } from './outbox-contract.ts';
import {
  batchExtras,
  depositList,
  type ExaminedCopy,
  excerptPart,
  type MadePdf,
  type Printer,
  type PrintSetup,
  printSetup,
} from './print-contract.ts';
import { procedureSheet } from './procedure-sheet-contract.ts';
import { type BackupStatus, type SchedulerStatus, schedulerReport } from './scheduler-contract.ts';
import { printedStatement, type RenderedStatement } from './statement-print-contract.ts';
import type { WatchedFolderStatus } from './watched-folder-contract.ts';

const nothing = z.undefined();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= 100 * 1024 * 1024);
const keys = z.array(z.string().min(1).max(600)).max(10_000);

/** Every request the renderer can make of main. One map, so that both ends are typed by the same lines. */
export const channels = {
  /** Ledger, version, clock offset: the first question. */
  boot: channel<BootInfo>()(nothing),
  /** Why the ledger cannot be opened although its files are there (French); null = it can. Asked before anything else of it. */
  ledgerProblem: channel<LedgerProblem | null>()(nothing),
  /** Makes the damaged journal of the outbox anew; the renderer is loaded again. */
  outboxRebuild: channel<null>()(nothing),
  /** The screen is usable: main writes `started.json`, shows the window, starts the scheduler. */
  rendererReady: channel<null>()(nothing),
  /** Leaves this ledger for another; the renderer is loaded again. */
  openLedger: channel<null>()(z.enum(['main', 'demo'])),
  /** Opens an https or mailto link in the system's program. */
  openExternal: channel<null>()(z.string().max(2000)),
  setTheme: channel<null>()(z.enum(['light', 'dark', 'system'])),
  getAutoStart: channel<{ readonly enabled: boolean; readonly supported: boolean }>()(nothing),
  setAutoStart: channel<null>()(z.boolean()),
  quit: channel<null>()(nothing),

  /** System dialog; null = cancelled. */
  pickFile: channel<{ readonly name: string; readonly bytes: Uint8Array } | null>()(
    z.enum(['image', 'document']),
  ),
  /** System dialog for one or more files to import; null = cancelled. */
  pickFiles: channel<readonly { readonly name: string; readonly bytes: Uint8Array }[] | null>()(nothing),
  /** Saves bytes where the user says; null = cancelled, else the file's name. */
  saveFile: channel<string | null>()(z.object({ suggestedName: z.string().min(1).max(200), bytes })),
  copyText: channel<null>()(z.string().max(20_000_000)),
  revealFolder: channel<null>()(z.enum(['documents', 'eml', 'backups', 'logs', 'outbox'])),

  watchedFolderStatus: channel<WatchedFolderStatus>()(nothing),
  /** Asks by dialog for the folder to watch; null = cancelled. */
  watchedFolderChoose: channel<WatchedFolderStatus | null>()(nothing),
  watchedFolderForget: channel<WatchedFolderStatus>()(nothing),
  /** A file that waits there, by its hash. */
  watchedFileRead: channel<{ readonly name: string; readonly bytes: Uint8Array }>()(hash),
  /** Never offers these files again. */
  watchedFilesDecline: channel<WatchedFolderStatus>()(z.array(hash).min(1).max(500)),

  mirrorStatus: channel<MirrorStatus>()(nothing),
  /** Starts a mirror for a new database. */
  mirrorCreate: channel<MirrorStatus>()(z.object({ databaseId: z.string().min(8).max(80) })),
  /** Answered only when the changes are on disk. */
  mirrorAppend: channel<{ readonly lastSequence: number }>()(appendRequest),
  /** State of all rows after the last change, by pages of `cursor`. */
  mirrorRead: channel<MirrorPage>()(z.object({ cursor: z.int().nonnegative() })),
  /** Why the disk takes nothing at the moment (French); null = it does. */
  diskProblem: channel<string | null>()(nothing),
  /** Chromium cannot even delete the broken database: main removes its files. Refused without a mirror. */
  databaseDiscard: channel<null>()(nothing),
  /** Changes as they were appended, in order: the journal of a restored database. */
  mirrorReadChanges: channel<readonly Change[]>()(
    z.object({ fromSequence: z.int().positive(), limit: z.int().positive().max(500) }),
  ),

  /** Writes intents; answered when they are on disk. Known keys are left as they are. */
  outboxSubmit: channel<readonly OutboxEntry[]>()(z.array(outboxDraft).min(1).max(2000)),
  /** Takes back what has not been attempted; answers the keys taken back. */
  outboxRecall: channel<readonly string[]>()(z.object({ keys, reason: z.string().max(300) })),
  outboxList: channel<readonly OutboxEntry[]>()(nothing),
  /** The ledger holds these results now. */
  outboxAcknowledge: channel<null>()(keys),
  /** Answer to a `recheckRequest`. */
  recheckAnswer: channel<null>()(
    z.object({
      token: z.string().max(80),
      answer: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('send') }),
        z.object({ kind: z.literal('drop'), reason: z.string().max(300) }),
      ]),
    }),
  ),

  mailStatus: channel<MailStatus>()(nothing),
  /** Password undefined = keep the one stored; empty = forget it. */
  mailSave: channel<MailStatus>()(
    z.object({ settings: mailSettings, password: z.string().max(500).optional() }),
  ),
  /** « Envoyer un e-mail d’essai » to the sender's own address; answers the server's words. */
  mailTest: channel<{ readonly serverReply: string }>()(nothing),

  documentPut: channel<{ readonly hash: string }>()(bytes),
  /** Opens in the system's program under a readable name. */
  documentOpen: channel<null>()(z.object({ hash, name: z.string().min(1).max(200) })),
  /** A copy of a kept document, or of one that is kept for a while; null = the user cancelled the dialog. */
  documentSaveAs: channel<string | null>()(z.object({ hash, suggestedName: z.string().min(1).max(200) })),
  /** Prints a PDF: to the printer named, without asking, or through the system dialog. */
  documentPrint: channel<null>()(
    z.object({
      hash,
      name: z.string().min(1).max(200),
      printer: z.string().min(1).max(300).optional(),
      duplex: z.boolean().optional(),
    }),
  ),
  /** Printers of this PC. */
  printers: channel<readonly Printer[]>()(nothing),
  /** Envelope, printer, offsets and order of batches on this PC. */
  printSetup: channel<PrintSetup>()(nothing),
  printSetupSave: channel<PrintSetup>()(printSetup),
  /** A page that shows where a printer and an envelope put the address, by a setup not saved yet. */
  calibrationPage: channel<MadePdf>()(printSetup),
  /** Bordereau récapitulatif de dépôt, kept in the document store. */
  depositListRender: channel<MadePdf>()(depositList),
  /** Data of a procedure as a PDF to print or to save, kept for a while. */
  procedureSheetRender: channel<MadePdf>()(procedureSheet),
  /** Which files can be appended to letters, and why the others cannot. */
  copiesExamine: channel<readonly ExaminedCopy[]>()(z.array(hash).max(2000)),
  /** Pages of kept PDFs again, as one PDF that is kept for a while. */
  documentExcerpt: channel<MadePdf>()(z.array(excerptPart).min(1).max(1000)),

  /** One PDF of all letters and one of each, in the document store. */
  lettersRender: channel<RenderedBatch>()(
    z.object({ models: z.array(letterModel).min(1).max(1000), extras: batchExtras }),
  ),
  /** The same for one letter that is only looked at: shown under `app://` for a while, kept nowhere. */
  letterPreview: channel<RenderedBatch>()(letterModel),
  /** A décompte that is looked at, printed or saved: shown under `app://` for a while, kept nowhere. */
  statementRender: channel<RenderedStatement>()(printedStatement),
  /** Stops the batch that is being rendered; `lettersRender` then answers `cancelled`. */
  lettersCancel: channel<null>()(nothing),

  schedulerReport: channel<null>()(schedulerReport),
  schedulerStatus: channel<SchedulerStatus>()(nothing),
  /** A tick now, at the user's wish; answers how the scheduler stands after it. */
  schedulerTickNow: channel<SchedulerStatus>()(nothing),
  /** « La date est juste », or « Elle est fausse »: answers how the scheduler stands then. */
  schedulerAnswerClock: channel<SchedulerStatus>()(z.enum(['right', 'wrong'])),

  backupStatus: channel<BackupStatus>()(nothing),
  backupNow: channel<BackupStatus>()(nothing),
  /** Opens the last backup in a temporary place, counts and compares; nothing is changed. */
  backupRehearse: channel<BackupStatus>()(nothing),
  /** Asks by dialog for the second folder and copies the last backup to it; null = cancelled. */
  backupChooseSecondFolder: channel<BackupStatus | null>()(nothing),
  backupForgetSecondFolder: channel<BackupStatus>()(nothing),
  /** Asks for a backup by dialog (or takes the named one), keeps the present state aside, restores, loads the renderer again. */
  backupRestore: channel<{ readonly restored: boolean }>()(
    z.object({ name: z.string().max(200).optional() }),
  ),
  /** Everything as a ZIP of JSON, CSV, PDF and EML; null = cancelled. */
  exportEverything: channel<string | null>()(nothing),
  /** « Dossier contentieux » as a ZIP where the user says; null = cancelled in the dialog. Progress by `caseFileProgress`. */
  caseFileMake: channel<MadeCaseFile | null>()(caseFileRequest),
  caseFileCancel: channel<null>()(nothing),
  /** « Vérifier le journal »: the whole chain, read from the disk. */
  journalVerify: channel<VerifiedJournal>()(nothing),
  /** « Reprendre une archive »: asks for the ZIP and checks all of it; null = cancelled. Changes nothing. */
  archiveOpen: channel<ArchiveSummary | null>()(nothing),
  /** Stops the checking, or puts away what was checked. */
  archiveClose: channel<null>()(nothing),
  /** Replaces the ledger by the archive that was checked; the renderer is loaded again. */
  archiveAdopt: channel<null>()(nothing),
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type ChannelRequest<Name extends ChannelName> = RequestOf<Channels[Name]>;
export type ChannelResponse<Name extends ChannelName> = ResponseOf<Channels[Name]>;
