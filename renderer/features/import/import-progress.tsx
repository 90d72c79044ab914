import { Progress } from '@mantine/core';
import classes from './check-step.module.css';
import type { WizardPhase } from './use-import-wizard.ts';

/** Fourth step while it runs: rows written of all rows. Nothing counts before the last one is on the disk. */
export const ImportProgress = ({
  phase: { doneRows, allRows, draft },
}: {
  readonly phase: Extract<WizardPhase, { kind: 'importing' }>;
}) => {
  const percent = allRows === 0 ? 0 : Math.round((doneRows / allRows) * 100);
  return (
    <div className={classes.progress} role="status">
      <p>
        Import de « {draft.fileName} »… {allRows > 0 && <span className="figures">{percent} %</span>}
      </p>
      <Progress value={percent} aria-label="Avancement de l’import" />
      <p className={classes.quiet}>
        {allRows > 0 && doneRows === allRows
          ? 'Copie de sûreté…'
          : 'Tout est enregistré d’un seul bloc, ou rien ne l’est.'}
      </p>
    </div>
  );
};
