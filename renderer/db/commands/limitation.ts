import { invoiceLimitation } from '../../../shared/claims/invoice-limitation.ts';
import { type Day, earlierDay, isDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type Interruption, interruptionNames } from '../../../shared/law/interruption.ts';
import { type Command, put, type Refusal } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { fail, ok } from '../../../shared/result.ts';

/** What the user records himself; the declaration of a claim stands in the client's insolvency. */
export type RecordableInterruption = Exclude<Interruption, 'claim-declaration'>;

const gone: Refusal = { kind: 'no-invoice', message: 'Cette facture n’existe plus.' };

const standingInvoice = (ledger: Ledger, id: string): Invoice | undefined => {
  const invoice = ledger.invoices.get(id);
  return invoice?.kind === 'invoice' && invoice.cancelledAt === undefined ? invoice : undefined;
};

const dayProblem = (invoice: Invoice, on: Day, today: Day): Refusal | undefined => {
  if (!isDay(on)) return { kind: 'invalid', message: 'Indiquez la date.' };
  if (on > today) return { kind: 'future', message: 'Cette date n’est pas encore passée.' };
  const bornOn = earlierDay(invoice.performedOn ?? invoice.issuedOn, invoice.issuedOn);
  if (on < bornOn)
    return {
      kind: 'before-invoice',
      message: `Cette date précède la facture ${invoice.number} (${formatDay(bornOn)})\u00A0: la prescription ne courait pas encore.`,
    };
  return undefined;
};

/**
 * Records what gave the claims of some invoices of one client a new full period. An act that comes after the
 * last arguable day is refused: a period that is over does not come back (C. civ. 2231).
 */
export const recordInterruption: Command<{
  readonly invoiceIds: readonly string[];
  readonly on: Day;
  readonly cause: RecordableInterruption;
  readonly note: string;
}> = (ledger, { invoiceIds, on, cause, note }, context) => {
  const invoices = invoiceIds.flatMap((id) => standingInvoice(ledger, id) ?? []);
  const [first] = invoices;
  const client = ledger.clients.get(first?.clientId ?? '');
  if (!first || !client || invoices.length !== invoiceIds.length) return fail(gone);
  if (invoices.some(({ clientId }) => clientId !== client.id)) return fail(gone);
  if (cause === 'written-claim' && client.regime !== 'public')
    return fail({
      kind: 'not-interrupting',
      message:
        'Une réclamation écrite, même recommandée, n’interrompt la prescription que contre l’administration.',
    });
  for (const invoice of invoices) {
    const problem = dayProblem(invoice, on, context.today);
    if (problem) return fail(problem);
    const limits = invoiceLimitation(ledger, invoice);
    if (limits.ok && on > limits.value.optimisticLastDay)
      return fail({
        kind: 'too-late',
        message: `La facture ${invoice.number} était prescrite depuis le ${formatDay(limits.value.optimisticLastDay)}\u00A0: un acte postérieur ne fait pas revivre la créance. S’il y a eu un acte plus ancien, notez-le d’abord.`,
      });
  }
  const { title } = interruptionNames(cause, client.regime === 'public');
  const about = invoices.length === 1 ? `facture ${first.number}` : `${invoices.length}\u00A0factures`;
  return ok({
    command: 'record-interruption',
    label: `${title} du ${formatDay(on)} (${about})`,
    clientId: client.id,
    undo: 'allowed',
    writes: invoices.map((invoice) =>
      put('invoices', {
        ...invoice,
        interruptions: [
          ...(invoice.interruptions ?? []),
          { id: context.newId(), on, cause, note: note.trim() },
        ],
      }),
    ),
  });
};

/** Takes back an act recorded by mistake. */
export const removeInterruption: Command<{ readonly invoiceId: string; readonly interruptionId: string }> = (
  ledger,
  { invoiceId, interruptionId },
) => {
  const invoice = ledger.invoices.get(invoiceId);
  const removed = invoice?.interruptions?.find(({ id }) => id === interruptionId);
  if (!invoice || !removed) return fail({ kind: 'no-interruption', message: 'Cet acte est déjà retiré.' });
  const isPublic = ledger.clients.get(invoice.clientId)?.regime === 'public';
  const interruptions = invoice.interruptions?.filter(({ id }) => id !== interruptionId);
  return ok({
    command: 'remove-interruption',
    label: `${interruptionNames(removed.cause, isPublic).title} du ${formatDay(removed.on)}\u00A0: ligne retirée (facture ${invoice.number})`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', { ...invoice, interruptions })],
  });
};

/** The day of the enforceable title, good for ten years (CPCEx L111-4); undefined takes it back. */
export const recordTitle: Command<{ readonly invoiceId: string; readonly on: Day | undefined }> = (
  ledger,
  { invoiceId, on },
  context,
) => {
  const invoice = standingInvoice(ledger, invoiceId);
  if (!invoice) return fail(gone);
  const problem = on === undefined ? undefined : dayProblem(invoice, on, context.today);
  if (problem) return fail(problem);
  return ok({
    command: 'record-title',
    label:
      on === undefined
        ? `Titre exécutoire retiré de la facture ${invoice.number}`
        : `Titre exécutoire du ${formatDay(on)} (facture ${invoice.number})`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', { ...invoice, titleOn: on })],
  });
};

/** Whether the invoice is for carriage of goods, which is barred after one year (C. com. L133-6). */
export const setCarriage: Command<{ readonly invoiceId: string; readonly isCarriage: boolean }> = (
  ledger,
  { invoiceId, isCarriage },
) => {
  const invoice = standingInvoice(ledger, invoiceId);
  if (!invoice) return fail(gone);
  return ok({
    command: 'set-carriage',
    label: isCarriage
      ? `Facture ${invoice.number}\u00A0: transport de marchandises`
      : `Facture ${invoice.number}\u00A0: pas de transport de marchandises`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', { ...invoice, isCarriage })],
  });
};
