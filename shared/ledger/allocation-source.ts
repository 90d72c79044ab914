import type { Allocation, ConcessionReason } from './payment.ts';

/** The payment or credit note that an allocation rests on: when a payment is reversed, so is its concession. */
export const allocationSourceId = ({ source }: Pick<Allocation, 'source'>): string =>
  source.kind === 'credit-note' ? source.creditNoteId : source.paymentId;

/** French: what was let go with a payment. */
export const concessionNames: Readonly<Record<ConcessionReason, string>> = {
  'early-payment-discount': 'Escompte pour paiement anticipé',
  'bank-fees': 'Frais bancaires acceptés',
  rounding: 'Écart d’arrondi accepté',
};
