import { expect, test } from 'vitest';
import { searchReceipts } from '../../../../../renderer/features/receipts/search-receipts.ts';
import { receiptMonths } from '../../../../../shared/ledger/receipts.ts';
import {
  aClient,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
} from '../../../shared/reminders/sample-ledger.ts';

const months = receiptMonths(
  aLedger({
    clients: [aClient('c1', { name: 'Façades Étienne' }), aClient('c2', { name: 'Martin' })],
    invoices: [anInvoice('f1', { number: 'F-2026-012' })],
    payments: [
      aPayment('p1', '2026-11-05', 123_450, { reference: 'VIR 77' }),
      aPayment('p2', '2026-11-06', 5_000, { clientId: 'c2' }),
      aPayment('p3', '2026-10-06', 7_000, { clientId: 'c2', reversedAt: noonOf('2026-10-08') }),
    ],
    allocations: [anAllocation('p1', 'f1', '2026-11-05', 123_450)],
  }),
);
const found = (search: string): readonly string[] =>
  searchReceipts(months, search).flatMap(({ receipts }) => receipts.map(({ payment }) => payment.id));

test('by client, reference, number, amount or day; all words must be there', () => {
  expect(found('facades')).toEqual(['p1']);
  expect(found('vir 77')).toEqual(['p1']);
  expect(found('F-2026-012')).toEqual(['p1']);
  expect(found('1234,50')).toEqual(['p1']);
  expect(found('06/11/2026')).toEqual(['p2']);
  expect(found('martin facades')).toEqual([]);
  expect(found(' ')).toEqual(['p2', 'p1', 'p3']);
});

test('a month shows the sum of what was found, without reversed payments', () => {
  expect(searchReceipts(months, 'martin').map(({ month, totalCents }) => [month, totalCents])).toEqual([
    ['2026-11', 5_000],
    ['2026-10', 0],
  ]);
});
