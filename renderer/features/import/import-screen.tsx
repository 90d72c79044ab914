import { Loader, Stepper } from '@mantine/core';
import { handedToImport } from '../../application/handed-files.ts';
import { useHandedFiles } from '../../application/use-handed-files.ts';
import { Page } from '../../ui/page.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ContactsStep } from './contacts-step.tsx';
import { DocumentsStep } from './documents-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FecStep } from './fec-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportProgress } from './import-progress.tsx';
import classes from './import-screen.module.css';
import { LifeCycleStep } from './life-cycle-step.tsx';
import { MailsStep } from './mails-step.tsx';
import { useImportWizard } from './use-import-wizard.ts';
import type { WizardPhase } from './wizard-phase.ts';

const stepOf = ({ kind }: WizardPhase): number => {
  switch (kind) {
    case 'choose':
    case 'reading':
      return 0;
    case 'columns':
    case 'documents':
    case 'fec':
      return 1;
    case 'check':
    case 'contacts':
    case 'life-cycle':
    case 'mails':
      return 2;
    case 'importing':
      return 3;
    case 'done':
      return 4;
  }
};

/** « Importer »: files, what is in them, check, result; then the history of imports. */
export const ImportScreen = () => {
  const wizard = useImportWizard();
  const { phase, choose } = wizard;
  useHandedFiles(handedToImport, (files) => choose(files, files.length === 1));
  return (
    <Page
      title="Importer"
      lead="Acquit reconnaît ce que contient un fichier et n’écrit rien avant que vous ayez vérifié."
    >
      <Stepper
        active={stepOf(phase)}
        size="xs"
        allowNextStepsSelect={false}
        className={classes.steps ?? ''}
        classNames={{ separator: classes.separator ?? '' }}
      >
        {['Fichier', 'Contenu', 'Vérification', 'Import'].map((label) => (
          <Stepper.Step key={label} label={label} component="div" tabIndex={-1} />
        ))}
      </Stepper>
      {phase.kind === 'choose' && <FileStep wizard={wizard} phase={phase} />}
      {phase.kind === 'reading' && (
        <p className={classes.reading} role="status">
          <Loader size="sm" aria-hidden="true" /> Lecture de « {phase.fileName} »…
          {phase.all !== undefined && phase.all > 1 && (
            <span className="figures">
              {phase.done} sur {phase.all}
            </span>
          )}
        </p>
      )}
      {phase.kind === 'columns' && (
        <ColumnsStep wizard={wizard} draft={phase.draft} message={phase.message} />
      )}
      {phase.kind === 'documents' && (
        <DocumentsStep wizard={wizard} draft={phase.draft} refused={phase.refused} />
      )}
      {phase.kind === 'fec' && <FecStep wizard={wizard} draft={phase.draft} />}
      {phase.kind === 'contacts' && <ContactsStep wizard={wizard} draft={phase.contacts} />}
      {phase.kind === 'life-cycle' && <LifeCycleStep wizard={wizard} draft={phase.lifeCycle} />}
      {phase.kind === 'mails' && <MailsStep wizard={wizard} draft={phase.mails} refused={phase.refused} />}
      {phase.kind === 'check' && <CheckStep wizard={wizard} draft={phase.draft} />}
      {phase.kind === 'importing' && <ImportProgress phase={phase} />}
      {phase.kind === 'done' && <DoneStep wizard={wizard} done={phase.done} />}
    </Page>
  );
};
