import { Button, Group, Loader, Progress, Text } from '@mantine/core';
import { DatabaseBackup, ShieldAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bridge } from '../bridge/bridge.ts';
import type { OpenFailure } from '../db/open-ledger.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { OutboxRepair } from './outbox-repair.tsx';
import type { StartState } from './start.ts';

const refusals: Readonly<Record<OpenFailure, { readonly title: string; readonly text: string }>> = {
  'newer-database': {
    title: 'Ces données viennent d’une version plus récente d’Acquit',
    text: 'Installez la dernière version d’Acquit pour les ouvrir. Rien n’a été modifié ni supprimé.',
  },
  'newer-mirror': {
    title: 'La copie de vos données vient d’une version plus récente d’Acquit',
    text: 'Installez la dernière version d’Acquit pour l’ouvrir. Rien n’a été modifié ni supprimé.',
  },
  'damaged-mirror': {
    title: 'La copie de sécurité de vos données est abîmée',
    text: 'Acquit s’est arrêté avant de toucher à quoi que ce soit. Restaurez une sauvegarde, ou contactez la personne qui s’occupe de votre ordinateur\u00A0: le fichier est dans le dossier des sauvegardes.',
  },
  'unreadable-database': {
    title: 'Vos données ne peuvent pas être lues',
    text: 'Acquit s’est arrêté avant de toucher à quoi que ce soit. Redémarrez l’ordinateur, puis recommencez. Si rien ne change, restaurez une sauvegarde.',
  },
  'database-blocked': {
    title: 'Vos données sont ouvertes ailleurs',
    text: 'Fermez l’autre fenêtre d’Acquit, puis recommencez.',
  },
};

/** What is seen before the ledger is open. A quick start shows nothing at all. */
export const StartScreen = ({ state }: { readonly state: Exclude<StartState, { kind: 'open' }> }) => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, []);
  if (state.kind === 'refused') {
    const { title, text } = refusals[state.reason];
    return (
      <main>
        <EmptyState
          icon={ShieldAlert}
          title={title}
          action={
            <Group>
              {(state.reason === 'damaged-mirror' || state.reason === 'unreadable-database') && (
                <Button onClick={() => void bridge.backupRestore({})}>Restaurer une sauvegarde…</Button>
              )}
              <Button variant="default" onClick={() => void bridge.revealFolder('backups')}>
                Ouvrir le dossier des sauvegardes
              </Button>
              <Button variant="default" onClick={() => void bridge.quit()}>
                Quitter
              </Button>
            </Group>
          }
        >
          {text}
        </EmptyState>
      </main>
    );
  }
  if (state.kind === 'problem') return <OutboxRepair problem={state.problem} />;
  if (state.kind === 'restoring')
    return (
      <main>
        <EmptyState icon={DatabaseBackup} title="Vos données sont rétablies depuis leur copie">
          <Text size="sm" mb="sm">
            La base de travail était vide ou abîmée. Rien n’est perdu.
          </Text>
          <Progress
            value={state.allRows === 0 ? 100 : (100 * state.doneRows) / state.allRows}
            aria-label="Avancement"
            w={320}
          />
        </EmptyState>
      </main>
    );
  return slow ? (
    <main style={{ display: 'grid', placeItems: 'center', height: '100%' }}>
      <Loader aria-label="Ouverture de vos données" />
    </main>
  ) : null;
};
