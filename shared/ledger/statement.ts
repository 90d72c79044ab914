import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { concessionNames } from './allocation-source.ts';
import type { Ledger } from './ledger.ts';
import { isInLedgerCurrency } from './ledger-currency.ts';

/** One movement of a client's account: debit = what the client owes more, credit = less. */
export interface StatementLine {
  readonly on: Day;
  readonly kind: 'invoice' | 'credit-note' | 'payment' | 'concession';
  /** Number of the document, or reference of the payment; may be empty. */
  readonly reference: string;
  readonly dueOn?: Day | undefined;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  /** Balance after the movement; negative when the client is ahead. */
  readonly balanceCents: Cents;
}

/** « Relevé de compte » of a client between two days. */
export interface Statement {
  readonly openingCents: Cents;
  readonly lines: readonly StatementLine[];
  readonly closingCents: Cents;
}

type Movement = Omit<StatementLine, 'balanceCents'>;

const movementsOf = (ledger: Ledger, clientId: string): readonly Movement[] => {
  const movements: Movement[] = [];
  const zero = cents(0);
  for (const invoice of ledger.invoices.values()) {
    if (invoice.clientId !== clientId || invoice.cancelledAt !== undefined || !isInLedgerCurrency(invoice))
      continue;
    const isDebit = invoice.kind === 'invoice';
    movements.push({
      on: invoice.issuedOn,
      kind: invoice.kind,
      reference: invoice.number,
      dueOn: invoice.dueOn,
      debitCents: isDebit ? invoice.totalCents : zero,
      creditCents: isDebit ? zero : invoice.totalCents,
    });
  }
  for (const payment of ledger.payments.values())
    if (payment.clientId === clientId && payment.reversedAt === undefined)
      movements.push({
        on: payment.receivedOn,
        kind: 'payment',
        reference: payment.reference ?? '',
        debitCents: zero,
        creditCents: payment.cents,
      });
  for (const { source, cents: amount, effectiveOn } of ledger.allocations.values()) {
    if (source.kind !== 'concession') continue;
    const payment = ledger.payments.get(source.paymentId);
    if (payment?.clientId !== clientId || payment.reversedAt !== undefined) continue;
    movements.push({
      on: effectiveOn,
      kind: 'concession',
      reference: concessionNames[source.reason],
      debitCents: zero,
      creditCents: amount,
    });
  }
  return movements.sort((a, b) => (a.on === b.on ? a.creditCents - b.creditCents : a.on < b.on ? -1 : 1));
};

/**
 * Documents and payments of a client from `from` to `to`, both included, with the running balance; what
 * came before is the opening balance. Reversed payments and cancelled documents are left out, and invoices
 * in other currencies. Over the whole life of a client it closes on outstanding less credits.
 */
export const statementOf = (ledger: Ledger, clientId: string, from: Day, to: Day): Statement => {
  let balance = 0;
  let openingCents = cents(0);
  const lines: StatementLine[] = [];
  for (const movement of movementsOf(ledger, clientId)) {
    if (movement.on > to) break;
    balance += movement.debitCents - movement.creditCents;
    if (movement.on < from) openingCents = cents(balance);
    else lines.push({ ...movement, balanceCents: cents(balance) });
  }
  return { openingCents, lines, closingCents: cents(balance) };
};
