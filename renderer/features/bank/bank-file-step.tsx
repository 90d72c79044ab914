import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { FolderOpen, Landmark } from 'lucide-react';
import { useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';
import classes from './bank-import.module.css';
import { bankFileOf } from './handed-files.ts';
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
      <Dropzone
        openRef={pick}
        onDrop={(files) => bankImport.choose(files.map(bankFileOf))}
        onReject={() => bankImport.refuse('Les dossiers ne peuvent pas être importés. Déposez les fichiers.')}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        className={classes.drop ?? ''}
        inputProps={{ 'aria-label': 'Fichiers de relevé bancaire', tabIndex: -1 }}
        tabIndex={-1}
      >
        <Landmark size={40} strokeWidth={1.25} aria-hidden="true" className={classes.icon} />
        <p className={classes.dropTitle}>Déposez ici vos relevés bancaires</p>
        <p className={classes.dropText}>
          CFONB 120, CAMT.053, OFX, MT940, CSV ou Excel, tels que votre banque les donne. Plusieurs fichiers,
          plusieurs comptes et des périodes qui se recouvrent ne posent pas de problème : aucun mouvement
          n’est compté deux fois.
        </p>
        <Button
          leftSection={<FolderOpen size={16} aria-hidden="true" />}
          onClick={() => pick.current?.()}
          data-autofocus
        >
          Choisir des fichiers
        </Button>
      </Dropzone>
    </div>
  );
};
