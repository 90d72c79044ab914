import { isDay } from '../../../shared/dates/day.ts';
import {
  type LifeCycleEvent,
  lifeCycleEffect,
  lifeCycleLabel,
} from '../../../shared/importing/life-cycle.ts';
import { matchLifeCycle } from '../../../shared/importing/life-cycle-matching.ts';
import { lifeCycleReasonText } from '../../../shared/importing/life-cycle-reason.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import {
  type Command,
  type CommandContext,
  put,
  type Refusal,
  type RowWrite,
} from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { fail, ok, unreachable } from '../../../shared/result.ts';
import { importRecord } from './import-record.ts';
import { announcedPauseWrites, disputeWrites, receiptWrites } from './life-cycle-effects.ts';

const asDeclared = 'le factor';

/** The invoice as the status leaves it, with the status on it. */
const marked = (invoice: Invoice, event: LifeCycleEvent, context: CommandContext): Invoice => {
  const reason = lifeCycleReasonText(event.reasonCode, event.reason);
  const lifeCycle = { code: event.code, on: event.on, ...(reason === '' ? {} : { reason }) };
  const former = invoice.lifeCycle?.code;
  switch (lifeCycleEffect(event.code)) {
    case 'cancelled':
      return { ...invoice, lifeCycle, cancelledAt: invoice.cancelledAt ?? context.now };
    case 'factored':
      return { ...invoice, lifeCycle, factor: invoice.factor ?? asDeclared };
    case 'no-longer-factored': {
      const { factor, ...kept } = invoice;
      const wasThePlatforms = former === '225' || former === '226' || factor === asDeclared;
      return { ...(wasThePlatforms ? kept : invoice), lifeCycle };
    }
    default:
      return { ...invoice, lifeCycle };
  }
};

const sideWrites = (
  ledger: Ledger,
  invoice: Invoice,
  event: LifeCycleEvent,
  context: CommandContext,
): readonly RowWrite[] => {
  const effect = lifeCycleEffect(event.code);
  switch (effect) {
    case 'refused':
    case 'disputed':
    case 'partly-approved':
      return disputeWrites(ledger, invoice, event, context);
    case 'payment-announced':
      return announcedPauseWrites(ledger, invoice, event, context);
    case 'none':
    case 'not-delivered':
    case 'documents-asked':
    case 'paid':
    case 'cancelled':
    case 'factored':
    case 'no-longer-factored':
      return [];
    default:
      return unreachable(effect);
  }
};

/**
 * Everything that the statuses of one invoice write: each receipt (212), and of all others the last one. An
 * older status than the noted one changes nothing, nor does one that is noted already. Nothing to write = none.
 */
export const lifeCycleWrites = (
  ledger: Ledger,
  invoice: Invoice,
  events: readonly LifeCycleEvent[],
  context: CommandContext,
): readonly RowWrite[] => {
  const writes: RowWrite[] = [];
  const usable = events.filter(({ currency }) => currency === undefined || currency === invoice.currency);
  if (invoice.kind === 'invoice' && invoice.cancelledAt === undefined) {
    let left: number = remainingCents(ledger, invoice.id);
    for (const event of usable) {
      if (lifeCycleEffect(event.code) !== 'paid') continue;
      const receipt = receiptWrites(ledger, invoice, event, left, context);
      left -= receipt.paidCents;
      writes.push(...receipt.writes);
    }
  }
  const last = usable.reduce<LifeCycleEvent | undefined>(
    (latest, event) => (latest === undefined || event.on >= latest.on ? event : latest),
    undefined,
  );
  const noted = invoice.lifeCycle;
  if (last === undefined) return writes;
  if (noted !== undefined && (last.on < noted.on || (last.on === noted.on && last.code === noted.code)))
    return writes;
  const isStanding = invoice.kind === 'invoice' && invoice.cancelledAt === undefined;
  return [
    put('invoices', marked(invoice, last, context)),
    ...writes,
    ...(isStanding ? sideWrites(ledger, invoice, last, context) : []),
  ];
};

const refusalOf = (
  invoice: Invoice | undefined,
  event: LifeCycleEvent,
  context: CommandContext,
): Refusal | undefined => {
  if (!invoice) return { kind: 'no-invoice', message: 'Cette facture n’existe plus.' };
  if (!isDay(event.on)) return { kind: 'invalid', message: 'Indiquez la date du statut.' };
  if (event.on > context.today) return { kind: 'future', message: 'Cette date n’est pas encore passée.' };
  if (event.on < invoice.issuedOn)
    return { kind: 'too-early', message: 'Le statut ne peut pas précéder la date de la facture.' };
  if (event.receivedCents !== undefined && event.receivedCents <= 0)
    return { kind: 'invalid', message: 'Le montant encaissé doit être supérieur à zéro.' };
  const contested = event.contestedCents;
  if (contested !== undefined && (contested <= 0 || contested > invoice.totalCents))
    return {
      kind: 'invalid',
      message: 'Le montant contesté doit être compris entre 0 et le total de la facture.',
    };
  return undefined;
};

/**
 * « Statut de la plateforme… »: notes a status of the e-invoice life cycle on an invoice and does what it
 * means (law-and-formats.md 6.3): freeze, dispute, pause, payment, cancellation, assignment.
 */
export const applyLifeCycle: Command<{
  readonly invoiceId: string;
  readonly event: Omit<LifeCycleEvent, 'invoiceNumber'>;
}> = (ledger, { invoiceId, event: stated }, context) => {
  const invoice = ledger.invoices.get(invoiceId);
  const event = { ...stated, invoiceNumber: invoice?.number ?? '' };
  const refusal = refusalOf(invoice, event, context);
  if (refusal || !invoice)
    return fail(refusal ?? { kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  const noted = invoice.lifeCycle;
  if (noted !== undefined && event.on < noted.on && lifeCycleEffect(event.code) !== 'paid')
    return fail({ kind: 'older', message: 'Un statut plus récent est déjà noté sur cette facture.' });
  const writes = lifeCycleWrites(ledger, invoice, [event], context);
  if (writes.length === 0)
    return fail({ kind: 'already-noted', message: 'Ce statut est déjà noté sur cette facture.' });
  return ok({
    command: 'apply-life-cycle',
    label: `Facture ${invoice.number}\u00A0: statut «\u00A0${lifeCycleLabel(event.code)}\u00A0» noté`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes,
  });
};

/**
 * Takes the statuses of a platform's message in, for all invoices at once. The same message twice changes
 * nothing the second time.
 */
export const importLifeCycle: Command<{
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  readonly events: readonly LifeCycleEvent[];
}> = (ledger, { events, ...file }, context) => {
  const byInvoice = new Map<Invoice, LifeCycleEvent[]>();
  for (const { invoice, event } of matchLifeCycle(ledger, events).matched) {
    // The clock of the platform may be ahead; its message can be taken in again tomorrow.
    if (event.on > context.today) continue;
    const known = byInvoice.get(invoice);
    if (known) known.push(event);
    else byInvoice.set(invoice, [event]);
  }
  const changed = [...byInvoice].flatMap(([invoice, own]) => {
    const writes = lifeCycleWrites(ledger, invoice, own, context);
    return writes.length === 0 ? [] : [writes];
  });
  if (changed.length === 0)
    return fail({
      kind: 'nothing-new',
      message: 'Ce fichier ne contient aucun nouveau statut pour vos factures.',
    });
  return ok({
    command: 'import-life-cycle',
    label: `Statuts de ${file.fileName}\u00A0: ${counted(changed.length, 'facture mise à jour', 'factures mises à jour')}`,
    undo: 'allowed',
    writes: [
      put(
        'imports',
        importRecord(
          context.newId(),
          file,
          { content: 'life-cycle', updatedInvoices: changed.length },
          context,
        ),
      ),
      ...changed.flat(),
    ],
  });
};
