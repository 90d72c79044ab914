import { type BankLineKind, bankLineKind } from '../../../shared/importing/bank-line-kind.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { BankLine } from '../../../shared/ledger/bank.ts';
import { put } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Payment, PaymentMethod } from '../../../shared/ledger/payment.ts';
import { waitingCredits } from '../../../shared/ledger/receipts.ts';
import type { MatchShare, MatchTarget } from '../../../shared/matching/match-contract.ts';
import { type Cents, cents, sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { collectedLabel, collectedPayment } from './collected-payments.ts';
import { learn, leftOf, type MatchDraft, write } from './match-draft.ts';

const methods: Readonly<Partial<Record<BankLineKind, PaymentMethod>>> = {
  'cheque-deposit': 'cheque',
  'card-settlement': 'card',
};

const longestReference = 140;

/** What the payer wrote, else the first line of the label. */
const referenceOf = ({ reference, label }: BankLine): string =>
  (reference ?? label.split('\n')[0] ?? '').trim().slice(0, longestReference);

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

/** New money: one payment of the movement, its shares, and what is let go with them. False: the ledger does not allow it. */
export const receive = (
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
