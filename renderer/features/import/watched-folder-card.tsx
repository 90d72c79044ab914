import { Button } from '@mantine/core';
import { FolderSearch } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { IpcOutcome } from '../../../shared/ipc/channel.ts';
import type { WatchedFolderStatus } from '../../../shared/ipc/watched-folder-contract.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './watched-files.module.css';
import { watchedFolder } from './watched-folder-store.ts';

const refusedText = ({ refused }: WatchedFolderStatus): string =>
  refused
    .map(({ name, reason }) =>
      reason === 'link' ? `${name} (lien vers un autre fichier)` : `${name} (plus de 100\u00A0Mo)`,
    )
    .join(', ');

/** « Dossier surveillé »: where the user's programs write their exports. */
export const WatchedFolderCard = () => {
  const status = useSyncExternalStore(watchedFolder.subscribe, watchedFolder.current);
  const [isBusy, setIsBusy] = useState(false);
  const ask = async (request: () => Promise<IpcOutcome<WatchedFolderStatus | null>>): Promise<void> => {
    setIsBusy(true);
    const answer = await request();
    setIsBusy(false);
    if (!answer.ok) showRefusal(answer.error.message);
    else if (answer.value) watchedFolder.set(answer.value);
  };
  const isOn = status?.folder !== undefined;
  return (
    <Card title="Dossier surveillé">
      <p className={classes.text}>
        Choisissez le dossier où votre logiciel dépose ses exports{'\u00A0'}: Acquit vous propose d’importer
        chaque nouveau fichier, une seule fois. Il n’y écrit jamais rien.
      </p>
      <div className={classes.notices}>
        {status?.state === 'unreachable' && (
          <Notice tone="caution">
            Ce dossier est introuvable pour le moment (disque débranché ou réseau absent). Acquit le
            retrouvera dès qu’il sera là.
          </Notice>
        )}
        {status && status.refused.length > 0 && (
          <Notice tone="info">
            Jamais lus{'\u00A0'}: {refusedText(status)}.
          </Notice>
        )}
      </div>
      {isOn && (
        <span className={classes.path} title={status.folder}>
          {status.folder}
        </span>
      )}
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={isBusy}
          leftSection={<FolderSearch size={16} aria-hidden="true" />}
          onClick={() => void ask(bridge.watchedFolderChoose)}
        >
          {isOn ? 'Changer de dossier…' : 'Choisir le dossier à surveiller…'}
        </Button>
        {isOn && (
          <Button variant="subtle" disabled={isBusy} onClick={() => void ask(bridge.watchedFolderForget)}>
            Ne plus surveiller
          </Button>
        )}
      </div>
    </Card>
  );
};
