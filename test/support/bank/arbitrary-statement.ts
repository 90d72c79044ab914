import fc from 'fast-check';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import type { BankFormat, BankStatement, BankStatementLine } from '../../../shared/importing/bank-reading.ts';
import { cents } from '../../../shared/money/cents.ts';
import { dayWithin } from '../arbitrary-days.ts';

/** Words of bank labels, from letters that the format can carry; 1 to `maxLength` characters, single blanks. */
export const labelText = (alphabet: string, maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => words.join(' ').slice(0, maxLength).trim());

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export const alphabets = {
  /** Windows-1252 with the signs that labels have. */
  latin: `${letters}/.,'()&-éèàçôÉ°`,
  /** Anything XML can hold, markup included. */
  unicode: `${letters}/.,'"()&<>;#-éœ€’č`,
  /** What the SWIFT network lets pass, without the signs that start a field. */
  swift: `${letters}/.,'()`,
} as const;

/** « FA12X… »: never a placeholder. */
export const referenceText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...'ABCDEFGH0123456789'), maxLength: maxLength - 2 })
    .map((rest) => `FA${rest}`);

const anyAmount = fc.oneof(
  fc.integer({ min: -99_999_999, max: 99_999_999 }),
  fc.integer({ min: -200, max: 200 }),
  fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
);

/** The parts of a line that depend on the format. */
export type LineTexts = Omit<BankStatementLine, 'bookedOn' | 'valueOn' | 'amountCents' | 'fileLine'>;

/** Without the keys that have no value: the readers leave them out. */
const withoutUndefined = <Shape extends object>(shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;

interface LineDraft {
  readonly bookedOn: Day;
  readonly valueShift: number | null;
  readonly amount: number;
  readonly texts: LineTexts;
}

/** A statement that adds up, with up to twelve movements. */
export const arbitraryStatement = (
  format: BankFormat,
  account: fc.Arbitrary<string>,
  texts: fc.Arbitrary<LineTexts>,
  options: { readonly alwaysValued?: boolean } = {},
): fc.Arbitrary<BankStatement> =>
  fc
    .record({
      account,
      currency: fc.constantFrom('EUR', 'EUR', 'USD', 'CHF'),
      opening: anyAmount,
      openingOn: dayWithin('2001-01-01', '2058-12-31'),
      drafts: fc.array(
        fc.record<LineDraft>({
          bookedOn: dayWithin('2001-01-01', '2058-12-31'),
          valueShift: options.alwaysValued
            ? fc.integer({ min: -120, max: 120 })
            : fc.option(fc.integer({ min: -400, max: 400 })),
          amount: anyAmount,
          texts,
        }),
        { maxLength: 12 },
      ),
    })
    .map(({ account: of, currency, opening, openingOn, drafts }) => {
      const lines = drafts.map(
        ({ bookedOn, valueShift, amount, texts: details }): BankStatementLine =>
          withoutUndefined({
            bookedOn,
            valueOn: valueShift === null ? undefined : addDays(bookedOn, valueShift),
            amountCents: cents(amount),
            ...details,
          } as BankStatementLine),
      );
      const closing = lines.reduce((sum, { amountCents }) => sum + amountCents, opening);
      return {
        format,
        account: of,
        currency,
        openingCents: cents(opening),
        closingCents: cents(closing),
        openingOn,
        closingOn: addDays(openingOn, 30),
        lines,
      };
    });

/** Lines as they were written: without their place in the file. */
export const withoutPlaces = (statement: BankStatement): BankStatement => ({
  ...statement,
  lines: statement.lines.map(({ fileLine: _, ...line }) => line),
});

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

/** Bank (5), branch (5) and number (11). */
const frenchAccount = digits(21);
const someIban = fc.constantFrom('FR1420041010050500013M02606', 'DE89370400440532013000');

const cast = (texts: fc.Arbitrary<object>): fc.Arbitrary<LineTexts> => texts as fc.Arbitrary<LineTexts>;

const joined = (first: fc.Arbitrary<string>, more: fc.Arbitrary<string>, maxMore: number) =>
  fc.tuple(first, fc.array(more, { maxLength: maxMore })).map(([head, rest]) => [head, ...rest].join('\n'));

export const cfonbStatement = arbitraryStatement(
  'cfonb120',
  frenchAccount,
  cast(
    fc.record({
      label: joined(labelText(alphabets.latin, 31), labelText(alphabets.latin, 70), 3),
      counterparty: optional(labelText(alphabets.latin, 70)),
      reference: optional(referenceText(16)),
      bankId: optional(digits(6).map((number) => `1${number}`)),
      bankCode: optional(fc.constantFrom('05', '06', 'B1', '62')),
      returnReason: optional(fc.constantFrom('01', '40', '99')),
    }),
  ),
);

export const camtStatement = arbitraryStatement(
  'camt053',
  fc.oneof(someIban, frenchAccount),
  cast(
    fc
      .record({
        label: joined(labelText(alphabets.unicode, 140), labelText(alphabets.unicode, 140), 2),
        counterparty: optional(labelText(alphabets.unicode, 70)),
        counterpartyIban: optional(someIban),
        reference: optional(referenceText(30)),
        bankId: optional(referenceText(30)),
        bankCode: optional(fc.constantFrom('PMNT-RCDT-ESCT', 'PMNT-ICDT-ESCT')),
      })
      // An account stands beside a name.
      .map(({ counterpartyIban, ...rest }) => ({
        ...rest,
        counterpartyIban: rest.counterparty === undefined ? undefined : counterpartyIban,
      })),
  ),
);

/** OFX states no opening balance; NAME is a name unless it starts with an operation. */
export const ofxStatement = arbitraryStatement(
  'ofx',
  frenchAccount,
  cast(
    fc
      .record({
        operation: fc.constantFrom('VIR SEPA', 'PRLV', ''),
        name: labelText(alphabets.unicode, 20),
        // A full stop alone is how some banks leave MEMO empty.
        memo: optional(labelText(alphabets.unicode, 100).filter((text) => text !== '.')),
        bankId: referenceText(20),
        reference: optional(referenceText(20)),
        bankCode: fc.constantFrom('CREDIT', 'DEBIT', 'CHECK'),
      })
      .map(({ operation, name, memo, ...rest }) => {
        const whole = operation === '' ? `N ${name}` : `${operation} ${name}`;
        return {
          ...rest,
          label: memo === undefined || memo === whole ? whole : `${whole}\n${memo}`,
          counterparty: operation === '' ? whole : undefined,
        };
      }),
  ),
).map(({ openingCents: _, ...statement }) => statement);

/** Not a multiple of 27: a full sub-field goes on in the next. */
const subFieldText = (maxLength: number): fc.Arbitrary<string> =>
  labelText(alphabets.swift, maxLength).filter((text) => text.length % 27 !== 0 && !text.startsWith('/'));

const swiftTexts = (structured: boolean): fc.Arbitrary<LineTexts> =>
  cast(
    fc
      .record({
        label: structured
          ? joined(subFieldText(26), subFieldText(80), 3)
          : joined(subFieldText(60), subFieldText(60), 3),
        counterparty: optional(subFieldText(53)),
        counterpartyIban: optional(someIban),
        reference: optional(referenceText(16)),
        bankId: optional(referenceText(16)),
        bankCode: fc.constantFrom('NTRF', 'NMSC', 'S123'),
      })
      .map(({ counterparty, counterpartyIban, ...rest }) =>
        structured ? { ...rest, counterparty, counterpartyIban } : rest,
      ),
  );

export const swiftStatement = (structured: boolean): fc.Arbitrary<BankStatement> =>
  arbitraryStatement(
    'mt940',
    fc.oneof(
      someIban,
      frenchAccount.map((number) => `${number.slice(0, 8)}/${number.slice(8)}`),
    ),
    swiftTexts(structured),
    { alwaysValued: true },
  );
