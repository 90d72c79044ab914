import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFec } from '../../renderer/db/commands/import-fec.ts';
import { readFec } from '../../shared/importing/fec.ts';
import { currentBalances } from '../../shared/ledger/balance.ts';
import { emptyLedger, type Ledger } from '../../shared/ledger/ledger.ts';
import { type FecFileEntry, fecFile, openingEntry, receiptEntry, saleEntry } from '../support/fec-file.ts';
import { fecContextOn, fecImported, fecWish, netByCode, openByNumber } from '../support/fec-ledger.ts';

const seed = 20261122;

const customers = [
  ['C1', 'Ateliers Un'],
  ['C2', 'Bâtiments Deux'],
  ['C3', 'Cuisines Trois'],
] as const;

/** What happens in a year of the books, one thing after the other. */
type Happening =
  | { readonly kind: 'sale'; readonly customer: number; readonly cents: number }
  | { readonly kind: 'receipt'; readonly customer: number; readonly cents: number }
  | { readonly kind: 'credit-note'; readonly customer: number; readonly cents: number }
  /** The accountant letters some lines of a customer, tidily or not: a bit for each open line. */
  | { readonly kind: 'letter'; readonly customer: number; readonly lines: number }
  | { readonly kind: 'export' };

const customer = fc.nat({ max: customers.length - 1 });
const amount = fc.constantFrom(10_000, 12_000, 25_050, 40_000, 99_999);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('sale' as const), customer, cents: amount }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('receipt' as const), customer, cents: amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('credit-note' as const), customer, cents: amount }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('letter' as const),
      customer,
      lines: fc.integer({ min: 1, max: 255 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'export' as const }) },
);

interface Line {
  readonly customer: number;
  readonly cents: number;
  letter: string;
  readonly build: (letter: string) => FecFileEntry;
}

const dayOf = (index: number): string => {
  const month = 1 + Math.min(11, Math.floor(index / 5));
  return `2026${String(month).padStart(2, '0')}${String(2 + (index % 5) * 5).padStart(2, '0')}`;
};

/** The customer lines of the books so far, with the letters that they have now. */
const book = (lines: Line[], event: Happening, index: number): void => {
  const who = 'customer' in event ? event.customer : 0;
  const name = customers[who] ?? customers[0];
  const on = dayOf(index);
  switch (event.kind) {
    case 'sale':
      lines.push({
        customer: who,
        cents: event.cents,
        letter: '',
        build: (letter) => saleEntry(String(index), on, name, `FA${index}`, event.cents, letter),
      });
      return;
    case 'receipt':
      lines.push({
        customer: who,
        cents: -event.cents,
        letter: '',
        build: (letter) => receiptEntry(String(index), on, name, `VIR${index}`, event.cents, letter),
      });
      return;
    case 'credit-note':
      lines.push({
        customer: who,
        cents: -event.cents,
        letter: '',
        build: (letter) => saleEntry(String(index), on, name, `AV${index}`, -event.cents, letter),
      });
      return;
    case 'letter': {
      const open = lines.filter((line) => line.customer === who && line.letter === '');
      for (const [at, line] of open.entries())
        if (((event.lines >> (at % 8)) & 1) === 1) line.letter = `L${index}`;
      return;
    }
    case 'export':
      return;
  }
};

const balances = (lines: readonly Line[]): Readonly<Record<string, number>> => {
  const sums = new Map<string, number>();
  for (const { customer: who, cents } of lines) {
    const code = customers[who]?.[0] ?? '';
    sums.set(code, (sums.get(code) ?? 0) + cents);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
};

/** Lines of an aggregated or detailed opening entry, and what comes after. */
const yearEnd = (lines: readonly Line[], isDetailed: boolean): readonly FecFileEntry[] => {
  if (!isDetailed)
    return openingEntry(
      '20270101',
      Object.entries(balances(lines)).map(([code, sum]) => {
        const [, name] = customers.find(([candidate]) => candidate === code) ?? ['', ''];
        return [code, name, 'RAN', '20270101', sum] as const;
      }),
    );
  const { openItems } = readFec(fecFile(lines.map((line) => line.build(line.letter))));
  return openingEntry(
    '20270101',
    openItems.flatMap(({ customerKey, customerName, cents, documents }) =>
      documents.map(
        ({ pieceRef, pieceOn, openCents }) =>
          [
            customerKey,
            customerName,
            pieceRef,
            pieceOn.replaceAll('-', ''),
            Math.sign(cents) * openCents,
          ] as const,
      ),
    ),
  );
};

const expectNothingOverspent = (ledger: Ledger): void => {
  const { remainingByInvoice, unallocatedBySource } = currentBalances(ledger);
  expect(
    [...remainingByInvoice.values(), ...unallocatedBySource.values()].filter((left) => left < 0),
  ).toEqual([]);
};

describe('the accounts imported month after month', () => {
  it('keep the ledger at the balances of the accounts, whatever was lettered since', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 45 }), (events) => {
        const lines: Line[] = [];
        let ledger = emptyLedger();
        let number = 0;
        for (const [index, event] of [...events, { kind: 'export' as const }].entries()) {
          book(lines, event, index);
          if (event.kind !== 'export' || lines.length === 0) continue;
          number += 1;
          const wish = fecWish(lines.map((line) => line.build(line.letter)));
          const decided = importFec(ledger, wish, fecContextOn('2026-12-31'));
          if (decided.ok) ledger = fecImported(ledger, wish, `2026-12-${String(10 + (number % 20))}`);
          expect(netByCode(ledger)).toEqual(balances(lines));
          expectNothingOverspent(ledger);
          // What the file leaves open, and nothing else.
          const open = new Map<string, number>();
          for (const item of wish.reading.openItems)
            for (const { pieceRef, openCents } of item.cents > 0 ? item.documents : [])
              open.set(`${item.customerKey} ${pieceRef}`, openCents);
          expect(openByNumber(ledger)).toEqual(Object.fromEntries(open));
          const again = importFec(ledger, wish, fecContextOn('2026-12-31'));
          expect(again.ok ? again.value.label : again.error.kind).toBe('nothing-new');
        }
      }),
      { seed, numRuns: 250 },
    );
  }, 120_000);

  it('pass into the next year without doubling anything', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        customer,
        amount,
        fc.constantFrom('', 'Z'),
        (events, isDetailed, who, cents, letter) => {
          const lines: Line[] = [];
          for (const [index, event] of events.entries()) book(lines, event, index);
          if (lines.length === 0) return;
          const first = fecWish(lines.map((line) => line.build(line.letter)));
          // A year in which everything was paid brings nothing.
          const before =
            first.reading.openItems.length === 0 ? emptyLedger() : fecImported(emptyLedger(), first);
          const [code, name] = customers[who] ?? customers[0];
          const next = [
            ...yearEnd(lines, isDetailed),
            saleEntry('900', '20270110', [code, name], 'FB900', cents),
            // Lettered with an invoice of the year before, of which this year has only the balance.
            receiptEntry('901', '20270120', [code, name], 'VIR901', 25_050, letter),
          ];
          const wish = fecWish(next, {}, '732829320FEC20271231.txt');
          const after = fecImported(before, wish, '2027-02-01');
          const expected = new Map(Object.entries(balances(lines)));
          expected.set(code, (expected.get(code) ?? 0) + cents - 25_050);
          expect(netByCode(after)).toEqual(Object.fromEntries([...expected].filter(([, sum]) => sum !== 0)));
          expectNothingOverspent(after);
        },
      ),
      { seed, numRuns: 250 },
    );
  }, 120_000);
});
