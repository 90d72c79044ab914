import { invoiceNumberKey } from '../../../shared/importing/import-identity.ts';
import type { Dispute, DisputeReason } from '../../../shared/ledger/agreement.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { openServiceBlock } from '../../../shared/ledger/blocked-services.ts';
import { type Command, put, type Refusal, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { disputeOutcomeNames } from '../../../shared/ledger/timeline-title.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

const closed: Refusal = { kind: 'no-dispute', message: 'Ce litige est déjà clos.' };
const longest = 4000;

const openOne = (ledger: Ledger, disputeId: string): Result<Dispute, Refusal> => {
  const dispute = ledger.disputes.get(disputeId);
  return dispute === undefined || dispute.resolvedOn !== undefined ? fail(closed) : ok(dispute);
};

const numberOf = (ledger: Ledger, { invoiceId }: Dispute): string =>
  ledger.invoices.get(invoiceId)?.number ?? '';

/** Corrects an open dispute: how much, why, what the client says, what colleagues must know. */
export const changeDispute: Command<{
  readonly disputeId: string;
  /** Undefined = the whole invoice. */
  readonly disputedCents: Cents | undefined;
  readonly reason: DisputeReason;
  readonly note: string;
  readonly memo: string;
}> = (ledger, wish) => {
  const found = openOne(ledger, wish.disputeId);
  if (!found.ok) return found;
  const total = ledger.invoices.get(found.value.invoiceId)?.totalCents ?? 0;
  if (wish.disputedCents !== undefined && (wish.disputedCents <= 0 || wish.disputedCents > total))
    return fail({
      kind: 'invalid',
      message: 'Le montant contesté doit être compris entre 0 et le total de la facture.',
    });
  const { disputedCents: _amount, memo: _memo, ...kept } = found.value;
  const memo = wish.memo.trim().slice(0, longest);
  return ok({
    command: 'change-dispute',
    label: `Litige sur la facture ${numberOf(ledger, found.value)} modifié`,
    clientId: kept.clientId,
    undo: 'allowed',
    writes: [
      put('disputes', {
        ...kept,
        ...(wish.disputedCents === undefined ? {} : { disputedCents: wish.disputedCents }),
        reason: wish.reason,
        note: wish.note.trim().slice(0, longest),
        ...(memo === '' ? {} : { memo }),
      }),
    ],
  });
};

/** A credit note that ends a dispute. */
export interface DisputeCreditNote {
  readonly number: string;
  /** Positive, at most what is owed on the invoice. */
  readonly cents: Cents;
}

const takenNumber = (ledger: Ledger, clientId: string, number: string): boolean =>
  [...ledger.invoices.values()].some(
    (other) =>
      other.clientId === clientId &&
      other.cancelledAt === undefined &&
      invoiceNumberKey(other.number) === invoiceNumberKey(number),
  );

const creditWrites = (
  ledger: Ledger,
  dispute: Dispute,
  { number, cents: amount }: DisputeCreditNote,
  context: Parameters<Command<unknown>>[2],
): Result<readonly RowWrite[], Refusal> => {
  const invoice = ledger.invoices.get(dispute.invoiceId);
  if (!invoice) return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  const written = number.trim();
  if (written === '') return fail({ kind: 'no-number', message: 'Indiquez le numéro de l’avoir.' });
  if (takenNumber(ledger, invoice.clientId, written))
    return fail({ kind: 'duplicate', message: `Ce client a déjà une pièce ${written}.` });
  const owed = remainingCents(ledger, invoice.id);
  if (amount <= 0 || amount > owed)
    return fail({
      kind: 'amount',
      message: `L’avoir doit être supérieur à zéro et ne pas dépasser ${formatAmount(owed)}.`,
    });
  const id = context.newId();
  return ok([
    put('invoices', {
      id,
      clientId: invoice.clientId,
      number: written,
      kind: 'credit-note',
      issuedOn: context.today,
      totalCents: amount,
      currency: invoice.currency,
      // It corrects the invoice: no interest on what was never owed.
      creditEffect: 'from-due-date',
      createdAt: context.now,
    }),
    put('allocations', {
      id: context.newId(),
      source: { kind: 'credit-note', creditNoteId: id },
      invoiceId: invoice.id,
      cents: cents(amount),
      effectiveOn: context.today,
    }),
  ]);
};

/**
 * Ends a dispute. In the creditor's favour reminders go on and interest is owed from the original due date;
 * in the debtor's, or by a compromise, a credit note may be entered in the same change (law-and-formats.md 4.5).
 * What was blocked for the client may be lifted with it.
 */
export const closeDispute: Command<{
  readonly disputeId: string;
  readonly outcome: NonNullable<Dispute['outcome']>;
  readonly creditNote?: DisputeCreditNote | undefined;
  readonly liftsBlock?: boolean | undefined;
}> = (ledger, { disputeId, outcome, creditNote, liftsBlock }, context) => {
  const found = openOne(ledger, disputeId);
  if (!found.ok) return found;
  if (creditNote !== undefined && outcome === 'for-creditor')
    return fail({ kind: 'no-credit', message: 'Un litige tranché en votre faveur n’appelle pas d’avoir.' });
  const credit = creditNote === undefined ? ok([]) : creditWrites(ledger, found.value, creditNote, context);
  if (!credit.ok) return credit;
  const client = ledger.clients.get(found.value.clientId);
  const block = client && openServiceBlock(client, context.today);
  const lifted =
    liftsBlock === true && client !== undefined && block !== undefined ? { client, block } : undefined;
  return ok({
    command: 'close-dispute',
    label: `Litige clos sur la facture ${numberOf(ledger, found.value)}, ${disputeOutcomeNames[outcome]}${creditNote === undefined ? '' : `\u00A0: avoir de ${formatAmount(creditNote.cents)}`}${lifted === undefined ? '' : ', blocage levé'}`,
    clientId: found.value.clientId,
    undo: 'allowed',
    writes: [
      put('disputes', { ...found.value, resolvedOn: context.today, outcome }),
      ...credit.value,
      ...(lifted === undefined
        ? []
        : [
            put('clients', {
              ...lifted.client,
              blockedServices: { ...lifted.block, liftedOn: context.today },
            }),
          ]),
    ],
  });
};

/** Keeps files as evidence of a dispute. They stay pieces of the client when it ends. */
export const addDisputeEvidence: Command<{
  readonly disputeId: string;
  readonly documents: readonly DocumentRef[];
}> = (ledger, { disputeId, documents }, context) => {
  const dispute = ledger.disputes.get(disputeId);
  if (!dispute) return fail({ kind: 'no-dispute', message: 'Ce litige n’existe plus.' });
  const known = new Set(
    [...ledger.pieces.values()]
      .filter((piece) => piece.disputeId === disputeId)
      .map((piece) => piece.document.hash),
  );
  const fresh = documents.filter(
    ({ hash }, index) => !known.has(hash) && documents.findIndex((one) => one.hash === hash) === index,
  );
  if (fresh.length === 0)
    return fail({ kind: 'known', message: 'Ces fichiers font déjà partie des preuves de ce litige.' });
  return ok({
    command: 'add-dispute-evidence',
    label: `${fresh.length === 1 ? 'Preuve ajoutée' : `${fresh.length} preuves ajoutées`} au litige sur la facture ${numberOf(ledger, dispute)}`,
    clientId: dispute.clientId,
    undo: 'allowed',
    writes: fresh.flatMap((document) => [
      put('documents', document),
      put('pieces', {
        id: context.newId(),
        clientId: dispute.clientId,
        invoiceId: dispute.invoiceId,
        disputeId,
        kind: 'dispute-evidence',
        title: document.name.replace(/\.[A-Za-z0-9]{1,5}$/u, '').slice(0, 200),
        addedOn: context.today,
        document,
      }),
    ]),
  });
};
