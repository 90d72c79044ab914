import { Button, Group } from '@mantine/core';
import { caseDeadlines, deadlineFacts } from '../../../shared/cases/case-deadlines.ts';
import { caseOutcomeNames, procedureNames } from '../../../shared/cases/case-names.ts';
import { addDays } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import { DetailsList } from '../clients/details-list.tsx';
import type { CaseDialog } from './case-dialogs.tsx';
import classes from './cases.module.css';

const pressingDays = 15;

/** Court, dates and costs of a case, and the days that matter next. */
export const CaseFollowUp = ({
  legalCase,
  onEdit,
}: {
  readonly legalCase: LegalCase;
  readonly onEdit: (dialog: CaseDialog) => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const deadlines = caseDeadlines(legalCase, deadlineFacts(ledger, legalCase));
  const { procedure, filedOn, courtName, courtReference, costsCents, note, closed, dates } = legalCase;
  return (
    <Card title="Suivi">
      {deadlines.length > 0 && (
        <ul className={classes.deadlines}>
          {deadlines.map(({ kind, title, on, extendedOn, article, isLastDay }) => (
            <li
              key={kind}
              className={isLastDay && on <= addDays(today, pressingDays) ? classes.pressing : ''}
            >
              <strong className="figures">{formatDay(on)}</strong> {title}
              <span className={classes.quiet}>
                {' '}
                {article}
                {extendedOn !== undefined && `, reporté au ${formatDay(extendedOn)} (CPC art. 642)`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <DetailsList
        rows={[
          ['Procédure', procedure && procedureNames[procedure]],
          ['Déposé le', filedOn && formatDay(filedOn)],
          ['Juridiction', courtName],
          ['Numéro', courtReference],
          ...(dates?.orderOn === undefined ? [] : [['Ordonnance', formatDay(dates.orderOn)] as const]),
          ...(dates?.orderServedOn === undefined
            ? []
            : [['Signifiée le', formatDay(dates.orderServedOn)] as const]),
          ...(dates?.demandServedOn === undefined
            ? []
            : [['Commandement ou lettre', formatDay(dates.demandServedOn)] as const]),
          ...(dates?.recordOn === undefined ? [] : [['Procès-verbal', formatDay(dates.recordOn)] as const]),
          ...(dates?.contestedOn === undefined
            ? []
            : [['Contestée le', formatDay(dates.contestedOn)] as const]),
          ...(dates?.titleOn === undefined ? [] : [['Titre', formatDay(dates.titleOn)] as const]),
          ['Frais payés', formatAmount(costsCents)],
          ...(closed === undefined
            ? []
            : [['Clos', `${caseOutcomeNames[closed.outcome]}, le ${formatDay(closed.on)}`] as const]),
          ...(note === '' ? [] : [['Note', note] as const]),
        ]}
      />
      {closed === undefined && (
        <Group gap="xs" mt="sm">
          <Button size="compact-sm" variant="default" onClick={() => onEdit('describe')}>
            Tribunal et note…
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onEdit('costs')}>
            Frais…
          </Button>
          {filedOn !== undefined && (
            <Button size="compact-sm" variant="default" onClick={() => onEdit('dates')}>
              Dates…
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => onEdit('close')}>
            Clore…
          </Button>
        </Group>
      )}
    </Card>
  );
};
