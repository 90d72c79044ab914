import { describe, expect, it } from 'vitest';
import { withBankColumn } from '../../../../../renderer/features/bank/bank-columns-step.tsx';
import {
  accountlessCurrencies,
  isIncomplete,
  sortedProblems,
  standingOf,
  withAccounts,
} from '../../../../../renderer/features/bank/bank-file-checks.ts';
import { bankProfileOf, bankProfilesOf } from '../../../../../renderer/features/bank/bank-profile.ts';
import { readBankFile } from '../../../../../renderer/features/bank/read-bank-file.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type {
  BankProblem,
  BankReading,
  BankStatement,
} from '../../../../../shared/importing/bank-reading.ts';
import type { ImportProfile } from '../../../../../shared/ledger/history.ts';
import { cents } from '../../../../../shared/money/cents.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const untitled = bytesOf(
  'Jour;Texte;Mouvement 1;Mouvement 2\n03/11/2026;VIR MARTIN;1 200,00;\n04/11/2026;PRLV ASSURANCE;;12,00\n05/11/2026;VIR DUPONT;300,00;\n',
);
const columns = { bookedOn: 0, label: 1, credit: 2, debit: 3 };

const statement = (account: string, currency = 'EUR'): BankStatement => ({
  format: 'csv',
  account,
  currency,
  lines: [{ bookedOn: day('2026-11-03'), amountCents: cents(1), label: 'x' }],
});
const problem = (severity: BankProblem['severity'], line: number): BankProblem => ({
  severity,
  kind: 'unreadable-line',
  line,
  message: `ligne ${line}`,
});
const readingOf = (changes: Partial<BankReading>): { readonly reading: BankReading } => ({
  reading: { statements: [], problems: [], ...changes },
});

describe('a table with columns that nobody can tell', () => {
  it('is read by no guess, and asks which column holds what', () => {
    const { reading, question } = readBankFile({ bytes: untitled, fileName: 'releve.csv', profiles: [] });
    expect(reading.statements).toEqual([]);
    expect(question?.columns.map(({ header, samples }) => [header, samples.length])).toEqual([
      ['Jour', 3],
      ['Texte', 3],
      ['Mouvement 1', 2],
      ['Mouvement 2', 1],
    ]);
    expect(question?.rowCount).toBe(3);
  });

  it('is read by the columns that the user names, and by them again for the next file', () => {
    const asked = readBankFile({ bytes: untitled, fileName: 'releve.csv', profiles: [] });
    const chosen = readBankFile({ bytes: untitled, fileName: 'releve.csv', profiles: [], columns });
    const amounts = chosen.reading.statements.flatMap(({ lines }) =>
      lines.map(({ amountCents }) => amountCents),
    );
    expect(amounts).toEqual([120_000, -1200, 30_000]);
    const profile = bankProfileOf(
      [],
      { fingerprint: asked.question?.fingerprint ?? '', columns, name: ' Ma banque ' },
      () => 'p-1',
    );
    expect(profile).toMatchObject({ id: 'p-1', name: 'Ma banque', content: 'bank' });
    const again = readBankFile({
      bytes: untitled,
      fileName: 'decembre.csv',
      profiles: bankProfilesOf([profile]),
    });
    expect(again.question).toBeUndefined();
    expect(again.reading.statements).toEqual(chosen.reading.statements);
  });

  it('asks again where the saved columns are not enough', () => {
    const asked = readBankFile({ bytes: untitled, fileName: 'releve.csv', profiles: [] });
    const { question } = readBankFile({
      bytes: untitled,
      fileName: 'releve.csv',
      profiles: [{ fingerprint: asked.question?.fingerprint ?? '', mapping: { bookedOn: 0 } }],
    });
    expect(question).toBeDefined();
  });
});

describe('a choice of columns', () => {
  it('uses each column and each meaning once, and keeps the formats', () => {
    const chosen = withBankColumn({ bookedOn: 0, amount: 2, decimal: ',' }, 3, 'amount');
    expect(chosen).toEqual({ bookedOn: 0, amount: 3, decimal: ',' });
    expect(withBankColumn(chosen, 0, 'label')).toEqual({ label: 0, amount: 3, decimal: ',' });
    expect(withBankColumn(chosen, 3, undefined)).toEqual({ bookedOn: 0, decimal: ',' });
  });
});

describe('profiles of bank files', () => {
  const profile = (changes: Partial<ImportProfile>): ImportProfile => ({
    id: 'known',
    name: 'Banque',
    headerFingerprint: 'f',
    content: 'bank',
    mapping: columns,
    ...changes,
  });

  it('are those of banks only', () => {
    const { content: _none, ...invoices } = profile({});
    expect(bankProfilesOf([profile({}), { ...invoices, id: 'i' }])).toEqual([
      { fingerprint: 'f', mapping: columns },
    ]);
  });

  it('are replaced for the same titles, their name kept where none is given', () => {
    expect(bankProfileOf([profile({})], { fingerprint: 'f', columns, name: ' ' }, () => 'new')).toMatchObject(
      {
        id: 'known',
        name: 'Banque',
      },
    );
  });
});

describe('what becomes of a file', () => {
  it('is told by what is new in it', () => {
    expect(standingOf(readingOf({}), { statements: [] })).toBe('refused');
    const previewOf = (isKnown: boolean) => ({
      statement: statement('a'),
      accountKey: 'a EUR',
      movementCents: cents(1),
      lineCount: 1,
      knownCount: 1,
      isKnown,
    });
    const read = readingOf({ statements: [statement('a'), statement('b')] });
    expect(standingOf(read, { statements: [previewOf(true), previewOf(true)] })).toBe('known');
    expect(standingOf(read, { statements: [previewOf(true), previewOf(false)] })).toBe('new');
  });

  it('is for the user to say where something was left out', () => {
    expect(isIncomplete(readingOf({ problems: [problem('warning', 1)] }))).toBe(false);
    expect(isIncomplete(readingOf({ problems: [problem('error', 1)] }))).toBe(true);
  });

  it('shows errors first, then by line', () => {
    const shown = sortedProblems([problem('warning', 1), problem('error', 9), problem('error', 2)]);
    expect(shown.map(({ line }) => line)).toEqual([2, 9, 1]);
  });
});

describe('a file that names no account', () => {
  it('gets one by currency, and leaves the others alone', () => {
    const statements = [statement(''), statement('', 'USD'), statement('FR76')];
    expect(accountlessCurrencies(statements)).toEqual(['EUR', 'USD']);
    expect(withAccounts(statements, (currency) => `mine ${currency}`).map(({ account }) => account)).toEqual([
      'mine EUR',
      'mine USD',
      'FR76',
    ]);
  });
});
