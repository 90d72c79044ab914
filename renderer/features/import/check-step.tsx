import { Button, Loader } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { type ImportPlan, importSummaryFrench } from '../../../shared/importing/import-plan.ts';
import { isNothingNew } from '../../../shared/importing/ledger-import.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { useSaveFile } from '../../application/use-save-file.ts';
import { Card } from '../../ui/card.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './check-step.module.css';
import { ImportChoices } from './import-choices.tsx';
import { type ImportDraft, withCorrection } from './import-draft.ts';
import { ImportRemarks } from './import-remarks.tsx';
import { lineProblems, rejectedCsv } from './line-problem.ts';
import { ProblemsTable } from './problems-table.tsx';
import { StepForm } from './step-form.tsx';
import { useCheckedRows } from './use-checked-rows.ts';
import type { ImportWizard } from './use-import-wizard.ts';

const rowsLabel = (count: number): string => counted(count, 'ligne', 'lignes');

const newClientsText = (count: number): string =>
  count === 0 ? 'aucun nouveau client' : counted(count, 'nouveau client', 'nouveaux clients');

const creditNotesText = ({ newInvoices }: ImportPlan): readonly string[] => {
  const count = newInvoices.filter(({ row }) => row.kind === 'credit-note').length;
  return count === 0 ? [] : [`dont ${counted(count, 'avoir', 'avoirs')}`];
};

const emptyText = (plan: ImportPlan): string =>
  plan.summary.invoices === 0 && plan.closedIgnored.length === 0 && plan.duplicates.length === 0
    ? 'Aucune facture ne peut être importée de ce fichier.'
    : 'Ce fichier ne contient rien de nouveau : tout ce qui peut en être lu est déjà dans Acquit.';

/** Third step: the dry run, what stays out and why, and the last choices before anything is written. */
export const CheckStep = ({
  wizard,
  draft,
}: {
  readonly wizard: ImportWizard;
  readonly draft: ImportDraft;
}) => {
  const save = useSaveFile();
  const [showsWarnings, setShowsWarnings] = useState(false);
  const checked = useCheckedRows(draft, wizard.readingFailed);
  if (!checked)
    return (
      <p className={classes.reading} role="status">
        <Loader size="sm" aria-hidden="true" /> Vérification des lignes…
      </p>
    );
  const { rows, plan, isStale } = checked;
  const { errors, warnings } = lineProblems(draft.table, rows, plan);
  const rejected = [...new Set(errors.map(({ line }) => line))];
  const cancels = draft.cancelAsInFile && plan.cancelledInFile.length > 0;
  const isEmpty = isNothingNew(plan) && !cancels;
  const download = async (): Promise<void> => {
    const lines = await draft.reading.lines(rejected);
    const text = rejectedCsv(draft.table, lines, errors);
    await save('Lignes écartées.csv', new TextEncoder().encode(text));
  };
  return (
    <StepForm
      label="Vérification avant l’import"
      back={{ label: 'Revoir les colonnes', onClick: wizard.toColumns }}
      submitLabel="Importer"
      isReady={!isEmpty}
      isBusy={isStale}
      onSubmit={() => wizard.importRows(rows)}
    >
      <p className={classes.summary} role="status">
        {importSummaryFrench(plan.summary)}
      </p>
      <div className={classes.figures}>
        <KeyFigure
          label="Nouvelles factures"
          value={formatCount(plan.newInvoices.length)}
          hint={[...creditNotesText(plan), newClientsText(plan.newClients.length)].join(' · ')}
        />
        <KeyFigure
          label="Mises à jour"
          value={formatCount(plan.updatedInvoices.length)}
          hint="montant, échéance ou règlement"
        />
        <KeyFigure label="Déjà à jour" value={formatCount(plan.unchanged.length)} hint="rien à changer" />
        <KeyFigure
          label="Lignes écartées"
          value={formatCount(rejected.length)}
          tone={rejected.length > 0 ? 'alert' : 'plain'}
          hint={rejected.length > 0 ? 'à corriger ci-dessous' : 'aucune'}
        />
      </div>
      {isEmpty && <Notice tone="info">{emptyText(plan)}</Notice>}
      <ImportChoices draft={draft} plan={plan} onChange={wizard.change} />
      {errors.length > 0 && (
        <Card
          title={`${rowsLabel(rejected.length)} ${rejected.length > 1 ? 'écartées' : 'écartée'}`}
          padded={false}
          actions={
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<Download size={14} aria-hidden="true" />}
              onClick={() => void download()}
            >
              Télécharger (CSV)
            </Button>
          }
        >
          <p className={classes.explanation}>
            Corrigez ici ce qui peut l’être : la ligne rejoint aussitôt l’import. Le reste n’est pas importé.
          </p>
          <ProblemsTable
            caption="Lignes écartées et leur motif"
            problems={errors}
            onCorrect={(line, target, text) =>
              wizard.change({ corrections: withCorrection(draft.corrections, line, target, text) })
            }
          />
        </Card>
      )}
      {draft.corrections.size > 0 && (
        <Notice
          tone="good"
          action={
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => wizard.change({ corrections: new Map() })}
            >
              Reprendre les valeurs du fichier
            </Button>
          }
        >
          {rowsLabel(draft.corrections.size)} {draft.corrections.size > 1 ? 'corrigées' : 'corrigée'} à la
          main.
        </Notice>
      )}
      <ImportRemarks rows={rows} plan={plan} />
      {warnings.length > 0 && (
        <Card
          title={counted(warnings.length, 'remarque', 'remarques')}
          padded={false}
          actions={
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={showsWarnings}
              onClick={() => setShowsWarnings(!showsWarnings)}
            >
              {showsWarnings ? 'Masquer' : 'Afficher'}
            </Button>
          }
        >
          <p className={classes.explanation}>Ces lignes sont prises en compte comme il est dit.</p>
          {showsWarnings && <ProblemsTable caption="Remarques par ligne" problems={warnings} />}
        </Card>
      )}
    </StepForm>
  );
};
