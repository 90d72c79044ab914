import { type BankLineKind, bankLineKind } from '../../../shared/importing/bank-line-kind.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { BankLine, SetAsideReason } from '../../../shared/ledger/bank.ts';
import { bankLineState } from '../../../shared/ledger/bank-lines.ts';
import { bankedCents } from '../../../shared/ledger/banked-cents.ts';
import { type CommandContext, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Payment, PaymentMethod } from '../../../shared/ledger/payment.ts';
import { waitingCredits } from '../../../shared/ledger/receipts.ts';
import type { MatchShare, MatchTarget } from '../../../shared/matching/match-contract.ts';
import { type Cents, cents, sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { unreachable } from '../../../shared/result.ts';
import { collectedLabel, collectedPayment } from './collected-payments.ts';
import { learnPayer } from './payer-lessons.ts';

/** What the matches of one confirmation have used up and written so far: it may hold hundreds of them. */
export interface MatchDraft {
  readonly ledger: Ledger;
  readonly context: CommandContext;
  readonly leftByLine: Map<string, number>;
  readonly owedByInvoice: Map<string, number>;
  /** Left of money on account and of credit notes. */
  readonly creditBySource: Map<string, number>;
  /** By table and key: the last write of a row counts. */
  readonly rows: Map<string, RowWrite>;
  readonly settledInvoices: Set<string>;
  readonly clientIds: Set<string>;
  /** What came through collectors, as the journal says it. */
  readonly collected: string[];
  receivedCents: number;
  payments: number;
  linked: number;
  returned: number;
  setAside: number;
}

export const newMatchDraft = (ledger: Ledger, context: CommandContext): MatchDraft => ({
  ledger,
  context,
  leftByLine: new Map(),
  owedByInvoice: new Map(),
  creditBySource: new Map(),
  rows: new Map(),
  settledInvoices: new Set(),
  clientIds: new Set(),
  collected: [],
  receivedCents: 0,
  payments: 0,
  linked: 0,
  returned: 0,
  setAside: 0,
});

const methods: Readonly<Partial<Record<BankLineKind, PaymentMethod>>> = {
  'cheque-deposit': 'cheque',
  'card-settlement': 'card',
};

const asideReasons: Readonly<Partial<Record<BankLineKind, SetAsideReason>>> = {
  'own-transfer': 'own-transfer',
  'card-settlement': 'card-settlement',
  refund: 'refund',
  fees: 'fees',
};

const longestReference = 140;

/** What the payer wrote, else the first line of the label. */
const referenceOf = ({ reference, label }: BankLine): string =>
  (reference ?? label.split('\n')[0] ?? '').trim().slice(0, longestReference);

const write = ({ rows }: MatchDraft, row: RowWrite): void => {
  rows.set(`${row.table}/${row.key}`, row);
};

const leftOf = ({ ledger, leftByLine }: MatchDraft, line: BankLine): number => {
  const known = leftByLine.get(line.id);
  if (known !== undefined) return known;
  const state = bankLineState(ledger, line);
  return state.kind === 'waiting' ? state.leftCents : 0;
};

const learn = (draft: MatchDraft, line: BankLine, clientId: string): void => {
  const { ledger, rows, context } = draft;
  const lesson = learnPayer(line, clientId, context.now, (id) => {
    const written = rows.get(`payerNames/${id}`);
    return (written?.table === 'payerNames' ? written.after : undefined) ?? ledger.payerNames.get(id);
  });
  if (lesson) write(draft, lesson);
};

const payable = (ledger: Ledger, invoiceId: string, clientId: string): Invoice | undefined => {
  const invoice = ledger.invoices.get(invoiceId);
  return invoice?.clientId === clientId && invoice.currency === 'EUR' ? invoice : undefined;
};

/** Sets money on account and credit notes, the oldest first, against what the shares left open. */
const spendCredits = (
  draft: MatchDraft,
  clientId: string,
  shares: readonly MatchShare[],
  creditCents: Cents,
): boolean => {
  const { ledger, context } = draft;
  let left: number = creditCents;
  if (left <= 0) return left === 0;
  for (const { sourceId, source, on, leftCents } of waitingCredits(ledger)) {
    const owner = source.kind === 'payment' ? source.payment.clientId : source.creditNote.clientId;
    if (owner !== clientId) continue;
    let credit = draft.creditBySource.get(sourceId) ?? leftCents;
    for (const { invoiceId } of shares) {
      const owed = draft.owedByInvoice.get(invoiceId) ?? 0;
      const share = Math.min(left, credit, owed);
      if (share <= 0) continue;
      left -= share;
      credit -= share;
      draft.owedByInvoice.set(invoiceId, owed - share);
      if (share === owed) draft.settledInvoices.add(invoiceId);
      write(
        draft,
        put('allocations', {
          id: context.newId(),
          source:
            source.kind === 'payment'
              ? { kind: 'payment', paymentId: sourceId }
              : { kind: 'credit-note', creditNoteId: sourceId },
          invoiceId,
          cents: cents(share),
          effectiveOn: on,
        }),
      );
    }
    draft.creditBySource.set(sourceId, credit);
  }
  return left === 0;
};

/** The payment that new money is; undefined where it cannot have come through the collector that is named. */
const paymentOf = (
  { ledger, context }: MatchDraft,
  line: BankLine,
  { clientId, shares, usesOnAccountCents, collected }: Extract<MatchTarget, { kind: 'payment' }>,
  amount: Cents,
): Payment | undefined => {
  const reference = referenceOf(line);
  if (collected === undefined)
    return {
      id: context.newId(),
      clientId,
      receivedOn: line.bookedOn,
      cents: amount,
      method: methods[bankLineKind(line)] ?? 'transfer',
      ...(reference === '' ? {} : { reference }),
      bankLineId: line.id,
      recordedAt: context.now,
    };
  const made = collectedPayment(
    ledger,
    { ...collected, receivedOn: line.bookedOn, grossCents: amount, reference },
    context,
  );
  const isOfHandover = shares.every(
    ({ invoiceId, concession }) =>
      concession === undefined &&
      ledger.handovers.get(collected.handoverId)?.invoiceIds.includes(invoiceId) === true,
  );
  if (!made.ok || made.value.clientId !== clientId || !isOfHandover || usesOnAccountCents !== undefined)
    return undefined;
  return { ...made.value, bankLineId: line.id };
};

/** New money: one payment of the movement, its shares, and what is let go with them. */
const receive = (
  draft: MatchDraft,
  line: BankLine,
  target: Extract<MatchTarget, { kind: 'payment' }>,
): boolean => {
  const { ledger, context } = draft;
  const { clientId, shares, onAccountCents, usesOnAccountCents, collected } = target;
  const amount = sumCents([...shares.map((share) => share.cents), onAccountCents]);
  const left = leftOf(draft, line);
  const arrived = amount - (collected?.feeCents ?? 0);
  if (arrived <= 0 || onAccountCents < 0 || arrived > left || !ledger.clients.has(clientId)) return false;
  if ((ledger.bankAccounts.get(line.accountId)?.currency ?? 'EUR') !== 'EUR') return false;
  const payment = paymentOf(draft, line, target, amount);
  if (payment === undefined) return false;
  draft.leftByLine.set(line.id, left - arrived);
  write(draft, put('payments', payment));
  for (const { invoiceId, cents: share, concession } of shares) {
    const invoice = payable(ledger, invoiceId, clientId);
    if (!invoice) return false;
    const owed = draft.owedByInvoice.get(invoiceId) ?? remainingCents(ledger, invoiceId);
    const letGo = concession?.cents ?? 0;
    // A concession is what closes an invoice; beside an open rest it would only hide it.
    if (share <= 0 || letGo < 0 || share + letGo > owed || (letGo > 0 && share + letGo !== owed))
      return false;
    draft.owedByInvoice.set(invoiceId, owed - share - letGo);
    if (share + letGo === owed) draft.settledInvoices.add(invoiceId);
    const base = { invoiceId, effectiveOn: line.bookedOn };
    write(
      draft,
      put('allocations', {
        ...base,
        id: context.newId(),
        source: { kind: 'payment', paymentId: payment.id },
        cents: share,
      }),
    );
    if (concession && letGo > 0)
      write(
        draft,
        put('allocations', {
          ...base,
          id: context.newId(),
          source: { kind: 'concession', paymentId: payment.id, reason: concession.reason },
          cents: cents(letGo),
        }),
      );
  }
  if (!spendCredits(draft, clientId, shares, usesOnAccountCents ?? zeroCents)) return false;
  draft.clientIds.add(clientId);
  if (collected !== undefined) {
    // The name is the collector's: it says nothing about his next payer.
    draft.collected.push(collectedLabel(ledger, { ...collected, grossCents: amount }));
    return true;
  }
  draft.receivedCents += amount;
  draft.payments += 1;
  learn(draft, line, clientId);
  return true;
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
