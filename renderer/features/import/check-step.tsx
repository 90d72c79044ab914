import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import { isNothingNewInFec } from '../../../shared/importing/fec-import.ts';
import { fecSummaryFrench } from '../../../shared/importing/fec-summary.ts';
import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import { importSummaryFrench } from '../../../shared/importing/import-summary.ts';
import { isNothingNew } from '../../../shared/importing/ledger-import.ts';
import { counted, formatCount } from '../../../shared/money/format-count.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './check-step.module.css';
import { copiesToAttach } from './document-batch.ts';
import { FecChoices } from './fec-choices.tsx';
import { ImportChoices } from './import-choices.tsx';
import { type ImportDraft, withCorrection } from './import-draft.ts';
import { ImportRemarks } from './import-remarks.tsx';
import { lineProblems, rejectedSource } from './line-problem.ts';
import { ProblemsTable } from './problems-table.tsx';
import { StepForm } from './step-form.tsx';
import { useCheckedRows } from './use-checked-rows.ts';
import type { ImportWizard } from './wizard-phase.ts';

const backLabels = {
  table: 'Revoir les colonnes',
  documents: 'Revoir les fichiers',
  fec: 'Revoir les écritures',
} as const;

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
  const ledger = useLedger();
  const [showsWarnings, setShowsWarnings] = useState(false);
  const checked = useCheckedRows(draft, wizard.readingFailed);
  if (!checked)
    return (
      <p className={classes.reading} role="status">
        <Loader size="sm" aria-hidden="true" /> Vérification des lignes…
      </p>
    );
  const { rows, plan, fecPlan, isStale } = checked;
  const lineTitle = draft.kind === 'documents' ? 'Rang' : 'Ligne';
  const table = draft.kind === 'table' ? draft : undefined;
  const { errors, warnings } = lineProblems(table?.table ?? { problems: [] }, rows, plan);
  const rejected = [...new Set(errors.map(({ line }) => line))];
  const cancels = draft.cancelAsInFile && plan.cancelledInFile.length > 0;
  const copies = draft.kind === 'documents' ? copiesToAttach(draft.batch, plan, ledger) : 0;
  const excludes =
    draft.kind === 'fec' && draft.excludeDoubtful && (fecPlan?.accounting.doubtful.length ?? 0) > 0;
  const isEmpty = fecPlan
    ? isNothingNewInFec(fecPlan) && !excludes
    : isNothingNew(plan) && !cancels && copies === 0;
  const isHeld = draft.kind === 'fec' && fecPlan?.accounting.newerOn !== undefined && !draft.allowOlder;
  return (
    <StepForm
      label="Vérification avant l’import"
      back={{ label: backLabels[draft.kind], onClick: wizard.toFirstStep }}
      submitLabel="Importer"
      isReady={!isEmpty && !isHeld}
      isBusy={isStale}
      onSubmit={() => wizard.importRows(rows)}
    >
      <p className={classes.summary} role="status">
        {fecPlan ? fecSummaryFrench(fecPlan) : importSummaryFrench(plan.summary)}
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
      {copies > 0 && (
        <Notice tone="info">
          {copies === 1
            ? 'Un PDF sera joint à sa facture.'
            : `${formatCount(copies)} PDF seront joints à leurs factures.`}
        </Notice>
      )}
      {draft.kind === 'fec' && fecPlan && (
        <FecChoices plan={fecPlan} draft={draft} onChange={wizard.change} />
      )}
      <ImportChoices draft={draft} plan={plan} onChange={wizard.change} />
      {errors.length > 0 && (
        <Card
          title={`${rowsLabel(rejected.length)} ${rejected.length > 1 ? 'écartées' : 'écartée'}`}
          padded={false}
          actions={
            table && (
              <ExportMenu
                source={async () => rejectedSource(table.table, await table.reading.lines(rejected), errors)}
                compact
              />
            )
          }
        >
          <p className={classes.explanation}>
            {table
              ? 'Corrigez ici ce qui peut l’être : la ligne rejoint aussitôt l’import. Le reste n’est pas importé.'
              : 'Ces documents ne sont pas importés.'}
          </p>
          <ProblemsTable
            caption="Lignes écartées et leur motif"
            problems={errors}
            lineTitle={lineTitle}
            {...(table && {
              onCorrect: (line, target, text) =>
                table &&
                wizard.change({ corrections: withCorrection(table.corrections, line, target, text) }),
            })}
          />
        </Card>
      )}
      {table && table.corrections.size > 0 && (
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
          {rowsLabel(table.corrections.size)} {table.corrections.size > 1 ? 'corrigées' : 'corrigée'} à la
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
          {showsWarnings && (
            <ProblemsTable caption="Remarques par ligne" problems={warnings} lineTitle={lineTitle} />
          )}
        </Card>
      )}
    </StepForm>
  );
};
