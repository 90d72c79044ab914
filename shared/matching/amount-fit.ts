import type { Day } from '../dates/day.ts';
import type { ConcessionReason } from '../ledger/payment.ts';
import { spreadPayment } from '../ledger/spread-payment.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { OwedItem } from './account-state.ts';
import { discountCents, isDiscountOpen } from './early-discount.ts';
import type { MatchReason, MatchShare } from './match-contract.ts';

/** How an amount settles invoices. */
export interface AmountFit {
  readonly kind:
    | 'exact'
    | 'rounding'
    | 'discount'
    | 'credit'
    | 'fees'
    | 'announced'
    | 'percent'
    | 'part'
    | 'over'
    | 'legal-order';
  readonly shares: readonly MatchShare[];
  readonly onAccountCents: number;
  readonly usesOnAccountCents: number;
  readonly reasons: readonly MatchReason[];
}

/** The money that came. */
export interface ReceivedAmount {
  readonly cents: number;
  readonly on: Day;
  readonly feeToleranceCents: number;
  /** Money on account and credit notes of the client. */
  readonly onAccountCents: number;
}

const roundingCents = 2;
/** Fees above this share of what is owed are a part payment, whatever the tolerance. */
const mostFeesShare = 0.2;

const whole = (owed: readonly OwedItem[]): MatchShare[] =>
  owed.map(({ item, leftCents }) => ({ invoiceId: item.invoiceId, cents: cents(leftCents) }));

const sumOf = (owed: readonly OwedItem[]): number => owed.reduce((sum, { leftCents }) => sum + leftCents, 0);

const fitOf = (
  kind: AmountFit['kind'],
  shares: readonly MatchShare[],
  reasons: readonly MatchReason[],
  onAccountCents = 0,
  usesOnAccountCents = 0,
): AmountFit => ({ kind, shares, onAccountCents, usesOnAccountCents, reasons });

/** Lets go of `missing` on one invoice: the last that is worth more. Undefined where none is. */
const withConcession = (
  owed: readonly OwedItem[],
  missing: number,
  reason: ConcessionReason,
): readonly MatchShare[] | undefined => {
  const at = owed.findLastIndex(({ leftCents }) => leftCents > missing);
  if (at < 0) return undefined;
  return whole(owed).map((share, index) =>
    index === at
      ? {
          ...share,
          cents: cents(share.cents - missing),
          concession: { reason, cents: cents(missing) },
        }
      : share,
  );
};

const withDiscounts = (owed: readonly OwedItem[], received: ReceivedAmount): AmountFit | undefined => {
  const eligible = owed.filter(
    ({ item, leftCents }) => leftCents === item.totalCents && isDiscountOpen(item, received.on),
  );
  const first = eligible[0];
  if (first === undefined) return undefined;
  const taken = eligible.reduce((sum, { item }) => sum + discountCents(item), 0);
  const difference = sumOf(owed) - taken - received.cents;
  if (taken === 0 || Math.abs(difference) > eligible.length) return undefined;
  const shares = owed.map(({ item, leftCents }): MatchShare => {
    if (!eligible.some((other) => other.item === item))
      return { invoiceId: item.invoiceId, cents: cents(leftCents) };
    // The cents by which the payer rounds otherwise are part of the discount that he took.
    const own = discountCents(item) + (item === first.item ? difference : 0);
    return {
      invoiceId: item.invoiceId,
      cents: cents(leftCents - own),
      ...(own > 0 && { concession: { reason: 'early-payment-discount', cents: cents(own) } }),
    };
  });
  return fitOf('discount', shares, [
    { kind: 'early-payment-discount', basisPoints: first.item.discount?.basisPoints ?? 0 },
  ]);
};

/** Fills the invoices in their order; the last one keeps what is missing. */
const filledInOrder = (owed: readonly OwedItem[], amountCents: number): readonly MatchShare[] =>
  spreadPayment(cents(amountCents), whole(owed)).shares;

/**
 * How the money settles exactly these invoices: to the cent, a cent or two off, less the escompte in its time,
 * less money on account, less the fees of a bank. Undefined where it does not.
 */
export const settlingFit = (owed: readonly OwedItem[], received: ReceivedAmount): AmountFit | undefined => {
  if (owed.length === 0) return undefined;
  const missing = sumOf(owed) - received.cents;
  const amountReason: MatchReason =
    owed.length === 1 ? { kind: 'exact-amount' } : { kind: 'sum-of-invoices', count: owed.length };
  if (missing === 0) return fitOf('exact', whole(owed), [amountReason]);
  const inTime = withDiscounts(owed, received);
  if (inTime !== undefined) return inTime;
  if (Math.abs(missing) <= roundingCents) {
    const reasons: MatchReason[] = [amountReason, { kind: 'rounding', cents: cents(Math.abs(missing)) }];
    if (missing < 0) return fitOf('rounding', whole(owed), reasons, -missing);
    const shares = withConcession(owed, missing, 'rounding');
    return shares && fitOf('rounding', shares, reasons);
  }
  if (missing > 0 && missing === received.onAccountCents)
    return fitOf(
      'credit',
      filledInOrder(owed, received.cents),
      [amountReason, { kind: 'credit-deducted', cents: missing as Cents }],
      0,
      missing,
    );
  // « Retenue de garantie » of building works (loi 71-584): it stays owed.
  const isRetention = owed.length === 1 && Math.abs(Math.round(sumOf(owed) / 20) - missing) <= 1;
  const isLateDiscount = owed.some(
    ({ item }) => discountCents(item) > 0 && Math.abs(discountCents(item) - missing) <= 1,
  );
  if (
    missing > 0 &&
    missing <= received.feeToleranceCents &&
    missing <= mostFeesShare * sumOf(owed) &&
    !isLateDiscount &&
    !isRetention
  ) {
    const shares = withConcession(owed, missing, 'bank-fees');
    return shares && fitOf('fees', shares, [{ kind: 'bank-fees', cents: cents(missing) }]);
  }
  return undefined;
};

/** Deposits that are usual in France, in percent of the invoice. */
const usualPercents = [10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 75, 80, 90, 95];

/** How the money is a usual part of one invoice: an announced amount, or a deposit in round percents. */
export const partFit = (owed: OwedItem, received: ReceivedAmount): AmountFit | undefined => {
  const { item, leftCents } = owed;
  if (received.cents >= leftCents) return undefined;
  const shares = [{ invoiceId: item.invoiceId, cents: cents(received.cents) }];
  const announced = item.announced?.find((amount) => Math.abs(amount.cents - received.cents) <= 1);
  if (announced) return fitOf('announced', shares, [{ kind: 'announced-amount', on: announced.on }]);
  const percent = usualPercents.find(
    (share) => Math.abs(Math.round((item.totalCents * share) / 100) - received.cents) <= 1,
  );
  return percent === undefined ? undefined : fitOf('percent', shares, [{ kind: 'part-payment', percent }]);
};

/** The money does less, or more, than settle these invoices. */
export const otherFit = (owed: readonly OwedItem[], received: ReceivedAmount): AmountFit | undefined => {
  const sum = sumOf(owed);
  if (owed.length === 0 || sum === received.cents) return undefined;
  if (sum < received.cents)
    return fitOf(
      'over',
      whole(owed),
      [{ kind: 'overpayment', cents: cents(received.cents - sum) }],
      received.cents - sum,
    );
  return fitOf('part', filledInOrder(owed, received.cents), [
    { kind: 'part-payment' },
    { kind: 'amount-differs', cents: cents(sum - received.cents) },
  ]);
};
