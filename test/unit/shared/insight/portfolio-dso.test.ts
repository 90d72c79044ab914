import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { portfolioDso } from '../../../../shared/insight/portfolio-dso.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { client, invoice, paid } from './few-rows.ts';

const today = day('2026-10-31');

/** Law-and-formats.md 9.7 as a ledger: 220 000,00 sold in 92 days, 150 000,00 open, 95 000,00 not due. */
const settled = invoice('F-1', 'a', '2026-08-31', 7_000_000, { issuedOn: day('2026-08-01') });
const overdue = invoice('F-2', 'a', '2026-09-30', 5_500_000, { issuedOn: day('2026-09-01') });
const notDue = invoice('F-3', 'a', '2026-11-30', 9_500_000, { issuedOn: day('2026-10-15') });
const settlement = paid(settled, '2026-09-15');
const rows = {
  clients: [client('a')],
  invoices: [settled, overdue, notDue],
  payments: [settlement.payment],
  allocations: [settlement.allocation],
};

describe('the DSO of the portfolio', () => {
  it('is receivables ÷ sales × days since the first invoice, with the days that come from lateness', () => {
    const dso = portfolioDso(ledgerOfRows(rows), today);
    expect(dso).toMatchObject({ periodDays: 92, salesCents: 22_000_000, receivablesCents: 15_000_000 });
    expect(dso?.dsoDays).toBeCloseTo(62.73, 2);
    expect(dso?.delinquentDays).toBeCloseTo(23, 2);
  });

  it('takes credit notes off the sales, and off the receivables while they wait', () => {
    const creditNote = invoice('A-1', 'a', '2026-10-20', 1_000_000, {
      kind: 'credit-note',
      issuedOn: day('2026-10-20'),
    });
    const dso = portfolioDso(ledgerOfRows({ ...rows, invoices: [...rows.invoices, creditNote] }), today);
    expect(dso).toMatchObject({ salesCents: 21_000_000, receivablesCents: 14_000_000 });
  });

  it('looks back a year at most, and leaves out other currencies and cancelled invoices', () => {
    const old = invoice('F-0', 'a', '2024-01-31', 99, { issuedOn: day('2024-01-01') });
    const dollars = invoice('F-4', 'a', '2026-12-31', 100_000, { currency: 'USD' });
    const cancelled = {
      ...invoice('F-5', 'a', '2026-12-31', 100_000),
      cancelledAt: settlement.payment.recordedAt,
    };
    const dso = portfolioDso(
      ledgerOfRows({ ...rows, invoices: [...rows.invoices, old, dollars, cancelled] }),
      today,
    );
    expect(dso).toMatchObject({ periodDays: 365, salesCents: 22_000_000, receivablesCents: 15_000_099 });
  });

  it('is unknown while no payment was recorded, with a short history, and without invoices', () => {
    expect(portfolioDso(ledgerOfRows({ ...rows, payments: [], allocations: [] }), today)).toBeUndefined();
    expect(portfolioDso(ledgerOfRows(rows), day('2026-08-29'))).toBeUndefined();
    expect(portfolioDso(ledgerOfRows({}), today)).toBeUndefined();
  });

  it('is zero when everything is paid', () => {
    const dso = portfolioDso(ledgerOfRows({ ...rows, invoices: [settled] }), today);
    expect(dso).toMatchObject({ dsoDays: 0, delinquentDays: 0, receivablesCents: cents(0) });
  });
});
