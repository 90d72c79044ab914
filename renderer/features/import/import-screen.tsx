import { Loader, Stepper } from '@mantine/core';
import { Page } from '../../ui/page.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportProgress } from './import-progress.tsx';
import classes from './import-screen.module.css';
import { useImportWizard, type WizardPhase } from './use-import-wizard.ts';

const stepOf = ({ kind }: WizardPhase): number => {
  switch (kind) {
    case 'choose':
    case 'reading':
      return 0;
    case 'columns':
      return 1;
    case 'check':
      return 2;
    case 'importing':
      return 3;
    case 'done':
      return 4;
  }
};

/** « Importer des factures »: file, columns, check, result; then the history of imports. */
export const ImportScreen = () => {
  const wizard = useImportWizard();
  const { phase } = wizard;
  return (
    <Page
      title="Importer des factures"
      lead="Acquit reconnaît les colonnes et n’écrit rien avant que vous ayez vérifié."
    >
      <Stepper
        active={stepOf(phase)}
        size="xs"
        allowNextStepsSelect={false}
        className={classes.steps ?? ''}
        classNames={{ separator: classes.separator ?? '' }}
      >
        {['Fichier', 'Colonnes', 'Vérification', 'Import'].map((label) => (
          <Stepper.Step key={label} label={label} component="div" tabIndex={-1} />
        ))}
      </Stepper>
      {phase.kind === 'choose' && <FileStep wizard={wizard} phase={phase} />}
      {phase.kind === 'reading' && (
        <p className={classes.reading} role="status">
          <Loader size="sm" aria-hidden="true" /> Lecture de « {phase.fileName} »…
        </p>
      )}
      {phase.kind === 'columns' && (
        <ColumnsStep wizard={wizard} draft={phase.draft} message={phase.message} />
      )}
      {phase.kind === 'check' && <CheckStep wizard={wizard} draft={phase.draft} />}
      {phase.kind === 'importing' && <ImportProgress phase={phase} />}
      {phase.kind === 'done' && <DoneStep wizard={wizard} done={phase.done} />}
    </Page>
  );
};
