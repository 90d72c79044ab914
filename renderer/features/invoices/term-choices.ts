import { describePaymentTerms, type PaymentTerms } from '../../../shared/dates/payment-terms.ts';

export interface TermChoice {
  readonly value: string;
  readonly label: string;
  readonly terms: PaymentTerms;
}

/** The client's own terms, or the general setting; they follow the client that is chosen. */
export const ownTerms = 'own';

/** The choice for a due date that follows no rule. */
export const customTerms = { value: 'custom', label: 'Autre échéance' } as const;

/** « 30 jours nets »: short enough for a list. */
const label = (terms: PaymentTerms): string =>
  terms.kind === 'net' && terms.days > 0
    ? `${terms.days}\u00A0jour${terms.days > 1 ? 's nets' : ' net'}`
    : describePaymentTerms(terms);

const choice = (terms: PaymentTerms): TermChoice => ({
  value: [terms.kind, terms.days, ...(terms.kind === 'end-of-month' ? [terms.method] : [])].join(' '),
  label: label(terms),
  terms,
});

/** Terms offered when an invoice is typed, besides the client's. */
const commonTerms: readonly TermChoice[] = [
  ...[0, 15, 30, 45, 60].map((days) => choice({ kind: 'net', days })),
  choice({ kind: 'end-of-month', days: 30, method: 'add-then-end' }),
  choice({ kind: 'end-of-month', days: 45, method: 'add-then-end' }),
  choice({ kind: 'end-of-month', days: 45, method: 'end-then-add' }),
  choice({ kind: 'after-receipt', days: 30 }),
];

/** What the list offers: the client's terms (or the general setting) first, then the common ones. */
export const offeredTerms = (own: PaymentTerms, isAgreed: boolean): readonly TermChoice[] => [
  {
    value: ownTerms,
    label: `${label(own)} (${isAgreed ? 'client' : 'réglage général'})`,
    terms: own,
  },
  ...commonTerms.filter(({ value, terms }) => value !== choice(own).value || hasDayOfMonth(own, terms)),
];

/** « 30 jours fin de mois le 10 » is not « 30 jours fin de mois ». */
const hasDayOfMonth = (own: PaymentTerms, terms: PaymentTerms): boolean =>
  own.kind === 'end-of-month' && terms.kind === 'end-of-month' && (own.plusDays ?? 0) > 0;

/** Terms that count from a day which the invoice itself does not name. */
export const needsReceipt = (terms: PaymentTerms | undefined): boolean =>
  terms?.kind === 'after-receipt' || terms?.kind === 'decade';
