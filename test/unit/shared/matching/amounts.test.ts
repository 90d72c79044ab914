import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { accountFits } from '../../../../shared/matching/account-fits.ts';
import type { OwedItem } from '../../../../shared/matching/account-state.ts';
import { type ReceivedAmount, settlingFit } from '../../../../shared/matching/amount-fit.ts';
import { inLegalOrderOf1342 } from '../../../../shared/matching/legal-order.ts';
import type { OpenItem } from '../../../../shared/matching/match-contract.ts';
import { subsetOfSum } from '../../../../shared/matching/subset-search.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { anItem } from './sample-matching.ts';

const on = day('2026-06-10');

const owed = (invoiceId: string, leftCents: number, changes: Partial<OpenItem> = {}): OwedItem => ({
  item: anItem(invoiceId, 'c', invoiceId, { totalCents: cents(leftCents), ...changes }),
  leftCents,
});

const received = (amount: number, changes: Partial<ReceivedAmount> = {}): ReceivedAmount => ({
  cents: amount,
  on,
  feeToleranceCents: 1500,
  onAccountCents: 0,
  ...changes,
});

const shares = (fit: ReturnType<typeof settlingFit>): readonly string[] =>
  fit?.shares.map(
    ({ invoiceId, cents: share, concession }) =>
      `${invoiceId} ${share}${concession === undefined ? '' : ` ${concession.reason} ${concession.cents}`}`,
  ) ?? [];

describe('an amount that settles invoices', () => {
  const two = [owed('a', 50_000), owed('b', 30_000)];

  it('to the cent', () => {
    expect(settlingFit(two, received(80_000))).toMatchObject({ kind: 'exact', onAccountCents: 0 });
  });

  it('a cent or two off, either way', () => {
    expect(shares(settlingFit(two, received(79_998)))).toEqual(['a 50000', 'b 29998 rounding 2']);
    expect(settlingFit(two, received(80_001))).toMatchObject({ kind: 'rounding', onAccountCents: 1 });
    expect(settlingFit(two, received(80_003))).toBeUndefined();
  });

  it('less the fees of a bank, up to the tolerance', () => {
    expect(shares(settlingFit(two, received(78_500)))).toEqual(['a 50000', 'b 28500 bank-fees 1500']);
    expect(settlingFit(two, received(78_499))).toBeUndefined();
    expect(settlingFit(two, received(78_500, { feeToleranceCents: 0 }))).toBeUndefined();
  });

  it('fees never eat a small invoice, nor are five percent of building works fees', () => {
    expect(settlingFit([owed('a', 2000)], received(1000))).toBeUndefined();
    expect(settlingFit([owed('a', 10_000)], received(9500))).toBeUndefined();
  });

  it('less money on account or a credit note', () => {
    const fit = settlingFit(two, received(73_300, { onAccountCents: 6700 }));
    expect(fit).toMatchObject({ kind: 'credit', usesOnAccountCents: 6700 });
    expect(shares(fit)).toEqual(['a 50000', 'b 23300']);
  });

  describe('less the escompte', () => {
    const discount = { basisPoints: 200, withinDays: 10 };
    const early = [owed('a', 50_000, { discount, issuedOn: on })];

    it('until its last day', () => {
      const lastDay = addDays(on, 10);
      expect(shares(settlingFit(early, received(49_000, { on: lastDay })))).toEqual([
        'a 49000 early-payment-discount 1000',
      ]);
    });

    it('never a day later, and then not as fees either', () => {
      expect(settlingFit(early, received(49_000, { on: addDays(on, 11) }))).toBeUndefined();
    });
  });
});

describe('an amount and the account', () => {
  const account = [owed('a', 10_000), owed('b', 25_000), owed('c', 25_000), owed('d', 40_001)];
  const first = (amount: number) => accountFits(account, received(amount))[0];

  it('one invoice', () => {
    expect(first(40_001)).toMatchObject({ shape: 'single', rivals: 0 });
  });

  it('two equal invoices are rivals', () => {
    expect(first(25_000)).toMatchObject({ shape: 'single', rivals: 1 });
  });

  it('the whole account, the oldest, any set', () => {
    expect(first(100_001)).toMatchObject({ shape: 'whole-account', rivals: 0 });
    expect(first(60_000)).toMatchObject({ shape: 'oldest', rivals: 0 });
    expect(first(50_001)).toMatchObject({ shape: 'any-set', rivals: 0 });
    expect(first(35_000)).toMatchObject({ rivals: 1 });
  });

  it('a deposit in usual percents', () => {
    expect(accountFits([owed('a', 50_010)], received(15_003))[0]?.fit).toMatchObject({
      kind: 'percent',
      reasons: [{ kind: 'part-payment', percent: 30 }],
    });
  });

  it('an announced amount, round its day', () => {
    const announced = [{ cents: cents(7777), on }];
    const one = [owed('a', 50_000, { announced })];
    expect(accountFits(one, received(7777))[0]?.fit.kind).toBe('announced');
    expect(accountFits(one, received(7777, { on: addDays(on, 30) }))[0]?.fit.kind).toBe('legal-order');
  });

  it('what is more than all is left over', () => {
    expect(first(100_500)?.fit).toMatchObject({ kind: 'over', onAccountCents: 499 });
  });
});

describe('the order of the law (C. civ. 1342-10)', () => {
  const order = (rows: readonly OwedItem[], amount: number) =>
    inLegalOrderOf1342(rows, amount, on).map(({ invoiceId, cents: share }) => `${invoiceId} ${share}`);

  it('what is due comes before what is not, whatever its age', () => {
    const rows = [
      owed('young', 10_000, { dueOn: day('2026-07-01'), issuedOn: day('2026-01-01') }),
      owed('due', 10_000, { dueOn: day('2026-06-01'), issuedOn: day('2026-05-01') }),
    ];
    expect(order(rows, 12_000)).toEqual(['due 10000', 'young 2000']);
  });

  it('then the oldest', () => {
    const rows = [
      owed('new', 10_000, { dueOn: day('2026-05-01') }),
      owed('old', 10_000, { dueOn: day('2026-02-01') }),
    ];
    expect(order(rows, 10_001)).toEqual(['old 10000', 'new 1']);
  });

  it('equal ones in proportion, without losing a cent', () => {
    expect(order([owed('a', 20_000), owed('b', 10_000)], 10_000)).toEqual(['a 6667', 'b 3333']);
  });
});

describe('amounts that add up', () => {
  it('finds the one set, prefers the oldest, and counts a second', () => {
    expect(subsetOfSum([500, 300, 200, 150], 650)).toMatchObject({ first: [0, 3], count: 2 });
    expect(subsetOfSum([500, 310, 200, 151], 651)).toMatchObject({ first: [0, 3], count: 1 });
    expect(subsetOfSum([500, 300], 900)).toMatchObject({ first: undefined, count: 0 });
  });

  it('one amount alone is no sum', () => {
    expect(subsetOfSum([500, 300], 500).count).toBe(0);
  });

  it('gives up in time, and says so', () => {
    const many = Array.from({ length: 24 }, (_, at) => 1_000_001 + at * 2);
    const search = subsetOfSum(many, 12_000_001);
    expect(search.isComplete).toBe(false);
    expect(
      subsetOfSum(
        Array.from({ length: 25 }, () => 3),
        4,
      ).isComplete,
    ).toBe(false);
  });
});
