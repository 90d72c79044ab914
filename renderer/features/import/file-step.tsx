import { Button, Group } from '@mantine/core';
import { ClipboardPaste, FileInput, FolderOpen, Folders } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { chosenBytes, chosenFileOf } from '../../application/chosen-file.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useSaveFile } from '../../application/use-save-file.ts';
import { bridge } from '../../bridge/bridge.ts';
import { DropArea } from '../../ui/drop-area.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sampleCsv } from '../ageing/sample-csv.ts';
import classes from './file-step.module.css';
import { ImportHistory } from './import-history.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import choiceClasses from './reading-choices.module.css';
import { ReadingChoices } from './reading-choices.tsx';
import { RefusedFiles } from './refused-files.tsx';
import type { ImportWizard, WizardPhase } from './wizard-phase.ts';

const editsText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [role="dialog"]') !== null;

/** First step: files dropped, picked or pasted. What cannot be read is said with what to do about it. */
export const FileStep = ({
  wizard,
  phase,
}: {
  readonly wizard: ImportWizard;
  readonly phase: Extract<WizardPhase, { kind: 'choose' }>;
}) => {
  const today = useToday();
  const save = useSaveFile();
  const [pasting, setPasting] = useState(false);
  const folderInput = useRef<HTMLInputElement>(null);
  const pasted = (text: string): void =>
    wizard.choose([chosenBytes(`Tableau collé le ${formatDay(today)}`, new TextEncoder().encode(text))]);

  const take = useRef<(data: DataTransfer) => void>(undefined);
  take.current = (data) => {
    const text = data.getData('text/plain');
    if (text.trim() !== '') pasted(text);
    else if (data.files.length > 0) wizard.choose([...data.files].map(chosenFileOf));
  };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.clipboardData && !editsText(event.target)) take.current?.(event.clipboardData);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);

  const pick = async (): Promise<void> => {
    const answer = await bridge.pickFiles();
    if (!answer.ok) wizard.refuse(answer.error.message);
    else if (answer.value) wizard.choose(answer.value.map(({ name, bytes }) => chosenBytes(name, bytes)));
  };

  return (
    <div className={classes.step}>
      {phase.message !== undefined && (
        <Notice tone="alert">
          {phase.unreadable && <strong>« {phase.unreadable.fileName} » : </strong>}
          {phase.message}
        </Notice>
      )}
      {phase.refused && phase.refused.length > 0 && <RefusedFiles files={phase.refused} />}
      {phase.unreadable?.reading && (
        <div className={choiceClasses.choices}>
          <ReadingChoices options={phase.unreadable.options} onChange={wizard.reread} />
        </div>
      )}
      <DropArea
        label="Fichiers à importer"
        title="Déposez ici vos fichiers"
        icon={FileInput}
        onFiles={(files) => files.length > 0 && wizard.choose(files.map(chosenFileOf))}
        onReject={() => wizard.refuse('Ce dépôt n’a pas pu être lu. Choisissez les fichiers avec le bouton.')}
      >
        <ul className={classes.kinds} aria-label="Ce qui peut être importé">
          <li>Liste de factures (CSV, Excel)</li>
          <li>Export comptable (FEC)</li>
          <li>Factures électroniques (Factur-X, UBL), ZIP ou dossier de PDF</li>
          <li>Contacts (vCard, CSV)</li>
          <li>Relevé bancaire</li>
          <li>E-mails reçus ou revenus (.eml)</li>
        </ul>
        <Group justify="center" gap="sm">
          <Button
            leftSection={<FolderOpen size={16} aria-hidden="true" />}
            onClick={() => void pick()}
            data-autofocus
          >
            Choisir des fichiers
          </Button>
          <Button
            variant="default"
            leftSection={<Folders size={16} aria-hidden="true" />}
            onClick={() => folderInput.current?.click()}
          >
            Choisir un dossier
          </Button>
          <Button
            variant="default"
            leftSection={<ClipboardPaste size={16} aria-hidden="true" />}
            onClick={() => setPasting(true)}
          >
            Coller depuis Excel
          </Button>
        </Group>
      </DropArea>
      <input
        ref={folderInput}
        type="file"
        // The attribute by which Chromium lets a folder be chosen; React knows no property for it.
        {...{ webkitdirectory: '' }}
        multiple
        hidden
        aria-label="Dossier à importer"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])].map(chosenFileOf);
          event.currentTarget.value = '';
          if (files.length > 0) wizard.choose(files);
          else wizard.refuse('Ce dossier ne contient aucun fichier.');
        }}
      />
      <p className={classes.sample}>
        Pas de fichier sous la main ?{' '}
        <button
          type="button"
          className={classes.link}
          onClick={() => void save('Exemple de factures.csv', new TextEncoder().encode(sampleCsv))}
        >
          Téléchargez un fichier d’exemple
        </button>
        .
      </p>
      <ImportHistory />
      <PasteDialog opened={pasting} onClose={() => setPasting(false)} onPaste={pasted} />
    </div>
  );
};
