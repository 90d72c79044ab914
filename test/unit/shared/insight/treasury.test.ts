import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { outflowDays } from '../../../../shared/insight/outflow-occurrences.ts';
import { projectTreasury } from '../../../../shared/insight/treasury.ts';
import { balance, invoice, outflow, paid } from './few-rows.ts';

const today = day('2026-11-20');

const project = (rows: Parameters<typeof ledgerOfRows>[0]) => {
  const projection = projectTreasury(ledgerOfRows(rows), today);
  if (!projection) throw new Error('no projection');
  return projection;
};

describe('planned outflows', () => {
  it('come back on the 31st, on the last day of shorter months', () => {
    const rent = outflow('rent', day('2026-10-31'), 100, 'monthly');
    expect(outflowDays(rent, day('2026-11-01'), day('2027-03-31'))).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
  });

  it('repeat weekly, quarterly and not at all, until their last day', () => {
    const from = day('2026-11-01');
    const to = day('2027-04-30');
    expect(outflowDays(outflow('o', day('2026-12-05'), 1), from, to)).toEqual(['2026-12-05']);
    expect(outflowDays(outflow('o', day('2026-10-05'), 1), from, to)).toEqual([]);
    expect(outflowDays(outflow('o', day('2026-10-05'), 1, 'quarterly'), from, to)).toEqual([
      '2027-01-05',
      '2027-04-05',
    ]);
    expect(outflowDays(outflow('o', day('2026-10-28'), 1, 'weekly', day('2026-11-18')), from, to)).toEqual([
      '2026-11-04',
      '2026-11-11',
      '2026-11-18',
    ]);
  });
});

describe('treasury projection', () => {
  it('is undefined until a balance was typed, and ignores balances of the future', () => {
    expect(projectTreasury(ledgerOfRows({}), today)).toBeUndefined();
    const rows = {
      bankBalances: [balance('2026-11-21', 1), balance('2026-11-18', 2), balance('2026-11-10', 3)],
    };
    expect(projectTreasury(ledgerOfRows(rows), today)?.opening.cents).toBe(2);
  });

  it('adds expected receipts and subtracts planned outflows, day by day and week by week', () => {
    const { days, weeks, receipts, outflows } = project({
      bankBalances: [balance('2026-11-20', 1_000_000)],
      invoices: [invoice('F-1', 'a', '2026-11-25', 300_000), invoice('F-2', 'a', '2027-06-01', 999)],
      outflows: [
        outflow('salaries', day('2026-10-28'), 400_000, 'monthly'),
        outflow('today', today, 123_456),
        outflow('rent', day('2026-12-04'), 100_000),
      ],
    });
    expect(days).toHaveLength(92);
    expect(days[0]).toEqual({ on: today, receiptsCents: 0, outflowsCents: 0, balanceCents: 1_000_000 });
    const on = (date: string) => days.find((point) => point.on === date)?.balanceCents;
    expect(on('2026-11-24')).toBe(1_000_000);
    expect(on('2026-11-25')).toBe(1_300_000);
    expect(on('2026-11-28')).toBe(900_000);
    expect(on('2026-12-04')).toBe(800_000);
    expect(on('2026-12-28')).toBe(400_000);
    expect(on('2027-01-28')).toBe(0);
    expect(weeks).toHaveLength(13);
    expect(weeks[0]).toEqual({
      from: '2026-11-21',
      to: '2026-11-27',
      receiptsCents: 300_000,
      outflowsCents: 0,
      balanceCents: 1_300_000,
      lowestCents: 1_000_000,
    });
    expect(weeks[1]).toMatchObject({ outflowsCents: 500_000, balanceCents: 800_000, lowestCents: 800_000 });
    expect(weeks.at(-1)?.to).toBe(addDays(today, 91));
    expect(receipts.map((receipt) => receipt.invoice.id)).toEqual(['F-1']);
    expect(outflows.map((occurrence) => occurrence.on)).toEqual([
      '2026-11-28',
      '2026-12-04',
      '2026-12-28',
      '2027-01-28',
    ]);
  });

  it('brings an older balance forward by what was received and planned since', () => {
    const settled = invoice('F-1', 'a', '2026-11-01', 50_000);
    const early = paid(invoice('F-0', 'a', '2026-11-01', 7_000), '2026-11-16');
    const received = paid(settled, '2026-11-18');
    const reversed = {
      ...early.payment,
      id: 'r',
      receivedOn: day('2026-11-19'),
      reversedAt: early.payment.recordedAt,
    };
    const { days } = project({
      bankBalances: [balance('2026-11-16', 200_000)],
      invoices: [settled],
      payments: [early.payment, received.payment, reversed],
      allocations: [received.allocation],
      outflows: [outflow('wood', day('2026-11-19'), 30_000), outflow('past', day('2026-11-16'), 1_000)],
    });
    expect(days[0]?.balanceCents).toBe(220_000);
  });

  it('ties out: last balance = first + all receipts − all outflows', () => {
    const { days, receipts, outflows } = project({
      bankBalances: [balance('2026-11-20', 12_345)],
      invoices: [1, 2, 3, 4].map((index) =>
        invoice(`F-${index}`, 'a', `2026-12-0${index}`, 1_000 * index + 7),
      ),
      outflows: [outflow('o', day('2026-11-23'), 777, 'weekly')],
    });
    const received = receipts.reduce((sum, receipt) => sum + receipt.cents, 0);
    const spent = outflows.reduce((sum, occurrence) => sum + occurrence.outflow.cents, 0);
    expect(outflows).toHaveLength(13);
    expect(days.at(-1)?.balanceCents).toBe(12_345 + received - spent);
  });
});
