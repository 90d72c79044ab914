import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { assignableHandovers } from '../../../../shared/ledger/assignable-handovers.ts';
import type { Handover } from '../../../../shared/ledger/handover.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aLedger, anInvoice } from '../reminders/sample-ledger.ts';

const handover = (id: string, changes: Partial<Handover> = {}): Handover => ({
  id,
  clientId: 'c1',
  invoiceIds: [],
  collector: { kind: 'agency', name: 'Recouvra' },
  handedOverOn: day('2026-11-12'),
  claimCents: cents(100),
  fee: { kind: 'none' },
  note: '',
  documents: [],
  ...changes,
});
const ledgerWith = (rows: readonly Handover[]) => ({
  ...aLedger({ invoices: [anInvoice('f1')] }),
  handovers: new Map(rows.map((row) => [row.id, row])),
});
const movement = { bookedOn: day('2026-11-12'), currency: 'EUR', amountCents: 5_000 };

it('offers the hand-over with most open first, from its own day on', () => {
  const ledger = ledgerWith([handover('settled'), handover('open', { invoiceIds: ['f1'] })]);
  expect(assignableHandovers(ledger, movement).map((one) => one.handover.id)).toEqual(['open', 'settled']);
  expect(assignableHandovers(ledger, { ...movement, bookedOn: day('2026-11-11') })).toEqual([]);
});

it('offers none for money that goes out or is not in euros', () => {
  const ledger = ledgerWith([handover('open', { invoiceIds: ['f1'] })]);
  expect(assignableHandovers(ledger, { ...movement, amountCents: -5_000 })).toEqual([]);
  expect(assignableHandovers(ledger, { ...movement, currency: 'CHF' })).toEqual([]);
});
