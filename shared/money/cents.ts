declare const centsBrand: unique symbol;

/** An amount in whole euro cents (or the cents of the invoice's currency); negative = owed to the client. */
export type Cents = number & { readonly [centsBrand]: 'Cents' };

/** Brands a safe integer as cents. Throws on anything else: a fraction of a cent is always a bug. */
export const cents = (value: number): Cents => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
};

export const zeroCents = cents(0);

/** Exact sum of any number of amounts. */
export const sumCents = (amounts: Iterable<number>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
};
