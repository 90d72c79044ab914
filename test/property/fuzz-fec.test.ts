import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FecReading, looksLikeFec, readFec } from '../../shared/importing/fec.ts';
import { corpusBytes, corpusFiles } from '../corpus/corpus.ts';
import { exampleEntries } from '../support/fec-example.ts';
import { fecFile, plainFecStyle } from '../support/fec-file.ts';

const seed = 20261122;

const own = [
  fecFile(exampleEntries),
  fecFile(exampleEntries, { ...plainFecStyle, separator: '|', lineEnd: '\n', amounts: 'D-C' }),
  fecFile(exampleEntries, { ...plainFecStyle, separator: ';', encoding: 'windows-1252', extraFields: 4 }),
  fecFile(exampleEntries, { ...plainFecStyle, encoding: 'utf-16le', lineEnd: '\r' }),
  new TextEncoder().encode(
    '<?xml version="1.0"?><comptabilite><exercice><journal><JournalCode>VE</JournalCode><JournalLib>Ventes</JournalLib><ecriture><EcritureNum>1</EcritureNum><EcritureDate>2026-03-01</EcritureDate><EcritureLib>F</EcritureLib><PieceRef>F1</PieceRef><PieceDate>2026-02-28</PieceDate><ligne><CompteNum>411000</CompteNum><CompteAuxNum>C1</CompteAuxNum><Debit>120,00</Debit><Credit>0,00</Credit></ligne><ligne><CompteNum>706000</CompteNum><Debit>0,00</Debit><Credit>120,00</Credit></ligne></ecriture></journal></exercice></comptabilite>',
  ),
];
const seeds = [...own, ...corpusFiles('fec').map(({ name }) => corpusBytes('fec', name).subarray(0, 6000))];

const position = fc.double({ min: 0, max: 1, noNaN: true });
const nasty = fc.constantFrom(
  0,
  9,
  10,
  13,
  26,
  32,
  34,
  43,
  44,
  45,
  46,
  48,
  57,
  59,
  60,
  62,
  124,
  128,
  160,
  233,
  255,
);
const byte = fc.oneof(nasty, fc.integer({ min: 0, max: 255 }));
const damage = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: position,
    bytes: fc.array(byte, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: position,
    bytes: fc.array(byte, { minLength: 1, maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: position, length: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: position, length: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ kind: fc.constant('end' as const), at: position }),
);

type Act = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const afterAct = (bytes: Uint8Array, act: Act): Uint8Array => {
  const at = Math.floor(act.at * bytes.length);
  const before = bytes.subarray(0, at);
  switch (act.kind) {
    case 'set':
      return joined(before, Uint8Array.from(act.bytes), bytes.subarray(at + act.bytes.length));
    case 'insert':
      return joined(before, Uint8Array.from(act.bytes), bytes.subarray(at));
    case 'cut':
      return joined(before, bytes.subarray(at + act.length));
    case 'repeat':
      return joined(before, bytes.subarray(at, at + act.length), bytes.subarray(at));
    case 'end':
      return before;
  }
};

const damaged = (bytes: Uint8Array, acts: readonly Act[]): Uint8Array => acts.reduce(afterAct, bytes);

/** What must hold of any reading, however strange the bytes. */
const expectSound = (read: FecReading): void => {
  const odd = read.openItems.filter(
    ({ cents, pieceOn }) =>
      !Number.isSafeInteger(cents) || cents === 0 || !/^\d{4}-\d{2}-\d{2}$/.test(pieceOn),
  );
  expect(odd).toEqual([]);
  if (read.isWhole) {
    expect(read.openCents['411']).toBe(read.controlCents);
    expect(read.debitCents).toBe(read.creditCents);
    expect(read.leftOutLines).toBe(0);
  } else expect(read.problems.some(({ severity }) => severity === 'error')).toBe(true);
  if (!read.isFec) expect(read.openItems).toEqual([]);
};

describe('damaged files of entries', () => {
  it('are read soundly or refused, never with a throw (3 000 variants)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds.keys()),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        (which, acts) => {
          const bytes = damaged(seeds[which] ?? new Uint8Array(), acts);
          looksLikeFec(bytes);
          expectSound(readFec(bytes));
        },
      ),
      { seed, numRuns: 3000 },
    );
  }, 120_000);

  it('are never taken for whole when they were cut off, but at the end of an entry', () => {
    const bytes = own[0] ?? new Uint8Array();
    const text = new TextDecoder().decode(bytes);
    const whole = readFec(bytes);
    expect(whole.isWhole).toBe(true);
    for (let end = 0; end < bytes.length; end += 1) {
      const read = readFec(bytes.subarray(0, end));
      expectSound(read);
      if (!read.isWhole) continue;
      // What is left balances: it ends with the last line of an entry, and has exactly the items of its lines.
      const kept = new TextDecoder().decode(bytes.subarray(0, end)).replace(/[\r\n]+$/, '');
      const lines = kept.split('\r\n');
      expect(text.startsWith(lines.join('\r\n'))).toBe(true);
      expect(text.charAt(lines.join('\r\n').length)).toBe('\r');
      expect(read.lineCount).toBe(lines.length - 1);
    }
  }, 60_000);

  it('are refused or sound when they are nothing but noise (1 000 inputs)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        looksLikeFec(bytes);
        expectSound(readFec(bytes));
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('take no longer for one endless line, endless quotes or a million separators', () => {
    const [header = ''] = new TextDecoder().decode(own[2]).split('\r\n');
    for (const filling of [
      '"'.repeat(1_000_000),
      ';'.repeat(1_000_000),
      'A'.repeat(2_000_000),
      '\r'.repeat(500_000),
      '1'.repeat(500_000),
    ]) {
      const read = readFec(new TextEncoder().encode(`${header}\r\n${filling}\r\n`));
      expectSound(read);
      expect(read.openItems).toEqual([]);
    }
  });
});
