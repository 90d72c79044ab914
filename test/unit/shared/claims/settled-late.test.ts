import { describe, expect, test } from 'vitest';
import { daysLateOf, settledOn } from '../../../../shared/claims/settled-late.ts';
import type { StatementRow } from '../../../../shared/claims/statement-contract.ts';
import { day } from '../../../../shared/dates/day.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { contested, invoiceStatement, partlyPaid } from './sample-statement.ts';

const basis = { article: '', rule: '' };
const principal: StatementRow = { kind: 'principal', on: day('2026-06-30'), cents: cents(5_000), basis };
const paid = (on: string, amount: number): StatementRow => ({
  kind: 'payment',
  on: day(on),
  reference: '',
  toInterestCents: cents(0),
  toPrincipalCents: cents(amount),
  isAllocated: true,
  cents: cents(-amount),
  basis,
});

describe('an invoice settled late', () => {
  test('was late until its last payment', () => {
    const one = invoiceStatement('F-1', [principal, paid('2026-07-28', 3_000), paid('2026-07-10', 2_000)]);
    expect(settledOn(one)).toBe('2026-07-28');
    expect(daysLateOf(one)).toBe(28);
  });

  test('is late until the day of the statement while something is owed or contested', () => {
    expect(settledOn(invoiceStatement('F-1', partlyPaid))).toBeUndefined();
    expect(daysLateOf(invoiceStatement('F-1', partlyPaid))).toBe(146);
    const whole = invoiceStatement('F-1', [principal, paid('2026-07-10', 2_000)], {
      principalCents: cents(0),
      disputedCents: cents(3_000),
    });
    expect(settledOn(whole)).toBeUndefined();
    expect(settledOn(invoiceStatement('F-2', contested))).toBeUndefined();
  });

  test('that was paid in time is not late', () => {
    expect(daysLateOf(invoiceStatement('F-1', [principal, paid('2026-06-30', 5_000)]))).toBe(0);
  });
});
