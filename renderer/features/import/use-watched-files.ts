import { useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { WatchedFile } from '../../../shared/ipc/watched-folder-contract.ts';
import type { ChosenFile } from '../../application/chosen-file.ts';
import { handedToImport } from '../../application/handed-files.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { filesToImport } from './watched-files.ts';
import { watchedFolder } from './watched-folder-store.ts';

const chosen = ({ name, size, hash }: WatchedFile): ChosenFile => ({
  name,
  size,
  bytes: async () => {
    const answer = await bridge.watchedFileRead(hash);
    if (!answer.ok) {
      showRefusal(answer.error.message);
      throw new Error(answer.error.message);
    }
    return answer.value.bytes;
  },
});

/** New files of the watched folder, and what can be done with them. */
export const useWatchedFiles = () => {
  const { imports } = useLedger();
  const [, go] = useLocation();
  const status = useSyncExternalStore(watchedFolder.subscribe, watchedFolder.current);
  const files = useMemo(() => filesToImport(status, imports.values()), [status, imports]);
  return {
    status,
    files,
    importFiles: (wanted: readonly WatchedFile[]): void => {
      handedToImport.hand(wanted.map(chosen));
      go(places.import);
    },
    decline: async (wanted: readonly WatchedFile[]): Promise<void> => {
      const answer = await bridge.watchedFilesDecline(wanted.map(({ hash }) => hash));
      if (answer.ok) watchedFolder.set(answer.value);
      else showRefusal(answer.error.message);
    },
  };
};
