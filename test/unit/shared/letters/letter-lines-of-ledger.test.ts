import { describe, expect, it } from 'vitest';
import { clientClaims } from '../../../../shared/claims/ledger-claims.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../../shared/ledger/payment.ts';
import { letterLinesOf } from '../../../../shared/letters/letter-lines-of-ledger.ts';
import { buildLetterModel } from '../../../../shared/letters/letter-model.ts';
import { totalsBlock } from '../../../../shared/letters/totals-block.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { client, invoice, letter, letterInput } from './sample-letter.ts';

const at = '2026-07-01T08:00:00.000Z' as Instant;

const payment = (id: string, over: Partial<Payment> = {}): Payment => ({
  id,
  clientId: 'c1',
  receivedOn: day('2026-07-01'),
  cents: cents(400_000),
  method: 'transfer',
  recordedAt: at,
  ...over,
});

const allocation = (id: string, source: Allocation['source'], amount: number): Allocation => ({
  id,
  source,
  invoiceId: 'FA1',
  cents: cents(amount),
  effectiveOn: day('2026-07-01'),
});

const ledger: Ledger = {
  ...emptyLedger(),
  invoices: new Map(
    [
      invoice('FA1', 1_000_000, '2026-04-30'),
      invoice('AV1', 50_000, '2026-04-30', { kind: 'credit-note' }),
      invoice('FA2', 1000, '2026-04-30', { cancelledAt: at }),
    ].map((row) => [row.id, row]),
  ),
  payments: new Map([payment('p1'), payment('p2', { reversedAt: at })].map((row) => [row.id, row])),
  allocations: new Map(
    [
      allocation('a1', { kind: 'payment', paymentId: 'p1' }, 400_000),
      allocation('a2', { kind: 'payment', paymentId: 'p2' }, 100_000),
      allocation('a3', { kind: 'credit-note', creditNoteId: 'AV1' }, 50_000),
    ].map((row) => [row.id, row]),
  ),
};

describe('letterLinesOf', () => {
  it('takes money and credit notes that settle an invoice, without what was reversed', () => {
    const claims = clientClaims(ledger, client(), day('2026-07-02'));
    const lines = letterLinesOf(ledger, claims, [
      { invoiceId: 'FA1', remainingCents: 550_000 },
      { invoiceId: 'FA2', remainingCents: 1000 },
      { invoiceId: 'gone', remainingCents: 1 },
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.settlements).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ on: '2026-07-01', cents: 400_000, kind: 'payment' }),
        expect.objectContaining({ on: '2026-07-01', cents: 50_000, kind: 'credit-note', reference: 'AV1' }),
      ]),
    );
    expect(lines[0]?.settlements).toHaveLength(2);
    expect(letter({ lines }).table[0]).toMatchObject({ paidCents: 450_000, remainingCents: 550_000 });
  });

  it('refuses a letter whose balance has changed since it was written', () => {
    const claims = clientClaims(ledger, client(), day('2026-07-02'));
    const lines = letterLinesOf(ledger, claims, [{ invoiceId: 'FA1', remainingCents: 950_000 }]);
    expect(buildLetterModel(letterInput({ lines }))).toMatchObject({
      ok: false,
      error: { kind: 'inconsistent-balance', message: expect.stringContaining('FA1') },
    });
  });

  it('names the credit notes that nobody set against an invoice yet, each once', () => {
    const free: Ledger = {
      ...ledger,
      invoices: new Map(
        [
          invoice('FA1', 10_000, '2026-04-30'),
          invoice('FA2', 10_000, '2026-05-31'),
          invoice('AV1', 12_000, '2026-06-01', { kind: 'credit-note' }),
          invoice('AV2', 1_000, '2026-06-02', { kind: 'credit-note' }),
        ].map((row) => [row.id, row]),
      ),
      payments: new Map(),
      allocations: new Map(),
    };
    const claims = clientClaims(free, client(), day('2026-11-22'));
    const lines = letterLinesOf(free, claims, [
      { invoiceId: 'FA1', remainingCents: 0 },
      { invoiceId: 'FA2', remainingCents: 7_000 },
    ]);
    const model = letter({ lines, claim: { penalties: false, indemnity: false } });
    expect(model.totals).toMatchObject({
      principalCents: 20_000,
      creditsCents: 13_000,
      creditNumbers: ['AV1', 'AV2'],
      totalCents: 7_000,
    });
    expect(JSON.stringify(totalsBlock(model))).toContain('Avoirs AV1, AV2 à déduire');
    const numbered = (creditNumbers: string[], language?: 'en') =>
      JSON.stringify(
        totalsBlock({
          ...model,
          ...(language ? { language } : {}),
          totals: { ...model.totals, creditNumbers },
        }),
      );
    expect(numbered(['AV1'])).toContain('"Avoir AV1 à déduire"');
    expect(numbered(['A', 'B', 'C', 'D'])).toContain('Avoirs A, B, C, D à déduire');
    expect(numbered(['A', 'B', 'C', 'D', 'E'])).toContain('Avoirs A, B, C et 2\u00A0autres à déduire');
    expect(numbered(['A', 'B', 'C', 'D', 'E'], 'en')).toContain('A, B, C and 2\u00A0others to deduct');
    expect(letter().totals).not.toHaveProperty('creditNumbers');
  });
});
