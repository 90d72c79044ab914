import { Button } from '@mantine/core';
import { ArrowLeft, Gavel } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { figureProblems } from '../../../shared/cases/case-figures.ts';
import { caseStanding } from '../../../shared/cases/case-standing.ts';
import { procedureAdvice } from '../../../shared/cases/procedure-advice.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Page } from '../../ui/page.tsx';
import { StatementProblems } from '../claims/statement-problems.tsx';
import { CaseProcedures, CaseQuestions } from './case-advice.tsx';
import { type CaseDialog, CaseDialogs } from './case-dialogs.tsx';
import { CaseFileCard } from './case-file-button.tsx';
import { CaseFollowUp } from './case-follow-up.tsx';
import { CasePieces } from './case-pieces.tsx';
import classes from './cases.module.css';

const CasePage = ({ legalCase }: { readonly legalCase: LegalCase }) => {
  const ledger = useLedger();
  const today = useToday();
  const [opened, setOpened] = useState<CaseDialog>();
  const standing = useMemo(() => caseStanding(ledger, legalCase, today), [ledger, legalCase, today]);
  const advice = useMemo(() => standing && procedureAdvice(standing), [standing]);
  if (!standing || !advice) return <CaseGone />;
  const { client, statement, limitation } = standing.figures;
  const { totals } = statement;
  const [problem] = figureProblems(standing.figures);
  /** Never a sum that leaves an invoice out. */
  const amount = (cents: number): string => (problem === undefined ? formatAmount(cents) : '–');
  const canFile = legalCase.closed === undefined && legalCase.filedOn === undefined;
  return (
    <Page
      title={`Contentieux\u00A0: ${client.name}`}
      lead={
        <Link href={places.cases} className={classes.back}>
          <ArrowLeft size={14} aria-hidden="true" style={{ verticalAlign: '-2px' }} /> Tous les dossiers
        </Link>
      }
      actions={
        <>
          {legalCase.procedure !== undefined && (
            <Button component={Link} href={places.caseData(legalCase.id)} variant="default">
              Données à copier
            </Button>
          )}
          <Button component={Link} href={places.client(client.id)} variant="default">
            Fiche client
          </Button>
          {canFile && legalCase.procedure !== undefined && (
            <Button onClick={() => setOpened('file')}>Dossier déposé…</Button>
          )}
        </>
      }
    >
      {statement.problems.length > 0 && (
        <div className={classes.notices}>
          <StatementProblems problems={statement.problems} />
        </div>
      )}
      <div className={classes.totals}>
        <KeyFigure
          label={`Total au ${formatDay(statement.asOf)}`}
          value={amount(totals.totalCents)}
          hint={
            <Link href={places.clientStatement(client.id)} className={classes.link}>
              Voir le décompte
            </Link>
          }
        />
        <KeyFigure label="Principal" value={amount(totals.principalCents)} />
        <KeyFigure
          label="Intérêts et indemnités"
          value={amount(totals.interestCents + totals.indemnityCents)}
          hint={
            problem === undefined
              ? `dont ${formatAmount(totals.indemnityCents)} d’indemnités`
              : 'non calculés'
          }
        />
        <KeyFigure
          label="Prescription"
          value={limitation ? formatDay(limitation.lastDay) : '–'}
          hint="dernier jour pour agir"
          {...(limitation ? { formula: limitation.reason } : {})}
          tone={limitation && limitation.lastDay < today ? 'alert' : 'plain'}
        />
      </div>
      <div className={classes.columns}>
        <div className={classes.column}>
          <CaseQuestions legalCase={legalCase} standing={standing} />
          <CaseProcedures advice={advice} legalCase={legalCase} />
        </div>
        <div className={classes.column}>
          <CaseFollowUp legalCase={legalCase} onEdit={setOpened} />
          <CasePieces legalCase={legalCase} />
          <CaseFileCard legalCase={legalCase} problem={problem} />
        </div>
      </div>
      <CaseDialogs legalCase={legalCase} opened={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
};

const CaseGone = () => (
  <Page title="Contentieux">
    <EmptyState
      icon={Gavel}
      title="Ce dossier n’existe plus."
      action={
        <Button component={Link} href={places.cases} variant="default">
          Voir tous les dossiers
        </Button>
      }
    />
  </Page>
);

/** A « dossier contentieux »: conditions, pieces, figures, deadlines. */
export const CaseScreen = ({ caseId }: { readonly caseId: string }) => {
  const ledger = useLedger();
  const legalCase = ledger.legalCases.get(caseId);
  return legalCase ? <CasePage legalCase={legalCase} /> : <CaseGone />;
};
