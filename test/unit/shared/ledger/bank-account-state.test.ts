import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { BankAccount, BankStatementRecord } from '../../../../shared/ledger/bank.ts';
import {
  accountEnding,
  printedAccount,
  proposedAccountName,
  unnumberedAccount,
} from '../../../../shared/ledger/bank-account-name.ts';
import { bankAccountStates, bankGaps } from '../../../../shared/ledger/bank-account-state.ts';
import { cents } from '../../../../shared/money/cents.ts';

const account: BankAccount = {
  id: 'a-1',
  name: 'Compte courant',
  identifier: 'FR7699999000010001234567809',
  currency: 'EUR',
  receivesPayments: true,
  createdAt: '2026-11-01T08:00:00.000Z' as Instant,
};

const statement = (
  from: string,
  to: string,
  openingCents: number,
  closingCents: number,
  changes: Partial<BankStatementRecord> = {},
): BankStatementRecord => ({
  id: `${from} ${to}`,
  accountId: 'a-1',
  importId: 'i-1',
  format: 'cfonb120',
  openingOn: day(from),
  closingOn: day(to),
  coversUntil: day(to),
  openingCents: cents(openingCents),
  closingCents: cents(closingCents),
  lineCount: 3,
  newLineCount: 3,
  addsUp: true,
  recordedAt: `${to}T18:00:00.000Z` as Instant,
  ...changes,
});

describe('gaps between statements', () => {
  it('are none where each opens with the closing balance of the one before', () => {
    expect(
      bankGaps([
        statement('2026-10-31', '2026-11-30', 200, 300),
        statement('2026-09-30', '2026-10-31', 100, 200),
      ]),
    ).toEqual([]);
  });

  it('are found where the balances differ, with the sum that is missing', () => {
    expect(
      bankGaps([
        statement('2026-09-30', '2026-10-31', 100, 200),
        statement('2026-11-15', '2026-11-30', 950, 300),
      ]),
    ).toEqual([
      {
        after: day('2026-10-31'),
        before: day('2026-11-15'),
        closingCents: 200,
        openingCents: 950,
        differenceCents: 750,
      },
    ]);
  });

  it('are not told by statements that overlap or lack a balance', () => {
    const { closingCents: _none, ...open } = statement('2026-11-01', '2026-11-10', 5, 6);
    expect(
      bankGaps([
        statement('2026-09-30', '2026-10-31', 100, 200),
        statement('2026-10-15', '2026-11-15', 150, 250),
        open,
        statement('2026-11-15', '2026-11-30', 250, 300),
      ]),
    ).toEqual([]);
  });
});

describe('state of an account', () => {
  it('is that of the statement which reaches furthest, whenever it was imported', () => {
    const older = statement('2026-08-31', '2026-09-30', 0, 100, {
      recordedAt: '2026-12-01T08:00:00.000Z' as Instant,
    });
    const newer = statement('2026-09-30', '2026-10-31', 100, 200, { addsUp: false });
    const [state] = bankAccountStates({
      bankAccounts: new Map([[account.id, account]]),
      bankStatements: new Map([
        [older.id, older],
        [newer.id, newer],
      ]),
      bankLines: new Map(),
    });
    expect(state).toMatchObject({
      coversUntil: '2026-10-31',
      balance: { cents: 200, on: '2026-10-31' },
      lastStatement: { addsUp: false },
      gaps: [],
      statementCount: 2,
      lineCount: 0,
    });
  });

  it('is empty for an account without statements', () => {
    const [state] = bankAccountStates({
      bankAccounts: new Map([[account.id, account]]),
      bankStatements: new Map(),
      bankLines: new Map(),
    });
    expect(state).toMatchObject({ coversUntil: undefined, balance: undefined, statementCount: 0 });
  });
});

describe('names of accounts', () => {
  it('are proposed so that no two are the same', () => {
    expect(proposedAccountName([])).toBe('Compte courant');
    expect(proposedAccountName(['Compte courant', 'Compte courant 2'])).toBe('Compte courant 3');
  });

  it('print an IBAN in groups, anything else as it is, and say when there is no number', () => {
    expect(printedAccount(account.identifier)).toBe('FR76 9999 9000 0100 0123 4567 809');
    expect(printedAccount('12345 678')).toBe('12345 678');
    expect(printedAccount(unnumberedAccount([]))).toBe('Numéro inconnu');
    expect(unnumberedAccount([unnumberedAccount([])])).toBe('sans-numero-2');
    expect(accountEnding(account.identifier)).toBe('…\u00A07809');
  });
});
