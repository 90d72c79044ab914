import { Button } from '@mantine/core';
import { FolderOpen, Landmark } from 'lucide-react';
import { useRef } from 'react';
import { chosenFileOf } from '../../application/chosen-file.ts';
import { DropArea } from '../../ui/drop-area.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './bank-import.module.css';
import type { BankImport } from './use-bank-import.ts';

/** First step: the files of the bank, dropped or picked. */
export const BankFileStep = ({
  bankImport,
  message,
}: {
  readonly bankImport: BankImport;
  readonly message: string | undefined;
}) => {
  const pick = useRef<() => void>(null);
  return (
    <div className={classes.step}>
      {message !== undefined && <Notice tone="alert">{message}</Notice>}
      <DropArea
        label="Fichiers de relevé bancaire"
        title="Déposez ici vos relevés bancaires"
        icon={Landmark}
        openRef={pick}
        onFiles={(files) => bankImport.choose(files.map(chosenFileOf))}
        onReject={() => bankImport.refuse('Les dossiers ne peuvent pas être importés. Déposez les fichiers.')}
      >
        <p className={classes.dropText}>
          CFONB 120, CAMT.053, OFX, MT940, CSV ou Excel, tels que votre banque les donne. Plusieurs fichiers,
          plusieurs comptes et des périodes qui se recouvrent ne posent pas de problème&nbsp;: aucun mouvement
          n’est compté deux fois.
        </p>
        <Button
          leftSection={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => pick.current?.()}
          data-autofocus
        >
          Choisir des fichiers
        </Button>
      </DropArea>
    </div>
  );
};
