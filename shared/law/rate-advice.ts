import type { Day } from '../dates/day.ts';
import { formatSemester, semesterOf } from '../dates/semester.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';
import { formatRate } from './format-rate.ts';
import { rateFloorOn, rateOn } from './interest-rate.ts';
import { type InterestWarning, interestWarningTexts } from './interest-warnings.ts';
import { type LegalParameters, parameterOn } from './parameters.ts';
import { regimeRules } from './regime.ts';

/** What to tell a user who enters a late-payment rate. */
export interface RateAdvice {
  /** « 12,40 % ce semestre », or why that is not known; undefined where the rate says it itself. */
  readonly now: string | undefined;
  /** The lowest lawful rate of the semester, in French; undefined where the law sets none. */
  readonly floor: string | undefined;
  /** The lowest lawful rate as a multiple of the legal one; undefined where it is not known. */
  readonly lowestRate?: InterestRate | undefined;
  /** What the user should decide with open eyes; none of it forbids the rate. */
  readonly warning: { readonly kind: InterestWarning; readonly text: string } | undefined;
}

const warned = (kind: InterestWarning, text: string = interestWarningTexts[kind]): RateAdvice['warning'] => ({
  kind,
  text,
});

/** The floor binds what a contract stipulates, not the rate of the law (L441-10 II). */
const floorAdvice = (
  regime: DebtorRegime,
  rate: InterestRate,
  on: Day,
  parameters: LegalParameters,
): Omit<RateAdvice, 'now'> => {
  const name = formatSemester(semesterOf(on));
  const floor = rateFloorOn(on, parameters);
  const multiplier = parameterOn(parameters, 'floor-multiplier', on);
  if (!floor.ok || !multiplier.ok)
    return {
      floor: `Le taux légal du ${name} n’est pas encore enregistré\u00A0: le plancher n’est pas connu.`,
      warning: warned('floor-unknown'),
    };
  const times = multiplier.value.value;
  const text = `Plancher du ${name}\u00A0: ${formatRate(floor.value)} (${times}\u00A0fois le taux légal, ${multiplier.value.source}).`;
  const lowestRate: InterestRate = { kind: 'legal-multiple', times };
  const agreed = rateOn(regime, rate, on, parameters);
  if (!agreed.ok || agreed.value >= floor.value) return { floor: text, lowestRate, warning: undefined };
  return {
    floor: text,
    lowestRate,
    warning: warned(
      'rate-below-floor',
      `${formatRate(agreed.value)} est inférieur au plancher de ${formatRate(floor.value)}. Les tribunaux n’ont pas tranché ce qui s’ensuit\u00A0: vérifiez votre contrat. Acquit applique le taux que vous gardez.`,
    ),
  };
};

/**
 * Advice on a rate against a debtor on a day: the figure of the semester, the floor, the warning. A rate
 * that the table does not know yet is named, never guessed.
 */
export const rateAdvice = (
  regime: DebtorRegime,
  rate: InterestRate,
  on: Day,
  parameters: LegalParameters,
): RateAdvice => {
  const { hasRateFloor, statutoryRate } = regimeRules[regime];
  const semester = formatSemester(semesterOf(on));
  const known = rateOn(regime, rate, on, parameters);
  const now =
    rate.kind === 'fixed'
      ? undefined
      : known.ok
        ? `${formatRate(known.value)} au ${semester}`
        : known.error.kind === 'missing-parameter'
          ? `Le taux du ${semester} n’est pas encore enregistré`
          : 'Ce taux ne peut pas être calculé';
  if (rate.kind === 'statutory') return { now, floor: undefined, warning: undefined };
  if (hasRateFloor) return { now, ...floorAdvice(regime, rate, on, parameters) };
  return {
    now,
    floor: undefined,
    warning: warned(
      statutoryRate === 'ecb-frozen' ? 'public-rate-is-statutory' : 'contract-rate-on-consumer',
    ),
  };
};
