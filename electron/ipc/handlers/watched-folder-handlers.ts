import type { MainWindow } from '../../shell/main-window.ts';
import { askForWatchedFolder } from '../../shell/watched-folder-dialog.ts';
import type { WatchedFolder } from '../../watched-folder/watched-folder.ts';
import type { Handlers } from '../answer-request.ts';
import { failure } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface WatchedFolderParts {
  readonly window: () => MainWindow;
  /** The folder watched for files to import, of the ledger that is open. */
  readonly watchedFolder: () => WatchedFolder;
}

/** The folder that is watched for files to import. */
export const watchedFolderHandlers = (parts: WatchedFolderParts) =>
  ({
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
  }) satisfies Partial<Handlers>;
