import type { LedgerFolders } from '../../settings/folders.ts';
import { pickFile, pickFiles, saveFile } from '../../shell/file-dialogs.ts';
import type { MainWindow } from '../../shell/main-window.ts';
import { openLink, openOwnPath } from '../../shell/open-outside.ts';
import type { Handlers } from '../answer-request.ts';
import { done } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface FileParts {
  readonly window: () => MainWindow;
  readonly folders: () => LedgerFolders;
  readonly copyText: (text: string) => void;
  readonly logsFolder: string;
}

/** Files and folders outside of Acquit: chosen, saved and shown by dialogs of the system. */
export const fileHandlers = (parts: FileParts) =>
  ({
    pickFile: (kind) => pickFile(parts.window().browserWindow(), kind),
    pickFiles: () => pickFiles(parts.window().browserWindow()),
    saveFile: ({ suggestedName, bytes }) => saveFile(parts.window().browserWindow(), suggestedName, bytes),
    copyText: (text) => {
      parts.copyText(text);
      return done;
    },
    openExternal: openLink,
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
  }) satisfies Partial<Handlers>;
