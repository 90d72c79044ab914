import { Progress } from '@mantine/core';
import { formatCount } from '../../../shared/money/format-count.ts';
import classes from './check-step.module.css';
import type { WizardPhase } from './wizard-phase.ts';

type Importing = Extract<WizardPhase, { kind: 'importing' }>;

const progressText = (stage: Importing['stage'], done: number, all: number): string => {
  if (stage === 'copies') return `Copie des fichiers : ${formatCount(done)} sur ${formatCount(all)}`;
  return stage === 'rows' && all > 0 && done === all
    ? 'Copie de sûreté…'
    : 'Tout est enregistré d’un seul bloc, ou rien ne l’est.';
};

/** Fourth step while it runs: rows written of all rows. Nothing counts before the last one is on the disk. */
export const ImportProgress = ({ phase: { stage, done, all, fileName } }: { readonly phase: Importing }) => {
  const percent = all === 0 ? 0 : Math.round((done / all) * 100);
  return (
    <div className={classes.progress} role="status">
      <p>
        Import de « {fileName} »… {all > 0 && <span className="figures">{percent} %</span>}
      </p>
      <Progress value={percent} aria-label="Avancement de l’import" />
      <p className={classes.quiet}>{progressText(stage, done, all)}</p>
    </div>
  );
};
