import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { DisputeReason, Instalment } from '../../../shared/ledger/agreement.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { openServiceBlock, serviceBlockName } from '../../../shared/ledger/blocked-services.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { type DisputeBlock, disputeBlockReason } from '../../../shared/ledger/dispute-service-block.ts';
import { type Cents, sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok } from '../../../shared/result.ts';

/** « Livraisons bloquées » becomes « livraisons bloquées »; « SAV bloqué » stays. */
const inSentence = (name: string): string => name.replace(/^L/u, 'l');

const gone = { kind: 'no-invoice', message: 'Cette facture n’existe plus.' } as const;

/** What the user says when he opens a dispute. */
export interface DisputeWish {
  readonly invoiceId: string;
  /** Contested part; undefined = the whole invoice. */
  readonly disputedCents?: Cents | undefined;
  readonly reason: DisputeReason;
  readonly note: string;
  /** What colleagues must know and do. */
  readonly memo?: string | undefined;
  /** What is blocked for the client from now on. A block that stands already is left as it is. */
  readonly block?: DisputeBlock | undefined;
}

/** Opens a dispute on an invoice, whole or in part, and blocks deliveries and repairs where the user wants it. */
export const openDispute: Command<DisputeWish> = (ledger, wish, context) => {
  const invoice = ledger.invoices.get(wish.invoiceId);
  if (!invoice) return fail(gone);
  for (const dispute of ledger.disputes.values())
    if (dispute.invoiceId === wish.invoiceId && dispute.resolvedOn === undefined)
      return fail({ kind: 'already-disputed', message: `La facture ${invoice.number} est déjà en litige.` });
  if (
    wish.disputedCents !== undefined &&
    (wish.disputedCents <= 0 || wish.disputedCents > invoice.totalCents)
  )
    return fail({
      kind: 'invalid',
      message: 'Le montant contesté doit être compris entre 0 et le total de la facture.',
    });
  const client = ledger.clients.get(invoice.clientId);
  const { block } = wish;
  const blocked =
    client !== undefined &&
    block !== undefined &&
    (block.deliveries || block.afterSales) &&
    openServiceBlock(client, context.today) === undefined
      ? { client, block }
      : undefined;
  const disputeId = context.newId();
  return ok({
    command: 'open-dispute',
    label: `Litige ouvert sur la facture ${invoice.number}${blocked === undefined ? '' : `, ${inSentence(serviceBlockName(blocked.block))}`}`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [
      ...(blocked === undefined
        ? []
        : [
            put('clients', {
              ...blocked.client,
              blockedServices: {
                ...blocked.block,
                since: context.today,
                reason: disputeBlockReason(invoice.number, wish.reason),
                disputeId,
              },
            }),
          ]),
      put('disputes', {
        id: disputeId,
        clientId: invoice.clientId,
        invoiceId: invoice.id,
        ...(wish.disputedCents === undefined ? {} : { disputedCents: wish.disputedCents }),
        reason: wish.reason,
        note: wish.note,
        openedOn: context.today,
        ...(wish.memo === undefined || wish.memo.trim() === '' ? {} : { memo: wish.memo.trim() }),
      }),
    ],
  });
};

/** The client said when he will pay: reminders wait for that day plus two working days. */
export const recordPromise: Command<{ readonly invoiceIds: readonly string[]; readonly promisedOn: Day }> = (
  ledger,
  { invoiceIds, promisedOn },
  context,
) => {
  const first = ledger.invoices.get(invoiceIds[0] ?? '');
  if (!first || invoiceIds.some((id) => ledger.invoices.get(id)?.clientId !== first.clientId))
    return fail(gone);
  if (promisedOn < context.today) return fail({ kind: 'past', message: 'La date promise est déjà passée.' });
  return ok({
    command: 'record-promise',
    label: `Promesse de paiement au ${formatDay(promisedOn)} notée`,
    clientId: first.clientId,
    undo: 'allowed',
    writes: [
      put('promises', {
        id: context.newId(),
        clientId: first.clientId,
        invoiceIds: [...invoiceIds],
        promisedOn,
        recordedAt: context.now,
      }),
    ],
  });
};

/** The client took his word back, or it was noted by mistake: reminders go on. */
export const withdrawPromise: Command<{ readonly promiseId: string }> = (ledger, { promiseId }, context) => {
  const promise = ledger.promises.get(promiseId);
  if (!promise || promise.withdrawnAt !== undefined)
    return fail({ kind: 'no-promise', message: 'Cette promesse est déjà retirée.' });
  return ok({
    command: 'withdraw-promise',
    label: `Promesse au ${formatDay(promise.promisedOn)} retirée`,
    clientId: promise.clientId,
    undo: 'allowed',
    writes: [put('promises', { ...promise, withdrawnAt: context.now })],
  });
};

/** Agrees instalments for invoices; their sum must be what is owed. */
export const agreePlan: Command<{
  readonly invoiceIds: readonly string[];
  readonly instalments: readonly Instalment[];
}> = (ledger, { invoiceIds, instalments }, context) => {
  const first = ledger.invoices.get(invoiceIds[0] ?? '');
  if (!first) return fail(gone);
  if (invoiceIds.some((id) => ledger.invoices.get(id)?.clientId !== first.clientId)) return fail(gone);
  const covered = new Set(invoiceIds);
  for (const plan of ledger.plans.values())
    if (plan.endedOn === undefined && plan.invoiceIds.some((id) => covered.has(id)))
      return fail({
        kind: 'already-planned',
        message:
          'Une de ces factures fait déjà partie d’un échéancier. Mettez-y fin avant d’en accorder un autre.',
      });
  if (instalments.length === 0 || instalments.some((instalment) => instalment.cents <= 0))
    return fail({ kind: 'invalid', message: 'Chaque échéance doit être supérieure à zéro.' });
  if (instalments.some((instalment) => instalment.dueOn < context.today))
    return fail({ kind: 'past', message: 'Une échéance ne peut pas être déjà passée.' });
  const owed = sumCents(invoiceIds.map((id) => remainingCents(ledger, id)));
  const planned = sumCents(instalments.map((instalment) => instalment.cents));
  if (planned !== owed)
    return fail({
      kind: 'sum-differs',
      message: `Les échéances font ${formatAmount(planned)}\u202F; il reste ${formatAmount(owed)} à payer.`,
    });
  return ok({
    command: 'agree-plan',
    label: `Échéancier en ${instalments.length} fois accordé`,
    clientId: first.clientId,
    undo: 'allowed',
    writes: [
      put('plans', {
        id: context.newId(),
        clientId: first.clientId,
        invoiceIds: [...invoiceIds],
        agreedOn: context.today,
        instalments: [...instalments].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
      }),
    ],
  });
};

export const endPlan: Command<{ readonly planId: string }> = (ledger, { planId }, context) => {
  const plan = ledger.plans.get(planId);
  if (!plan || plan.endedOn !== undefined)
    return fail({ kind: 'no-plan', message: 'Cet échéancier est déjà terminé.' });
  return ok({
    command: 'end-plan',
    label: 'Fin de l’échéancier',
    clientId: plan.clientId,
    undo: 'allowed',
    writes: [put('plans', { ...plan, endedOn: context.today, endReason: 'ended' })],
  });
};

/** « Reporter »: no reminder before a day, for a client or one of its invoices. */
export const postpone: Command<{
  readonly clientId: string;
  readonly invoiceId?: string | undefined;
  readonly until: Day;
  readonly reason: string;
}> = (ledger, wish, context) => {
  const client = ledger.clients.get(wish.clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  if (wish.until <= context.today)
    return fail({ kind: 'past', message: 'Choisissez une date après aujourd’hui.' });
  return ok({
    command: 'postpone',
    label: `Relances de ${client.name} reportées au ${formatDay(wish.until)}`,
    clientId: client.id,
    undo: 'allowed',
    writes: [
      put('pauses', {
        id: context.newId(),
        clientId: client.id,
        ...(wish.invoiceId === undefined ? {} : { invoiceId: wish.invoiceId }),
        reason: wish.reason,
        until: wish.until,
        createdAt: context.now,
      }),
    ],
  });
};

export const endPause: Command<{ readonly pauseId: string }> = (ledger, { pauseId }, context) => {
  const pause = ledger.pauses.get(pauseId);
  if (!pause || pause.endedAt !== undefined)
    return fail({ kind: 'no-pause', message: 'Cette pause est déjà levée.' });
  return ok({
    command: 'end-pause',
    label: 'Report levé',
    clientId: pause.clientId,
    undo: 'allowed',
    writes: [put('pauses', { ...pause, endedAt: context.now })],
  });
};
