import type { ClaimStatement } from '../../../shared/claims/statement-contract.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { Amount } from '../../ui/amount.tsx';
import { chargeName } from './charge-words.ts';
import classes from './claims.module.css';

/** What is claimed, part by part and in all; what is left out of it stands below. */
export const StatementTotals = ({
  statement: { client, asOf, totals, problems },
}: {
  readonly statement: ClaimStatement;
}) => {
  const parts = [
    { label: 'Principal', amount: totals.principalCents },
    { label: chargeName('penalties', client.regime), amount: totals.interestCents },
    { label: 'Indemnités', amount: totals.indemnityCents },
    ...(totals.creditsCents === 0
      ? []
      : [{ label: 'Avoirs et avances à déduire', amount: cents(-totals.creditsCents) }]),
  ];
  const apart = [
    ...(problems.length > 0
      ? [
          counted(
            problems.length,
            'facture qui n’a pas pu être calculée',
            'factures qui n’ont pas pu être calculées',
          ),
        ]
      : []),
    ...(totals.disputedCents > 0
      ? [`${formatAmount(totals.disputedCents)} de parts contestées, comptées à part`]
      : []),
    ...(totals.waivedCents > 0
      ? [`${formatAmount(totals.waivedCents)} d’intérêts et d’indemnités auxquels vous renoncez`]
      : []),
  ];
  return (
    <div className={classes.totals}>
      <dl className={classes.parts}>
        {parts.map(({ label, amount }) => (
          <div key={label} className={classes.part}>
            <dt>{label}</dt>
            <dd>
              <Amount cents={amount} dashForZero />
            </dd>
          </div>
        ))}
        <div className={classes.total}>
          <dt>Total au {formatDay(asOf)}</dt>
          <dd>
            <Amount cents={totals.totalCents} />
          </dd>
          {totals.dailyInterestCents > 0 && (
            <dd className={classes.daily}>+ {formatAmount(totals.dailyInterestCents)} par jour</dd>
          )}
        </div>
      </dl>
      {apart.length > 0 && (
        <p className={classes.apart}>
          Non compris{'\u00A0'}: {apart.join('\u202F; ')}.
        </p>
      )}
    </div>
  );
};
