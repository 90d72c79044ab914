import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Handover } from '../../../../shared/ledger/handover.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { LegalCase } from '../../../../shared/ledger/legal-case.ts';
import { cents, zeroCents } from '../../../../shared/money/cents.ts';
import { blockOf } from '../../../../shared/reminders/blocking.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { aLedger, anInvoice } from './sample-ledger.ts';

const handover = (changes: Partial<Handover> = {}): Handover => ({
  id: 'h',
  clientId: 'c1',
  invoiceIds: ['f-1'],
  collector: { kind: 'agency', name: 'Recouvra' },
  handedOverOn: day('2026-11-12'),
  claimCents: cents(123_456),
  fee: { kind: 'none' },
  note: '',
  documents: [],
  ...changes,
});

const legalCase = (changes: Partial<LegalCase> = {}): LegalCase => ({
  id: 'k',
  clientId: 'c1',
  invoiceIds: ['f-1'],
  openedOn: day('2026-11-10'),
  facts: {},
  filedOn: day('2026-11-12'),
  courtName: 'Tribunal de commerce de Lyon',
  costsCents: zeroCents,
  note: '',
  documents: [],
  ...changes,
});

const ledgerWith = (handovers: readonly Handover[], cases: readonly LegalCase[] = []): Ledger => ({
  ...aLedger({ invoices: [anInvoice('f-1')] }),
  handovers: new Map(handovers.map((row) => [row.id, row])),
  legalCases: new Map(cases.map((row) => [row.id, row])),
});

const blockOn = (ledger: Ledger, on: string) => {
  const invoice = ledger.invoices.get('f-1');
  if (invoice === undefined) throw new Error('no invoice');
  return blockOf(ledger, invoice, day(on));
};

it('stops what is with a third party until it comes back', () => {
  const ledger = ledgerWith([handover()]);
  expect(blockOn(ledger, '2026-11-20')).toEqual({
    kind: 'handed-over',
    reason: 'Confiée à Recouvra le 12 novembre 2026\u00A0: le client ne doit avoir qu’un seul interlocuteur.',
  });
  expect(planReminders(ledger, day('2026-11-20')).proposals).toEqual([]);
  expect(planReminders(ledger, day('2026-11-20')).waiting.map(({ block }) => block.kind)).toEqual([
    'handed-over',
  ]);
  const ended = { on: day('2026-11-18'), outcome: 'withdrawn', note: '' } as const;
  const back = ledgerWith([
    handover({ ended: { ...ended, recoveredCents: zeroCents, feeCents: zeroCents } }),
  ]);
  expect(blockOn(back, '2026-11-18')).toBeUndefined();
  expect(planReminders(back, day('2026-11-20')).proposals).toHaveLength(1);
});

it('stops what is before a court until the case is closed, and not before the user went there', () => {
  expect(blockOn(ledgerWith([], [legalCase()]), '2026-11-20')?.kind).toBe('in-court');
  expect(blockOn(ledgerWith([], [legalCase()]), '2026-11-20')?.reason).toContain(
    'Tribunal de commerce de Lyon',
  );
  expect(blockOn(ledgerWith([], [legalCase({ filedOn: undefined })]), '2026-11-20')).toBeUndefined();
  const closed = { on: day('2026-11-19'), outcome: 'given-up', note: '' } as const;
  expect(blockOn(ledgerWith([], [legalCase({ closed })]), '2026-11-20')).toBeUndefined();
});

it('leaves the client’s other invoices alone', () => {
  expect(blockOn(ledgerWith([handover({ invoiceIds: ['f-2'] })]), '2026-11-20')).toBeUndefined();
});
