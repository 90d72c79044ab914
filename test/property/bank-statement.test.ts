import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBankStatement } from '../../shared/importing/bank-statement.ts';
import { cfonbAmount } from '../../shared/importing/cfonb120-amount.ts';
import { seeded } from '../support/arbitrary-days.ts';
import {
  camtStatement,
  cfonbStatement,
  ofxStatement,
  swiftStatement,
  withoutPlaces,
} from '../support/bank/arbitrary-statement.ts';
import { camtMessage } from '../support/bank/camt053-writer.ts';
import { cfonbAmountField, cfonbRecordsOf } from '../support/bank/cfonb120-writer.ts';
import { swiftMessage } from '../support/bank/mt940-writer.ts';
import { ofxFile } from '../support/bank/ofx-writer.ts';

const runs = { ...seeded, numRuns: 200 };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const several = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(value, { minLength: 1, maxLength: 3 });

const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

const expectSame = (bytes: Uint8Array, statements: readonly object[]): void => {
  const reading = readBankStatement(bytes);
  expect(reading.problems).toEqual([]);
  expect(reading.statements.map(withoutPlaces)).toEqual(statements);
};

describe('a statement that is written and read is the same', () => {
  it('CFONB 120, in lines', () => {
    fc.assert(
      fc.property(
        several(cfonbStatement),
        fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
        (statements, lineEnd) => {
          const text = statements.flatMap(cfonbRecordsOf).join(lineEnd) + lineEnd;
          expectSame(utf8(text), statements);
        },
      ),
      runs,
    );
  });

  it('CFONB 120, without line ends, and with the blanks at the ends cut off', () => {
    fc.assert(
      fc.property(several(cfonbStatement), (statements) => {
        const records = statements.flatMap(cfonbRecordsOf);
        expectSame(utf8(records.join('')), statements);
        expectSame(utf8(records.map((record) => record.trimEnd()).join('\n')), statements);
      }),
      { ...runs, numRuns: 150 },
    );
  });

  it('CFONB 120 in Windows-1252', () => {
    fc.assert(
      fc.property(several(cfonbStatement), (statements) => {
        // French words in every movement: it is by them that the character set is told.
        const french = statements.map((statement) => ({
          ...statement,
          lines: statement.lines.map(({ counterparty: _, ...line }) => ({
            ...line,
            label: 'Réglé à échéance\nCréance cédée',
          })),
        }));
        expectSame(latin1(french.flatMap(cfonbRecordsOf).join('\r\n')), french);
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it('CFONB amounts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (amount) => {
        expect(cfonbAmount(cfonbAmountField(amount), 2)).toEqual({ ok: true, value: amount });
      }),
      seeded,
    );
  });

  it('CAMT.053 of every version', () => {
    fc.assert(
      fc.property(several(camtStatement), fc.constantFrom('none', '02', '04', '08'), (statements, version) =>
        expectSame(utf8(camtMessage(statements, version)), statements),
      ),
      runs,
    );
  });

  it('OFX 1 and 2', () => {
    fc.assert(
      fc.property(
        several(ofxStatement),
        fc.record({
          version: fc.constantFrom(1 as const, 2 as const),
          decimal: fc.constantFrom(',' as const, '.' as const),
          lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
        }),
        (statements, style) => expectSame(utf8(ofxFile(statements, style)), statements),
      ),
      runs,
    );
  });

  it('MT940, with and without envelope, structured and free', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((structured) =>
          fc.record({
            statements: several(swiftStatement(structured)),
            style: fc.record({
              structured: fc.constant(structured),
              envelope: fc.boolean(),
              lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
            }),
          }),
        ),
        ({ statements, style }) => {
          const text = statements.map((statement) => swiftMessage(statement, style)).join('');
          expectSame(utf8(text), statements);
        },
      ),
      runs,
    );
  });
});
