import type { WatchedFile, WatchedFolderStatus } from '../../../shared/ipc/watched-folder-contract.ts';
import type { ImportRecord } from '../../../shared/ledger/history.ts';

/** Files of the watched folder that the ledger has not imported, newest first. */
export const filesToImport = (
  status: WatchedFolderStatus | undefined,
  imports: Iterable<ImportRecord>,
): readonly WatchedFile[] => {
  if (!status || status.files.length === 0) return [];
  const known = new Set<string>();
  for (const { fileHash, fileHashes = [] } of imports) {
    known.add(fileHash);
    for (const hash of fileHashes) known.add(hash);
  }
  return status.files.filter(({ hash }) => !known.has(hash));
};
