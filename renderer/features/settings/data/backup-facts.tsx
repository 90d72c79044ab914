import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BackupRehearsal, BackupStatus } from '../../../../shared/ipc/scheduler-contract.ts';
import classes from './data.module.css';
import { momentText } from './data-text.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('fr-FR')}\u00A0${count < 2 ? one : many}`;

const rehearsalText = (rehearsal: BackupRehearsal | undefined): string => {
  if (rehearsal === undefined) return 'Pas encore faite.';
  const { at, outcome } = rehearsal;
  if (outcome.kind === 'failed') return `Le ${momentText(at)}\u00A0: échec.`;
  const since =
    outcome.changesSince === 0
      ? 'rien n’a changé depuis'
      : `${counted(outcome.changesSince, 'modification faite', 'modifications faites')} depuis`;
  return `Le ${momentText(at)}\u00A0: réussie. ${counted(outcome.rows, 'ligne', 'lignes')} et ${counted(outcome.documents, 'document', 'documents')} retrouvés, ${since}.`;
};

const secondText = ({ second }: BackupStatus): ReactNode => {
  if (second === undefined) return 'Aucun.';
  const copied =
    second.lastAt === undefined
      ? 'Pas encore de copie.'
      : `Copie relue de la sauvegarde du ${momentText(second.lastAt)}.`;
  return (
    <>
      <span className={classes.path} title={second.folder}>
        {second.folder}
      </span>
      {copied}
    </>
  );
};

/** When the last backup was made and checked, where its copy lies, and when a restore was last rehearsed. */
export const BackupFacts = ({
  status,
  busy,
  onRehearse,
  onChooseFolder,
  onForgetFolder,
}: {
  readonly status: BackupStatus;
  readonly busy: 'backup' | 'rehearsal' | 'folder' | undefined;
  readonly onRehearse: () => void;
  readonly onChooseFolder: () => void;
  readonly onForgetFolder: () => void;
}) => (
  <dl className={classes.backupFacts}>
    <div>
      <dt>Dernière sauvegarde</dt>
      <dd>
        {status.lastAt === undefined
          ? 'Aucune pour l’instant.'
          : `Le ${momentText(status.lastAt)}${status.verified ? ', relue et vérifiée' : ''}.`}
        <span className={classes.path} title={status.folder}>
          {status.folder}
        </span>
      </dd>
    </div>
    <div>
      <dt>Second dossier</dt>
      <dd>{secondText(status)}</dd>
      <dd className={classes.factActions}>
        <Button size="compact-sm" variant="default" loading={busy === 'folder'} onClick={onChooseFolder}>
          {status.second === undefined ? 'Choisir un dossier…' : 'Changer…'}
        </Button>
        {status.second !== undefined && (
          <Button size="compact-sm" variant="subtle" disabled={busy !== undefined} onClick={onForgetFolder}>
            Ne plus copier
          </Button>
        )}
      </dd>
    </div>
    <div>
      <dt>Répétition de restauration</dt>
      <dd>{rehearsalText(status.rehearsal)}</dd>
      <dd className={classes.factActions}>
        <Button
          size="compact-sm"
          variant="default"
          loading={busy === 'rehearsal'}
          disabled={status.backups.length === 0}
          title="Ouvre la dernière sauvegarde à part, compte et compare, sans rien modifier"
          onClick={onRehearse}
        >
          Répéter maintenant
        </Button>
      </dd>
    </div>
  </dl>
);
