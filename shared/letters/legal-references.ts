import type { LetterModel } from '../ipc/letter-contract.ts';
import { formatRate } from '../law/format-rate.ts';
import { regimeRules } from '../law/regime.ts';
import type { DebtorRegime, InterestRate } from '../ledger/client.ts';

const rateWording = (regime: DebtorRegime, rate: InterestRate): string => {
  switch (rate.kind) {
    case 'fixed':
      return `Pénalités au taux convenu de ${formatRate(rate.basisPoints)} l’an, calculées sur les montants TTC.`;
    case 'legal-multiple':
      return `Pénalités au taux convenu de ${rate.times} fois le taux d’intérêt légal, calculées sur les montants TTC.`;
    case 'ecb-plus':
      return `Pénalités au taux de refinancement de la Banque centrale européenne majoré de ${rate.points} points, calculées sur les montants TTC.`;
    case 'statutory':
      return regime === 'public'
        ? 'Intérêts au taux de refinancement de la Banque centrale européenne en vigueur au premier jour du semestre où ils ont commencé à courir, majoré de 8 points, calculés sur les montants TTC.'
        : 'Pénalités au taux de refinancement de la Banque centrale européenne majoré de 10 points, fixé par semestre, calculées sur les montants TTC.';
  }
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The term the regime uses for interest. */
export const interestTermFor = (regime: DebtorRegime): NonNullable<LetterModel['interestTerm']> =>
  regime === 'b2b' ? 'penalties' : regime === 'public' ? 'moratory-interest' : 'legal-interest';

/**
 * The articles a letter rests on and how its interest is counted (law-and-formats.md 2.2 no. 8). Empty for
 * a plain reminder that claims nothing but the principal.
 */
export const legalReferencesOf = (facts: {
  readonly regime: DebtorRegime;
  readonly rate: InterestRate;
  readonly kind: Exclude<LetterModel['kind'], 'correspondence'>;
  readonly claimsInterest: boolean;
  readonly claimsIndemnity: boolean;
  /** A partial payment settled interest first. */
  readonly paymentsSettledInterest: boolean;
}): string => {
  const { regime, rate, kind, claimsInterest, claimsIndemnity } = facts;
  const isNotice = kind !== 'reminder';
  if (!isNotice && !claimsInterest && !claimsIndemnity) return '';
  const articles = regimeRules[regime].legalReferences;
  const startsAtNotice = regimeRules[regime].interestStartsAfter === 'formal-notice';
  const sentences = [
    startsAtNotice || !isNotice
      ? `${capitalised(articles)}.`
      : `Articles 1344 et 1344-1 du Code civil ; ${articles}.`,
  ];
  if (startsAtNotice && kind === 'formal-notice')
    sentences.push('À compter de la présente mise en demeure, la somme due porte intérêt au taux légal.');
  if (claimsInterest) {
    sentences.push(
      startsAtNotice ? 'Intérêts au taux légal à compter de la mise en demeure.' : rateWording(regime, rate),
    );
    if (facts.paymentsSettledInterest)
      sentences.push(
        'Les règlements partiels ont été imputés d’abord sur les intérêts (article 1343-1 du Code civil).',
      );
  }
  if (claimsIndemnity)
    sentences.push('Indemnité forfaitaire de recouvrement : 40 € par facture payée en retard.');
  return sentences.join(' ');
};
