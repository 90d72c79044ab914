import { daysBetween } from '../../../shared/dates/day.ts';
import type { BankLine } from '../../../shared/ledger/bank.ts';
import { bankedCents } from '../../../shared/ledger/banked-cents.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Payment } from '../../../shared/ledger/payment.ts';

/** A movement seldom stands further from the day that was noted. */
const nearDays = 15;
/** SEPA direct debits can be returned for thirteen months. */
const returnDays = 400;
const most = 8;

/**
 * Standing payments that a movement may be: for money received, those of the same amount noted by hand about
 * the same day; for money taken back, those of the same amount received before. Nearest first.
 * @param amountCents positive.
 */
export const paymentChoices = (
  ledger: Ledger,
  line: Pick<BankLine, 'bookedOn' | 'amountCents'>,
  amountCents: number,
): readonly Payment[] => {
  const isReturn = line.amountCents < 0;
  const found: { readonly payment: Payment; readonly distance: number }[] = [];
  for (const payment of ledger.payments.values()) {
    if (payment.reversedAt !== undefined || bankedCents(payment) !== amountCents) continue;
    const days = daysBetween(payment.receivedOn, line.bookedOn);
    const fits = isReturn
      ? days >= 0 && days <= returnDays
      : payment.bankLineId === undefined && payment.method !== 'as-imported' && Math.abs(days) <= nearDays;
    if (fits) found.push({ payment, distance: Math.abs(days) });
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.payment.id < b.payment.id ? -1 : 1))
    .slice(0, most)
    .map(({ payment }) => payment);
};
