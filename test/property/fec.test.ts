import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeFec, readFec } from '../../shared/importing/fec.ts';
import { type FecFileEntry, type FecFileStyle, fecFile, plainFecStyle } from '../support/fec-file.ts';

const seed = 20261122;

const amount = fc.integer({ min: 1, max: 50_000_000 });
const dayText = fc
  .tuple(
    fc.integer({ min: 2020, max: 2027 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`);
// Every set of characters has these; no separator of any style, so that pipes and tabs can be told apart.
const word = fc.stringMatching(/^[A-Za-z0-9éèàçÉ' .-]{0,18}$/);
const code = fc.constantFrom('CMARTIN', 'CDUPRE', 'C001', '9ABC', 'C-É');
const letter = fc.constantFrom('', '', 'A', 'AA', 'b', 'B', 'AAB');

const customerEntry: fc.Arbitrary<FecFileEntry> = fc
  .record({
    isDebit: fc.boolean(),
    isReversedSign: fc.boolean(),
    cents: amount,
    on: dayText,
    pieceOn: dayText,
    auxiliary: code,
    letter,
    account: fc.constantFrom('411000', '411100', '416000', '413000', '419100'),
    piece: word,
    label: word,
    number: fc.integer({ min: 1, max: 9999 }).map(String),
  })
  .map((made) => {
    const cents = made.isDebit ? made.cents : -made.cents;
    return {
      journal: made.isDebit ? 'VE' : 'BQ',
      journalName: made.isDebit ? 'Ventes' : 'Banque',
      number: made.number,
      on: made.on,
      piece: made.piece,
      pieceOn: made.pieceOn,
      label: made.label,
      lines: [
        {
          account: made.account,
          auxiliary: made.auxiliary,
          customer: `Société ${made.auxiliary}`,
          cents,
          inDebit: made.isReversedSign ? cents < 0 : cents > 0,
          letter: made.letter,
        },
        { account: made.isDebit ? '706000' : '512000', accountName: 'Contrepartie', cents: -cents },
      ],
    };
  });

const permutation = (length: number): fc.Arbitrary<readonly number[]> => {
  const positions = Array.from({ length }, (_, at) => at);
  return fc.shuffledSubarray(positions, { minLength: length, maxLength: length });
};

const style: fc.Arbitrary<FecFileStyle> = fc
  .record({
    separator: fc.constantFrom('\t', '|', ';', ','),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom(
      'utf-8',
      'utf-8-bom',
      'windows-1252',
      'iso-8859-15',
      'utf-16le',
      'utf-16le-bare',
    ),
    amounts: fc.constantFrom('debit-credit', 'D-C', 'plus-minus'),
    extraFields: fc.constantFrom(0, 3, 4),
    trailingSeparator: fc.boolean(),
    signLast: fc.boolean(),
    decimal: fc.constantFrom(',', '.'),
    grouping: fc.constantFrom('', '', '\u00a0', ' '),
    padTo: fc.constantFrom(0, 13, 18),
    lastLineEnd: fc.boolean(),
    isShuffled: fc.boolean(),
  } as const)
  .chain(({ isShuffled, ...rest }) =>
    isShuffled ? permutation(18 + rest.extraFields).map((order) => ({ ...rest, order })) : fc.constant(rest),
  );

/** The same by a few lines of plain arithmetic: sums by account, customer and letter. */
const expectedOpen = (entries: readonly FecFileEntry[]): Readonly<Record<string, number>> => {
  const sums = new Map<string, number>();
  for (const entry of entries)
    for (const line of entry.lines) {
      if (line.auxiliary === undefined) continue;
      const group = line.account.startsWith('4191') ? '4191' : line.account.slice(0, 3);
      const key = `${group} ${line.auxiliary}`;
      sums.set(key, (sums.get(key) ?? 0) + line.cents);
    }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
};

const foundOpen = (bytes: Uint8Array): Readonly<Record<string, number>> => {
  const sums = new Map<string, number>();
  for (const { accountGroup, customerKey, cents } of readFec(bytes).openItems) {
    const key = `${accountGroup} ${customerKey}`;
    sums.set(key, (sums.get(key) ?? 0) + cents);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
};

describe('a file of accounting entries', () => {
  it('gives the same open items however it is written', () => {
    fc.assert(
      fc.property(fc.array(customerEntry, { minLength: 1, maxLength: 30 }), style, (entries, written) => {
        const bytes = fecFile(entries, written);
        const read = readFec(bytes);
        const plain = readFec(fecFile(entries, plainFecStyle));
        expect(looksLikeFec(bytes)).toBe(true);
        expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(read.openItems).toEqual(plain.openItems);
        expect(read.controlCents).toBe(plain.controlCents);
        expect(read.closedDocuments).toEqual(plain.closedDocuments);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('loses and invents no cent: what is open comes to the balances, by account and customer', () => {
    fc.assert(
      fc.property(fc.array(customerEntry, { maxLength: 40 }), (entries) => {
        const bytes = fecFile(entries);
        expect(foundOpen(bytes)).toEqual(expectedOpen(entries));
        const read = readFec(bytes);
        expect(read.openCents['411']).toBe(read.controlCents);
        for (const item of read.openItems) {
          const open = item.documents.reduce((sum, document) => sum + document.openCents, 0);
          expect(open).toBe(Math.abs(item.cents));
          for (const document of item.documents)
            expect(document.openCents).toBeLessThanOrEqual(document.totalCents);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
