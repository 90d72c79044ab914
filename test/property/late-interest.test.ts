import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween } from '../../shared/dates/day.ts';
import { semesterOf } from '../../shared/dates/semester.ts';
import type { InterestRow } from '../../shared/law/interest-accrual.ts';
import { type LateInterest, type LateInterestInput, lateInterest } from '../../shared/law/late-interest.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';

const knownDay = dayWithin('2020-01-01', '2026-12-31');
const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const rate = fc.oneof(
  fc.constant({ kind: 'statutory' } as const),
  fc.integer({ min: 0, max: 3000 }).map((basisPoints) => ({ kind: 'fixed', basisPoints }) as const),
  fc.constant({ kind: 'legal-multiple', times: 3 } as const),
  fc.constant({ kind: 'ecb-plus', points: 12 } as const),
);
const anyCase: fc.Arbitrary<LateInterestInput> = fc.record({
  regime: fc.constantFrom('b2b', 'public', 'b2c', 'non-professional'),
  principalCents: amount,
  dueOn: knownDay,
  asOf: knownDay,
  formalNoticeOn: fc.option(knownDay, { nil: undefined }),
  payments: fc.array(
    fc.record({
      on: knownDay,
      cents: fc.integer({ min: 0, max: 500_000_000 }),
      kind: fc.constantFrom('payment', 'credit-note', undefined),
    }),
    { maxLength: 6 },
  ),
  imputation: fc.constantFrom('interest-first', 'principal-first'),
  rate,
});

const computed = (input: LateInterestInput): LateInterest => {
  const result = lateInterest(input);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

/** Interest before rounding, in units of a cent ÷ 3,650,000. */
const exact = (rows: readonly InterestRow[]): bigint =>
  rows.reduce(
    (sum, row) => sum + BigInt(row.principalCents) * BigInt(row.rateBasisPoints) * BigInt(row.days),
    0n,
  );

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('late interest', () => {
  it('adds up over a split of the period at a constant balance, before rounding', () => {
    const regime = fc.constantFrom('b2b', 'b2c').map((name) => name as 'b2b' | 'b2c');
    const three = fc.tuple(knownDay, knownDay, knownDay).map((days) => days.sort());
    fc.assert(
      fc.property(regime, amount, three, rate, (name, principalCents, [start, middle, end], someRate) => {
        if (!start || !middle || !end) throw new Error('three days');
        const over = (dueOn: string, asOf: string): LateInterest =>
          computed({
            regime: name,
            principalCents,
            dueOn,
            asOf,
            formalNoticeOn: dueOn,
            payments: [],
            imputation: 'interest-first',
            rate: someRate,
          });
        const whole = over(start, end);
        expect(exact(over(start, middle).rows) + exact(over(middle, end).rows)).toBe(exact(whole.rows));
        if (principalCents > 0) expect(sum(whole.rows.map(({ days }) => days))).toBe(daysBetween(start, end));
      }),
      seeded,
    );
  });

  it('never allocates more than the payment, nor loses a cent of it or of the debt', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const value = computed(input);
        const seen = input.payments
          .filter(({ on }) => on <= input.asOf)
          .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        expect(
          value.allocations.map(
            ({ toInterestCents, toPrincipalCents, unallocatedCents }) =>
              toInterestCents + toPrincipalCents + unallocatedCents,
          ),
        ).toEqual(seen.map(({ cents }) => cents));
        for (const part of value.allocations)
          expect(
            Math.min(part.toInterestCents, part.toPrincipalCents, part.unallocatedCents),
          ).toBeGreaterThanOrEqual(0);
        const paidPrincipal = sum(value.allocations.map((part) => part.toPrincipalCents));
        const paidInterest = sum(value.allocations.map((part) => part.toInterestCents));
        const accrued = sum(value.rows.map((row) => row.interestCents));
        expect(value.principalDueCents).toBe(input.principalCents - paidPrincipal);
        expect(value.interestDueCents).toBe(accrued - paidInterest);
        expect(Math.min(value.principalDueCents, value.interestDueCents)).toBeGreaterThanOrEqual(0);
        expect(value.totalDueCents).toBe(value.principalDueCents + value.interestDueCents);
      }),
      seeded,
    );
  });

  it('lists lines without gap or overlap, each rounded to less than a cent', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { rows } = computed(input);
        for (const [index, row] of rows.entries()) {
          expect(row.days).toBe(daysBetween(row.from, row.to) + 1);
          expect(row.days).toBeGreaterThan(0);
          expect(row.from > input.dueOn && row.to <= input.asOf).toBe(true);
          const previous = rows[index - 1];
          if (previous) expect(row.from).toBe(addDays(previous.to, 1));
          const rounding = BigInt(row.interestCents) * 3_650_000n - exact([row]);
          expect(rounding > -1_825_000n && rounding <= 1_825_000n).toBe(true);
        }
      }),
      seeded,
    );
  });

  it('owes nothing at the due date and never less the day after than the day before', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        expect(computed({ ...input, asOf: input.dueOn }).rows).toEqual([]);
        const unpaid = { ...input, payments: [] };
        const before = computed(unpaid);
        const next = addDays(day(input.asOf), 1);
        if (semesterOf(next) <= '2026-S2')
          expect(computed({ ...unpaid, asOf: next }).interestDueCents).toBeGreaterThanOrEqual(
            before.interestDueCents,
          );
      }),
      seeded,
    );
  });

  it('is the same whatever the order of the payments of different days', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const payments = [...new Map(input.payments.map((payment) => [payment.on, payment])).values()];
        expect(computed({ ...input, payments: [...payments].reverse() })).toEqual(
          computed({ ...input, payments }),
        );
      }),
      seeded,
    );
  });
});
