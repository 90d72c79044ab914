import { describe, expect, it } from 'vitest';
import { recoveryIndemnity } from '../../../../shared/law/indemnity.ts';
import { lateInterest } from '../../../../shared/law/late-interest.ts';

const claim = (invoices: readonly { readonly cents: number; readonly dueOn: string }[], asOf: string) => {
  const sums = { principal: 0, interest: 0, indemnity: 0 };
  for (const { cents, dueOn } of invoices) {
    const common = { regime: 'b2b', dueOn, asOf } as const;
    const indemnity = recoveryIndemnity({ ...common, documentKind: 'invoice', lateCents: cents });
    const interest = lateInterest({
      ...common,
      principalCents: cents,
      payments: [],
      imputation: 'interest-first',
      rate: { kind: 'statutory' },
    });
    if (!indemnity.ok || !interest.ok) throw new Error('no claim');
    if (indemnity.value.reason !== 'due') continue;
    sums.principal += cents;
    sums.interest += interest.value.interestDueCents;
    sums.indemnity += indemnity.value.cents;
  }
  return sums;
};

describe('a grouped reminder (I9)', () => {
  const smallOnes = [
    { cents: 45_630, dueOn: '2026-09-30' },
    { cents: 1, dueOn: '2026-09-30' },
  ];

  it('adds 40 € an invoice and leaves the residue out', () => {
    const sums = claim([{ cents: 189_000, dueOn: '2026-08-31' }, ...smallOnes], '2026-11-22');
    expect(sums).toEqual({ principal: 234_630, interest: 6151, indemnity: 8000 });
    expect(sums.principal + sums.interest + sums.indemnity - 12_000).toBe(236_781);
  });

  it('computes on the corrected amount when the credit note counts from the start', () => {
    const sums = claim([{ cents: 177_000, dueOn: '2026-08-31' }, ...smallOnes], '2026-11-22');
    expect(sums.principal + sums.interest + sums.indemnity).toBe(236_443);
  });
});
