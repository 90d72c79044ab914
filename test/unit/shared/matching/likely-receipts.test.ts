import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { formatLongDay } from '../../../../shared/dates/format-day.ts';
import { expectedReceipts } from '../../../../shared/insight/expected-payment.ts';
import type { BankLine } from '../../../../shared/ledger/bank.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { likelyReceipts } from '../../../../shared/matching/likely-receipts.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import { blockOf } from '../../../../shared/reminders/blocking.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { aClient, aLedger, anInvoice, noonOf } from '../reminders/sample-ledger.ts';

const today = day('2026-11-23');
const account = {
  id: 'a',
  name: 'Compte courant',
  identifier: 'FR7630006000011234567890189',
  currency: 'EUR',
  receivesPayments: true,
  createdAt: noonOf('2026-01-02'),
};
const line = (changes: Partial<BankLine> = {}): BankLine => ({
  id: 'l',
  accountId: 'a',
  statementId: 's',
  identity: 'i',
  bookedOn: day('2026-11-20'),
  amountCents: cents(151_240),
  label: 'VIR GARAGE MARTIN FACTURE F12',
  counterparty: 'GARAGE MARTIN',
  ...changes,
});
const ledgerWith = (lines: readonly BankLine[]): Ledger => ({
  ...aLedger({
    clients: [aClient('c1', { name: 'Garage Martin' }), aClient('c2', { name: 'Boulangerie Roux' })],
    invoices: [
      anInvoice('f12', { clientId: 'c1', totalCents: cents(151_240) }),
      anInvoice('f13', { clientId: 'c2', totalCents: cents(99_000) }),
    ],
  }),
  bankAccounts: new Map([[account.id, account]]),
  bankLines: new Map(lines.map((one) => [one.id, one])),
});
const heldClients = (lines: readonly BankLine[]): readonly string[] => [
  ...likelyReceipts(ledgerWith(lines), today).byClient.keys(),
];

describe('money that waits to be matched', () => {
  it('holds the client from whom it has probably come, with the amount and the day, and nobody else', () => {
    const ledger = ledgerWith([line()]);
    const [paid, other] = [...ledger.invoices.values()];
    expect(paid && blockOf(ledger, paid, today)).toEqual({
      kind: 'receipt-to-match',
      reason: `Un encaissement de ${formatAmount(cents(151_240))} du ${formatLongDay(day('2026-11-20'))} vient peut-être de ce client\u00A0: rapprochez-le d’abord.`,
    });
    expect(other && blockOf(ledger, other, today)).toBeUndefined();
  });

  it('takes the reminder out of the queue until it is matched or set aside', () => {
    const proposed = (lines: readonly BankLine[]): readonly string[] =>
      planReminders(ledgerWith(lines), today).proposals.map(({ clientId }) => clientId);
    expect(proposed([])).toEqual(['c1', 'c2']);
    expect(proposed([line()])).toEqual(['c2']);
    const setAside = { reason: 'other', at: noonOf('2026-11-21') } as const;
    expect(proposed([line({ setAside })])).toEqual(['c1', 'c2']);
  });

  it('nothing is held for money of a stranger, money paid out, or money of long ago', () => {
    expect(
      heldClients([line({ label: 'VIR DUPUIS', counterparty: 'DUPUIS', amountCents: cents(777) })]),
    ).toEqual([]);
    expect(heldClients([line({ amountCents: cents(-151_240) })])).toEqual([]);
    expect(heldClients([line({ bookedOn: day('2026-06-01') })])).toEqual([]);
  });

  it('is not expected a second time: the balance of the bank holds it already', () => {
    const expected = (lines: readonly BankLine[]): readonly string[] =>
      expectedReceipts(ledgerWith(lines), today).map(
        ({ invoice, cents: amount }) => `${invoice.id} ${amount}`,
      );
    expect(expected([])).toEqual(expect.arrayContaining(['f12 151240', 'f13 99000']));
    expect(expected([line()])).toEqual(['f13 99000']);
  });
});
