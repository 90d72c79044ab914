import type { Day } from '../../../shared/dates/day.ts';
import { currentBalances } from '../../../shared/ledger/balance.ts';
import { type Command, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Payment } from '../../../shared/ledger/payment.ts';
import { spreadPayment } from '../../../shared/ledger/spread-payment.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok } from '../../../shared/result.ts';

/** Money of the debtor that the collector passed on. */
export interface CollectedWish {
  readonly handoverId: string;
  readonly receivedOn: Day;
  /** What the debtor paid; positive. */
  readonly grossCents: Cents;
  /** What the collector kept of it; 0 to `grossCents`. */
  readonly feeCents: Cents;
  readonly reference?: string | undefined;
}

/**
 * Records what came through a collector. The debtor paid the gross amount and his invoices are settled by
 * it, oldest first; the fee is the creditor's own cost (CPCEx L111-8) and is noted apart.
 */
export const recordCollectedPayment: Command<CollectedWish> = (ledger, wish, context) => {
  const handover = ledger.handovers.get(wish.handoverId);
  if (!handover) return fail({ kind: 'no-handover', message: 'Ce dossier n’existe plus.' });
  if (wish.grossCents <= 0)
    return fail({
      kind: 'not-positive',
      message: 'Le montant payé par le client doit être supérieur à zéro.',
    });
  if (wish.feeCents < 0 || wish.feeCents > wish.grossCents)
    return fail({ kind: 'fee', message: 'La rémunération ne peut pas dépasser ce que le client a payé.' });
  if (wish.receivedOn > context.today)
    return fail({ kind: 'future', message: 'La date d’encaissement est dans le futur.' });
  if (wish.receivedOn < handover.handedOverOn)
    return fail({ kind: 'too-early', message: 'Le dossier n’était pas encore confié à cette date.' });
  const reference = wish.reference?.trim() ?? '';
  const payment: Payment = {
    id: context.newId(),
    clientId: handover.clientId,
    receivedOn: wish.receivedOn,
    cents: wish.grossCents,
    method: 'transfer',
    ...(reference === '' ? {} : { reference }),
    collected: { handoverId: handover.id, feeCents: wish.feeCents },
    recordedAt: context.now,
  };
  const { remainingByInvoice } = currentBalances(ledger);
  const owed = [...handover.invoiceIds]
    .sort((a, b) => ((ledger.invoices.get(a)?.dueOn ?? '') < (ledger.invoices.get(b)?.dueOn ?? '') ? -1 : 1))
    .map((invoiceId) => ({ invoiceId, cents: remainingByInvoice.get(invoiceId) ?? (0 as Cents) }));
  const allocations: readonly RowWrite[] = spreadPayment(wish.grossCents, owed).shares.map((share) =>
    put('allocations', {
      id: context.newId(),
      source: { kind: 'payment', paymentId: payment.id },
      invoiceId: share.invoiceId,
      cents: share.cents,
      effectiveOn: wish.receivedOn,
    }),
  );
  return ok({
    command: 'record-collected-payment',
    label: `${formatAmount(wish.grossCents)} recouvrés par ${handover.collector.name}${wish.feeCents === 0 ? '' : `, dont ${formatAmount(wish.feeCents)} de rémunération`}`,
    clientId: handover.clientId,
    undo: 'allowed',
    writes: [put('payments', payment), ...allocations],
  });
};
