import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { disputedFigure, effectivenessFigure, overdueFigure } from './collection-figures.ts';
import { delayFigures } from './delay-figures.ts';
import { bestPossibleFigure, countBackFigure, delinquentFigure, dsoFigure } from './dso-figures.ts';
import { type Figure, unknownFigure } from './figure.ts';
import { promiseFigure } from './promise-kept.ts';
import { type Receivables, receivables } from './receivables.ts';

/** The indicators of law-and-formats.md 7, in the order in which they are shown. */
export const portfolioFigureIds = [
  'dso',
  'countBack',
  'bestPossible',
  'delinquent',
  'effectiveness',
  'overdue',
  'signedDelay',
  'flooredDelay',
  'paymentTime',
  'onTime',
  'promises',
  'disputed',
] as const;
export type PortfolioFigureId = (typeof portfolioFigureIds)[number];

/** French name of an indicator and what it says, one line. */
export const portfolioFigureTexts: Readonly<
  Record<PortfolioFigureId, { readonly name: string; readonly meaning: string }>
> = {
  dso: {
    name: 'DSO, délai moyen de paiement',
    meaning: 'Combien de jours de ventes vos clients vous doivent.',
  },
  countBack: {
    name: 'DSO par épuisement',
    meaning: 'Le même, mois par mois\u00A0: il suit mieux une activité irrégulière.',
  },
  bestPossible: {
    name: 'DSO sans aucun retard',
    meaning: 'Ce que serait le DSO si chacun payait à l’échéance.',
  },
  delinquent: {
    name: 'Jours dus aux retards (ADD)',
    meaning: 'La part du DSO que les relances peuvent faire gagner.',
  },
  effectiveness: {
    name: 'Efficacité du recouvrement (CEI)',
    meaning: 'Ce qui a été encaissé de ce qui pouvait l’être.',
  },
  overdue: {
    name: 'Part échue de l’encours',
    meaning: 'Ce qui aurait déjà dû être payé.',
  },
  signedDelay: {
    name: 'Retard moyen de paiement',
    meaning: 'Jours après l’échéance, avances déduites.',
  },
  flooredDelay: {
    name: 'Retard moyen, avances comptées 0',
    meaning: 'Le même, sans que les uns rattrapent les autres.',
  },
  paymentTime: {
    name: 'Délai réel de paiement',
    meaning: 'Jours entre l’émission de la facture et son paiement.',
  },
  onTime: {
    name: 'Payé à l’échéance',
    meaning: 'Part des montants payés à l’heure ou en avance.',
  },
  promises: {
    name: 'Promesses tenues',
    meaning: 'Promesses de paiement suivies d’effet à temps.',
  },
  disputed: {
    name: 'Part contestée de l’encours',
    meaning: 'Ce que vos clients refusent de payer en l’état.',
  },
};

/**
 * Every indicator of the portfolio on `today` with its formula. Those that compare receivables with sales
 * cover the last 365 days or as far as the sales are known (sales-history.ts), those on payments and promises
 * the last 12 months; each says in French why it is missing.
 */
export const portfolioFigures = (ledger: Ledger, today: Day): Readonly<Record<PortfolioFigureId, Figure>> => {
  const basis = receivables(ledger, today);
  const ofSales = (figure: (known: Receivables) => Figure): Figure =>
    basis.ok ? figure(basis.value) : unknownFigure(basis.error.message);
  const delays = delayFigures(ledger, today);
  return {
    dso: ofSales(dsoFigure),
    countBack: ofSales(countBackFigure),
    bestPossible: ofSales(bestPossibleFigure),
    delinquent: ofSales(delinquentFigure),
    effectiveness: ofSales(effectivenessFigure),
    overdue: overdueFigure(ledger, today),
    signedDelay: delays.signed,
    flooredDelay: delays.floored,
    paymentTime: delays.paymentTime,
    onTime: delays.onTime,
    promises: promiseFigure(ledger, today),
    disputed: disputedFigure(ledger, today),
  };
};
