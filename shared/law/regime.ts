import type { DebtorRegime } from '../ledger/client.ts';

/** What the law gives a creditor against a kind of debtor. */
export interface RegimeRules {
  /** French name for lists and forms. */
  readonly name: string;
  /** Day after which interest runs. */
  readonly interestStartsAfter: 'due-date' | 'formal-notice';
  /** Default rate: ECB rate plus points, re-fixed each semester or frozen at the first; or the legal rate. */
  readonly statutoryRate: 'ecb-per-semester' | 'ecb-frozen' | 'legal-per-semester';
  /** A stipulated rate is checked against three times the legal rate. */
  readonly hasRateFloor: boolean;
  /** The flat 40 € an invoice. */
  readonly hasIndemnity: boolean;
  /** Articles that a claim for payment cites. */
  readonly legalReferences: string;
}

/**
 * The first branch of every computation (law-and-formats.md 0.2). A `non-professional` is a legal person
 * that does not act for business (association, condominium, works council; C. consom., preliminary article):
 * whether the penalties between businesses apply depends on the facts, so neither they nor the 40 € do by default.
 */
export const regimeRules: Readonly<Record<DebtorRegime, RegimeRules>> = {
  b2b: {
    name: 'Professionnel',
    interestStartsAfter: 'due-date',
    statutoryRate: 'ecb-per-semester',
    hasRateFloor: true,
    hasIndemnity: true,
    legalReferences: 'articles L441-10 II et D441-5 du Code de commerce',
  },
  public: {
    name: 'Organisme public',
    interestStartsAfter: 'due-date',
    statutoryRate: 'ecb-frozen',
    hasRateFloor: false,
    hasIndemnity: true,
    legalReferences: 'articles L2192-13, R2192-31 et D2192-35 du Code de la commande publique',
  },
  b2c: {
    name: 'Particulier',
    interestStartsAfter: 'formal-notice',
    statutoryRate: 'legal-per-semester',
    hasRateFloor: false,
    hasIndemnity: false,
    legalReferences: 'articles 1231-6, 1344 et 1344-1 du Code civil',
  },
  'non-professional': {
    name: 'Association ou autre non-professionnel',
    interestStartsAfter: 'formal-notice',
    statutoryRate: 'legal-per-semester',
    hasRateFloor: false,
    hasIndemnity: false,
    legalReferences: 'articles 1231-6, 1344 et 1344-1 du Code civil',
  },
};

/** French name of a regime. */
export const regimeName = (regime: DebtorRegime): string => regimeRules[regime].name;
