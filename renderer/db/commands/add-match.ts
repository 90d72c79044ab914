import { type BankLineKind, bankLineKind } from '../../../shared/importing/bank-line-kind.ts';
import type { BankLine, SetAsideReason } from '../../../shared/ledger/bank.ts';
import { bankLineState } from '../../../shared/ledger/bank-lines.ts';
import { bankedCents } from '../../../shared/ledger/banked-cents.ts';
import { put } from '../../../shared/ledger/decision.ts';
import type { Payment } from '../../../shared/ledger/payment.ts';
import type { MatchTarget } from '../../../shared/matching/match-contract.ts';
import { unreachable } from '../../../shared/result.ts';
import { learn, leftOf, type MatchDraft, write } from './match-draft.ts';
import { receive } from './receive-match.ts';

const asideReasons: Readonly<Partial<Record<BankLineKind, SetAsideReason>>> = {
  'own-transfer': 'own-transfer',
  'card-settlement': 'card-settlement',
  refund: 'refund',
  fees: 'fees',
};

const standingPayment = ({ ledger, rows }: MatchDraft, id: string): Payment | undefined => {
  const payment = ledger.payments.get(id);
  return payment && payment.reversedAt === undefined && !rows.has(`payments/${id}`) ? payment : undefined;
};

/** The money was noted by hand: the movement proves it, and nothing is counted twice. */
const link = (
  draft: MatchDraft,
  line: BankLine,
  { paymentId, otherPaymentIds = [] }: Extract<MatchTarget, { kind: 'recorded-payment' }>,
): boolean => {
  for (const id of [paymentId, ...otherPaymentIds]) {
    const payment = standingPayment(draft, id);
    const left = leftOf(draft, line);
    if (!payment || payment.bankLineId !== undefined || bankedCents(payment) > left) return false;
    draft.leftByLine.set(line.id, left - bankedCents(payment));
    write(draft, put('payments', { ...payment, bankLineId: line.id }));
    draft.linked += 1;
    draft.clientIds.add(payment.clientId);
    // Who hands in cheques for several clients says nothing about any of them.
    if (otherPaymentIds.length === 0 && payment.collected === undefined) learn(draft, line, payment.clientId);
  }
  return true;
};

/** The bank took the money back: the payment is reversed, and what it settled is owed again. */
const takeBack = (draft: MatchDraft, line: BankLine, paymentId: string): boolean => {
  const payment = standingPayment(draft, paymentId);
  const { ledger, context } = draft;
  if (!payment || bankLineState(ledger, line).kind !== 'outgoing') return false;
  write(draft, put('payments', { ...payment, reversedAt: context.now }));
  write(draft, put('bankLines', { ...line, returnsPaymentId: payment.id }));
  if (payment.method === 'direct-debit')
    for (const { source, invoiceId } of ledger.allocations.values()) {
      const invoice = ledger.invoices.get(invoiceId);
      if (source.kind === 'payment' && source.paymentId === paymentId && invoice)
        write(draft, put('invoices', { ...invoice, debitRejectedOn: line.bookedOn }));
    }
  draft.returned += 1;
  draft.clientIds.add(payment.clientId);
  return true;
};

const leaveAside = (draft: MatchDraft, line: BankLine): boolean => {
  if (bankLineState(draft.ledger, line).kind !== 'waiting') return false;
  const reason = asideReasons[bankLineKind(line)] ?? 'other';
  write(draft, put('bankLines', { ...line, setAside: { reason, at: draft.context.now } }));
  draft.setAside += 1;
  return true;
};

/**
 * Adds what a movement is to the draft. False: the ledger does not allow it (any more) — the invoice owes
 * less, the money is used up, the payment is gone; then the whole draft must be given up.
 */
export const addMatch = (draft: MatchDraft, line: BankLine, target: MatchTarget): boolean => {
  switch (target.kind) {
    case 'payment':
      return receive(draft, line, target);
    case 'recorded-payment':
      return link(draft, line, target);
    case 'return':
      return takeBack(draft, line, target.paymentId);
    case 'no-receipt':
      return leaveAside(draft, line);
    default:
      return unreachable(target);
  }
};
