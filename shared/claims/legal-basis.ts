import type { Day } from '../dates/day.ts';
import { formatSemester, semesterOf } from '../dates/semester.ts';
import { formatRate } from '../law/format-rate.ts';
import type { InterestRow } from '../law/interest-accrual.ts';
import { type LegalParameters, type ParameterName, parameterOn } from '../law/parameters.ts';
import { regimeRules } from '../law/regime.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { LegalBasis } from './statement-contract.ts';

/** What decides which article a line of interest rests on. */
export interface RateFacts {
  readonly regime: DebtorRegime;
  readonly rate: InterestRate;
  /** First day that bears interest: a public buyer keeps the rate of its semester. */
  readonly startsOn: Day;
  readonly parameters: LegalParameters;
}

const figure = (table: LegalParameters, name: ParameterName, on: Day): number | undefined => {
  const found = parameterOn(table, name, on);
  return found.ok ? found.value.value : undefined;
};

const percent = (basisPoints: number | undefined): string =>
  basisPoints === undefined ? '' : ` (${formatRate(basisPoints)})`;

const points = (basisPoints: number | undefined): string =>
  basisPoints === undefined ? '' : ` majoré de ${basisPoints / 100}\u00A0points`;

const ecbRule = (table: LegalParameters, markup: ParameterName, on: Day, isFrozen: boolean): string =>
  `Taux de refinancement de la BCE au premier jour du ${formatSemester(semesterOf(on))}${percent(figure(table, 'ecb-refi-rate', on))}${points(figure(table, markup, on))}${isFrozen ? ', fixe pour tout le retard' : ''}.`;

const statutory = ({ regime, startsOn, parameters }: RateFacts, on: Day): LegalBasis => {
  switch (regimeRules[regime].statutoryRate) {
    case 'ecb-per-semester':
      return { article: 'C. com. L441-10\u00A0II', rule: ecbRule(parameters, 'b2b-markup', on, false) };
    case 'ecb-frozen':
      return { article: 'CCP R2192-31', rule: ecbRule(parameters, 'public-markup', startsOn, true) };
    case 'legal-per-semester':
      return {
        article: 'C. civ. 1231-6\u00A0; CMF L313-2',
        rule: `Taux d’intérêt légal du ${formatSemester(semesterOf(on))}${percent(figure(parameters, 'legal-rate-business', on))}, à compter de la mise en demeure.`,
      };
  }
};

const agreed = (rate: Exclude<InterestRate, { kind: 'statutory' }>, facts: RateFacts, on: Day): string => {
  switch (rate.kind) {
    case 'fixed':
      return `Taux convenu de ${formatRate(rate.basisPoints)} l’an.`;
    case 'legal-multiple':
      return `Taux convenu de ${String(rate.times).replace('.', ',')}\u00A0fois le taux d’intérêt légal du ${formatSemester(semesterOf(on))}${percent(figure(facts.parameters, 'legal-rate-business', on))}.`;
    case 'ecb-plus':
      return `Taux convenu\u00A0: refinancement de la BCE au premier jour du ${formatSemester(semesterOf(on))}${percent(figure(facts.parameters, 'ecb-refi-rate', on))} majoré de ${String(rate.points).replace('.', ',')}\u00A0points.`;
  }
};

/** The article and the rule of a line of interest, with the figures of its semester. */
export const interestBasis = (
  facts: RateFacts,
  row: Pick<InterestRow, 'from' | 'principalCents'>,
  isCapitalised: boolean,
): LegalBasis => {
  const { rate, regime } = facts;
  const basis =
    rate.kind === 'statutory'
      ? statutory(facts, row.from)
      : {
          article: regimeRules[regime].hasRateFloor
            ? 'Contrat\u00A0; C. com. L441-10\u00A0II'
            : 'Contrat\u00A0; C. civ. 1231-5',
          rule: agreed(rate, facts, row.from),
        };
  return isCapitalised
    ? {
        article: `${basis.article}\u00A0; C. civ. 1343-2`,
        rule: `${basis.rule} La base comprend les intérêts dus depuis une année entière, comme le contrat le prévoit.`,
      }
    : basis;
};

/** What makes the invoice itself payable. */
export const principalBasis = (regime: DebtorRegime): LegalBasis => {
  switch (regime) {
    case 'b2b':
      return { article: 'C. com. L441-10\u00A0I', rule: 'Somme due à l’échéance de la facture, TTC.' };
    case 'public':
      return {
        article: 'CCP R2192-10',
        rule: 'Somme due au terme du délai de paiement de l’acheteur public, TTC.',
      };
    case 'b2c':
    case 'non-professional':
      return { article: 'C. civ. 1103', rule: 'Somme due en exécution du contrat, TTC.' };
  }
};

/** What a payment settles first. */
export const paymentBasis = (
  toInterestCents: number,
  imputation: 'interest-first' | 'principal-first',
  isAllocated: boolean,
): LegalBasis => {
  if (toInterestCents > 0 && imputation === 'interest-first')
    return {
      article: 'C. civ. 1343-1',
      rule: 'Un paiement partiel s’impute d’abord sur les intérêts, puis sur le principal.',
    };
  if (!isAllocated)
    return {
      article: 'C. civ. 1342-10',
      rule: 'Règlement non affecté\u00A0: compté sur la dette échue la plus ancienne.',
    };
  return {
    article: 'C. civ. 1342',
    rule: 'Le paiement éteint la dette au jour où les fonds sont reçus.',
  };
};

/** Why a credit note takes its amount off from the due date, or from its own date only. */
export const creditNoteBasis = (
  reference: string,
  effect: 'from-due-date' | 'from-its-date' | undefined,
): LegalBasis => ({
  article: `Avoir ${reference}`.trim(),
  rule:
    effect === 'from-its-date'
      ? 'Geste commercial\u00A0: déduit à compter de la date de l’avoir.'
      : 'Corrige la facture\u00A0: déduit dès l’échéance, cette part n’a jamais porté intérêt.',
});

/** What the creditor let go when the payment came. */
export const concessionBasis: LegalBasis = {
  article: '',
  rule: 'Reste abandonné avec le règlement\u00A0: il n’est plus dû.',
};

/** Why the contested part is left out. */
export const disputedBasis = (regime: DebtorRegime): LegalBasis =>
  regime === 'public'
    ? {
        article: 'CCP R2192-34',
        rule: 'Part en désaccord\u00A0: les intérêts sur la différence restent dus si elle est finalement payée.',
      }
    : {
        article: 'Litige en cours',
        rule: 'Part contestée\u00A0: comptée à part, elle n’est pas réclamée ici.',
      };

/** The flat indemnity, with its amount. */
export const indemnityBasis = (regime: DebtorRegime, indemnityCents: number): LegalBasis => ({
  article: regime === 'public' ? 'CCP D2192-35' : 'C. com. D441-5',
  rule: `Indemnité forfaitaire de ${formatAmount(indemnityCents)} pour frais de recouvrement, une fois par facture payée en retard.`,
});
