import { type Day, isDay } from '../../../shared/dates/day.ts';
import { invoiceNumberKey } from '../../../shared/importing/import-identity.ts';
import { currentBalances, remainingCents } from '../../../shared/ledger/balance.ts';
import { type Command, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';
import { fail, ok } from '../../../shared/result.ts';
import { blankClient } from './clients.ts';

export interface InvoiceWish {
  readonly number: string;
  readonly kind: Invoice['kind'];
  readonly issuedOn: Day;
  readonly dueOn?: Day | undefined;
  /** Delivery or end of the service. */
  readonly performedOn?: Day | undefined;
  /** Receipt of the request for payment by a public buyer; not before the invoice. */
  readonly requestReceivedOn?: Day | undefined;
  readonly totalCents: Cents;
  readonly orderReference?: string | undefined;
  /** Credit notes only. */
  readonly creditEffect?: Invoice['creditEffect'];
  /** Invoices only. */
  readonly isCarriage?: boolean | undefined;
}

const problemOf = (wish: InvoiceWish): string | undefined => {
  if (wish.number.trim() === '') return 'Indiquez le numéro de la pièce.';
  if (wish.totalCents <= 0) return 'Le montant TTC doit être supérieur à zéro.';
  if (!isDay(wish.issuedOn)) return 'Indiquez la date de la facture.';
  if (wish.dueOn !== undefined && wish.dueOn < wish.issuedOn)
    return 'L’échéance ne peut pas précéder la date de la facture.';
  if (wish.performedOn !== undefined && !isDay(wish.performedOn))
    return 'Indiquez la date de la livraison ou de la fin de la prestation.';
  const { requestReceivedOn } = wish;
  if (requestReceivedOn !== undefined && (!isDay(requestReceivedOn) || requestReceivedOn < wish.issuedOn))
    return 'La demande de paiement ne peut pas être reçue avant la date de la facture.';
  if (wish.kind === 'invoice' && wish.creditEffect !== undefined)
    return 'Seul un avoir corrige une facture ou fait un geste commercial.';
  if (wish.kind === 'credit-note' && wish.isCarriage)
    return 'Seule une facture porte sur un transport de marchandises.';
  return undefined;
};

/** « Facture F-102 », « Avoir A-7 », with the past participle that agrees. */
const pieceLabel = (
  { kind, number }: Pick<Invoice, 'kind' | 'number'>,
  feminine: string,
  masculine: string,
): string => (kind === 'invoice' ? `Facture ${number} ${feminine}` : `Avoir ${number} ${masculine}`);

/** Another standing document of the client with the same number: its identity would be lost. */
const isNumberTaken = (ledger: Ledger, clientId: string, number: string, exceptId?: string): boolean => {
  const key = invoiceNumberKey(number);
  for (const other of ledger.invoices.values())
    if (
      other.clientId === clientId &&
      other.id !== exceptId &&
      other.cancelledAt === undefined &&
      invoiceNumberKey(other.number) === key
    )
      return true;
  return false;
};

const numberTaken = (number: string) =>
  fail({ kind: 'duplicate', message: `Ce client a déjà une pièce ${number}.` });

/** « Saisir à la main »: an invoice for a known client, or for a new one by its name. */
export const createInvoice: Command<{
  readonly client: { readonly id: string } | { readonly newName: string };
  readonly invoice: InvoiceWish;
}> = (ledger, { client, invoice }, context) => {
  const problem = problemOf(invoice);
  if (problem) return fail({ kind: 'invalid', message: problem });
  const writes: RowWrite[] = [];
  let clientId: string;
  if ('id' in client) {
    if (!ledger.clients.has(client.id))
      return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
    clientId = client.id;
  } else {
    const name = client.newName.trim();
    if (name === '') return fail({ kind: 'no-client', message: 'Indiquez le client.' });
    clientId = context.newId();
    writes.push(put('clients', { ...blankClient(name), id: clientId, createdAt: context.now }));
  }
  const number = invoice.number.trim();
  if (isNumberTaken(ledger, clientId, number)) return numberTaken(number);
  writes.push(
    put('invoices', {
      ...invoice,
      number,
      id: context.newId(),
      clientId,
      currency: 'EUR',
      createdAt: context.now,
    }),
  );
  return ok({
    command: 'create-invoice',
    label: pieceLabel({ kind: invoice.kind, number }, 'saisie', 'saisi'),
    clientId,
    undo: 'allowed',
    writes,
  });
};

/** Something is set against the invoice, or the credit note against something. */
const isSetAgainst = (ledger: Ledger, id: string): boolean => {
  for (const { invoiceId, source } of ledger.allocations.values())
    if (invoiceId === id || (source.kind === 'credit-note' && source.creditNoteId === id)) return true;
  return false;
};

/** Corrects an invoice. Its total cannot fall below what has been set against it. */
export const updateInvoice: Command<{ readonly id: string; readonly changes: Partial<InvoiceWish> }> = (
  ledger,
  { id, changes },
) => {
  const invoice = ledger.invoices.get(id);
  if (!invoice) return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  const isTurned = changes.kind !== undefined && changes.kind !== invoice.kind;
  const next: Invoice = {
    ...invoice,
    ...(isTurned && { creditEffect: undefined, isCarriage: undefined }),
    ...changes,
    number: (changes.number ?? invoice.number).trim(),
  };
  const problem = problemOf(next);
  if (problem) return fail({ kind: 'invalid', message: problem });
  if (isNumberTaken(ledger, invoice.clientId, next.number, id)) return numberTaken(next.number);
  const leftCents =
    invoice.kind === 'invoice'
      ? remainingCents(ledger, id)
      : (currentBalances(ledger).unallocatedBySource.get(id) ?? 0);
  if (next.kind !== invoice.kind && isSetAgainst(ledger, id))
    return fail({
      kind: 'allocated',
      message:
        'Une facture réglée ou un avoir imputé, même en partie, ne change pas de nature. Annulez d’abord le règlement ou l’imputation.',
    });
  const isStanding = invoice.cancelledAt === undefined;
  if (isStanding && next.totalCents < cents(invoice.totalCents - leftCents))
    return fail({
      kind: 'below-paid',
      message: 'Le total ne peut pas être inférieur à ce qui est déjà réglé ou imputé.',
    });
  return ok({
    command: 'update-invoice',
    label: pieceLabel(next, 'modifiée', 'modifié'),
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', next)],
  });
};

/** Cancels an invoice issued by mistake: it stays visible, owes nothing and is never reminded. */
export const cancelInvoice: Command<{ readonly id: string }> = (ledger, { id }, context) => {
  const invoice = ledger.invoices.get(id);
  if (!invoice || invoice.cancelledAt !== undefined)
    return fail({ kind: 'no-invoice', message: 'Cette pièce est déjà annulée.' });
  return ok({
    command: 'cancel-invoice',
    label: pieceLabel(invoice, 'annulée', 'annulé'),
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', { ...invoice, cancelledAt: context.now })],
  });
};
