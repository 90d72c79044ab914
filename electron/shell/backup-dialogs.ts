import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { businessDay, type Clock } from '../../shared/dates/clock.ts';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import type { Backups } from '../backup/backup.ts';
import { exportEverything } from '../export/export-everything.ts';
import { exportFailureText } from '../export/export-failure-text.ts';
import type { LedgerParts } from '../ledger/open-parts.ts';
import { askWhereToSave } from './file-dialogs.ts';

/** Restores the named backup, or the folder that the user shows; false = he cancelled. */
export const restoreByChoice = async (
  ledger: LedgerParts,
  window: BrowserWindow | undefined,
  name: string | undefined,
): Promise<IpcOutcome<boolean>> => {
  let choice: Parameters<LedgerParts['backups']['restore']>[0];
  if (name !== undefined) choice = { kind: 'listed', name };
  else {
    const options = {
      title: 'Choisissez le dossier d’une sauvegarde',
      defaultPath: ledger.folders.backups,
      properties: ['openDirectory' as const],
    };
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    const path = answer.filePaths[0];
    if (answer.canceled || path === undefined) return { ok: true, value: false };
    choice = { kind: 'folder', path };
  }
  const restored = await ledger.backups.restore(choice);
  return restored.ok
    ? { ok: true, value: true }
    : {
        ok: false,
        error: { kind: restored.error.kind, message: ledger.backups.failureText(restored.error) },
      };
};

/** Exports everything to a ZIP where the user says; null = he cancelled. */
export const exportByChoice = async (
  ledger: LedgerParts,
  window: BrowserWindow | undefined,
  clock: Clock,
): Promise<IpcOutcome<string | null>> => {
  const path = await askWhereToSave(window, `Acquit ${businessDay(clock.nowMs())}.zip`);
  if (path === undefined) return { ok: true, value: null };
  const exported = await exportEverything({
    mirror: ledger.mirror,
    documents: ledger.documents,
    outboxPath: ledger.outboxPath,
    path,
    clock,
  });
  return exported.ok
    ? { ok: true, value: basename(path) }
    : { ok: false, error: { kind: exported.error.kind, message: exportFailureText(exported.error) } };
};

/** Asks for the second folder and takes it; false = the user cancelled. */
export const chooseSecondFolder = async (
  backups: Backups,
  window: BrowserWindow | undefined,
): Promise<IpcOutcome<boolean>> => {
  const options = {
    title: 'Choisissez un dossier sur un autre disque, pour une copie de chaque sauvegarde',
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  const path = answer.filePaths[0];
  if (answer.canceled || path === undefined) return { ok: true, value: false };
  const chosen = await backups.chooseSecondFolder(path);
  return chosen.ok
    ? { ok: true, value: true }
    : { ok: false, error: { kind: chosen.error.kind, message: backups.failureText(chosen.error) } };
};
