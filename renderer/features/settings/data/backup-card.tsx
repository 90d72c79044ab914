import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { backupWarnings } from '../../../../shared/insight/backup-health.ts';
import type { IpcOutcome } from '../../../../shared/ipc/channel.ts';
import type { BackupStatus } from '../../../../shared/ipc/scheduler-contract.ts';
import { showRefusal } from '../../../application/use-run.tsx';
import { clock } from '../../../bridge/application-clock.ts';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { BackupFacts } from './backup-facts.tsx';
import { BackupTable } from './backup-table.tsx';
import classes from './data.module.css';
import { type RestoreChoice, RestoreDialog } from './restore-dialog.tsx';

/** Backups made, when and whether they were read again; one more, a rehearsal, and back to one of them. */
export const BackupCard = ({
  status,
  onStatus,
}: {
  readonly status: BackupStatus;
  readonly onStatus: (status: BackupStatus) => void;
}) => {
  const [busy, setBusy] = useState<'backup' | 'rehearsal' | 'folder'>();
  const [restoring, setRestoring] = useState<RestoreChoice>();
  const ask = async (
    what: 'backup' | 'rehearsal' | 'folder',
    wish: () => Promise<IpcOutcome<BackupStatus | null>>,
    told: (status: BackupStatus) => string | undefined,
  ): Promise<void> => {
    setBusy(what);
    const answer = await wish();
    setBusy(undefined);
    if (!answer.ok) return showRefusal(answer.error.message);
    if (answer.value === null) return;
    onStatus(answer.value);
    const message = told(answer.value);
    if (message !== undefined) notifications.show({ message, autoClose: 6000 });
  };
  return (
    <Card title="Sauvegardes">
      <div className={classes.lead}>
        <p>
          Acquit en fait une par jour d’utilisation, la relit et la compare à vos données. Les plus anciennes
          s’effacent{'\u00A0'}: il en reste une par jour, par semaine et par mois.
        </p>
        <Button
          loading={busy === 'backup'}
          onClick={() => void ask('backup', bridge.backupNow, () => 'Sauvegarde faite et vérifiée')}
        >
          Sauvegarder maintenant
        </Button>
      </div>
      <div className={classes.warnings}>
        {backupWarnings(status, clock.nowMs()).map(({ kind, tone, text }) => (
          <Notice key={kind} tone={tone}>
            {text}
          </Notice>
        ))}
      </div>
      <BackupFacts
        status={status}
        busy={busy}
        onRehearse={() =>
          void ask('rehearsal', bridge.backupRehearse, ({ rehearsal }) =>
            rehearsal?.outcome.kind === 'passed'
              ? 'Répétition réussie\u00A0: rien n’a été modifié.'
              : undefined,
          )
        }
        onChooseFolder={() =>
          void ask('folder', bridge.backupChooseSecondFolder, ({ second }) =>
            second?.lastAt === undefined
              ? 'Second dossier choisi'
              : 'Second dossier choisi\u00A0: une copie vient d’y être faite et relue.',
          )
        }
        onForgetFolder={() =>
          void ask(
            'folder',
            bridge.backupForgetSecondFolder,
            () => 'Plus de second dossier. Les copies qui s’y trouvent y restent.',
          )
        }
      />
      {status.backups.length > 0 && (
        <BackupTable
          backups={status.backups}
          onRestore={({ name, at }) => setRestoring({ kind: 'listed', name, at })}
        />
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
