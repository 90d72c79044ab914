import { join } from 'node:path';
import { type Clock, instantOf } from '../../shared/dates/clock.ts';
import { isWorkingDay } from '../../shared/dates/working-days.ts';
import type { LedgerName } from '../../shared/ipc/boot.ts';
import type { OutboxEntry } from '../../shared/ipc/outbox-contract.ts';
import type { SchedulerTick } from '../../shared/ipc/scheduler-contract.ts';
import { fail } from '../../shared/result.ts';
import { type Backups, createBackups } from '../backup/backup.ts';
import { type DocumentStore, openDocumentStore } from '../documents/document-store.ts';
import type { MailSettingsKeeper } from '../mail/mail-settings.ts';
import { type MailParts, openMailParts } from '../mail/open-mail-parts.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import { type Outbox, openOutbox } from '../outbox/outbox.ts';
import { outboxJournalFormat, outboxJournalName } from '../outbox/outbox-journal.ts';
import { rebuildOutbox } from '../outbox/rebuild-outbox.ts';
import { openScheduler, type Scheduler } from '../scheduler/scheduler.ts';
import type { LedgerFolders } from '../settings/folders.ts';
import { approvedEmails } from './approved-emails.ts';
import { type PendingRechecks, pendingRechecks } from './pending-rechecks.ts';

/** What main holds of the ledger that is open. */
export interface LedgerParts {
  readonly name: LedgerName;
  readonly folders: LedgerFolders;
  readonly mirror: Mirror;
  readonly documents: DocumentStore;
  readonly outbox: Outbox;
  readonly mail: MailParts;
  readonly scheduler: Scheduler;
  readonly rechecks: PendingRechecks;
  readonly backups: Backups;
  /** Full path of the outbox journal, for backups and exports. */
  readonly outboxPath: string;
  readonly close: () => Promise<void>;
}

/** Why a ledger could not be opened: the sentence the user reads. */
export interface OpenPartsFailure {
  readonly kind: string;
  readonly message: string;
  /** The way out where the outbox journal is damaged or missing: makes a new one that sends nothing twice. */
  readonly rebuildOutbox?: () => ReturnType<typeof rebuildOutbox>;
}

/** Opens mirror, documents, outbox and scheduler of a ledger. The outbox and scheduler are started later. */
export const openLedgerParts = async (options: {
  readonly name: LedgerName;
  readonly folders: LedgerFolders;
  readonly clock: Clock;
  readonly mailSettings: MailSettingsKeeper;
  readonly extraCertificate: string | undefined;
  readonly onTick: (tick: SchedulerTick) => void;
  readonly onOutboxChanged: (entries: readonly OutboxEntry[]) => void;
  readonly onOutboxProblem: (message: string | undefined) => void;
  readonly onRecheck: (question: { token: string; key: string }) => void;
  readonly notify: (text: string) => void;
}): Promise<
  | { readonly ok: true; readonly value: LedgerParts }
  | { readonly ok: false; readonly error: OpenPartsFailure }
> => {
  const { name, folders, clock } = options;
  const mirror = await openMirror({ folder: folders.mirror, clock });
  if (!mirror.ok)
    return {
      ok: false,
      error: {
        kind: mirror.error.kind,
        message:
          'Le dossier de données d’Acquit n’a pas pu être lu. Vérifiez que le disque est branché et qu’il n’est pas protégé, puis relancez Acquit.',
      },
    };
  const documents = await openDocumentStore({ folder: folders.documents });
  if (!documents.ok)
    return {
      ok: false,
      error: { kind: documents.error.kind, message: 'Le dossier des documents n’a pas pu être lu.' },
    };
  const mail = openMailParts({
    settings: options.mailSettings,
    emlFolder: folders.eml,
    clock,
    documents: documents.value,
    extraCertificate: options.extraCertificate,
  });
  const scheduler = await openScheduler({
    folder: folders.scheduler,
    clock,
    tick: (day, at) => options.onTick({ day, at }),
    notify: options.notify,
    isWorkingDay: (day) => isWorkingDay(day, 'metropole'),
  });
  const rechecks = pendingRechecks(options.onRecheck);
  const outbox = await openOutbox({
    folder: folders.outbox,
    // The journal is made before the mirror: where there is a mirror, there was a journal.
    mustExist: mirror.value.status().kind !== 'empty',
    clock,
    documents: documents.value,
    compose: mail.compose,
    transport: mail.transport,
    recheck: rechecks.ask,
    onChange: options.onOutboxChanged,
    onProblem: options.onOutboxProblem,
    onHold: () => scheduler.status().clockWarning !== undefined,
  });
  if (!outbox.ok) {
    const approved = await approvedEmails(mirror.value);
    await scheduler.stop();
    await mirror.value.close();
    return outbox.error.kind === 'damaged'
      ? fail({
          ...outbox.error,
          rebuildOutbox: () =>
            rebuildOutbox({
              folder: folders.outbox,
              backupsFolder: folders.backups,
              approved,
              at: instantOf(clock.nowMs()),
            }),
        })
      : outbox;
  }
  const outboxPath = join(folders.outbox, outboxJournalName);
  const backups = createBackups({
    mirror: mirror.value,
    documents: documents.value,
    outbox: {
      ...outboxJournalFormat,
      path: outboxPath,
      knownKeys: () => new Set(outbox.value.list().map(({ key }) => key)),
      adopt: outbox.value.adopt,
    },
    folder: folders.backups,
    stateFolder: folders.backupState,
    clock,
  });
  return {
    ok: true,
    value: {
      name,
      backups,
      outboxPath,
      folders,
      mirror: mirror.value,
      documents: documents.value,
      outbox: outbox.value,
      mail,
      scheduler,
      rechecks,
      close: async () => {
        await scheduler.stop();
        await outbox.value.stop();
        await mirror.value.close();
      },
    },
  };
};
