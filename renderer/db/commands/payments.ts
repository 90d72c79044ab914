import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { currentBalances, remainingCents } from '../../../shared/ledger/balance.ts';
import { type Command, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Payment, PaymentMethod } from '../../../shared/ledger/payment.ts';
import { spreadPayment } from '../../../shared/ledger/spread-payment.ts';
import { type Cents, cents, sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok } from '../../../shared/result.ts';
import { forgetPayer } from './payer-lessons.ts';

export interface PaymentWish {
  /** Invoices settled, in the order in which the money is used up. All of one client. */
  readonly invoiceIds: readonly string[];
  /** The client, where no invoice is named: everything waits on the account (« acompte »). */
  readonly clientId?: string | undefined;
  /** Positive. More than the invoices need stays on the client's account. */
  readonly receivedCents: Cents;
  readonly receivedOn: Day;
  readonly method: PaymentMethod;
  readonly reference?: string | undefined;
}

/**
 * « Marquer payée »: one payment, set against the invoices in the given order. What is left over waits
 * unallocated on the client's account; nothing is ever allocated beyond what an invoice still owes.
 */
export const recordPayment: Command<PaymentWish> = (ledger, wish, context) => {
  const invoiceIds = [...new Set(wish.invoiceIds)];
  const invoices = invoiceIds.map((id) => ledger.invoices.get(id));
  const first = invoices[0];
  const client = ledger.clients.get(first?.clientId ?? wish.clientId ?? '');
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  if (invoices.some((invoice) => invoice?.clientId !== client.id))
    return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  if (wish.receivedCents <= 0)
    return fail({ kind: 'not-positive', message: 'Le montant reçu doit être supérieur à zéro.' });
  if (wish.receivedOn > context.today)
    return fail({
      kind: 'future',
      message:
        'La date d’encaissement est dans le futur. Indiquez la date à laquelle les fonds sont arrivés.',
    });
  const payment: Payment = {
    id: context.newId(),
    clientId: client.id,
    receivedOn: wish.receivedOn,
    cents: wish.receivedCents,
    method: wish.method,
    ...(wish.reference ? { reference: wish.reference } : {}),
    recordedAt: context.now,
  };
  const writes: RowWrite[] = [put('payments', payment)];
  const owed = invoiceIds.map((invoiceId) => ({ invoiceId, cents: remainingCents(ledger, invoiceId) }));
  for (const share of spreadPayment(wish.receivedCents, owed).shares)
    writes.push(
      put('allocations', {
        id: context.newId(),
        source: { kind: 'payment', paymentId: payment.id },
        invoiceId: share.invoiceId,
        cents: share.cents,
        effectiveOn: wish.receivedOn,
      }),
    );
  if (!first)
    return ok({
      command: 'record-payment',
      label: `${formatAmount(wish.receivedCents)} reçus de ${client.name}, à affecter`,
      clientId: client.id,
      undo: 'allowed',
      writes,
    });
  if (writes.length === 1)
    return fail({ kind: 'already-paid', message: `La facture ${first.number} est déjà soldée.` });
  const owedCents = sumCents(owed.map((item) => item.cents));
  const settled = wish.receivedCents >= owedCents;
  const what = invoices.length === 1 ? `Facture ${first.number}` : `${invoices.length} factures`;
  return ok({
    command: 'record-payment',
    label: settled
      ? `${what} ${invoices.length === 1 ? 'marquée payée' : 'marquées payées'}`
      : `${what}\u00A0: ${formatAmount(wish.receivedCents)} reçus le ${formatDay(wish.receivedOn)}`,
    clientId: client.id,
    undo: 'allowed',
    writes,
  });
};

/**
 * Takes a payment back: it stays in the history, reversed, and its invoices are owed again. Its movement of the
 * bank waits once more, and no longer teaches who pays under that name.
 */
export const reversePayment: Command<{ readonly paymentId: string }> = (ledger, { paymentId }, context) => {
  const payment = ledger.payments.get(paymentId);
  if (!payment || payment.reversedAt !== undefined)
    return fail({ kind: 'no-payment', message: 'Ce paiement est déjà annulé.' });
  const line = ledger.bankLines.get(payment.bankLineId ?? '');
  const forgotten = line && forgetPayer(line, payment.clientId, (id) => ledger.payerNames.get(id));
  return ok({
    command: 'reverse-payment',
    label: `Paiement de ${formatAmount(payment.cents)} annulé`,
    clientId: payment.clientId,
    undo: 'allowed',
    writes: [put('payments', { ...payment, reversedAt: context.now }), ...(forgotten ? [forgotten] : [])],
  });
};

/** Sets money or a credit note that waits on the account against an invoice of the same client. */
export const allocateCredit: Command<{ readonly sourceId: string; readonly invoiceId: string }> = (
  ledger,
  { sourceId, invoiceId },
  context,
) => {
  const payment = ledger.payments.get(sourceId);
  const creditNote = ledger.invoices.get(sourceId);
  const invoice = ledger.invoices.get(invoiceId);
  const clientId = payment?.clientId ?? creditNote?.clientId;
  const left = currentBalances(ledger).unallocatedBySource.get(sourceId) ?? 0;
  const share = Math.min(left, remainingCents(ledger, invoiceId));
  if (!invoice || clientId !== invoice.clientId || share <= 0)
    return fail({ kind: 'nothing-to-allocate', message: 'Il n’y a plus rien à imputer sur cette facture.' });
  return ok({
    command: 'allocate-credit',
    label: `${formatAmount(cents(share))} imputés sur la facture ${invoice.number}`,
    clientId,
    undo: 'allowed',
    writes: [
      put('allocations', {
        id: context.newId(),
        source: payment
          ? { kind: 'payment', paymentId: sourceId }
          : { kind: 'credit-note', creditNoteId: sourceId },
        invoiceId,
        cents: cents(share),
        effectiveOn: payment ? payment.receivedOn : (creditNote?.issuedOn ?? context.today),
      }),
    ],
  });
};
