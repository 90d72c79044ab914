import { type BrowserWindow, dialog } from 'electron';
import type { ArchiveSummary } from '../../shared/ipc/archive-contract.ts';
import type { IpcFailure, IpcOutcome } from '../../shared/ipc/channel.ts';
import { type ArchiveFailure, archiveFailureText } from '../export/archive-failure.ts';
import { type OpenedArchive, openArchive } from '../export/import-archive.ts';
import type { LedgerParts } from '../ledger/open-parts.ts';

/** « Reprendre une archive »: one archive at a time is looked at, then adopted or put away. */
export interface ArchiveDesk {
  /** Asks for a file and checks all of it; null = the user cancelled the dialog. Nothing of the ledger changes. */
  readonly open: () => Promise<IpcOutcome<ArchiveSummary | null>>;
  /** Stops the checking, or puts the archive that was checked away. */
  readonly close: () => Promise<void>;
  /** Replaces the ledger by the archive that was checked, the present state kept aside as before any restore. */
  readonly adopt: () => Promise<IpcOutcome<null>>;
}

const refused = (failure: ArchiveFailure): { readonly ok: false; readonly error: IpcFailure } => ({
  ok: false,
  error: { kind: failure.kind, message: archiveFailureText(failure) },
});

const askForArchive = async (window: BrowserWindow | undefined): Promise<string | undefined> => {
  const options = {
    title: 'Choisissez une archive d’Acquit',
    properties: ['openFile' as const],
    filters: [
      { name: 'Archives d’Acquit', extensions: ['zip'] },
      { name: 'Tous les fichiers', extensions: ['*'] },
    ],
  };
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? undefined : answer.filePaths[0];
};

/**
 * The archives that the user wants back.
 * @param parts.onProgress share of the archive that was checked, in whole percent.
 */
export const createArchiveDesk = (parts: {
  readonly ledger: () => LedgerParts;
  readonly window: () => BrowserWindow | undefined;
  readonly onProgress: (percent: number) => void;
}): ArchiveDesk => {
  let checking: AbortController | undefined;
  let opened: { readonly archive: OpenedArchive; readonly ledger: LedgerParts } | undefined;

  const close = async (): Promise<void> => {
    checking?.abort();
    const held = opened;
    opened = undefined;
    await held?.archive.discard();
  };

  return {
    close,
    open: async () => {
      await close();
      const path = await askForArchive(parts.window());
      if (path === undefined) return { ok: true, value: null };
      const ledger = parts.ledger();
      const control = new AbortController();
      checking = control;
      let told = -1;
      const archive = await openArchive({
        path,
        stateFolder: ledger.folders.backupState,
        signal: control.signal,
        onProgress: (doneBytes, allBytes) => {
          const percent = allBytes === 0 ? 100 : Math.floor((100 * doneBytes) / allBytes);
          if (percent === told) return;
          told = percent;
          parts.onProgress(percent);
        },
      });
      if (checking === control) checking = undefined;
      if (!archive.ok) return refused(archive.error);
      if (control.signal.aborted) {
        await archive.value.discard();
        return refused({ kind: 'cancelled' });
      }
      opened = { archive: archive.value, ledger };
      return { ok: true, value: archive.value.summary };
    },
    adopt: async () => {
      const held = opened;
      // Another ledger may have been opened since: the archive was not meant for it.
      if (!held || held.ledger !== parts.ledger()) {
        await close();
        return refused({ kind: 'cancelled' });
      }
      opened = undefined;
      const { backups } = held.ledger;
      try {
        const restored = await backups.restore({ kind: 'folder', path: held.archive.folder });
        if (restored.ok) return { ok: true, value: null };
        return {
          ok: false,
          error: { kind: restored.error.kind, message: backups.failureText(restored.error) },
        };
      } finally {
        await held.archive.discard();
      }
    },
  };
};
