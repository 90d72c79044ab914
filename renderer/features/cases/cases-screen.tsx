import { Button } from '@mantine/core';
import { Gavel } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { caseDeadlines, deadlineFacts } from '../../../shared/cases/case-deadlines.ts';
import { caseFigures, figureProblems } from '../../../shared/cases/case-figures.ts';
import { procedureNames } from '../../../shared/cases/case-names.ts';
import { caseState, caseStateNames, caseStates } from '../../../shared/cases/case-state.ts';
import { addDays } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './cases.module.css';
import { NewCaseDialog } from './new-case-dialog.tsx';

/** A deadline this near is shown in red. */
const pressingDays = 15;

const Tile = ({
  legalCase,
  totalCents,
}: {
  readonly legalCase: LegalCase;
  /** Undefined while it is not known. */
  readonly totalCents: number | undefined;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const name = ledger.clients.get(legalCase.clientId)?.name ?? 'Client effacé';
  const [next] = caseDeadlines(legalCase, deadlineFacts(ledger, legalCase));
  const isPressing = next?.isLastDay === true && next.on <= addDays(today, pressingDays);
  return (
    <li>
      <Link href={places.case(legalCase.id)} className={classes.tile} title={name}>
        <div className={classes.tileName}>{name}</div>
        <div className="figures">
          {totalCents === undefined ? 'Montant non calculé' : formatAmount(totalCents)}
        </div>
        <div className={classes.quiet}>
          {legalCase.procedure === undefined ? 'Procédure à choisir' : procedureNames[legalCase.procedure]}
        </div>
        {next && (
          <div className={isPressing ? classes.pressing : classes.quiet}>
            {next.title}
            {'\u00A0'}: {formatDay(next.on)}
          </div>
        )}
      </Link>
    </li>
  );
};

/** Empty where there is nothing to add up, or where a sum is not known. */
const laneTotal = (tiles: readonly { readonly totalCents: number | undefined }[]): string => {
  const known = tiles.flatMap(({ totalCents }) => (totalCents === undefined ? [] : [totalCents]));
  return known.length === 0 || known.length < tiles.length ? '' : formatAmount(sumCents(known));
};

/** « Contentieux »: every case, from its preparation to its end. */
export const CasesScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const [opens, setOpens] = useState(false);
  const lanes = useMemo(() => {
    const tiles = [...ledger.legalCases.values()].map((legalCase) => {
      const figures = caseFigures(ledger, legalCase, today);
      const isKnown = figures !== undefined && figureProblems(figures).length === 0;
      const totalCents = isKnown ? figures.statement.totals.totalCents : undefined;
      return { legalCase, state: caseState(legalCase), totalCents };
    });
    return caseStates.map((state) => ({ state, tiles: tiles.filter((tile) => tile.state === state) }));
  }, [ledger, today]);
  return (
    <Page
      title="Contentieux"
      lead="Les dossiers que la relance n’a pas résolus, de la préparation au titre exécutoire."
      actions={<Button onClick={() => setOpens(true)}>Nouveau dossier…</Button>}
    >
      {ledger.legalCases.size === 0 ? (
        <EmptyState icon={Gavel} title="Aucun dossier contentieux.">
          Ouvrez un dossier quand une mise en demeure est restée sans effet&nbsp;: Acquit rassemble les
          pièces, les chiffres et les délais.
        </EmptyState>
      ) : (
        <div className={classes.board}>
          {lanes.map(({ state, tiles }) => (
            <section key={state} className={classes.lane} aria-label={caseStateNames[state]}>
              <h2 className={classes.laneTitle}>
                {caseStateNames[state]}
                <span className={`${classes.laneTotal} figures`}>{laneTotal(tiles)}</span>
              </h2>
              {tiles.length === 0 ? (
                <p className={classes.quiet}>Aucun</p>
              ) : (
                <ul>
                  {tiles.map(({ legalCase, totalCents }) => (
                    <Tile key={legalCase.id} legalCase={legalCase} totalCents={totalCents} />
                  ))}
                </ul>
              )}
            </section>
          ))}
        </div>
      )}
      <NewCaseDialog opened={opens} onClose={() => setOpens(false)} />
    </Page>
  );
};
