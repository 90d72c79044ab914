import type { NameWay } from './payment-truth-names.ts';

/** What of the account the payer settles, and with how much. */
export type AmountWay =
  | 'one'
  | 'several'
  | 'less-credit'
  | 'deposit'
  | 'round-part'
  | 'announced'
  | 'cents-off'
  | 'bank-fees'
  | 'discount'
  | 'late-discount'
  | 'too-much'
  | 'with-indemnity'
  | 'retention'
  | 'twice'
  | 'deposit-and-rest'
  | 'recorded'
  | 'two-clients';

/** What the payer writes about it. */
export type ReferenceWay =
  | 'as-printed'
  | 'other-spelling'
  | 'creditor-reference'
  | 'order'
  | 'nothing'
  | 'own-reference'
  | 'mistyped'
  | 'wrong'
  | 'cut-off';

/** Shares of the ways people pay: weights within each dimension; the dimensions are drawn independently. */
export interface PaymentMix {
  readonly amounts: Readonly<Record<AmountWay, number>>;
  readonly references: Readonly<Record<ReferenceWay, number>>;
  readonly names: Readonly<Record<NameWay, number>>;
  /** Several invoices at once, of which only the first is named. */
  readonly incompleteLists: number;
  /** Credits that no open invoice explains, per line of a client. */
  readonly unrelated: number;
  /** Cheque deposits per line of a client; half of them noted by hand when the cheque came. */
  readonly chequeDeposits: number;
  /** Returned direct debits and rejected transfers per line of a client. */
  readonly returns: number;
  /** The bank states the payer in a field of its own (camt.053, CFONB120 with NPY). */
  readonly ownNameField: number;
  /** The bank states the payer's account. */
  readonly ibanField: number;
  /** Clients who owe the same amount month after month. */
  readonly subscribers: number;
  /** Invoices whose amount stands on the price list, at many clients the same. */
  readonly listPrices: number;
}

/**
 * Business clients of a small firm, mostly by transfer: three in four quote something that names the invoice,
 * one in nine pays under a name that differs from that of the ledger beyond form and spelling.
 */
export const everydayMix: PaymentMix = {
  amounts: {
    one: 66,
    several: 14,
    'less-credit': 1.5,
    deposit: 2.5,
    'round-part': 1.5,
    announced: 2,
    'cents-off': 1.2,
    'bank-fees': 1,
    discount: 1.5,
    'late-discount': 0.5,
    'too-much': 0.8,
    'with-indemnity': 0.4,
    retention: 0.3,
    twice: 0.8,
    'deposit-and-rest': 0.8,
    recorded: 3,
    'two-clients': 0.4,
  },
  references: {
    'as-printed': 36,
    'other-spelling': 26,
    'creditor-reference': 3,
    order: 4,
    nothing: 16,
    'own-reference': 8,
    mistyped: 3,
    wrong: 2,
    'cut-off': 2,
  },
  names: {
    same: 56,
    'other-form': 18,
    longer: 5,
    reordered: 5,
    mistyped: 4,
    learned: 5,
    unknown: 5,
    none: 2,
  },
  incompleteLists: 0.15,
  unrelated: 0.08,
  chequeDeposits: 0.03,
  returns: 0.01,
  ownNameField: 0.6,
  ibanField: 0.3,
  subscribers: 0.12,
  listPrices: 0.3,
};

/** Many private and careless payers: references are missing or wrong in more than half, names differ in a third. */
export const harshMix: PaymentMix = {
  amounts: {
    one: 50,
    several: 20,
    'less-credit': 3,
    deposit: 4,
    'round-part': 4,
    announced: 3,
    'cents-off': 2,
    'bank-fees': 2,
    discount: 2,
    'late-discount': 1.5,
    'too-much': 2,
    'with-indemnity': 1,
    retention: 1,
    twice: 2,
    'deposit-and-rest': 1.5,
    recorded: 4,
    'two-clients': 1,
  },
  references: {
    'as-printed': 18,
    'other-spelling': 20,
    'creditor-reference': 1,
    order: 4,
    nothing: 30,
    'own-reference': 13,
    mistyped: 5,
    wrong: 5,
    'cut-off': 4,
  },
  names: {
    same: 36,
    'other-form': 18,
    longer: 7,
    reordered: 7,
    mistyped: 8,
    learned: 6,
    unknown: 12,
    none: 6,
  },
  incompleteLists: 0.4,
  unrelated: 0.15,
  chequeDeposits: 0.06,
  returns: 0.02,
  ownNameField: 0.4,
  ibanField: 0.15,
  subscribers: 0.2,
  listPrices: 0.5,
};
