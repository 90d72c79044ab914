import { day } from '../dates/day.ts';
import { formatMonth } from '../dates/format-day.ts';
import { averageDaysDelinquent, bestPossibleDso, countBackDso, simpleDso } from './dso.ts';
import { type Figure, knownFigure, unknownFigure } from './figure.ts';
import type { FormulaTerm } from './formula.ts';
import type { MonthOfSales, Receivables } from './receivables.ts';
import { periodInWords } from './sales-history.ts';

const noSales = 'Aucune vente sur la période.';

const salesAndDays = ({ salesCents, history }: Receivables): readonly FormulaTerm[] => [
  { id: 'sales', name: 'ventes TTC de la période', value: { kind: 'cents', cents: salesCents } },
  { id: 'days', name: 'jours de la période', value: { kind: 'days', days: history.days } },
];

const noteOf = ({ history }: Receivables): string =>
  `Ventes ${periodInWords(history)}. Avoirs déduits, acomptes non déduits, factures en euros.`;

/** Days sales outstanding, simple. */
export const dsoFigure = (basis: Receivables): Figure => {
  const days = simpleDso(basis.closingCents, basis.salesCents, basis.history.days);
  if (days === undefined) return unknownFigure(noSales);
  return knownFigure({
    expression: '{receivables} ÷ {sales} × {days}',
    terms: [
      { id: 'receivables', name: 'encours', value: { kind: 'cents', cents: basis.closingCents } },
      ...salesAndDays(basis),
    ],
    result: { kind: 'days', days },
    note: noteOf(basis),
  });
};

/** The DSO that would be left if everybody paid on the due date. */
export const bestPossibleFigure = (basis: Receivables): Figure => {
  const days = bestPossibleDso(basis.closingNotDueCents, basis.salesCents, basis.history.days);
  if (days === undefined) return unknownFigure(noSales);
  return knownFigure({
    expression: '{notDue} ÷ {sales} × {days}',
    terms: [
      { id: 'notDue', name: 'encours non échu', value: { kind: 'cents', cents: basis.closingNotDueCents } },
      ...salesAndDays(basis),
    ],
    result: { kind: 'days', days },
    note: noteOf(basis),
  });
};

/** Average days delinquent: DSO less best possible DSO. */
export const delinquentFigure = (basis: Receivables): Figure => {
  const { closingCents, closingNotDueCents, salesCents, history } = basis;
  const days = averageDaysDelinquent(closingCents, closingNotDueCents, salesCents, history.days);
  const dso = simpleDso(closingCents, salesCents, history.days);
  const best = bestPossibleDso(closingNotDueCents, salesCents, history.days);
  if (days === undefined || dso === undefined || best === undefined) return unknownFigure(noSales);
  return knownFigure({
    expression: '{dso} − {best}',
    terms: [
      { id: 'dso', name: 'DSO', value: { kind: 'days', days: dso } },
      { id: 'best', name: 'DSO sans aucun retard', value: { kind: 'days', days: best } },
    ],
    result: { kind: 'days', days },
    note: noteOf(basis),
  });
};

/** « ventes d’octobre 2026 ». */
const salesName = (month: string): string => {
  const name = formatMonth(day(`${month}-01`));
  return `ventes ${/^[ao]/.test(name) ? 'd’' : 'de '}${name}`;
};

const salesOf = ({ month, salesCents, days }: MonthOfSales): FormulaTerm => ({
  id: month,
  name: `${salesName(month)} (${days}\u00A0jours)`,
  value: { kind: 'cents', cents: salesCents },
});

const exhaustionNote =
  'Les ventes de chaque mois sont retirées de l’encours, du plus récent au plus ancien\u00A0: chaque mois épuisé compte tous ses jours, le dernier une part.';

/** Days sales outstanding by exhaustion of the months of sales, newest first. */
export const countBackFigure = (basis: Receivables): Figure => {
  const { closingCents, monthsNewestFirst } = basis;
  const { days, beyondHistory } = countBackDso(closingCents, monthsNewestFirst);
  const exhausted: MonthOfSales[] = [];
  let left: number = closingCents;
  for (const month of monthsNewestFirst) {
    if (left <= 0 || month.salesCents > left) break;
    exhausted.push(month);
    left -= month.salesCents;
  }
  const whole: FormulaTerm = {
    id: 'exhausted',
    name: 'jours des mois épuisés',
    value: { kind: 'days', days: exhausted.reduce((sum, month) => sum + month.days, 0) },
  };
  const shown: readonly FormulaTerm[] = [
    { id: 'receivables', name: 'encours', value: { kind: 'cents', cents: closingCents } },
    ...exhausted.map(salesOf),
  ];
  const last = monthsNewestFirst[exhausted.length];
  if (left <= 0 || last === undefined)
    return {
      ...knownFigure({
        expression: '{exhausted}',
        terms: [...shown, whole],
        result: { kind: 'days', days },
        note: beyondHistory
          ? `${exhaustionNote} L’encours dépasse toutes les ventes connues.`
          : exhaustionNote,
      }),
      ...(beyondHistory && { isAtLeast: true }),
    };
  return knownFigure({
    expression: '{exhausted} + {left} ÷ {lastSales} × {lastDays}',
    terms: [
      ...shown,
      whole,
      { id: 'left', name: 'reste de l’encours', value: { kind: 'cents', cents: left } },
      {
        id: 'lastSales',
        name: salesName(last.month),
        value: { kind: 'cents', cents: last.salesCents },
      },
      { id: 'lastDays', name: 'jours de ce mois', value: { kind: 'days', days: last.days } },
    ],
    result: { kind: 'days', days },
    note: exhaustionNote,
  });
};
