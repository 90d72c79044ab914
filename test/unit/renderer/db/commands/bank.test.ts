import { describe, expect, test } from 'vitest';
import { importBankFile, saveBankAccount } from '../../../../../renderer/db/commands/bank.ts';
import { confirmMatches } from '../../../../../renderer/db/commands/confirm-matches.ts';
import { recordPayment, reversePayment } from '../../../../../renderer/db/commands/payments.ts';
import { setLinesAside, takeLinesBack } from '../../../../../renderer/db/commands/set-lines-aside.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { BankStatement, BankStatementLine } from '../../../../../shared/importing/bank-reading.ts';
import { currentBalances, remainingCents } from '../../../../../shared/ledger/balance.ts';
import { bankFreshness } from '../../../../../shared/ledger/bank-freshness.ts';
import { waitingLines } from '../../../../../shared/ledger/bank-lines.ts';
import { bankPosition } from '../../../../../shared/ledger/bank-position.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { settlementOf } from '../../../../../shared/ledger/settlement.ts';
import type { MatchTarget } from '../../../../../shared/matching/match-contract.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { aClient, aLedger, anInvoice, aPayment } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const iban = 'FR7630006000011234567890189';

const line = (on: string, amount: number, label: string): BankStatementLine => ({
  bookedOn: day(on),
  amountCents: cents(amount),
  label,
  counterparty: 'GARAGE MARTIN SAS',
});
const statement = (
  lines: readonly BankStatementLine[],
  more: Partial<BankStatement> = {},
): BankStatement => ({ format: 'ofx', account: iban, currency: 'EUR', lines, ...more });
const file = (statements: readonly BankStatement[], fileHash = 'a'.repeat(64)) => ({
  fileName: 'releve.ofx',
  fileHash,
  statements,
});

const empty = aLedger({
  clients: [aClient('c', { name: 'Garage Martin' })],
  invoices: [
    anInvoice('f1', { clientId: 'c', totalCents: cents(10_000) }),
    anInvoice('f2', { clientId: 'c', totalCents: cents(5_000) }),
  ],
});
const first = statement(
  [line('2026-11-10', 10_000, 'VIR GARAGE MARTIN F1'), line('2026-11-12', -900, 'FRAIS')],
  {
    openingCents: cents(50_000),
    closingCents: cents(59_100),
    openingOn: day('2026-11-10'),
    closingOn: day('2026-11-12'),
  },
);
const imported = (ledger: Ledger, statements: readonly BankStatement[]): Ledger =>
  applied(ledger, decided(importBankFile, ledger, file(statements)));
const lineIds = (ledger: Ledger): readonly string[] => waitingLines(ledger).map((waiting) => waiting.line.id);
const payment = (
  shares: Extract<MatchTarget, { kind: 'payment' }>['shares'],
  onAccountCents = 0,
): MatchTarget => ({ kind: 'payment', clientId: 'c', shares, onAccountCents: cents(onAccountCents) });

describe('importing a bank file', () => {
  test('a new account, its movements, the balance and what it covers', () => {
    const ledger = imported(empty, [first]);
    expect([...ledger.bankAccounts.values()]).toMatchObject([{ identifier: iban, currency: 'EUR' }]);
    expect([...ledger.bankStatements.values()]).toMatchObject([
      { lineCount: 2, newLineCount: 2, addsUp: true, coversUntil: '2026-11-12' },
    ]);
    expect(waitingLines(ledger).map(({ leftCents }) => leftCents)).toEqual([10_000]);
    expect(bankPosition(ledger, day('2026-11-20'))).toMatchObject({ cents: 59_100, on: '2026-11-12' });
    expect(bankFreshness(ledger, day('2026-11-20'))).toMatchObject({ days: 8, dataUntil: '2026-11-12' });
  });

  test('the same movements in an overlapping file, in another format, under another name of the account', () => {
    const ledger = imported(empty, [first]);
    const overlapping = statement([...first.lines, line('2026-11-13', 700, 'VIR X')]);
    expect(imported(ledger, [overlapping]).bankLines.size).toBe(3);
    const cfonb = statement([line('2026-11-10', 10_000, 'VIREMENT RECU'), line('2026-11-13', 700, 'VIR X')], {
      format: 'cfonb120',
      account: '300060000112345678901',
    });
    const both = imported(ledger, [cfonb]);
    expect(both.bankAccounts.size).toBe(1);
    expect([...both.bankLines.values()].map(({ label }) => label)).toEqual([
      'VIR GARAGE MARTIN F1',
      'FRAIS',
      'VIR X',
    ]);
  });

  test('two equal movements of one day are two; a file with nothing new is refused', () => {
    const twice = statement([line('2026-11-10', 500, 'VIR A'), line('2026-11-10', 500, 'VIR A')], {
      openingCents: cents(0),
      closingCents: cents(1_000),
    });
    const ledger = imported(empty, [twice]);
    expect(ledger.bankLines.size).toBe(2);
    expect(refused(importBankFile, ledger, file([twice])).kind).toBe('already-imported');
  });

  test('an account that receives no payments leaves « À affecter » and the freshness alone', () => {
    const ledger = imported(empty, [first]);
    const [account] = ledger.bankAccounts.values();
    if (!account) throw new Error('no account');
    const savings = applied(
      ledger,
      decided(saveBankAccount, ledger, { ...account, name: ' Livret ', receivesPayments: false }),
    );
    expect(savings.bankAccounts.get(account.id)?.name).toBe('Livret');
    expect(waitingLines(savings)).toEqual([]);
    expect(bankFreshness(savings, day('2026-11-20')).checkedOn).toBeUndefined();
  });
});

describe('confirming matches', () => {
  const ledger = imported(empty, [first]);
  const [movementId = ''] = lineIds(ledger);

  test('pays the invoice by the movement and learns the name', () => {
    const decision = decided(confirmMatches, ledger, {
      matches: [{ movementId, target: payment([{ invoiceId: 'f1', cents: cents(10_000) }]) }],
    });
    expect(decision.label).toBe('1\u00A0encaissement rapproché (100,00\u00A0€), 1\u00A0facture soldée');
    const next = applied(ledger, decision);
    expect(remainingCents(next, 'f1')).toBe(0);
    expect(waitingLines(next)).toEqual([]);
    expect([...next.payerNames.values()]).toMatchObject([{ nameKey: 'garage martin', confirmations: 1 }]);
    expect([...next.payments.values()]).toMatchObject([
      { bankLineId: movementId, receivedOn: '2026-11-10', method: 'transfer' },
    ]);
  });

  test('escompte closes the invoice with the payment and falls with it', () => {
    const short = imported(empty, [statement([line('2026-11-10', 9_800, 'VIR GARAGE MARTIN')])]);
    const [id = ''] = lineIds(short);
    const target = payment([
      {
        invoiceId: 'f1',
        cents: cents(9_800),
        concession: { reason: 'early-payment-discount', cents: cents(200) },
      },
    ]);
    const paid = applied(short, decided(confirmMatches, short, { matches: [{ movementId: id, target }] }));
    const invoice = paid.invoices.get('f1');
    expect(remainingCents(paid, 'f1')).toBe(0);
    expect(paid.payerNames.size).toBe(1);
    expect(invoice && settlementOf(paid, invoice)).toBe('2026-11-10');
    const [{ id: paymentId = '' } = { id: '' }] = [...paid.payments.values()];
    expect(currentBalances(paid).unallocatedBySource.get(paymentId)).toBe(0);
    const reversed = applied(paid, decided(reversePayment, paid, { paymentId }));
    expect(remainingCents(reversed, 'f1')).toBe(10_000);
    expect(lineIds(reversed)).toEqual([id]);
    expect([...reversed.payerNames.values()]).toEqual([]);
  });

  test('a deposit becomes several payments; together they never exceed it', () => {
    const target = (invoiceId: string, amount: number) => payment([{ invoiceId, cents: cents(amount) }]);
    const matches = [
      { movementId, target: target('f1', 6_000) },
      { movementId, target: target('f2', 4_000) },
    ];
    const next = applied(ledger, decided(confirmMatches, ledger, { matches }));
    expect([remainingCents(next, 'f1'), remainingCents(next, 'f2')]).toEqual([4_000, 1_000]);
    const tooMuch = [...matches, { movementId, target: target('f2', 1) }];
    expect(refused(confirmMatches, ledger, { matches: tooMuch }).kind).toBe('changed-since');
  });

  test.each([
    ['more than the invoice owes', payment([{ invoiceId: 'f2', cents: cents(5_001) }])],
    ['an invoice of somebody else', { ...payment([{ invoiceId: 'f1', cents: cents(1) }]), clientId: 'x' }],
    ['nothing at all', payment([])],
    [
      'a concession that leaves a rest',
      payment([
        { invoiceId: 'f1', cents: cents(1), concession: { reason: 'rounding' as const, cents: cents(1) } },
      ]),
    ],
    ['a payment that is not there', { kind: 'recorded-payment', paymentId: 'none', clientId: 'c' } as const],
    ['money in as money back', { kind: 'return', paymentId: 'none', clientId: 'c' } as const],
  ])('%s is refused as a whole', (_what, target) => {
    const good = { movementId, target: payment([{ invoiceId: 'f1', cents: cents(1) }]) };
    expect(refused(confirmMatches, ledger, { matches: [good, { movementId, target }] }).kind).toBe(
      'changed-since',
    );
  });

  test('money noted by hand is linked and not counted twice', () => {
    const noted = applied(
      ledger,
      decided(recordPayment, ledger, {
        invoiceIds: ['f1'],
        receivedCents: cents(10_000),
        receivedOn: day('2026-11-11'),
        method: 'transfer',
      }),
    );
    const [{ id: paymentId = '' } = { id: '' }] = [...noted.payments.values()];
    const linked = applied(
      noted,
      decided(confirmMatches, noted, {
        matches: [{ movementId, target: { kind: 'recorded-payment', paymentId, clientId: 'c' } }],
      }),
    );
    expect(linked.payments.size).toBe(1);
    expect(waitingLines(linked)).toEqual([]);
  });

  test('a credit note that the payer took off is set against what his money leaves open', () => {
    const credited = {
      ...ledger,
      invoices: new Map(ledger.invoices).set(
        'a1',
        anInvoice('a1', { clientId: 'c', kind: 'credit-note', totalCents: cents(3_000) }),
      ),
    };
    const target = {
      kind: 'payment',
      clientId: 'c',
      shares: [
        { invoiceId: 'f1', cents: cents(7_000) },
        { invoiceId: 'f2', cents: cents(3_000) },
      ],
      onAccountCents: cents(0),
      usesOnAccountCents: cents(3_000),
    } as const;
    const next = applied(credited, decided(confirmMatches, credited, { matches: [{ movementId, target }] }));
    expect([remainingCents(next, 'f1'), remainingCents(next, 'f2')]).toEqual([0, 2_000]);
    expect(currentBalances(next).unallocatedBySource.get('a1')).toBe(0);
    const more = { ...target, usesOnAccountCents: cents(3_001) };
    expect(refused(confirmMatches, credited, { matches: [{ movementId, target: more }] }).kind).toBe(
      'changed-since',
    );
  });

  test('a deposit of cheques noted by hand proves them all', () => {
    const cheques = ['p1', 'p2'].map((id) => ({
      ...aPayment(id, '2026-11-09', 5_000),
      clientId: 'c',
      method: 'cheque' as const,
    }));
    const noted = { ...ledger, payments: new Map(cheques.map((cheque) => [cheque.id, cheque])) };
    const target = {
      kind: 'recorded-payment',
      paymentId: 'p1',
      clientId: 'c',
      otherPaymentIds: ['p2'],
    } as const;
    const linked = applied(noted, decided(confirmMatches, noted, { matches: [{ movementId, target }] }));
    expect(waitingLines(linked)).toEqual([]);
    expect([...linked.payments.values()].map(({ bankLineId }) => bankLineId)).toEqual([
      movementId,
      movementId,
    ]);
  });

  test('a returned debit reverses its payment and marks the invoice', () => {
    const debit = applied(
      ledger,
      decided(recordPayment, ledger, {
        invoiceIds: ['f1'],
        receivedCents: cents(10_000),
        receivedOn: day('2026-11-11'),
        method: 'direct-debit',
      }),
    );
    const [{ id: paymentId = '' } = { id: '' }] = [...debit.payments.values()];
    const back = imported(debit, [statement([line('2026-11-14', -10_000, 'PRLV IMPAYE GARAGE MARTIN')])]);
    const outgoing = [...back.bankLines.values()].find(({ amountCents }) => amountCents === -10_000);
    const next = applied(
      back,
      decided(confirmMatches, back, {
        matches: [{ movementId: outgoing?.id ?? '', target: { kind: 'return', paymentId, clientId: 'c' } }],
      }),
    );
    expect(remainingCents(next, 'f1')).toBe(10_000);
    expect(next.invoices.get('f1')?.debitRejectedOn).toBe('2026-11-14');
    expect(next.payments.get(paymentId)?.reversedAt).toBeDefined();
  });

  test('what settles no invoice is set aside and comes back', () => {
    const aside = applied(
      ledger,
      decided(setLinesAside, ledger, { lineIds: [movementId], reason: 'own-transfer' }),
    );
    expect(waitingLines(aside)).toEqual([]);
    expect(refused(setLinesAside, aside, { lineIds: [movementId], reason: 'other' }).kind).toBe('no-line');
    const back = applied(aside, decided(takeLinesBack, aside, { lineIds: [movementId] }));
    expect(lineIds(back)).toEqual([movementId]);
    expect(
      rowsOf(decided(takeLinesBack, aside, { lineIds: [movementId] }), 'bankLines')[0],
    ).not.toHaveProperty('setAside');
  });
});
