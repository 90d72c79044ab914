import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { bankFreshness } from '../../../../shared/ledger/bank-freshness.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aPayment, noonOf } from '../reminders/sample-ledger.ts';

const today = day('2026-11-23');
const balance = { id: 'b', on: day('2026-11-18'), cents: cents(1), recordedAt: noonOf('2026-11-19') };
const check = { id: 'bank-check', checkedAt: noonOf('2026-11-23') } as const;

describe('bank freshness', () => {
  it('is unknown in a new ledger', () => {
    expect(bankFreshness(ledgerOfRows({}), today)).toEqual({ isCheckedToday: false });
  });

  it('goes by the latest payment entered, balance typed or « rien de nouveau », by when it was said', () => {
    const payments = [aPayment('p', '2026-11-10', 1)];
    expect(bankFreshness(ledgerOfRows({ payments }), today).days).toBe(13);
    const both = { payments, bankBalances: [balance] };
    expect(bankFreshness(ledgerOfRows(both), today)).toEqual({
      checkedOn: '2026-11-19',
      days: 4,
      isCheckedToday: false,
    });
    const checked = ledgerOfRows({ ...both, settings: [check] });
    expect(bankFreshness(checked, today)).toEqual({ checkedOn: today, days: 0, isCheckedToday: true });
  });

  it('is never negative after the clock went back', () => {
    expect(bankFreshness(ledgerOfRows({ settings: [check] }), day('2026-11-20')).days).toBe(0);
  });
});
