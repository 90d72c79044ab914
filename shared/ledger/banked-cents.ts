import { type Cents, cents } from '../money/cents.ts';
import type { Payment } from './payment.ts';

/** What of a payment reached the user's account: all of it, less what a collector kept. 0 or more. */
export const bankedCents = ({ cents: paid, collected }: Pick<Payment, 'cents' | 'collected'>): Cents =>
  cents(paid - (collected?.feeCents ?? 0));
