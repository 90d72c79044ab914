import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { receivables } from '../../../../shared/insight/receivables.ts';
import { at, client, invoice, paid } from './few-rows.ts';
import { kpiDay, kpiLedger, kpiRows } from './kpi-ledger.ts';

describe('receivables and sales of the portfolio', () => {
  it('are those of the worked example, months of sales newest first', () => {
    expect(receivables(kpiLedger, kpiDay)).toEqual({
      ok: true,
      value: {
        history: { knownFrom: '2026-08-01', from: '2026-08-01', to: '2026-10-31', days: 92 },
        closingCents: 15_000_000,
        closingNotDueCents: 9_500_000,
        openingCents: 14_000_000,
        salesCents: 22_000_000,
        monthsNewestFirst: [
          { month: '2026-10', salesCents: 9_000_000, days: 31 },
          { month: '2026-09', salesCents: 8_000_000, days: 30 },
          { month: '2026-08', salesCents: 5_000_000, days: 31 },
        ],
      },
    });
  });

  it('take credit notes off the sales, and off what is open while they wait', () => {
    const creditNote = invoice('A-1', 'a', '2026-10-20', 1_000_000, {
      kind: 'credit-note',
      issuedOn: day('2026-10-20'),
      createdAt: at('2026-10-20'),
    });
    const ledger = ledgerOfRows({ ...kpiRows, invoices: [...kpiRows.invoices, creditNote] });
    expect(receivables(ledger, kpiDay)).toMatchObject({
      value: { salesCents: 21_000_000, closingCents: 14_000_000, closingNotDueCents: 9_500_000 },
    });
    const larger = { ...creditNote, totalCents: 6_000_000 as typeof creditNote.totalCents };
    expect(
      receivables(ledgerOfRows({ ...kpiRows, invoices: [...kpiRows.invoices, larger] }), kpiDay),
    ).toMatchObject({ value: { closingCents: 9_000_000, closingNotDueCents: 9_000_000 } });
  });

  it('leave out other currencies and cancelled invoices, and look back 365 days at most', () => {
    const old = invoice('F-0', 'a', '2024-01-31', 99, {
      issuedOn: day('2024-01-01'),
      createdAt: at('2024-01-01'),
    });
    const dollars = invoice('F-8', 'a', '2026-12-31', 100_000, { currency: 'USD' });
    const cancelled = { ...invoice('F-9', 'a', '2026-12-31', 100_000), cancelledAt: at('2026-10-01') };
    const result = receivables(
      ledgerOfRows({ ...kpiRows, invoices: [...kpiRows.invoices, old, dollars, cancelled] }),
      kpiDay,
    );
    expect(result).toMatchObject({
      value: {
        history: { knownFrom: '2024-01-01', from: '2025-11-01', days: 365 },
        salesCents: 36_000_000,
        closingCents: 15_000_099,
        openingCents: 99,
      },
    });
    expect(result.ok && result.value.monthsNewestFirst).toHaveLength(34);
  });

  it('know no sales before the first import of a list of open invoices', () => {
    const ledger = ledgerOfRows(kpiRows);
    expect(receivables(ledger, day('2026-08-29'))).toEqual({
      ok: false,
      error: {
        kind: 'short-history',
        message: 'Il faut 30\u00A0jours de ventes\u00A0: elles sont connues depuis le 01/08/2026.',
      },
    });
    expect(receivables(ledger, day('2026-08-30')).ok).toBe(true);
  });

  it('know the sales of a file that also brought paid invoices, as far back as it goes', () => {
    const invoices = kpiRows.invoices.map((row) => ({ ...row, importId: 'i' }));
    const payments = kpiRows.payments.map((row, index) => (index === 0 ? { ...row, importId: 'i' } : row));
    expect(receivables(ledgerOfRows({ ...kpiRows, invoices, payments }), kpiDay)).toMatchObject({
      value: { history: { knownFrom: '2026-06-15', days: 139 } },
    });
    const [first, ...others] = kpiRows.allocations;
    const partly = first && { ...first, cents: (first.cents - 1) as typeof first.cents };
    expect(
      receivables(
        ledgerOfRows({ ...kpiRows, invoices, payments, allocations: partly ? [partly, ...others] : [] }),
        kpiDay,
      ),
    ).toMatchObject({ value: { history: { knownFrom: '2026-08-01' } } });
  });

  it('are unknown without invoices, payments or sales, and while credit notes exceed what is owed', () => {
    const kindOf = (rows: Parameters<typeof ledgerOfRows>[0]): string | undefined => {
      const result = receivables(ledgerOfRows(rows), kpiDay);
      return result.ok ? undefined : result.error.kind;
    };
    expect(kindOf({})).toBe('no-invoice');
    expect(kindOf({ ...kpiRows, payments: [], allocations: [] })).toBe('no-payment');
    const old = invoice('F-0', 'a', '2026-01-31', 100, { issuedOn: day('2026-01-01') });
    const settled = paid(old, '2026-10-01');
    const creditNote = invoice('A-1', 'a', '2026-10-20', 100, {
      kind: 'credit-note',
      issuedOn: day('2026-10-20'),
    });
    const rows = { clients: [client('a')], payments: [settled.payment], allocations: [settled.allocation] };
    expect(kindOf({ ...rows, invoices: [old, creditNote] })).toBe('credit');
    expect(kindOf({ ...rows, invoices: [{ ...old, totalCents: 0 as typeof old.totalCents }] })).toBe(
      'no-sales',
    );
  });
});
