import { type Day, isDay } from '../../../shared/dates/day.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { type Command, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';
import { fail, ok } from '../../../shared/result.ts';
import { blankClient } from './clients.ts';

export interface InvoiceWish {
  readonly number: string;
  readonly kind: Invoice['kind'];
  readonly issuedOn: Day;
  readonly dueOn?: Day | undefined;
  readonly totalCents: Cents;
  readonly orderReference?: string | undefined;
}

const problemOf = (wish: InvoiceWish): string | undefined => {
  if (wish.number.trim() === '') return 'Indiquez le numéro de la facture.';
  if (wish.totalCents <= 0) return 'Le montant TTC doit être supérieur à zéro.';
  if (!isDay(wish.issuedOn)) return 'Indiquez la date de la facture.';
  if (wish.dueOn !== undefined && wish.dueOn < wish.issuedOn)
    return 'L’échéance ne peut pas précéder la date de la facture.';
  return undefined;
};

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
  for (const other of ledger.invoices.values())
    if (other.clientId === clientId && other.number === number && other.cancelledAt === undefined)
      return fail({ kind: 'duplicate', message: `Ce client a déjà une facture ${number}.` });
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
    label: `${invoice.kind === 'invoice' ? 'Facture' : 'Avoir'} ${number} ${invoice.kind === 'invoice' ? 'saisie' : 'saisi'}`,
    clientId,
    undo: 'allowed',
    writes,
  });
};

/** Corrects an invoice. Its total cannot fall below what has been set against it. */
export const updateInvoice: Command<{ readonly id: string; readonly changes: Partial<InvoiceWish> }> = (
  ledger,
  { id, changes },
) => {
  const invoice = ledger.invoices.get(id);
  if (!invoice) return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  const next: Invoice = { ...invoice, ...changes };
  const problem = problemOf(next);
  if (problem) return fail({ kind: 'invalid', message: problem });
  const allocated = cents(invoice.totalCents - remainingCents(ledger, id));
  if (invoice.kind === 'invoice' && next.totalCents < allocated)
    return fail({
      kind: 'below-paid',
      message: 'Le total ne peut pas être inférieur à ce qui est déjà réglé.',
    });
  return ok({
    command: 'update-invoice',
    label: `Facture ${next.number} modifiée`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', next)],
  });
};

/** Cancels an invoice issued by mistake: it stays visible, owes nothing and is never reminded. */
export const cancelInvoice: Command<{ readonly id: string }> = (ledger, { id }, context) => {
  const invoice = ledger.invoices.get(id);
  if (!invoice || invoice.cancelledAt !== undefined)
    return fail({ kind: 'no-invoice', message: 'Cette facture est déjà annulée.' });
  return ok({
    command: 'cancel-invoice',
    label: `Facture ${invoice.number} annulée`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', { ...invoice, cancelledAt: context.now })],
  });
};
