import { Button } from '@mantine/core';
import type { BackupStatus } from '../../../../shared/ipc/scheduler-contract.ts';
import tableClasses from '../../../ui/plain-table.module.css';
import classes from './data.module.css';
import { momentText, sizeText } from './data-text.ts';

type ListedBackup = BackupStatus['backups'][number];

/** The backups that can be restored, the newest first. */
export const BackupTable = ({
  backups,
  onRestore,
}: {
  readonly backups: readonly ListedBackup[];
  readonly onRestore: (backup: ListedBackup) => void;
}) => (
  <div className={classes.scroller}>
    <table className={tableClasses.table}>
      <caption className="visually-hidden">Sauvegardes, la plus récente d’abord</caption>
      <colgroup>
        <col style={{ width: 192 }} />
        <col />
        <col style={{ width: 120 }} />
        <col style={{ width: 96 }} />
        <col style={{ width: 128 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Faite le</th>
          <th scope="col">État gardé</th>
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
        {backups.map((backup) => (
          <tr key={backup.name} data-row>
            <td className="figures" title={backup.name}>
              {momentText(backup.at)}
            </td>
            <td>{backup.kind === 'regular' ? 'Vérifié' : 'Avant restauration, vérifié'}</td>
            <td className={`figures ${tableClasses.amount}`}>{backup.sequence.toLocaleString('fr-FR')}</td>
            <td className={`figures ${tableClasses.amount}`}>{sizeText(backup.bytes)}</td>
            <td className={tableClasses.amount}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Restaurer la sauvegarde du ${momentText(backup.at)}`}
                onClick={() => onRestore(backup)}
              >
                Restaurer…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
