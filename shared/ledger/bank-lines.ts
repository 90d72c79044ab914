import type { Cents } from '../money/cents.ts';
import { cents } from '../money/cents.ts';
import type { BankLine } from './bank.ts';
import { bankedCents } from './banked-cents.ts';
import type { Ledger } from './ledger.ts';
import type { Payment } from './payment.ts';

/** Where a movement stands. */
export type BankLineState =
  /** Money received that no payment explains yet; `leftCents` of it, more than 0. */
  | { readonly kind: 'waiting'; readonly leftCents: Cents }
  /** All of it became payments. */
  | { readonly kind: 'settled'; readonly payments: readonly Payment[] }
  | { readonly kind: 'set-aside' }
  /** It took a payment back. */
  | { readonly kind: 'returned'; readonly paymentId: string }
  /** Money paid out: none of the user's invoices. */
  | { readonly kind: 'outgoing' };

type PaidLedger = Pick<Ledger, 'payments' | 'bankLines'>;

interface LineIndex {
  readonly bankLines: PaidLedger['bankLines'];
  readonly payments: ReadonlyMap<string, readonly Payment[]>;
}

const indexes = new WeakMap<PaidLedger['payments'], LineIndex>();

/**
 * Payments by the movement they came with: those that stand, and those that the bank took back by a movement of
 * its own, since their money is explained by both. Computed once per state of the rows.
 */
export const paymentsByLine = (ledger: PaidLedger): ReadonlyMap<string, readonly Payment[]> => {
  const known = indexes.get(ledger.payments);
  if (known?.bankLines === ledger.bankLines) return known.payments;
  const returned = new Set<string>();
  for (const { returnsPaymentId } of ledger.bankLines.values())
    if (returnsPaymentId !== undefined) returned.add(returnsPaymentId);
  const index = new Map<string, Payment[]>();
  for (const payment of ledger.payments.values()) {
    if (payment.bankLineId === undefined) continue;
    if (payment.reversedAt !== undefined && !returned.has(payment.id)) continue;
    const list = index.get(payment.bankLineId);
    if (list) list.push(payment);
    else index.set(payment.bankLineId, [payment]);
  }
  indexes.set(ledger.payments, { bankLines: ledger.bankLines, payments: index });
  return index;
};

/** Where a movement stands now. A payment that the user reversed no longer explains it. */
export const bankLineState = (ledger: PaidLedger, line: BankLine): BankLineState => {
  if (line.setAside !== undefined) return { kind: 'set-aside' };
  if (line.returnsPaymentId !== undefined) return { kind: 'returned', paymentId: line.returnsPaymentId };
  if (line.amountCents <= 0) return { kind: 'outgoing' };
  const payments = paymentsByLine(ledger).get(line.id) ?? [];
  const explained = payments.reduce((sum, payment) => sum + bankedCents(payment), 0);
  return explained >= line.amountCents
    ? { kind: 'settled', payments }
    : { kind: 'waiting', leftCents: cents(line.amountCents - explained) };
};

/** A movement on which the user still has to decide. */
export interface WaitingLine {
  readonly line: BankLine;
  /** What of it no payment explains yet, signed like the movement. */
  readonly leftCents: Cents;
}

const byDay = ({ line: a }: WaitingLine, { line: b }: WaitingLine): number =>
  a.bookedOn === b.bookedOn ? (a.id < b.id ? -1 : 1) : a.bookedOn < b.bookedOn ? -1 : 1;

/**
 * Money received that waits in « À affecter », oldest first. Accounts on which no client pays are left out.
 */
export const waitingLines = (ledger: Ledger): readonly WaitingLine[] => {
  const waiting: WaitingLine[] = [];
  for (const line of ledger.bankLines.values()) {
    if (ledger.bankAccounts.get(line.accountId)?.receivesPayments === false) continue;
    const state = bankLineState(ledger, line);
    if (state.kind === 'waiting') waiting.push({ line, leftCents: state.leftCents });
  }
  return waiting.sort(byDay);
};

/** Money paid out that took no payment back so far: among it returned direct debits. Oldest first. */
export const outgoingLines = (ledger: Ledger): readonly BankLine[] =>
  [...ledger.bankLines.values()]
    .filter((line) => bankLineState(ledger, line).kind === 'outgoing' && line.amountCents < 0)
    .sort((a, b) => (a.bookedOn === b.bookedOn ? (a.id < b.id ? -1 : 1) : a.bookedOn < b.bookedOn ? -1 : 1));
