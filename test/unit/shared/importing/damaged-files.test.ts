import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../shared/importing/column-mapping.ts';
import { readInvoiceRows } from '../../../../shared/importing/invoice-rows.ts';
import { frenchTableError, readTable } from '../../../../shared/importing/table.ts';
import { planImport } from '../../../support/plan-import.ts';
import { fixtureBytes, utf8Bytes } from './fixture.ts';

const seeds = [
  fixtureBytes('logiciel-comptable-1252.csv'),
  fixtureBytes('excel-texte-unicode.txt'),
  fixtureBytes('export-mac.csv'),
  fixtureBytes('facturation-dos-850.csv'),
  utf8Bytes(
    'Facture;Client;Date;Total;Solde\n"F1";"A ""b""";01/02/2026;1 234,56;(12,00)\nF2;B;2026-02-30;1,234;-\n',
  ),
];

type Damage =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: readonly number[] };

const position = fc.double({ min: 0, max: 1, noNaN: true });
const nasty = fc.constantFrom(
  34,
  59,
  44,
  9,
  124,
  10,
  13,
  0,
  26,
  128,
  160,
  233,
  255,
  45,
  40,
  39,
  48,
  57,
  239,
  187,
  191,
);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: position,
    byte: fc.oneof(nasty, fc.integer({ min: 0, max: 255 })),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: position, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: position, length: fc.integer({ min: 1, max: 300 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: position,
    bytes: fc.array(nasty, { maxLength: 40 }),
  }),
);

const apply = (bytes: Uint8Array, change: Damage): Uint8Array => {
  const at = Math.floor(change.at * bytes.length);
  switch (change.kind) {
    case 'set':
      return Uint8Array.from(bytes, (byte, index) => (index === at ? change.byte : byte));
    case 'cut':
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + change.length)]);
    case 'repeat':
      return Uint8Array.from([...bytes.subarray(0, at + change.length), ...bytes.subarray(at)]);
    case 'insert':
      return Uint8Array.from([...bytes.subarray(0, at), ...change.bytes, ...bytes.subarray(at)]);
  }
};

/** Takes bytes all the way to a plan, and checks what must hold of any result. */
const importAll = (bytes: Uint8Array): void => {
  const table = readTable(bytes);
  if (!table.ok) {
    expect(frenchTableError(table.error)).toMatch(/\.$/);
    return;
  }
  const lines = table.value.rows.map(({ line }) => line);
  expect(lines.every((line, index) => line > (lines[index - 1] ?? 0))).toBe(true);
  expect(table.value.rows.every(({ cells }) => cells.length >= table.value.columns.length)).toBe(true);
  const list = readInvoiceRows(table.value, suggestMapping(table.value).mapping);
  if (!list.ok) return;
  for (const row of [...list.value.rows, ...list.value.leftOut]) {
    expect(row.totalCents).toBeGreaterThan(0);
    expect(row.remainingCents).toBeGreaterThanOrEqual(0);
    expect(row.remainingCents).toBeLessThanOrEqual(row.totalCents);
    expect(row.number === '' || row.clientName === '').toBe(false);
  }
  let count = 0;
  const newId = (): string => {
    count += 1;
    return String(count);
  };
  const plan = planImport(list.value.rows, { clients: [], invoices: [] }, { newId });
  expect(plan.newInvoices.length + plan.duplicates.length).toBe(list.value.rows.length);
  expect(list.value.problems.every(({ message }) => message !== '' && !message.includes('undefined'))).toBe(
    true,
  );
};

describe('files that are damaged or are nothing', () => {
  it('never throw: 1,500 damaged lists', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(damage, { minLength: 1, maxLength: 6 }),
        (bytes, changes) => {
          importAll(changes.reduce(apply, bytes));
        },
      ),
      { seed: 20_261_122, numRuns: 1500 },
    );
  }, 120_000);

  it('never throw: 500 random texts and bytes', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.string({ maxLength: 400, unit: 'binary' }).map(utf8Bytes),
      fc
        .array(fc.constantFrom('"', ';', '\n', 'Facture', 'Client', 'Total', '1,00', '€', '-', 'Date'), {
          maxLength: 80,
        })
        .map((parts) => utf8Bytes(parts.join(''))),
    );
    fc.assert(fc.property(anything, importAll), { seed: 20_261_122, numRuns: 500 });
  }, 120_000);
});
