import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ageingTable } from '../../../../shared/ledger/ageing-table.ts';
import type { PaymentPlan } from '../../../../shared/ledger/agreement.ts';
import { clientAccounts } from '../../../../shared/ledger/client-account.ts';
import { currentInstalmentShares } from '../../../../shared/ledger/instalment-shares.ts';
import { invoiceStanding } from '../../../../shared/ledger/invoice-standing.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aLedger, anAllocation, anInvoice, aPayment } from '../reminders/sample-ledger.ts';

const today = day('2026-11-23');

const plan: PaymentPlan = {
  id: 'plan',
  clientId: 'c1',
  invoiceIds: ['f-1', 'f-2'],
  agreedOn: day('2026-11-02'),
  instalments: [
    { dueOn: day('2026-11-13'), cents: cents(50_000) },
    { dueOn: day('2026-12-14'), cents: cents(50_000) },
    { dueOn: day('2027-01-14'), cents: cents(50_000) },
  ],
};

const invoices = [
  anInvoice('f-1', { totalCents: cents(80_000), dueOn: day('2026-06-30') }),
  anInvoice('f-2', { totalCents: cents(70_000), dueOn: day('2026-07-31') }),
];

const withPlan = (changes: Partial<PaymentPlan> = {}, paid = 0): Ledger =>
  aLedger({
    invoices,
    plans: [{ ...plan, ...changes }],
    payments: paid > 0 ? [aPayment('p', '2026-11-10', paid)] : [],
    allocations: paid > 0 ? [anAllocation('p', 'f-1', '2026-11-10', paid)] : [],
  });

describe('the instalments of a plan', () => {
  it('spread what its invoices owe over their days, in the order of the plan', () => {
    const shares = currentInstalmentShares(withPlan(), today);
    expect(shares.get('f-1')).toEqual([
      { dueOn: '2026-11-13', cents: 50_000 },
      { dueOn: '2026-12-14', cents: 30_000 },
    ]);
    expect(shares.get('f-2')).toEqual([
      { dueOn: '2026-12-14', cents: 20_000 },
      { dueOn: '2027-01-14', cents: 50_000 },
    ]);
  });

  it('are covered from the oldest on', () => {
    const shares = currentInstalmentShares(withPlan({}, 60_000), today);
    expect(shares.get('f-1')).toEqual([{ dueOn: '2026-12-14', cents: 20_000 }]);
    expect(shares.get('f-2')).toEqual([
      { dueOn: '2026-12-14', cents: 20_000 },
      { dueOn: '2027-01-14', cents: 50_000 },
    ]);
  });

  it('leave what was billed beyond the plan under the last of them', () => {
    const shares = currentInstalmentShares(
      withPlan({ instalments: [{ dueOn: day('2026-12-14'), cents: cents(100_000) }] }),
      today,
    );
    expect([...shares.values()].flat().reduce((sum, share) => sum + share.cents, 0)).toBe(150_000);
    expect([...shares.values()].flat().every(({ dueOn }) => dueOn === '2026-12-14')).toBe(true);
  });

  it('play no part before the agreement nor once the plan is ended', () => {
    expect(currentInstalmentShares(withPlan({ agreedOn: day('2026-11-24') }), today).size).toBe(0);
    expect(currentInstalmentShares(withPlan({ endedOn: today }), today).size).toBe(0);
  });

  it('age by themselves in the aged balance, whose totals stay those of the invoices', () => {
    const table = ageingTable(withPlan(), { asOf: today, today, by: 'due-date' });
    expect(table.buckets).toEqual({ notDue: 100_000, d1to30: 50_000, d31to60: 0, d61to90: 0, over90: 0 });
    expect(table.grossCents).toBe(150_000);
    expect(table.rows[0]?.invoices.map(({ agedFrom }) => agedFrom)).toEqual(['2026-11-13', '2026-12-14']);
    const ended = ageingTable(withPlan({ endedOn: today }), { asOf: today, today, by: 'due-date' });
    expect(ended.buckets.over90).toBe(150_000);
  });

  it('say what is overdue of the client and how late an invoice is', () => {
    const ledger = withPlan();
    const account = clientAccounts(ledger, today).byClient.get('c1');
    expect(account?.outstandingCents).toBe(150_000);
    expect(account?.overdueCents).toBe(50_000);
    expect(account?.overdueCount).toBe(1);
    expect(account?.oldestDueOn).toBe('2026-11-13');
    const late = invoices.map((invoice) => invoiceStanding(ledger, invoice, today));
    expect(late.map((standing) => standing.kind === 'open' && standing.daysLate)).toEqual([10, -21]);
  });
});
