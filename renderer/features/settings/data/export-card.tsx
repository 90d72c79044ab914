import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ArchiveRestore, FileArchive, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { showRefusal } from '../../../application/use-run.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import { ArchiveDialog } from '../../archive/archive-dialog.tsx';
import classes from './data.module.css';

/** Everything in open formats, and the folders that ordinary programs can read. */
export const ExportCard = () => {
  const [busy, setBusy] = useState(false);
  const [takingBack, setTakingBack] = useState(false);
  const exportAll = async (): Promise<void> => {
    setBusy(true);
    const answer = await bridge.exportEverything();
    setBusy(false);
    if (!answer.ok) showRefusal(answer.error.message);
    else if (answer.value !== null)
      notifications.show({ message: `«\u00A0${answer.value}\u00A0» enregistré`, autoClose: 6000 });
  };
  return (
    <Card title="Export et dossiers">
      <p className={classes.text}>
        Un seul fichier ZIP contient tout{'\u00A0'}: vos données en CSV et JSON, vos courriers en PDF, vos
        e-mails en EML. Il s’ouvre sans Acquit, et Acquit sait le reprendre en entier, sur cet ordinateur ou
        sur un autre.
      </p>
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={busy}
          leftSection={<FileArchive size={16} aria-hidden="true" />}
          onClick={() => void exportAll()}
        >
          Tout exporter (ZIP)…
        </Button>
        <Button
          variant="default"
          leftSection={<ArchiveRestore size={16} aria-hidden="true" />}
          onClick={() => setTakingBack(true)}
        >
          Reprendre une archive…
        </Button>
        <Button
          variant="default"
          leftSection={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => void bridge.revealFolder('documents')}
        >
          Ouvrir le dossier des documents
        </Button>
        <Button
          variant="default"
          leftSection={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => void bridge.revealFolder('eml')}
        >
          Ouvrir le dossier des e-mails
        </Button>
      </div>
      <ArchiveDialog opened={takingBack} onClose={() => setTakingBack(false)} />
    </Card>
  );
};
