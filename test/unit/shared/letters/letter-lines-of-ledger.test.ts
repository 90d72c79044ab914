import { describe, expect, it } from 'vitest';
import { clientClaims } from '../../../../shared/claims/ledger-claims.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../../shared/ledger/payment.ts';
import { letterLinesOf } from '../../../../shared/letters/letter-lines-of-ledger.ts';
import { buildLetterModel } from '../../../../shared/letters/letter-model.ts';
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
});
