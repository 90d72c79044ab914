import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { expectedReceipts } from '../../../../shared/insight/expected-payment.ts';
import { usualDelays } from '../../../../shared/insight/usual-delay.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { at, client, invoice, paid } from './few-rows.ts';

/** A Friday: the next working day is Monday 23 November. */
const today = day('2026-11-20');

const history = (
  clientId: string,
  delays: readonly (readonly [paidOn: string, dueOn: string, amount?: number])[],
) => {
  const invoices = delays.map(([, dueOn, amount], index) =>
    invoice(`${clientId}-old-${index}`, clientId, dueOn, amount ?? 10_000),
  );
  const settled = invoices.map((row, index) => paid(row, delays[index]?.[0] ?? ''));
  return {
    invoices,
    payments: settled.map(({ payment }) => payment),
    allocations: settled.map(({ allocation }) => allocation),
  };
};

const habitual = history('a', [
  ['2026-06-11', '2026-06-01'],
  ['2026-07-13', '2026-07-01'],
  ['2026-09-10', '2026-08-01'],
  // Older than 12 months: does not count.
  ['2025-11-20', '2025-05-01'],
]);

const dates = (rows: Parameters<typeof ledgerOfRows>[0]) =>
  Object.fromEntries(
    expectedReceipts(ledgerOfRows(rows), today).map((receipt) => [
      receipt.invoice.id,
      [receipt.expectedOn, receipt.basis, receipt.cents],
    ]),
  );

describe('usual delay', () => {
  it('is the median of the signed delays of the last 12 months from three payments on', () => {
    const delayOf = usualDelays(ledgerOfRows(habitual), today);
    expect(delayOf('a')).toEqual({ days: 12, basis: 'client', paymentCount: 3 });
  });

  it('falls back on the average of the portfolio, weighted by amount', () => {
    const few = history('b', [
      ['2026-10-11', '2026-10-01', 30_000],
      ['2026-10-29', '2026-11-01', 10_000],
    ]);
    const delayOf = usualDelays(ledgerOfRows(few), today);
    // (30 000 × 10 − 10 000 × 3) / 40 000 = 6.75
    expect(delayOf('b')).toEqual({ days: 7, basis: 'portfolio', paymentCount: 2 });
    expect(delayOf('unknown')).toEqual(delayOf('b'));
  });

  it('is 0 without any payment and never more than 180 days', () => {
    expect(usualDelays(ledgerOfRows({}), today)('a')).toEqual({ days: 0, basis: 'none', paymentCount: 0 });
    const slow = history('c', [
      ['2026-11-01', '2026-01-01'],
      ['2026-11-01', '2026-01-02'],
      ['2026-11-01', '2026-01-03'],
    ]);
    expect(usualDelays(ledgerOfRows(slow), today)('c').days).toBe(180);
  });
});

describe('expected receipts', () => {
  it('come the usual delay after the due date, or after today where that day went by without a payment', () => {
    const open = [
      invoice('F-1', 'a', '2026-12-01', 10_000),
      invoice('F-2', 'a', '2026-11-15', 20_000),
      invoice('F-3', 'a', '2026-10-01', 30_000),
    ];
    expect(dates({ ...habitual, invoices: [...habitual.invoices, ...open] })).toEqual({
      'F-2': ['2026-11-27', 'client', 20_000],
      'F-3': ['2026-12-02', 'client', 30_000],
      'F-1': ['2026-12-13', 'client', 10_000],
    });
  });

  it('follow an open promise, not a past or withdrawn one', () => {
    const promise = { clientId: 'a', invoiceIds: ['F-1'], recordedAt: at('2026-11-10') };
    const invoices = [invoice('F-1', 'a', '2026-11-01', 10_000)];
    expect(
      dates({ invoices, promises: [{ id: 'p', ...promise, promisedOn: day('2026-12-04') }] })['F-1'],
    ).toEqual(['2026-12-04', 'promise', 10_000]);
    expect(
      dates({ invoices, promises: [{ id: 'p', ...promise, promisedOn: day('2026-11-19') }] })['F-1'],
    ).toEqual(['2026-11-27', 'none', 10_000]);
    const withdrawn = { id: 'p', ...promise, promisedOn: day('2026-12-04'), withdrawnAt: at('2026-11-11') };
    expect(dates({ invoices, promises: [withdrawn] })['F-1']).toEqual(['2026-11-27', 'none', 10_000]);
  });

  it('leave out insolvency, the contested part, missing due dates and other currencies', () => {
    const insolvent = client('i', { insolvency: { kind: 'liquidation', judgmentOn: day('2026-10-01') } });
    const dispute = { clientId: 'a', reason: 'price', note: '', openedOn: day('2026-11-01') } as const;
    expect(
      dates({
        clients: [insolvent, client('a')],
        invoices: [
          invoice('F-1', 'i', '2026-09-01', 10_000),
          invoice('F-2', 'a', '2026-12-01', 20_000),
          invoice('F-3', 'a', '2026-12-01', 30_000),
          invoice('F-4', 'a', '2026-12-01', 40_000, { dueOn: undefined }),
          invoice('F-5', 'a', '2026-12-01', 50_000, { currency: 'CHF' }),
        ],
        disputes: [
          { id: 'd2', invoiceId: 'F-2', ...dispute },
          { id: 'd3', invoiceId: 'F-3', ...dispute, disputedCents: cents(12_000) },
        ],
      }),
    ).toEqual({ 'F-3': ['2026-12-01', 'none', 18_000] });
  });

  it('follow the instalments of a running plan, the oldest paid first', () => {
    const [first, second] = [
      invoice('F-1', 'a', '2026-08-01', 50_000),
      invoice('F-2', 'a', '2026-09-01', 40_000),
    ];
    const received = paid(first, '2026-11-02', 30_000);
    const receipts = expectedReceipts(
      ledgerOfRows({
        invoices: [first, second],
        payments: [received.payment],
        allocations: [received.allocation],
        plans: [
          {
            id: 'plan',
            clientId: 'a',
            invoiceIds: ['F-1', 'F-2'],
            agreedOn: day('2026-10-15'),
            instalments: [
              { dueOn: day('2026-11-01'), cents: cents(30_000) },
              { dueOn: day('2026-12-01'), cents: cents(30_000) },
              { dueOn: day('2027-01-01'), cents: cents(30_000) },
            ],
          },
        ],
      }),
      today,
    );
    expect(
      receipts.map((receipt) => [receipt.invoice.id, receipt.expectedOn, receipt.cents, receipt.basis]),
    ).toEqual([
      ['F-1', '2026-12-01', 20_000, 'plan'],
      ['F-2', '2026-12-01', 10_000, 'plan'],
      ['F-2', '2027-01-01', 30_000, 'plan'],
    ]);
    expect(receipts.some((receipt) => receipt.isOverdue)).toBe(false);
  });
});
