import { describe, expect, it } from 'vitest';
import { type InvoiceLimitation, invoiceLimitation } from '../../../../shared/claims/invoice-limitation.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { Payment } from '../../../../shared/ledger/payment.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aClient, aLedger, anAllocation, anInvoice, aPayment, noonOf } from '../reminders/sample-ledger.ts';

const old = { issuedOn: day('2022-01-10'), dueOn: day('2022-02-10') };

const ledgerWith = (
  invoice: Partial<Invoice>,
  client: Partial<Client> = {},
  payments: readonly Payment[] = [],
): Ledger =>
  aLedger({
    clients: [aClient('c1', client)],
    invoices: [anInvoice('f1', { ...old, ...invoice })],
    payments,
    allocations: payments.map(({ id, receivedOn }) => anAllocation(id, 'f1', receivedOn, 1_000)),
  });

const limitOf = (ledger: Ledger, asOf?: string): InvoiceLimitation => {
  const invoice = ledger.invoices.get('f1') ?? anInvoice('f1');
  const found = invoiceLimitation(ledger, invoice, asOf === undefined ? undefined : day(asOf));
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
};

describe('limitation of an invoice', () => {
  it.each([
    ['a business', {}, {}, '2027-01-10'],
    ['a consumer', {}, { regime: 'b2c' }, '2024-01-10'],
    ['a public body', {}, { regime: 'public' }, '2026-12-31'],
    ['work done before the invoice', { performedOn: day('2021-11-30') }, {}, '2026-11-30'],
    ['carriage, as said on the invoice', { isCarriage: true }, {}, '2023-01-10'],
    ['a client to whom transport is sold', {}, { termActivity: 'transport' }, '2023-01-10'],
    ['his invoice for something else', { isCarriage: false }, { termActivity: 'transport' }, '2027-01-10'],
    ['a title', { titleOn: day('2024-05-02') }, { regime: 'b2c' }, '2034-05-02'],
  ] as const)('%s', (_name, invoice, client, lastDay) => {
    expect(limitOf(ledgerWith(invoice, client)).lastDay).toBe(lastDay);
  });

  it('starts again with a payment set against it, on the day of receipt', () => {
    const found = limitOf(ledgerWith({}, {}, [aPayment('p1', '2025-03-03', 1_000)]));
    expect(found).toMatchObject({ lastDay: '2030-03-03', start: 'partial-payment' });
    expect(found.acts.map(({ act, effect }) => [act.source.kind, effect])).toEqual([['payment', 'renews']]);
  });

  it('does not with money « selon l’import », whose day nobody knows', () => {
    const found = limitOf(
      ledgerWith({}, {}, [aPayment('p1', '2025-03-03', 1_000, { method: 'as-imported' })]),
    );
    expect(found).toMatchObject({ lastDay: '2027-01-10', start: 'issue', acts: [] });
    expect(found.undatedPayments.map(({ id }) => id)).toEqual(['p1']);
  });

  it('does not with a reversed payment, nor with a credit note', () => {
    const reversed = aPayment('p1', '2025-03-03', 1_000, { reversedAt: noonOf('2025-03-05') });
    expect(limitOf(ledgerWith({}, {}, [reversed])).lastDay).toBe('2027-01-10');
    const note = anInvoice('a1', {
      kind: 'credit-note',
      issuedOn: day('2025-01-01'),
      totalCents: cents(100),
    });
    const base = ledgerWith({});
    const ledger: Ledger = {
      ...base,
      invoices: new Map([...base.invoices, ['a1', note]]),
      allocations: new Map([
        [
          'x',
          {
            id: 'x',
            source: { kind: 'credit-note', creditNoteId: 'a1' },
            invoiceId: 'f1',
            cents: cents(100),
            effectiveOn: day('2025-01-01'),
          },
        ],
      ]),
    };
    expect(limitOf(ledger)).toMatchObject({ lastDay: '2027-01-10', acts: [] });
  });

  it('starts again with what the user recorded, several times', () => {
    const found = limitOf(
      ledgerWith({
        interruptions: [
          { id: 'i2', on: day('2028-02-29'), cause: 'court-claim', note: '' },
          { id: 'i1', on: day('2026-03-10'), cause: 'acknowledgement', note: 'Échéancier signé' },
        ],
      }),
    );
    expect(found.lastDay).toBe('2033-02-28');
    expect(found.acts.map(({ act }) => act.on)).toEqual(['2026-03-10', '2028-02-29']);
  });

  it('is not brought back by money that came after the end', () => {
    const found = limitOf(ledgerWith({}, { regime: 'b2c' }, [aPayment('p1', '2025-03-03', 1_000)]));
    expect(found.lastDay).toBe('2024-01-10');
    expect(found.acts[0]?.effect).toBe('too-late');
  });

  it('starts again with the declaration of a claim born before the judgment', () => {
    const insolvency = {
      kind: 'liquidation',
      judgmentOn: day('2024-09-01'),
      declaredOn: day('2024-10-15'),
    } as const;
    expect(limitOf(ledgerWith({}, { insolvency }))).toMatchObject({
      lastDay: '2029-10-15',
      start: 'claim-declaration',
    });
    const later = { issuedOn: day('2024-10-01'), dueOn: day('2024-10-31') };
    expect(limitOf(ledgerWith(later, { insolvency })).lastDay).toBe('2029-10-01');
  });

  it('leaves out what is dated after the day asked for', () => {
    const ledger = ledgerWith({}, {}, [aPayment('p1', '2026-12-01', 1_000)]);
    expect(limitOf(ledger, '2026-11-30').lastDay).toBe('2027-01-10');
    expect(limitOf(ledger, '2026-12-01').lastDay).toBe('2031-12-01');
  });

  it('says why there is none', () => {
    const ledger = ledgerWith({ kind: 'credit-note' });
    const [note] = ledger.invoices.values();
    expect(note && invoiceLimitation(ledger, note)).toEqual({ ok: false, error: { kind: 'credit-note' } });
    expect(invoiceLimitation(ledger, anInvoice('x', { clientId: 'nobody' }))).toEqual({
      ok: false,
      error: { kind: 'no-client' },
    });
    expect(invoiceLimitation(ledger, anInvoice('x', { issuedOn: day('2001-01-01') }))).toMatchObject({
      ok: false,
      error: { kind: 'missing-parameter', name: 'limitation-b2b' },
    });
  });
});
