import { addDays, type Day, daysBetween, earlierDay, laterDay } from '../../shared/dates/day.ts';
import { pick, type Random, wholeBetween } from '../../shared/demo/seeded-random.ts';
import { chance } from './payment-truth-chance.ts';
import type { DrawnClient, DrawnInvoice } from './payment-truth-ledger.ts';
import type { AmountWay } from './payment-truth-mix.ts';

/** What one line of a client brings: the payer's will. */
export interface DrawnPayment {
  readonly on: Day;
  readonly amountCents: number;
  /** Invoice and what of the money goes to it. */
  readonly shares: readonly (readonly [DrawnInvoice, number])[];
  readonly onAccountCents: number;
  readonly concessionCents: number;
  /** Money on account or a credit note that he took off. */
  readonly creditCents: number;
  /** Noted by hand before the statement came. */
  readonly isRecorded: boolean;
}

const payment = (
  on: Day,
  shares: readonly (readonly [DrawnInvoice, number])[],
  changes: Partial<DrawnPayment> = {},
): DrawnPayment => ({
  on,
  amountCents: shares.reduce((sum, [, cents]) => sum + cents, 0) + (changes.onAccountCents ?? 0),
  shares,
  onAccountCents: 0,
  concessionCents: 0,
  creditCents: 0,
  isRecorded: false,
  ...changes,
});

const bookedOn = (random: Random, invoices: readonly DrawnInvoice[], today: Day): Day => {
  const issued = invoices.reduce(
    (latest, { issuedOn }) => laterDay(latest, issuedOn),
    invoices[0]?.issuedOn ?? today,
  );
  const earliest = earlierDay(today, laterDay(addDays(issued, 3), addDays(today, -44)));
  return addDays(earliest, wholeBetween(random, 0, Math.max(0, daysBetween(earliest, today))));
};

/**
 * Draws what a client pays of what he owes, and takes it off `owed`. One line, or two where the way has two.
 * @param owed what is still unpaid, by day of issue; never empty.
 */
export const drawPayments = (
  random: Random,
  way: AmountWay,
  client: DrawnClient,
  owed: DrawnInvoice[],
  feeToleranceCents: number,
  today: Day,
): readonly DrawnPayment[] => {
  const take = (count: number, from: number): readonly DrawnInvoice[] => owed.splice(from, count);
  const one = (): DrawnInvoice =>
    take(1, chance(random, 0.7) ? 0 : wholeBetween(random, 0, owed.length - 1))[0] as DrawnInvoice;
  const severalAtOnce = (): readonly DrawnInvoice[] => {
    if (chance(random, 0.3)) return take(owed.length, 0);
    const count = Math.min(owed.length, wholeBetween(random, 2, 6));
    if (chance(random, 0.6)) return take(count, 0);
    return Array.from(
      { length: count },
      () => take(1, wholeBetween(random, 0, owed.length - 1))[0] as DrawnInvoice,
    ).sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1));
  };
  const whole = (invoices: readonly DrawnInvoice[]) =>
    invoices.map((invoice) => [invoice, invoice.totalCents] as const);
  const invoices =
    way === 'several' || (way === 'less-credit' && chance(random, 0.5)) ? severalAtOnce() : [one()];
  const first = invoices[0] as DrawnInvoice;
  const total = invoices.reduce((sum, { totalCents }) => sum + totalCents, 0);
  const on = bookedOn(random, invoices, today);
  const less = (cents: number, changes: Partial<DrawnPayment> = {}) => [
    payment(on, [[first, total - cents]], changes),
  ];
  const more = (cents: number) => [payment(on, whole(invoices), { onAccountCents: cents })];
  switch (way) {
    case 'one':
    case 'several':
    case 'two-clients':
      return [payment(on, whole(invoices))];
    case 'recorded':
      return [payment(on, whole(invoices), { isRecorded: true })];
    case 'less-credit': {
      if (client.hasUsedCredit) return [payment(on, whole(invoices))];
      if (client.onAccountCents === 0)
        client.onAccountCents = wholeBetween(random, Math.ceil(total / 20), Math.floor(total / 3));
      const creditCents = client.onAccountCents;
      const last = invoices.at(-1) as DrawnInvoice;
      if (creditCents >= last.totalCents) return [payment(on, whole(invoices))];
      client.hasUsedCredit = true;
      return [
        payment(
          on,
          whole(invoices).map(
            ([invoice, cents]) => [invoice, invoice === last ? cents - creditCents : cents] as const,
          ),
          { creditCents },
        ),
      ];
    }
    case 'deposit':
      return less(total - Math.round((total * pick(random, [30, 30, 40, 50])) / 100));
    case 'round-part': {
      const step = total > 100_000 ? 10_000 : 1000;
      return total <= step
        ? [payment(on, whole(invoices))]
        : less(total - step * wholeBetween(random, 1, Math.floor((total - 1) / step)));
    }
    case 'announced': {
      const cents = chance(random, 0.5) ? total : Math.round(total / wholeBetween(random, 2, 4));
      first.announced = { cents, on: addDays(on, wholeBetween(random, -4, 2)) };
      return less(total - cents);
    }
    case 'cents-off': {
      const cents = wholeBetween(random, 1, 2);
      return chance(random, 0.6) ? less(cents, { concessionCents: cents }) : more(cents);
    }
    case 'bank-fees': {
      if (chance(random, 0.2))
        return less(Math.min(total - 1, feeToleranceCents + wholeBetween(random, 100, 2000)));
      const fee = Math.min(total - 1, wholeBetween(random, 300, feeToleranceCents));
      return less(fee, { concessionCents: fee });
    }
    case 'discount':
    case 'late-discount': {
      const discount = { basisPoints: pick(random, [100, 200, 300]), withinDays: pick(random, [8, 10, 15]) };
      first.discount = discount;
      const taken = total - Math.round((total * (10_000 - discount.basisPoints)) / 10_000);
      const limit = addDays(first.issuedOn, discount.withinDays);
      const at =
        way === 'discount'
          ? addDays(limit, -wholeBetween(random, 0, 5))
          : addDays(limit, wholeBetween(random, 2, 9));
      return [
        payment(earlierDay(at, today), [[first, total - taken]], {
          concessionCents: earlierDay(at, today) <= limit ? taken : 0,
        }),
      ];
    }
    case 'too-much':
      return more(chance(random, 0.5) ? 1000 - (total % 1000) : wholeBetween(random, 100, 20_000));
    case 'with-indemnity':
      return more(4000);
    case 'retention':
      return less(Math.round(total / 20));
    case 'twice': {
      // Never on one day: then nobody could say which of the two is the second.
      const early = earlierDay(on, addDays(today, -1));
      const again = earlierDay(today, addDays(early, wholeBetween(random, 1, 12)));
      return [
        payment(early, whole(invoices)),
        payment(again, [], { amountCents: total, onAccountCents: total }),
      ];
    }
    case 'deposit-and-rest': {
      const deposit = Math.round((total * 30) / 100);
      const later = earlierDay(today, addDays(on, wholeBetween(random, 1, 25)));
      return [payment(on, [[first, deposit]]), payment(later, [[first, total - deposit]])];
    }
  }
};
