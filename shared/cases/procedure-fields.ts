import { addDays } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { formatParameter } from '../law/format-parameter.ts';
import type { LegalParameters } from '../law/parameters.ts';
import { formatAmount } from '../money/format-amount.ts';
import { type CaseFigures, figureProblems } from './case-figures.ts';
import { conditionStateNames } from './case-names.ts';
import type { SourcedField } from './case-paper.ts';
import type { ProcedureAdvice } from './procedure-advice.ts';

/** The exact amount and its elements, by the décompte of the day; why there is none where it is not known. */
export const amountFields = (figures: CaseFigures): readonly SourcedField[] => {
  const { totals, asOf } = figures.statement;
  const problems = figureProblems(figures);
  if (problems.length > 0)
    return problems.map((value) => ({ label: 'Montant non calculé', value, source: 'Décompte' }));
  const source = `Décompte arrêté au ${formatDay(asOf)}`;
  const row = (label: string, value: number) => ({ label, value: formatAmount(value), source });
  return [
    row('Principal', totals.principalCents),
    row('Intérêts échus', totals.interestCents),
    row('Indemnités forfaitaires', totals.indemnityCents),
    ...(totals.creditsCents === 0 ? [] : [row('Avoirs et règlements à déduire', -totals.creditsCents)]),
    row('Total', totals.totalCents),
    row(`Intérêts par jour à compter du ${formatDay(addDays(asOf, 1))}`, totals.dailyInterestCents),
  ];
};

/** Every condition of a procedure, how the case stands to it, and its article. */
export const conditionFields = ({ conditions }: ProcedureAdvice): readonly SourcedField[] =>
  conditions.map(({ label, state, explanation, source, isRequired }) => ({
    label: isRequired ? label : `${label} (conseillé)`,
    value: `${conditionStateNames[state]}. ${explanation}`,
    source,
  }));

/** What a procedure costs and how long it leaves. */
export const courseFields = ({ costs, delays, source }: ProcedureAdvice): readonly SourcedField[] => [
  ...costs.map((value) => ({ label: 'Coût', value, source })),
  ...delays.map((value) => ({ label: 'Délai', value, source })),
];

/** Both regimes of the order for payment: how long it may wait for its service, by its own date (CPC 1411). */
export const orderRegimeFields = (parameters: LegalParameters): readonly SourcedField[] =>
  parameters
    .filter(({ name }) => name === 'payment-order-service')
    .map(({ name, value, validFrom, validTo, source }) => ({
      label:
        validTo === undefined
          ? `Ordonnance rendue depuis le ${formatDay(validFrom)}`
          : `Ordonnance rendue jusqu’au ${formatDay(validTo)}`,
      value: `À signifier dans les ${formatParameter({ name, value })} de sa date, sinon elle est non avenue.`,
      source,
    }));
