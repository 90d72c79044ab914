import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { BackupStatus } from '../../../../shared/ipc/scheduler-contract.ts';
import { showRefusal } from '../../../application/use-run.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import tableClasses from '../../../ui/plain-table.module.css';
import classes from './data.module.css';
import { momentText, sizeText } from './data-text.ts';
import { type RestoreChoice, RestoreDialog } from './restore-dialog.tsx';

const lastBackupText = ({ lastAt, verified }: BackupStatus): string =>
  lastAt === undefined
    ? 'Aucune sauvegarde n’a encore été faite. Acquit en fait une par jour d’utilisation.'
    : `Dernière sauvegarde le ${momentText(lastAt)}${verified ? ', relue et vérifiée' : ''}. Acquit en fait une par jour d’utilisation.`;

/** Backups made, one more, and back to one of them. */
export const BackupCard = ({
  status,
  onStatus,
}: {
  readonly status: BackupStatus;
  readonly onStatus: (status: BackupStatus) => void;
}) => {
  const [busy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState<RestoreChoice>();
  const backUp = async (): Promise<void> => {
    setBusy(true);
    const answer = await bridge.backupNow();
    setBusy(false);
    if (!answer.ok) return showRefusal(answer.error.message);
    onStatus(answer.value);
    notifications.show({ message: 'Sauvegarde faite et vérifiée', autoClose: 5000 });
  };
  return (
    <Card title="Sauvegardes">
      <div className={classes.lead}>
        <p>{lastBackupText(status)}</p>
        <Button loading={busy} onClick={() => void backUp()}>
          Sauvegarder maintenant
        </Button>
      </div>
      {status.problem !== undefined && <Notice tone="alert">{status.problem}</Notice>}
      {status.backups.length > 0 && (
        <div className={classes.scroller}>
          <table className={tableClasses.table}>
            <caption className="visually-hidden">Sauvegardes, la plus récente d’abord</caption>
            <thead>
              <tr>
                <th scope="col">Faite le</th>
                <th scope="col" className={tableClasses.amount}>
                  Modifications
                </th>
                <th scope="col" className={tableClasses.amount}>
                  Taille
                </th>
                <th scope="col">
                  <span className="visually-hidden">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {status.backups.map((backup) => (
                <tr key={backup.name} data-row>
                  <td className="figures" title={backup.name}>
                    {momentText(backup.at)}
                  </td>
                  <td className={`figures ${tableClasses.amount}`}>
                    {backup.sequence.toLocaleString('fr-FR')}
                  </td>
                  <td className={`figures ${tableClasses.amount}`}>{sizeText(backup.bytes)}</td>
                  <td className={tableClasses.amount}>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`Restaurer la sauvegarde du ${momentText(backup.at)}`}
                      onClick={() => setRestoring({ kind: 'listed', name: backup.name, at: backup.at })}
                    >
                      Restaurer…
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={() => setRestoring({ kind: 'folder' })}>
          Restaurer depuis un dossier…
        </Button>
        <Button
          variant="default"
          leftSection={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => void bridge.revealFolder('backups')}
        >
          Ouvrir le dossier des sauvegardes
        </Button>
      </div>
      <RestoreDialog choice={restoring} onClose={() => setRestoring(undefined)} />
    </Card>
  );
};
