import { type Cents, cents } from '../money/cents.ts';

/** Amount including VAT split into its net part and its VAT; the two add up to it. */
export interface NetAndVat {
  readonly netCents: Cents;
  readonly vatCents: Cents;
}

/**
 * Net and VAT parts of an unpaid amount including VAT, for the duplicate « Facture demeurée impayée… »
 * (CGI art. 272-1): net rounded half up to the cent, VAT the rest.
 * @param totalCents 0 or more; @param vatBasisPoints 20 % = 2000.
 */
export const splitVat = (totalCents: number, vatBasisPoints: number): NetAndVat => {
  const divisor = 10_000n + BigInt(vatBasisPoints);
  const netCents = Number((2n * BigInt(totalCents) * 10_000n + divisor) / (2n * divisor));
  return { netCents: cents(netCents), vatCents: cents(totalCents - netCents) };
};
