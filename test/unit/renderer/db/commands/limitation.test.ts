import { describe, expect, test } from 'vitest';
import {
  recordInterruption,
  recordTitle,
  removeInterruption,
  setCarriage,
} from '../../../../../renderer/db/commands/limitation.ts';
import { invoiceLimitation } from '../../../../../shared/claims/invoice-limitation.ts';
import { type Day, day } from '../../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { aClient, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const ledger = aLedger({
  clients: [aClient('c1', { regime: 'b2c' }), aClient('c2'), aClient('mairie', { regime: 'public' })],
  invoices: [
    anInvoice('f1', { issuedOn: day('2025-01-15'), dueOn: day('2025-02-15') }),
    anInvoice('f2', { issuedOn: day('2025-03-01'), performedOn: day('2025-02-20') }),
    anInvoice('g1', { clientId: 'c2' }),
    anInvoice('m1', { clientId: 'mairie', issuedOn: day('2024-06-01') }),
    anInvoice('a1', { kind: 'credit-note' }),
    anInvoice('barred', { issuedOn: day('2023-01-15'), dueOn: day('2023-02-15') }),
  ],
});

const lastDayOf = (of: Ledger, id: string): Day | undefined => {
  const invoice = of.invoices.get(id);
  const found = invoice ? invoiceLimitation(of, invoice) : undefined;
  return found?.ok ? found.value.lastDay : undefined;
};

const act = (invoiceIds: readonly string[], on: string) =>
  ({ invoiceIds, on: day(on), cause: 'acknowledgement', note: ' Lettre signée ' }) as const;

describe('an act that interrupts', () => {
  test('gives a new period to each invoice, and is taken back', () => {
    const decision = decided(recordInterruption, ledger, act(['f1', 'f2'], '2026-03-10'));
    expect(decision).toMatchObject({
      clientId: 'c1',
      undo: 'allowed',
      label: 'Reconnaissance de dette du 10/03/2026 (2\u00A0factures)',
    });
    const recorded = applied(ledger, decision);
    expect([lastDayOf(recorded, 'f1'), lastDayOf(recorded, 'f2')]).toEqual(['2028-03-10', '2028-03-10']);
    expect(recorded.invoices.get('f1')?.interruptions).toEqual([
      { id: 'new-1', on: '2026-03-10', cause: 'acknowledgement', note: 'Lettre signée' },
    ]);
    const wish = { invoiceId: 'f1', interruptionId: 'new-1' };
    const removed = applied(recorded, decided(removeInterruption, recorded, wish));
    expect([lastDayOf(removed, 'f1'), lastDayOf(removed, 'f2')]).toEqual(['2027-01-15', '2028-03-10']);
    expect(refused(removeInterruption, removed, wish).kind).toBe('no-interruption');
  });

  test.each([
    ['in the future', act(['f1'], '2026-11-24'), 'future'],
    ['before the invoice', act(['f1'], '2025-01-14'), 'before-invoice'],
    ['before the work of one of them', act(['f1', 'f2'], '2025-02-19'), 'before-invoice'],
    ['after the last arguable day', act(['barred'], '2025-02-16'), 'too-late'],
    ['of two clients', act(['f1', 'g1'], '2026-11-01'), 'no-invoice'],
    ['of a credit note', act(['a1'], '2026-11-01'), 'no-invoice'],
    ['of nothing', act([], '2026-11-01'), 'no-invoice'],
    ['of an unknown invoice', act(['f1', 'x'], '2026-11-01'), 'no-invoice'],
    [
      'that is a mere written claim',
      { ...act(['f1'], '2026-03-10'), cause: 'written-claim' as const },
      'not-interrupting',
    ],
  ] as const)('%s is refused', (_name, wish, kind) => {
    const refusal = refused(recordInterruption, ledger, wish);
    expect(refusal.kind).toBe(kind);
    expect(refusal.message).toMatch(/\.$/);
  });

  test('counts for the optimistic day where it came between the two', () => {
    const recorded = applied(ledger, decided(recordInterruption, ledger, act(['barred'], '2025-02-15')));
    const invoice = recorded.invoices.get('barred');
    const found = invoice ? invoiceLimitation(recorded, invoice) : undefined;
    expect(found).toMatchObject({
      ok: true,
      value: { lastDay: '2025-01-15', optimisticLastDay: '2027-02-15', acts: [{ effect: 'too-late' }] },
    });
  });

  test('is a written claim on a public body', () => {
    const wish = { ...act(['m1'], '2026-05-05'), cause: 'written-claim' as const };
    const decision = decided(recordInterruption, ledger, wish);
    expect(decision.label).toBe('Réclamation écrite à l’administration du 05/05/2026 (facture M1)');
    expect(lastDayOf(applied(ledger, decision), 'm1')).toBe('2030-12-31');
  });
});

describe('a title', () => {
  test('is good for ten years, and taken back', () => {
    const titled = applied(ledger, decided(recordTitle, ledger, { invoiceId: 'f1', on: day('2026-06-01') }));
    expect(lastDayOf(titled, 'f1')).toBe('2036-06-01');
    const without = applied(titled, decided(recordTitle, titled, { invoiceId: 'f1', on: undefined }));
    expect(lastDayOf(without, 'f1')).toBe('2027-01-15');
  });

  test('is neither of tomorrow nor older than the claim', () => {
    const kindOn = (on: string): string =>
      refused(recordTitle, ledger, { invoiceId: 'f1', on: day(on) }).kind;
    expect([kindOn('2026-11-24'), kindOn('2025-01-14')]).toEqual(['future', 'before-invoice']);
    expect(refused(recordTitle, ledger, { invoiceId: 'x', on: undefined }).kind).toBe('no-invoice');
  });
});

test('carriage is barred after one year', () => {
  const carried = applied(ledger, decided(setCarriage, ledger, { invoiceId: 'g1', isCarriage: true }));
  expect(lastDayOf(carried, 'g1')).toBe('2027-10-01');
  const not = applied(carried, decided(setCarriage, carried, { invoiceId: 'g1', isCarriage: false }));
  expect(lastDayOf(not, 'g1')).toBe('2031-10-01');
  expect(refused(setCarriage, ledger, { invoiceId: 'a1', isCarriage: true }).kind).toBe('no-invoice');
});
