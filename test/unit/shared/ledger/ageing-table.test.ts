import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { type Day, day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { ageingTable } from '../../../../shared/ledger/ageing-table.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { cents } from '../../../../shared/money/cents.ts';

const at = '2026-01-01T09:00:00.000Z' as Instant;
const today = day('2026-11-22');

const client = (id: string): Client => ({
  id,
  name: `Client ${id}`,
  regime: 'b2b',
  segment: 'regular',
  contacts: [],
  rate: { kind: 'statutory' },
  directDebit: false,
  createdAt: at,
});

const invoice = (
  number: string,
  totalCents: number,
  dueOn: string | undefined,
  more: Partial<Invoice> = {},
): Invoice => ({
  id: number,
  clientId: 'c1',
  number,
  kind: 'invoice',
  issuedOn: day('2026-08-01'),
  ...(dueOn === undefined ? {} : { dueOn: day(dueOn) }),
  totalCents: cents(totalCents),
  currency: 'EUR',
  createdAt: at,
  ...more,
});

/** The worked example of law-and-formats.md 9.6. */
const example = [
  invoice('A', 100_000, '2026-11-30'),
  invoice('B', 50_000, '2026-11-22'),
  invoice('C', 75_000, '2026-11-21'),
  invoice('D', 30_000, '2026-10-23'),
  invoice('E', 42_000, '2026-10-22'),
  invoice('F', 9_050, '2026-09-23'),
  invoice('G', 6_000, '2026-09-22'),
  invoice('H', 1_000, '2026-08-24'),
  invoice('I', 200_000, '2026-08-23'),
];
const creditNote = invoice('AV', 12_000, undefined, { kind: 'credit-note' });

const table = (invoices: readonly Invoice[], asOf: Day = today, by: 'due-date' | 'issue-date' = 'due-date') =>
  ageingTable(ledgerOfRows({ clients: [client('c1'), client('c2')], invoices: [...invoices] }), {
    asOf,
    today,
    by,
  });

describe('the aged balance by client', () => {
  it('gives the worked example: due today is not overdue, credits stand in their own column', () => {
    const aged = table([...example, creditNote]);
    expect(aged.buckets).toEqual({
      notDue: 150_000,
      d1to30: 105_000,
      d31to60: 51_050,
      d61to90: 7_000,
      over90: 200_000,
    });
    expect(aged).toMatchObject({
      grossCents: 513_050,
      overdueCents: 363_050,
      overdueOver60Cents: 207_000,
      creditsCents: -12_000,
      netCents: 501_050,
    });
    expect(aged.rows).toHaveLength(1);
    expect(aged.rows[0]).toMatchObject({ label: 'Client c1', totalCents: 501_050, oldestOn: '2026-08-23' });
    expect(aged.rows[0]?.invoices.map(({ label }) => label)).toEqual([
      'I',
      'H',
      'G',
      'F',
      'E',
      'D',
      'C',
      'B',
      'A',
    ]);
  });

  it('shows a client that only has a credit, with nothing in the buckets', () => {
    const aged = table([invoice('AV', 5_000, undefined, { kind: 'credit-note', clientId: 'c2' })]);
    expect(aged.rows).toMatchObject([
      { clientId: 'c2', creditsCents: -5_000, totalCents: -5_000, invoices: [] },
    ]);
  });

  it('ages an invoice without due date by its issue and the default term, and lists other currencies apart', () => {
    const aged = table([
      invoice('N', 10_000, undefined),
      invoice('U', 7_000, '2026-10-01', { currency: 'USD' }),
    ]);
    expect(aged.rows[0]?.invoices[0]).toMatchObject({ agedFrom: '2026-08-31', daysLate: 83 });
    expect(aged.grossCents).toBe(10_000);
    expect(aged.foreign.map(({ invoice: { number } }) => number)).toEqual(['U']);
  });

  it('ages by the day of issue on request', () => {
    expect(table(example, today, 'issue-date').buckets).toMatchObject({ notDue: 0, over90: 513_050 });
  });

  it('as of an earlier day leaves out what was not issued or not yet paid then', () => {
    const ledger = ledgerOfRows({
      clients: [client('c1')],
      invoices: [
        invoice('A', 10_000, '2026-10-01'),
        invoice('B', 20_000, '2026-11-30', { issuedOn: day('2026-11-01') }),
      ],
      payments: [
        {
          id: 'p',
          clientId: 'c1',
          receivedOn: day('2026-11-10'),
          cents: cents(10_000),
          method: 'transfer',
          recordedAt: at,
        },
      ],
      allocations: [
        {
          id: 'a',
          source: { kind: 'payment', paymentId: 'p' },
          invoiceId: 'A',
          cents: cents(10_000),
          effectiveOn: day('2026-11-10'),
        },
      ],
    });
    const then = ageingTable(ledger, { asOf: day('2026-10-15'), today, by: 'due-date' });
    expect(then).toMatchObject({ grossCents: 10_000, overdueCents: 10_000 });
    expect(ageingTable(ledger, { asOf: today, today, by: 'due-date' })).toMatchObject({
      grossCents: 20_000,
      overdueCents: 0,
    });
  });
});
