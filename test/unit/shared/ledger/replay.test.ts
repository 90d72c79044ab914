import { expect, test } from 'vitest';
import { emptyLedger } from '../../../../shared/ledger/ledger.ts';
import { applyChanges, replayChanges } from '../../../../shared/ledger/replay.ts';
import {
  changeOf,
  invoiceChanges,
  putClient,
  putInvoice,
  sampleClient,
  sampleInvoice,
} from '../../electron/mirror/sample-changes.ts';

test('images put, replace and remove rows in their order', () => {
  const replayed = replayChanges([
    changeOf(1, [
      putClient(sampleClient('c1')),
      putInvoice(sampleInvoice('i1', 1)),
      putInvoice(sampleInvoice('i1', 2)),
    ]),
    changeOf(2, [{ ...putClient(sampleClient('c1')), after: null }]),
  ]);
  if (!replayed.ok) throw new Error('refused');
  expect(replayed.value).toEqual({
    ...emptyLedger(),
    invoices: new Map([['i1', sampleInvoice('i1', 2)]]),
    sequence: 2,
  });
});

test('the ledger given is left as it is, and tables that no change touches are shared', () => {
  const before = replayChanges([changeOf(1, [putClient(sampleClient('c1'))])]);
  if (!before.ok) throw new Error('refused');
  const after = applyChanges(before.value, invoiceChanges(1, 2));
  if (!after.ok) throw new Error('refused');
  expect(before.value.invoices.size).toBe(0);
  expect(after.value.invoices.size).toBe(1);
  expect(after.value.clients).toBe(before.value.clients);
  expect([before.value.sequence, after.value.sequence]).toEqual([1, 2]);
});

test('a change out of its turn is refused', () => {
  const [one, two] = invoiceChanges(2);
  if (!one || !two) throw new Error('no changes');
  expect(replayChanges([two])).toEqual({
    ok: false,
    error: { kind: 'gap', expectedSequence: 1, foundSequence: 2 },
  });
  expect(replayChanges([one, one])).toEqual({
    ok: false,
    error: { kind: 'gap', expectedSequence: 2, foundSequence: 1 },
  });
});
