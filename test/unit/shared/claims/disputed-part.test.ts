import { describe, expect, it } from 'vitest';
import { disputedPartOf } from '../../../../shared/claims/disputed-part.ts';
import { day } from '../../../../shared/dates/day.ts';
import { claimsDispute, claimsInvoice, claimsLedger } from './claims-ledger.ts';

const part = (
  openCents: number,
  on: string,
  ...disputes: readonly Parameters<typeof claimsDispute>[]
): number =>
  disputedPartOf(
    claimsLedger({
      invoices: [claimsInvoice('F-1', 100_000, '2026-06-30')],
      disputes: disputes.map((one, index) => ({ ...claimsDispute(...one), id: `d${index}` })),
    }),
    'F-1',
    openCents,
    day(on),
  );

describe('the contested part of an invoice (law-and-formats.md 4.5)', () => {
  it('is its amount, never more than what is open, and all of it without an amount', () => {
    expect(part(100_000, '2026-10-02', ['F-1', 30_000])).toBe(30_000);
    expect(part(20_000, '2026-10-02', ['F-1', 30_000])).toBe(20_000);
    expect(part(100_000, '2026-10-02', ['F-1', undefined])).toBe(100_000);
    expect(part(0, '2026-10-02', ['F-1', undefined])).toBe(0);
  });

  it('adds up over several disputes, and stays within what is open', () => {
    expect(part(100_000, '2026-10-02', ['F-1', 30_000], ['F-1', 20_000])).toBe(50_000);
    expect(part(100_000, '2026-10-02', ['F-1', 80_000], ['F-1', 80_000])).toBe(100_000);
  });

  it('begins on the day of the dispute and ends on the day of its end', () => {
    const on = (today: string) => part(100_000, today, ['F-1', 30_000, '2026-10-01', '2026-10-20']);
    expect(['2026-09-30', '2026-10-01', '2026-10-19', '2026-10-20'].map(on)).toEqual([0, 30_000, 30_000, 0]);
    expect(part(100_000, '2026-10-02', ['F-2', 30_000])).toBe(0);
  });
});
