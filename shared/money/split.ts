import { type Cents, cents } from './cents.ts';

/**
 * Cuts an amount into `count` (1 or more) equal instalments, each floored to the cent towards zero;
 * the last one absorbs the remainder, so that no cent is lost: 1 000,00 / 3 = 333,33 + 333,33 + 333,34.
 */
export const splitEqually = (totalCents: number, count: number): readonly Cents[] => {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`not a number of instalments: ${count}`);
  const share = Math.trunc(cents(totalCents) / count);
  const instalments = Array.from({ length: count - 1 }, () => cents(share));
  return [...instalments, cents(totalCents - share * (count - 1))];
};
