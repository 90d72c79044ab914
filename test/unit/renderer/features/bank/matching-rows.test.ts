import { describe, expect, it } from 'vitest';
import { searchAssignable } from '../../../../../renderer/features/bank/assign-search.ts';
import { matchRows, standingOfRow, titleOf } from '../../../../../renderer/features/bank/match-rows.ts';
import { paymentChoices } from '../../../../../renderer/features/bank/payment-choices.ts';
import { targetsText, targetText } from '../../../../../renderer/features/bank/target-text.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { BankLine } from '../../../../../shared/ledger/bank.ts';
import type { Payment } from '../../../../../shared/ledger/payment.ts';
import { matchingInputOf } from '../../../../../shared/matching/ledger-matching.ts';
import type { MatchTarget } from '../../../../../shared/matching/match-contract.ts';
import { decideMovements } from '../../../../../shared/matching/matching-decisions.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import {
  aClient,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
} from '../../../shared/reminders/sample-ledger.ts';

const bookedOn = day('2026-11-20');
const line = (id: string, amount: number, changes: Partial<BankLine> = {}): BankLine => ({
  id,
  accountId: 'a',
  statementId: 's',
  identity: id,
  bookedOn,
  amountCents: cents(amount),
  label: 'VIR SEPA RECU DUPONT\nF-1',
  ...changes,
});
const paid = (id: string, amount: number, receivedOn: string, changes: Partial<Payment> = {}): Payment => ({
  ...aPayment(id, receivedOn, amount),
  ...changes,
});
const base = aLedger({
  clients: [aClient('c1', { name: 'Dupont SARL', code: '411DUP' }), aClient('c2', { name: 'Élan & Fils' })],
  invoices: [
    anInvoice('i1', { number: 'F-1', totalCents: cents(10_000) }),
    anInvoice('i2', { number: 'F-2', clientId: 'c2', totalCents: cents(25_000) }),
    anInvoice('i3', { number: 'F-3', totalCents: cents(7000) }),
    anInvoice('usd', { number: 'F-4', totalCents: cents(25_000), currency: 'USD' }),
  ],
  payments: [paid('p1', 7000, '2026-11-10')],
  allocations: [anAllocation('p1', 'i3', '2026-11-10', 7000)],
});
const ledger = {
  ...base,
  bankAccounts: new Map([
    [
      'a',
      {
        id: 'a',
        name: 'Compte courant',
        identifier: 'FR76',
        currency: 'EUR',
        receivesPayments: true,
        createdAt: noonOf('2026-11-01'),
      },
    ],
  ]),
  bankLines: new Map(
    [
      line('m1', 10_000, { bookedOn: day('2026-11-18') }),
      line('m2', 25_000, { counterparty: 'ELAN' }),
      line('m3', -7000, { label: 'PRLV SEPA IMPAYE DUPONT' }),
    ].map((each) => [each.id, each] as const),
  ),
};
const payment = (clientId: string, ...invoiceIds: readonly string[]): MatchTarget => ({
  kind: 'payment',
  clientId,
  shares: invoiceIds.map((invoiceId) => ({ invoiceId, cents: cents(1) })),
  onAccountCents: cents(0),
});

describe('rows of the matching', () => {
  const input = matchingInputOf(ledger);
  const decisions = decideMovements(
    input.movements.map(({ id }) => id),
    new Map(),
    new Map([['m1', { targets: [payment('c1', 'i1')], isTicked: true }]]),
    () => cents(10_000),
  );
  const rows = matchRows(ledger, input, new Map(), decisions);

  it('stand newest first, what the bank took back among them', () => {
    expect(rows.map(({ id }) => id)).toEqual(['m2', 'm3', 'm1']);
    expect(rows.map(({ title }) => title)).toEqual([
      'ELAN',
      'PRLV SEPA IMPAYE DUPONT',
      'VIR SEPA RECU DUPONT',
    ]);
    expect(rows[0]).toMatchObject({ accountName: 'Compte courant', amountCents: 25_000, currency: 'EUR' });
  });

  it('are settled where the user chose, unknown where nothing is proposed', () => {
    expect(rows.map(standingOfRow)).toEqual(['unknown', 'unknown', 'certain']);
  });

  it('always have a title', () => {
    expect(titleOf({ label: ' \n' })).toBe('Sans libellé');
  });
});

describe('what a movement is taken for, in words', () => {
  it('names the client and a few invoices, or how many', () => {
    expect(targetText(ledger, payment('c1', 'i1'))).toBe('Dupont SARL\u00A0· F-1');
    expect(targetText(ledger, payment('c1', 'i1', 'i2', 'i3', 'usd'))).toBe(
      'Dupont SARL\u00A0· 4\u00A0factures',
    );
    expect(targetText(ledger, payment('c1'))).toBe('Dupont SARL\u00A0· à affecter');
  });

  it('says what a returned debit reopens, and what was noted before', () => {
    expect(targetText(ledger, { kind: 'return', paymentId: 'p1', clientId: 'c1' })).toBe(
      'Dupont SARL\u00A0· rouvre la facture F-3',
    );
    expect(targetText(ledger, { kind: 'recorded-payment', paymentId: 'p1', clientId: 'c1' })).toBe(
      'Dupont SARL\u00A0· déjà noté le 10/11/2026',
    );
  });

  it('counts the clients of a deposit', () => {
    expect(targetsText(ledger, [payment('c1', 'i1'), payment('c2', 'i2')])).toBe(
      '2\u00A0clients\u00A0· Dupont SARL, Élan & Fils',
    );
    expect(targetsText(ledger, [])).toBe('Aucune proposition');
  });
});

describe('search for what a movement pays', () => {
  const labels = (search: string, amount = 1): readonly string[] =>
    searchAssignable(ledger, search, 'EUR', amount).map(({ label }) => label.replaceAll('\u00A0', ' '));

  it('offers the invoices of the very amount before anything is typed', () => {
    expect(labels('', 25_000)).toEqual(['F-2 · Élan & Fils · 250,00 €']);
    expect(labels('')).toEqual([]);
  });

  it('finds clients by name and code, and open invoices by number, accents apart', () => {
    expect(labels('elan')).toEqual(['Élan & Fils', 'F-2 · Élan & Fils · 250,00 €']);
    expect(labels('411dup')).toEqual(['Dupont SARL']);
    expect(labels('f 1')).toEqual(['F-1 · Dupont SARL · 100,00 €']);
  });

  it('finds no settled invoice and none in another currency', () => {
    expect(labels('f 3')).toEqual([]);
    expect(labels('f 4')).toEqual([]);
  });
});

describe('payments that a movement may be', () => {
  const received = [
    paid('near', 5000, '2026-11-12'),
    paid('far', 5000, '2026-09-01'),
    paid('other', 4999, '2026-11-20'),
    paid('linked', 5000, '2026-11-19', { bankLineId: 'x' }),
    paid('reversed', 5000, '2026-11-19', { reversedAt: noonOf('2026-11-19') }),
    paid('file', 5000, '2026-11-19', { method: 'as-imported' }),
  ];
  const withPayments = { ...ledger, payments: new Map(received.map((each) => [each.id, each])) };
  const ids = (amount: number): readonly string[] =>
    paymentChoices(withPayments, line('m', amount), Math.abs(amount)).map(({ id }) => id);

  it('for money received are those noted by hand about that day', () => {
    expect(ids(5000)).toEqual(['near']);
  });

  it('for money taken back are those received before, nearest first', () => {
    expect(ids(-5000)).toEqual(['file', 'linked', 'near', 'far']);
  });
});
