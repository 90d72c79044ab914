import type { LedgerParts } from '../../ledger/open-parts.ts';
import type { ApplicationClock } from '../../settings/application-clock.ts';
import { chooseSecondFolder, exportByChoice, restoreByChoice } from '../../shell/backup-dialogs.ts';
import type { MainWindow } from '../../shell/main-window.ts';
import type { Handlers } from '../answer-request.ts';
import { failure } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface BackupParts {
  readonly clock: ApplicationClock;
  readonly window: () => MainWindow;
  readonly ledger: () => LedgerParts;
  /** Something about the backups is new: what shows them asks again. */
  readonly onBackupDone: () => void;
  /** Loads the renderer again after a restore. */
  readonly reopenLedger: () => Promise<void>;
}

/** Backups, and everything as open formats. */
export const backupHandlers = (parts: BackupParts) =>
  ({
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
  }) satisfies Partial<Handlers>;
