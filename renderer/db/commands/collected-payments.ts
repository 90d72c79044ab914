import type { Day } from '../../../shared/dates/day.ts';
import { collectedShares } from '../../../shared/ledger/collected-shares.ts';
import {
  type Command,
  type CommandContext,
  put,
  type Refusal,
  type RowWrite,
} from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Payment } from '../../../shared/ledger/payment.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

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
 * The payment that such money is: the debtor paid the gross amount, and the fee is noted with it. Refused for a
 * hand-over that is gone or began later, for sums that cannot be, and for a day to come.
 */
export const collectedPayment = (
  ledger: Ledger,
  wish: CollectedWish,
  context: CommandContext,
): Result<Payment, Refusal> => {
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
  return ok({
    id: context.newId(),
    clientId: handover.clientId,
    receivedOn: wish.receivedOn,
    cents: wish.grossCents,
    method: 'transfer',
    ...(reference === '' ? {} : { reference }),
    collected: { handoverId: handover.id, feeCents: wish.feeCents },
    recordedAt: context.now,
  });
};

/** « 1 000,00 € recouvrés par Recouvra, dont 120,00 € de rémunération », for the journal. */
export const collectedLabel = (
  ledger: Ledger,
  { handoverId, grossCents, feeCents }: Pick<CollectedWish, 'handoverId' | 'grossCents' | 'feeCents'>,
): string =>
  `${formatAmount(grossCents)} recouvrés par ${ledger.handovers.get(handoverId)?.collector.name ?? ''}${feeCents === 0 ? '' : `, dont ${formatAmount(feeCents)} de rémunération`}`;

/**
 * Records what came through a collector. The debtor paid the gross amount and his invoices are settled by
 * it, oldest first; the fee is the creditor's own cost (CPCEx L111-8) and is noted apart.
 */
export const recordCollectedPayment: Command<CollectedWish> = (ledger, wish, context) => {
  const collected = collectedPayment(ledger, wish, context);
  if (!collected.ok) return collected;
  const payment = collected.value;
  const { shares } = collectedShares(
    ledger,
    ledger.handovers.get(wish.handoverId) ?? { invoiceIds: [] },
    wish.grossCents,
  );
  const allocations: readonly RowWrite[] = shares.map((share) =>
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
    label: collectedLabel(ledger, wish),
    clientId: payment.clientId,
    undo: 'allowed',
    writes: [put('payments', payment), ...allocations],
  });
};
