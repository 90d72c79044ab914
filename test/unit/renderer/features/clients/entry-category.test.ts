import { describe, expect, test } from 'vitest';
import {
  entryCategories,
  entryCategory,
} from '../../../../../renderer/features/clients/history/entry-category.ts';
import { entrySummary } from '../../../../../renderer/features/clients/history/entry-summary.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { clientTimeline } from '../../../../../shared/ledger/timeline.ts';
import {
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
} from '../../../shared/reminders/sample-ledger.ts';

const ledger = aLedger({
  invoices: [anInvoice('f1')],
  payments: [aPayment('p1', '2026-11-05', 1_000, { reference: 'F1' })],
  allocations: [anAllocation('p1', 'f1', '2026-11-05', 1_000)],
  promises: [
    {
      id: 'x',
      clientId: 'c1',
      invoiceIds: ['f1'],
      promisedOn: day('2026-12-01'),
      recordedAt: noonOf('2026-11-20'),
    },
  ],
});
const entries = clientTimeline(ledger, 'c1', day('2026-11-23'));

describe('the history', () => {
  test('every entry stands under one of the choices', () => {
    const offered = entryCategories.map(({ value }) => value as string);
    expect(entries.map(({ event }) => [event.kind, entryCategory(event)])).toEqual([
      ['promise', 'agreements'],
      ['payment', 'payments'],
      ['invoice', 'invoices'],
      ['client-created', 'invoices'],
    ]);
    for (const { event } of entries) expect(offered).toContain(entryCategory(event));
  });

  test('the line under a title names invoices, and a reference that says the same only once', () => {
    expect(entries.map(({ event }) => entrySummary(ledger, event))).toEqual([
      'Facture F1',
      'Facture F1',
      '',
      '',
    ]);
  });
});
