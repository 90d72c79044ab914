import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { formulaInNumbers } from '../../../../shared/insight/formula.ts';
import { promiseFigure, promiseTallies } from '../../../../shared/insight/promise-kept.ts';
import type { PaymentPromise } from '../../../../shared/ledger/agreement.ts';
import { at, client, invoice, paid } from './few-rows.ts';

const bill = invoice('F-1', 'a', '2026-10-31', 100_000);
/** Thursday; the Friday and the Monday after it are the two working days. */
const promisedOn = day('2026-11-05');
const lastDay = day('2026-11-09');

const promise = (rest: Partial<PaymentPromise> = {}): PaymentPromise => ({
  id: 'P',
  clientId: 'a',
  invoiceIds: [bill.id],
  promisedOn,
  recordedAt: at('2026-10-20'),
  ...rest,
});

const tallyWith = (
  receipts: readonly ReturnType<typeof paid>[],
  today = lastDay,
  promises: readonly PaymentPromise[] = [promise()],
  invoices = [bill],
) =>
  promiseTallies(
    ledgerOfRows({
      clients: [client('a')],
      invoices,
      promises,
      payments: receipts.map(({ payment }) => payment),
      allocations: receipts.map(({ allocation }) => allocation),
    }),
    today,
  ).get('a');

describe('promises kept', () => {
  it.each([
    ['by its day plus two working days', [paid(bill, '2026-11-09')], 1],
    ['a day later: not kept', [paid(bill, '2026-11-10')], 0],
    ['in part: for its part', [paid(bill, '2026-11-05', 60_000), paid(bill, '2026-11-10', 40_000)], 0.6],
    ['what came before the promise is not of it', [paid(bill, '2026-10-15', 60_000)], 0],
    [
      'the rest, after what came before',
      [paid(bill, '2026-10-15', 60_000), paid(bill, '2026-11-04', 40_000)],
      1,
    ],
    ['already paid when it was noted', [paid(bill, '2026-10-20')], 1],
    ['never', [], 0],
  ] as const)('%s', (_what, receipts, kept) => {
    expect(tallyWith(receipts, day('2026-11-20'))).toEqual({ due: 1, kept });
  });

  it('are looked at once their grace is over, for twelve months', () => {
    expect(tallyWith([paid(bill, '2026-10-25')], day('2026-11-08'))).toBeUndefined();
    expect(tallyWith([], lastDay)).toEqual({ due: 1, kept: 0 });
    expect(tallyWith([], day('2027-11-04'))).toEqual({ due: 1, kept: 0 });
    expect(tallyWith([], day('2027-11-05'))).toBeUndefined();
  });

  it('leave out withdrawn promises and those without an invoice to look at', () => {
    expect(tallyWith([], lastDay, [promise({ withdrawnAt: at('2026-11-01') })])).toBeUndefined();
    expect(tallyWith([], lastDay, [promise({ invoiceIds: ['gone'] })])).toBeUndefined();
    expect(tallyWith([], lastDay, [promise()], [{ ...bill, cancelledAt: at('2026-11-01') }])).toBeUndefined();
  });

  it('weigh the invoices of one promise by what was owed on them', () => {
    const other = invoice('F-2', 'a', '2026-10-31', 300_000);
    const both = promise({ invoiceIds: [bill.id, other.id] });
    expect(tallyWith([paid(bill, '2026-11-05')], lastDay, [both], [bill, other])).toEqual({
      due: 1,
      kept: 0.25,
    });
  });

  it('as a figure over all clients or of one', () => {
    const second = invoice('F-3', 'b', '2026-10-31', 50_000);
    const { payment, allocation } = paid(second, '2026-11-05');
    const ledger = ledgerOfRows({
      clients: [client('a'), client('b')],
      invoices: [bill, second],
      promises: [promise(), promise({ id: 'Q', clientId: 'b', invoiceIds: [second.id] })],
      payments: [payment],
      allocations: [allocation],
    });
    const all = promiseFigure(ledger, lastDay);
    expect(all.kind === 'known' && formulaInNumbers(all.formula)).toBe('1 ÷ 2 × 100 = 50\u00A0%');
    const own = promiseFigure(ledger, lastDay, 'b');
    expect(own.kind === 'known' && formulaInNumbers(own.formula)).toBe('1 ÷ 1 × 100 = 100\u00A0%');
    expect(promiseFigure(ledger, lastDay, 'c')).toEqual({
      kind: 'unknown',
      reason: 'Aucune promesse arrivée à son terme sur les 12\u00A0derniers mois.',
    });
  });
});
