import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { BankAccount, BankLine } from '../../../../shared/ledger/bank.ts';
import { bankLineState, outgoingLines, waitingLines } from '../../../../shared/ledger/bank-lines.ts';
import { emptyLedger, type Ledger } from '../../../../shared/ledger/ledger.ts';
import type { Payment } from '../../../../shared/ledger/payment.ts';
import { countLinesToMatch } from '../../../../shared/matching/lines-to-match.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { noonOf } from '../reminders/sample-ledger.ts';

const account = (id: string, receivesPayments: boolean): BankAccount => ({
  id,
  name: id,
  identifier: id,
  currency: 'EUR',
  receivesPayments,
  createdAt: noonOf('2026-11-01'),
});

const line = (id: string, amount: number, changes: Partial<BankLine> = {}): BankLine => ({
  id,
  accountId: 'current',
  statementId: 's',
  identity: id,
  bookedOn: day('2026-11-20'),
  amountCents: cents(amount),
  label: 'VIR SEPA RECU DUPONT',
  ...changes,
});

const payment = (
  id: string,
  amount: number,
  bankLineId: string,
  changes: Partial<Payment> = {},
): Payment => ({
  id,
  clientId: 'c1',
  receivedOn: day('2026-11-20'),
  cents: cents(amount),
  method: 'transfer',
  bankLineId,
  recordedAt: noonOf('2026-11-21'),
  ...changes,
});

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const ledgerOf = (lines: readonly BankLine[], payments: readonly Payment[] = []): Ledger => ({
  ...emptyLedger(),
  bankAccounts: byId([account('current', true), account('savings', false)]),
  bankLines: byId(lines),
  payments: byId(payments),
});

const reversedAt = noonOf('2026-11-22');

describe('where a movement stands', () => {
  it('waits for what no payment explains, in part too', () => {
    const received = line('in', 1000);
    expect(bankLineState(ledgerOf([received]), received)).toEqual({ kind: 'waiting', leftCents: 1000 });
    expect(bankLineState(ledgerOf([received], [payment('p', 400, 'in')]), received)).toEqual({
      kind: 'waiting',
      leftCents: 600,
    });
    expect(bankLineState(ledgerOf([received], [payment('p', 1000, 'in')]), received).kind).toBe('settled');
  });

  it('waits again when the user reverses its payment', () => {
    const received = line('in', 1000);
    const reversed = payment('p', 1000, 'in', { reversedAt });
    expect(bankLineState(ledgerOf([received], [reversed]), received).kind).toBe('waiting');
  });

  it('stays explained when the bank took the payment back by a movement of its own', () => {
    const received = line('in', 1000);
    const back = line('out', -1000, { label: 'PRLV SEPA IMPAYE', returnsPaymentId: 'p' });
    const ledger = ledgerOf([received, back], [payment('p', 1000, 'in', { reversedAt })]);
    expect(bankLineState(ledger, received).kind).toBe('settled');
    expect(bankLineState(ledger, back)).toEqual({ kind: 'returned', paymentId: 'p' });
    expect(waitingLines(ledger)).toEqual([]);
  });

  it('follows the movements when the same payments are looked at with others', () => {
    const received = line('in', 1000);
    const payments = byId([payment('p', 1000, 'in', { reversedAt })]);
    const before = { ...ledgerOf([received]), payments };
    expect(bankLineState(before, received).kind).toBe('waiting');
    const after = { ...before, bankLines: byId([received, line('out', -1000, { returnsPaymentId: 'p' })]) };
    expect(bankLineState(after, received).kind).toBe('settled');
  });
});

describe('movements that wait for the user', () => {
  const setAside = { reason: 'other', at: noonOf('2026-11-21') } as const;
  const ledger = ledgerOf([
    line('new', 700),
    line('aside', 500, { setAside }),
    line('saved', 300, { accountId: 'savings' }),
    line('rent', -900, { label: 'PRLV SEPA LOYER' }),
    line('unpaid', -250, { label: 'PRLV SEPA IMPAYE MARTIN' }),
    line('unpaid-aside', -250, { label: 'PRLV SEPA IMPAYE MARTIN', setAside }),
  ]);

  it('are money received on accounts where clients pay', () => {
    expect(waitingLines(ledger).map(({ line: { id } }) => id)).toEqual(['new']);
    expect(outgoingLines(ledger).map(({ id }) => id)).toEqual(['rent', 'unpaid']);
  });

  it('and money that the bank took back, but not what was set aside', () => {
    expect(countLinesToMatch(ledger)).toBe(2);
  });
});
