import { Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import { tableNames } from '../../../../shared/ledger/ledger.ts';
import { useBoot, useLedger, useOpenLedger } from '../../../application/ledger-context.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProfilesCard } from '../../import/profiles-card.tsx';
import { WatchedFolderCard } from '../../import/watched-folder-card.tsx';
import { useAsked } from '../use-asked.ts';
import { BackupCard } from './backup-card.tsx';
import classes from './data.module.css';
import { ExportCard } from './export-card.tsx';

const askBackupStatus = () => bridge.backupStatus();
const askMirrorStatus = () => bridge.mirrorStatus();

const countText = (count: number): string => count.toLocaleString('fr-FR');

/** What a technician asks on the phone. */
const TechnicalFacts = () => {
  const ledger = useLedger();
  const boot = useBoot();
  const open = useOpenLedger();
  const { asked } = useAsked(askMirrorStatus);
  const rows = tableNames.reduce((sum, table) => sum + ledger[table].size, 0);
  const copied =
    asked.kind === 'ready' && asked.value.kind === 'ready' ? countText(asked.value.lastSequence) : '…';
  const facts: readonly (readonly [string, string])[] = [
    ['Version', boot.version],
    [
      'Société',
      boot.ledger === 'demo' ? 'Démonstration' : settingsOf(ledger, 'company').name || 'À compléter',
    ],
    ['Dernière modification', `n°\u00A0${countText(ledger.sequence)}`],
    ['Copie de sécurité', `à jour jusqu’au n°\u00A0${copied}`],
    ['Lignes', countText(rows)],
    ['Base', open.database.name],
  ];
  return (
    <Card
      title="Informations techniques"
      actions={
        <Button size="compact-sm" variant="default" onClick={() => void bridge.revealFolder('logs')}>
          Ouvrir le journal technique
        </Button>
      }
    >
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};

/** « Données »: backups, restore, export, folders. */
export const DataSection = () => {
  const { asked, refresh, set } = useAsked(askBackupStatus);
  useEffect(() => bridge.on('backupDone', refresh), [refresh]);
  return (
    <div className={classes.stack}>
      {asked.kind === 'loading' && <Loader size="sm" aria-label="Lecture des sauvegardes" />}
      {asked.kind === 'failed' && <Notice tone="alert">{asked.message}</Notice>}
      {asked.kind === 'ready' && <BackupCard status={asked.value} onStatus={set} />}
      <WatchedFolderCard />
      <ProfilesCard />
      <ExportCard />
      <TechnicalFacts />
    </div>
  );
};
