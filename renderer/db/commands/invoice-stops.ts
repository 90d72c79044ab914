import { type Day, isDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { allocationsOf } from '../../../shared/ledger/balance.ts';
import { type Command, put, type Refusal, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Payment } from '../../../shared/ledger/payment.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok } from '../../../shared/result.ts';

const gone: Refusal = { kind: 'no-invoice', message: 'Cette facture n’existe plus.' };

const standingInvoice = (ledger: Ledger, id: string): Invoice | undefined => {
  const invoice = ledger.invoices.get(id);
  return invoice?.kind === 'invoice' && invoice.cancelledAt === undefined ? invoice : undefined;
};

const dayRefusal = (on: Day, notBefore: Day, before: string, today: Day): Refusal | undefined => {
  if (!isDay(on)) return { kind: 'invalid', message: 'Indiquez la date.' };
  if (on > today) return { kind: 'future', message: 'Cette date n’est pas encore passée.' };
  return on < notBefore ? { kind: 'too-early', message: before } : undefined;
};

const longestFactor = 200;

/**
 * « Cédée à un factor »: the debtor must pay him, so that nothing more is claimed for the invoice
 * (law-and-formats.md 4.6).
 * @param factor his name; undefined takes the assignment back.
 */
export const setFactor: Command<{
  readonly invoiceIds: readonly string[];
  readonly factor: string | undefined;
}> = (ledger, { invoiceIds, factor }) => {
  const invoices = invoiceIds.flatMap((id) => standingInvoice(ledger, id) ?? []);
  const [first] = invoices;
  if (!first || invoices.length !== invoiceIds.length) return fail(gone);
  if (invoices.some(({ clientId }) => clientId !== first.clientId)) return fail(gone);
  const name = factor?.trim();
  if (name === '') return fail({ kind: 'no-name', message: 'Indiquez le nom du factor.' });
  if (name !== undefined && name.length > longestFactor)
    return fail({ kind: 'too-long', message: `Le nom du factor dépasse ${longestFactor}\u00A0caractères.` });
  if (name === undefined && invoices.every((invoice) => invoice.factor === undefined))
    return fail({ kind: 'not-factored', message: 'Cette facture n’est pas cédée.' });
  const what = invoices.length === 1 ? `Facture ${first.number}` : `${invoices.length}\u00A0factures`;
  const [ceded, back] =
    invoices.length === 1 ? ['cédée à', 'n’est plus cédée'] : ['cédées à', 'ne sont plus cédées'];
  return ok({
    command: 'set-factor',
    label: name === undefined ? `${what}\u00A0: ${back}` : `${what} ${ceded} ${name}`,
    clientId: first.clientId,
    undo: 'allowed',
    writes: invoices.map(({ factor: _former, ...kept }) =>
      put('invoices', name === undefined ? kept : { ...kept, factor: name }),
    ),
  });
};

/**
 * « Mandatée »: a public buyer ordered the payment; the accountant pays, there is nothing more to ask for.
 * @param orderedOn undefined takes it back.
 */
export const recordPaymentOrder: Command<{
  readonly invoiceId: string;
  readonly orderedOn: Day | undefined;
}> = (ledger, { invoiceId, orderedOn }, context) => {
  const invoice = standingInvoice(ledger, invoiceId);
  if (!invoice) return fail(gone);
  const { paymentOrderedOn, ...kept } = invoice;
  if (orderedOn === undefined) {
    if (paymentOrderedOn === undefined)
      return fail({ kind: 'not-ordered', message: 'Cette facture n’est pas mandatée.' });
    return ok({
      command: 'record-payment-order',
      label: `Facture ${invoice.number}\u00A0: mandatement retiré`,
      clientId: invoice.clientId,
      undo: 'allowed',
      writes: [put('invoices', kept)],
    });
  }
  if (ledger.clients.get(invoice.clientId)?.regime !== 'public')
    return fail({
      kind: 'not-public',
      message: 'Seul un acheteur public mandate une facture. Vérifiez la nature du client.',
    });
  const refusal = dayRefusal(
    orderedOn,
    invoice.issuedOn,
    `La facture ${invoice.number} a été émise le ${formatDay(invoice.issuedOn)}\u00A0: elle ne peut pas avoir été mandatée avant.`,
    context.today,
  );
  if (refusal) return fail(refusal);
  return ok({
    command: 'record-payment-order',
    label: `Facture ${invoice.number} mandatée le ${formatDay(orderedOn)}`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', { ...kept, paymentOrderedOn: orderedOn })],
  });
};

const isStanding = (payment: Payment | undefined): payment is Payment =>
  payment !== undefined && payment.reversedAt === undefined;

/** The direct debits that settle an invoice, in part or whole. */
const debitsOf = (ledger: Ledger, invoiceId: string): readonly Payment[] =>
  allocationsOf(ledger, invoiceId).flatMap(({ source }) => {
    const payment = source.kind === 'payment' ? ledger.payments.get(source.paymentId) : undefined;
    return isStanding(payment) && payment.method === 'direct-debit' ? [payment] : [];
  });

const invoicesPaidBy = (ledger: Ledger, paymentIds: ReadonlySet<string>): readonly Invoice[] => {
  const ids = new Set<string>();
  for (const { source, invoiceId } of ledger.allocations.values())
    if (source.kind === 'payment' && paymentIds.has(source.paymentId)) ids.add(invoiceId);
  return [...ids].flatMap((id) => standingInvoice(ledger, id) ?? []);
};

/**
 * « Prélèvement rejeté »: the bank took the direct debit back. Its payment, where one was recorded, is
 * reversed with everything that it settled; its invoices are owed again and reminded like any other.
 * Give the payment, or the invoice whose debit came back before it was recorded.
 */
export const rejectDirectDebit: Command<{
  readonly rejectedOn: Day;
  readonly invoiceId?: string | undefined;
  readonly paymentId?: string | undefined;
}> = (ledger, { invoiceId, paymentId, rejectedOn }, context) => {
  const named = standingInvoice(ledger, invoiceId ?? '');
  const payment = ledger.payments.get(paymentId ?? '');
  if (paymentId !== undefined && (!isStanding(payment) || payment.method !== 'direct-debit'))
    return fail({ kind: 'no-debit', message: 'Ce prélèvement est déjà annulé.' });
  const debits = isStanding(payment) ? [payment] : named ? debitsOf(ledger, named.id) : [];
  const invoices = [
    ...new Map(
      [...(named ? [named] : []), ...invoicesPaidBy(ledger, new Set(debits.map(({ id }) => id)))].map(
        (invoice) => [invoice.id, invoice],
      ),
    ).values(),
  ];
  const [first] = invoices;
  const clientId = first?.clientId ?? payment?.clientId;
  if (clientId === undefined) return fail(gone);
  const client = ledger.clients.get(clientId);
  if (debits.length === 0 && client?.directDebit !== true)
    return fail({
      kind: 'not-by-debit',
      message: 'Ce client n’est pas réglé par prélèvement. Changez-le d’abord dans ses conditions.',
    });
  const earliest = debits.map(({ receivedOn }) => receivedOn).sort()[0] ?? first?.issuedOn ?? rejectedOn;
  const refusal = dayRefusal(
    rejectedOn,
    earliest,
    debits.length > 0
      ? `Le prélèvement est du ${formatDay(earliest)}\u00A0: il n’a pas pu être rejeté avant.`
      : `La facture est du ${formatDay(earliest)}\u00A0: son prélèvement n’a pas pu être rejeté avant.`,
    context.today,
  );
  if (refusal) return fail(refusal);
  const writes: RowWrite[] = [
    ...debits.map((debit) => put('payments', { ...debit, reversedAt: context.now })),
    ...invoices.map((invoice) => put('invoices', { ...invoice, debitRejectedOn: rejectedOn })),
  ];
  const [debit] = debits;
  const amount = debit && debits.length === 1 ? ` de ${formatAmount(debit.cents)}` : '';
  const about = invoices.length === 1 && first ? `, facture ${first.number}` : '';
  return ok({
    command: 'reject-direct-debit',
    label: `Prélèvement${amount} rejeté le ${formatDay(rejectedOn)}${about}`,
    clientId,
    undo: 'allowed',
    writes,
  });
};

/** The debit of the invoice is presented again: no reminder before it is rejected once more. */
export const presentDebitAgain: Command<{ readonly invoiceId: string }> = (ledger, { invoiceId }) => {
  const invoice = standingInvoice(ledger, invoiceId);
  if (!invoice) return fail(gone);
  const { debitRejectedOn, ...kept } = invoice;
  if (debitRejectedOn === undefined)
    return fail({ kind: 'not-rejected', message: 'Le prélèvement de cette facture n’a pas été rejeté.' });
  return ok({
    command: 'present-debit-again',
    label: `Facture ${invoice.number}\u00A0: prélèvement présenté de nouveau`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', kept)],
  });
};
