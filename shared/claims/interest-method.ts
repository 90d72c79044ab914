import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatRate } from '../law/format-rate.ts';
import { regimeRules } from '../law/regime.ts';
import { describeRate } from '../ledger/client-names.ts';
import type { InsolvencyClaim } from './insolvency-claim.ts';

interface RatePeriod {
  readonly from: Day;
  readonly rateBasisPoints: number;
  to: Day;
}

/** The rates of all lines by their periods; neighbours at one rate are one. */
const ratePeriods = ({ lines }: InsolvencyClaim): readonly RatePeriod[] => {
  const rows = lines
    .flatMap(({ statement }) => statement.rows)
    .flatMap((row) =>
      row.kind === 'interest' ? [{ from: row.from, to: row.to, rateBasisPoints: row.rateBasisPoints }] : [],
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const periods: RatePeriod[] = [];
  for (const row of rows) {
    const previous = periods.at(-1);
    if (previous?.rateBasisPoints !== row.rateBasisPoints) periods.push(row);
    else if (row.to > previous.to) previous.to = row.to;
  }
  return periods;
};

const articlesOf = ({ lines }: InsolvencyClaim): string =>
  [
    ...new Set(
      lines
        .flatMap(({ statement }) => statement.rows)
        .flatMap((row) => (row.kind === 'interest' ? [row.basis.article] : [])),
    ),
  ].join('\u202F; ');

/**
 * How interest is computed, in French words, as the declaration must say where its amount is not fixed
 * (C. com. R622-23): rate, articles, periods, formula, first and last day.
 */
export const interestMethod = (claim: InsolvencyClaim): string => {
  const { client, interestUntil } = claim;
  const periods = ratePeriods(claim);
  const until = `${formatDay(interestUntil)}, veille du jugement, qui arrête le cours des intérêts (C.\u00A0com. L622-28)`;
  if (periods.length === 0)
    return `Aucun intérêt de retard n’est réclamé au ${formatDay(interestUntil)}, veille du jugement, qui arrête le cours des intérêts (C.\u00A0com. L622-28).`;
  const starts =
    regimeRules[client.regime].interestStartsAfter === 'due-date'
      ? 'du lendemain de l’échéance'
      : 'à compter de la mise en demeure';
  const rates = periods
    .map(
      ({ from, to, rateBasisPoints }) =>
        `${formatRate(rateBasisPoints)} du ${formatDay(from)} au ${formatDay(to)}`,
    )
    .join(', ');
  const agreed = client.rate.kind === 'statutory' ? '' : ` Taux convenu\u00A0: ${describeRate(client.rate)}.`;
  return `Intérêts de retard (${articlesOf(claim)})\u00A0: principal TTC × taux annuel × nombre de jours ÷ 365, ${starts} au ${until}.${agreed} Taux appliqués\u00A0: ${rates}.`;
};
