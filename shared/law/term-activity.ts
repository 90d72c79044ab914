import type { DebtorRegime } from '../ledger/client.ts';
import type { TermParameterName } from './parameters.ts';

/**
 * What the longest lawful term depends on. `general` is any sale between businesses; the others are the
 * activities of C. com. L441-11 II and L441-12, and the public buyers of CCP R2192-10 and -11.
 */
export type TermActivity =
  | 'general'
  | 'periodic-invoice'
  | 'perishable-food'
  | 'livestock-and-fresh-meat'
  | 'alcohol'
  | 'wine-and-grapes'
  | 'transport'
  | 'vat-free-export'
  | 'public-body'
  | 'public-hospital'
  | 'public-company'
  | 'consumer';

/** How the longest term of an activity counts. */
export interface TermRule {
  /** French name, for the list of activities. */
  readonly name: string;
  /** Debtors it may concern; the first activity of a regime's list is its own. */
  readonly regimes: readonly DebtorRegime[];
  /** Days from the start; undefined where the law sets no limit. */
  readonly cap: TermParameterName | undefined;
  /** What the days run from. */
  readonly runsFrom: 'issue' | 'receipt' | 'end-of-month-of-receipt';
  /** The same in French: « après la livraison ». */
  readonly after: string;
  /** « 45 jours fin de mois » may go beyond where the contract says so (L441-10 I al. 3). */
  readonly hasEndOfMonthCap: boolean;
  /** Periodic invoices with terms by the décade count from its end (L441-11 II 1°). */
  readonly countsDecades: boolean;
  /** Longer terms are fined (C. com. L441-16). */
  readonly isFined: boolean;
}

const between: Pick<TermRule, 'regimes' | 'hasEndOfMonthCap' | 'countsDecades' | 'isFined'> = {
  regimes: ['b2b', 'non-professional'],
  hasEndOfMonthCap: false,
  countsDecades: false,
  isFined: true,
};

const fromIssue = { runsFrom: 'issue', after: 'après l’émission de la facture' } as const;
const fromDelivery = { runsFrom: 'receipt', after: 'après la livraison' } as const;
const publicBuyer = {
  ...between,
  regimes: ['public'],
  runsFrom: 'receipt',
  after: 'après la réception de la demande de paiement',
  isFined: false,
} as const;

/** The special regimes, one record each (law-and-formats.md 1.1 and 1.7). */
export const termRules: Readonly<Record<TermActivity, TermRule>> = {
  general: {
    ...between,
    ...fromIssue,
    name: 'Cas général',
    cap: 'term-cap-net',
    hasEndOfMonthCap: true,
  },
  'periodic-invoice': {
    ...between,
    ...fromIssue,
    name: 'Facture périodique ou récapitulative',
    cap: 'term-cap-periodic',
  },
  'perishable-food': {
    ...between,
    ...fromDelivery,
    name: 'Denrées périssables, surgelés, plats cuisinés',
    cap: 'term-cap-perishable',
    countsDecades: true,
  },
  'livestock-and-fresh-meat': {
    ...between,
    ...fromDelivery,
    name: 'Bétail sur pied et viandes fraîches',
    cap: 'term-cap-livestock',
  },
  alcohol: {
    ...between,
    name: 'Boissons alcooliques (droits de consommation)',
    cap: 'term-cap-alcohol',
    runsFrom: 'end-of-month-of-receipt',
    after: 'après la fin du mois de livraison',
  },
  'wine-and-grapes': {
    ...between,
    ...fromIssue,
    name: 'Raisins, moûts et boissons soumises au droit de circulation',
    cap: 'term-cap-net',
    hasEndOfMonthCap: true,
  },
  transport: {
    ...between,
    ...fromIssue,
    name: 'Transport, location de véhicules, commission de transport',
    cap: 'term-cap-transport',
  },
  'vat-free-export': {
    ...between,
    ...fromIssue,
    name: 'Achats en franchise de TVA réexportés hors de l’Union européenne',
    cap: 'term-cap-vat-free-export',
  },
  'public-body': {
    ...publicBuyer,
    name: 'État, collectivité, établissement public',
    cap: 'term-cap-public-body',
  },
  'public-hospital': {
    ...publicBuyer,
    name: 'Établissement public de santé',
    cap: 'term-cap-public-hospital',
  },
  'public-company': {
    ...publicBuyer,
    name: 'Entreprise publique',
    cap: 'term-cap-public-company',
  },
  consumer: {
    ...between,
    ...fromIssue,
    regimes: ['b2c'],
    name: 'Consommateur',
    cap: undefined,
    isFined: false,
  },
};

/** Activities that may concern a regime, its usual one first. */
export const termActivitiesOf = (regime: DebtorRegime): readonly TermActivity[] =>
  (Object.keys(termRules) as TermActivity[]).filter((activity) =>
    termRules[activity].regimes.includes(regime),
  );

/** The activity that counts for a client: the one chosen where it can concern his regime, else the usual one. */
export const termActivityOf = (regime: DebtorRegime, chosen: TermActivity | undefined): TermActivity => {
  const activities = termActivitiesOf(regime);
  return activities.find((activity) => activity === chosen) ?? activities[0] ?? 'general';
};
