/** What a movement really is. */
export type PaymentTruth =
  | {
      readonly kind: 'payment';
      readonly clientId: string;
      readonly shares: ReadonlyMap<string, number>;
      readonly onAccountCents: number;
      readonly concessionCents: number;
      readonly creditCents: number;
    }
  | { readonly kind: 'recorded'; readonly paymentIds: readonly string[] }
  | { readonly kind: 'return'; readonly paymentId: string }
  /** One credit for invoices of several clients. */
  | { readonly kind: 'several-clients' }
  /** No customer's money. */
  | { readonly kind: 'none' };

export interface TrueLine {
  readonly truth: PaymentTruth;
  /** How it was paid, quoted and named: for the table of results. */
  readonly way: readonly string[];
}
