import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../shared/dates/day.ts';
import type { BankReading } from '../../shared/importing/bank-reading.ts';
import { readBankStatement } from '../../shared/importing/bank-statement.ts';
import { corpusBytes, corpusFiles } from '../corpus/corpus.ts';
import {
  camtStatement,
  cfonbStatement,
  ofxStatement,
  swiftStatement,
} from '../support/bank/arbitrary-statement.ts';
import { camtMessage } from '../support/bank/camt053-writer.ts';
import { cfonbRecordsOf } from '../support/bank/cfonb120-writer.ts';
import { swiftMessage } from '../support/bank/mt940-writer.ts';
import { ofxFile } from '../support/bank/ofx-writer.ts';

const seed = 20_261_122;
/** Far more than it takes: the machine of the tests may be busy. */
const patienceMs = 60_000;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const xmlOfx = { version: 2, decimal: '.', lineEnd: '\n' } as const;
const sgmlOfx = { version: 1, decimal: ',', lineEnd: '\r\n' } as const;
const swift = { lineEnd: '\r\n', envelope: true, structured: true } as const;

/** Sound files of every format, each with the movements that a seed gives. */
const ownFixtures: readonly Uint8Array[] = fc
  .sample(
    fc.record({
      cfonb: fc.array(cfonbStatement, { minLength: 1, maxLength: 2 }),
      camt: fc.array(camtStatement, { minLength: 1, maxLength: 2 }),
      ofx: fc.array(ofxStatement, { minLength: 1, maxLength: 2 }),
      mt940: fc.array(swiftStatement(true), { minLength: 1, maxLength: 2 }),
    }),
    { seed, numRuns: 6 },
  )
  .flatMap(({ cfonb, camt, ofx, mt940 }) => [
    utf8(cfonb.flatMap(cfonbRecordsOf).join('\r\n')),
    utf8(cfonb.flatMap(cfonbRecordsOf).join('')),
    utf8(camtMessage(camt, '02')),
    utf8(camtMessage(camt, '08')),
    utf8(ofxFile(ofx, xmlOfx)),
    utf8(ofxFile(ofx, sgmlOfx)),
    utf8(mt940.map((statement) => swiftMessage(statement, swift)).join('')),
  ]);

const corpusFixtures: readonly Uint8Array[] = ['cfonb120', 'camt053', 'ofx', 'mt940'].flatMap((folder) =>
  corpusFiles(folder).map(({ name }) => corpusBytes(folder, name)),
);

const fixtures = [...ownFixtures, ...corpusFixtures];

/** Bytes that parsers stumble over: line ends, NUL, markup, signs of amounts, halves of UTF-8 characters. */
const harmful = [
  0, 9, 10, 13, 26, 32, 38, 44, 45, 46, 47, 48, 57, 58, 60, 62, 63, 123, 125, 0xc3, 0xe9, 0xff,
];

interface Damage {
  readonly kind: 'overwrite' | 'delete' | 'insert' | 'repeat';
  readonly at: number;
  readonly length: number;
  readonly bytes: readonly number[];
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('overwrite' as const, 'delete' as const, 'insert' as const, 'repeat' as const),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 300 }),
  bytes: fc.array(fc.oneof(fc.constantFrom(...harmful), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  }),
});

const joined = (...parts: readonly ArrayLike<number>[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const damaged = (bytes: Uint8Array, { kind, at, length, bytes: put }: Damage): Uint8Array => {
  const index = Math.floor(at * bytes.length);
  const head = bytes.subarray(0, index);
  const tail = (skipped: number): Uint8Array => bytes.subarray(Math.min(bytes.length, index + skipped));
  switch (kind) {
    case 'overwrite':
      return joined(head, put, tail(put.length));
    case 'delete':
      return joined(head, tail(length));
    case 'insert':
      return joined(head, put, tail(0));
    case 'repeat':
      return joined(head, bytes.subarray(index, index + length), tail(0));
  }
};

/** What is unsound about a reading, whatever the bytes were; plain checks, for they run a hundred thousand times. */
const faultsOf = ({ statements, problems }: BankReading): readonly string[] => {
  const faults: string[] = [];
  if (statements.length === 0 && problems.length === 0) faults.push('neither statement nor problem');
  for (const problem of problems) {
    const { severity, message, statement } = problem;
    if (severity !== 'error' && severity !== 'warning') faults.push(`severity: ${JSON.stringify(problem)}`);
    if (!/\S/.test(message) || /undefined|NaN|\[object/.test(message)) faults.push(`message: ${message}`);
    if (statement !== undefined && statement >= statements.length) faults.push(`place: ${message}`);
  }
  statements.forEach((statement, index) => {
    // Tables of some banks do not name the account; the screen asks for it.
    const hasAccount = statement.account !== '' || statement.format === 'csv';
    if (!hasAccount || statement.currency === '') faults.push('no account or currency');
    let sum = 0;
    for (const line of statement.lines) {
      const hasDays = isDay(line.bookedOn) && (line.valueOn === undefined || isDay(line.valueOn));
      if (!hasDays || !Number.isSafeInteger(line.amountCents)) faults.push(JSON.stringify(line));
      sum += line.amountCents;
    }
    const { openingCents, closingCents } = statement;
    if (openingCents === undefined || closingCents === undefined || openingCents + sum === closingCents)
      return;
    // What does not add up is never given without a word.
    if (!problems.some((problem) => problem.statement === index && problem.severity === 'error'))
      faults.push(`statement ${index} does not add up, and nothing says so`);
  });
  return faults;
};

const expectSound = (reading: BankReading): void => {
  const faults = faultsOf(reading);
  if (faults.length > 0) expect(faults).toEqual([]);
};

const isWhole = ({ problems }: BankReading): boolean =>
  problems.every(({ severity }) => severity !== 'error');

describe('damaged bank files', () => {
  it(
    'are read without a throw, and what is wrong is told (3,000 files)',
    () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: fixtures.length - 1 }),
          fc.array(damage, { minLength: 1, maxLength: 4 }),
          (index, damages) => {
            const bytes = damages.reduce(damaged, fixtures[index] ?? new Uint8Array());
            expectSound(readBankStatement(bytes));
          },
        ),
        { seed, numRuns: 3000 },
      );
    },
    patienceMs,
  );

  it(
    'that were cut off are not taken for whole (2,000 files)',
    () => {
      const whole = fixtures.map((bytes) => ({ bytes, reading: readBankStatement(bytes) }));
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: whole.length - 1 }),
          fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
          (index, at) => {
            const { bytes, reading } = whole[index] ?? { bytes: new Uint8Array(), reading: undefined };
            const cut = readBankStatement(bytes.subarray(0, Math.floor(at * bytes.length)));
            expectSound(cut);
            if (!isWhole(cut) || reading === undefined) return;
            // Blanks or a line end are missing, or the cut fell between two statements of CFONB 120 or MT940, which
            // do not say how many there are: what is given is given whole.
            cut.statements.forEach((statement, position) => {
              expect(statement).toEqual(reading.statements[position]);
            });
            const isCountless = ['cfonb120', 'mt940'].includes(cut.statements[0]?.format ?? '');
            if (!isCountless) expect(cut.statements).toHaveLength(reading.statements.length);
          },
        ),
        { seed, numRuns: 2000 },
      );
    },
    patienceMs,
  );
});
