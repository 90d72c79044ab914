import { expect, it } from 'vitest';
import { limitationPreview } from '../../../../shared/claims/limitation-preview.ts';
import { day } from '../../../../shared/dates/day.ts';
import { aClient, aLedger, anInvoice } from '../reminders/sample-ledger.ts';

const invoice = anInvoice('f1', {
  issuedOn: day('2024-01-10'),
  dueOn: day('2024-02-10'),
  interruptions: [{ id: 'i1', on: day('2025-01-01'), cause: 'acknowledgement', note: '' }],
});
const ledger = aLedger({ clients: [aClient('c1', { regime: 'b2c' })], invoices: [invoice] });

it.each([
  ['2026-11-20', 'acknowledgement', 'renews', '2028-11-20'],
  ['2024-06-01', 'acknowledgement', 'renews', '2027-01-01'],
  ['2023-06-01', 'acknowledgement', 'before-start', '2027-01-01'],
  ['2027-01-02', 'court-claim', 'too-late', '2027-01-01'],
  ['2026-11-20', 'written-claim', 'not-interrupting', '2027-01-01'],
] as const)('an act of %s (%s) %s: %s', (on, cause, effect, lastDay) => {
  expect(limitationPreview(ledger, invoice, { on: day(on), cause })).toMatchObject({ effect, lastDay });
});

it('tells an act that counts by the due date alone', () => {
  const argued = anInvoice('f2', { issuedOn: day('2024-01-10'), dueOn: day('2024-02-10') });
  const isArguable = (on: string): boolean | undefined =>
    limitationPreview(ledger, argued, { on: day(on), cause: 'acknowledgement' })?.isArguable;
  expect(['2026-01-10', '2026-01-11', '2026-02-10', '2026-02-11'].map(isArguable)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it('says nothing where no period is known', () => {
  const ancient = anInvoice('x', { issuedOn: day('2001-01-01') });
  expect(
    limitationPreview(ledger, ancient, { on: day('2026-01-01'), cause: 'acknowledgement' }),
  ).toBeUndefined();
});
