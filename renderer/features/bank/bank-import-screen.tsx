import { Button, Progress } from '@mantine/core';
import { useLocation } from 'wouter';
import { handedToBankImport } from '../../application/handed-files.ts';
import { places } from '../../application/places.ts';
import { useHandedFiles } from '../../application/use-handed-files.ts';
import { Page } from '../../ui/page.tsx';
import { BankCheckStep } from './bank-check-step.tsx';
import { BankColumnsStep } from './bank-columns-step.tsx';
import { BankFileStep } from './bank-file-step.tsx';
import classes from './bank-import.module.css';
import { type BankImportPhase, useBankImport } from './use-bank-import.ts';

const ReadingNow = ({
  phase,
  onCancel,
}: {
  readonly phase: Extract<BankImportPhase, { readonly kind: 'reading' }>;
  readonly onCancel: () => void;
}) => (
  <div className={classes.reading} role="status">
    <p>
      Lecture de « {phase.fileName} »{phase.count > 1 && `, fichier ${phase.index} sur ${phase.count}`}…
    </p>
    <Progress
      className={classes.bar ?? ''}
      value={phase.count > 1 ? (phase.index / phase.count) * 100 : 100}
      animated={phase.count === 1}
      aria-label="Avancement de la lecture"
    />
    <Button variant="default" onClick={onCancel}>
      Annuler
    </Button>
  </div>
);

const ImportingNow = ({
  phase: { fileName, doneRows, allRows },
}: {
  readonly phase: Extract<BankImportPhase, { readonly kind: 'importing' }>;
}) => {
  const percent = allRows === 0 ? 0 : Math.round((doneRows / allRows) * 100);
  return (
    <div className={classes.reading} role="status">
      <p>
        Import de « {fileName} »… {allRows > 0 && <span className="figures">{percent} %</span>}
      </p>
      <Progress className={classes.bar ?? ''} value={percent} aria-label="Avancement de l’import" />
      <p className={classes.quiet}>Chaque fichier est enregistré d’un seul bloc, ou ne l’est pas du tout.</p>
    </div>
  );
};

/** « Importer un relevé »: bank files read, checked before anything is written, then matched. */
export const BankImportScreen = () => {
  const [, go] = useLocation();
  const bankImport = useBankImport(() => go(places.matching, { replace: true }));
  const { phase, choose } = bankImport;
  useHandedFiles(handedToBankImport, choose);
  return (
    <Page
      title="Importer un relevé"
      lead="Les mouvements déjà connus sont reconnus, et rien n’est écrit avant que vous ayez vérifié."
    >
      {phase.kind === 'choose' && <BankFileStep bankImport={bankImport} message={phase.message} />}
      {phase.kind === 'reading' && <ReadingNow phase={phase} onCancel={bankImport.startAgain} />}
      {phase.kind === 'columns' && (
        <BankColumnsStep
          key={phase.question.file.name}
          question={phase.question}
          hasOthers={bankImport.files.length > 0}
          onChoose={bankImport.chooseColumns}
          onSkip={bankImport.files.length > 0 ? bankImport.skipFile : bankImport.startAgain}
        />
      )}
      {phase.kind === 'check' && <BankCheckStep bankImport={bankImport} />}
      {phase.kind === 'importing' && <ImportingNow phase={phase} />}
    </Page>
  );
};
