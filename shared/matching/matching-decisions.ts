import { type Cents, cents } from '../money/cents.ts';
import type { MatchProposal, MatchTarget } from './match-contract.ts';

/** What the user decided about a movement, over what is proposed. */
export interface OwnDecision {
  /** Replaces the proposal; several payments for a deposit of cheques. Undefined: as proposed. */
  readonly targets?: readonly MatchTarget[] | undefined;
  readonly isTicked: boolean;
}

/** What stands for a movement now. */
export interface MovementDecision {
  /** Empty: nothing is proposed and nothing was chosen. */
  readonly targets: readonly MatchTarget[];
  readonly isTicked: boolean;
  /** The user chose something else than the first proposal. */
  readonly isOwn: boolean;
  /** An invoice of it is taken by another movement that comes first: it cannot be ticked as it is. */
  readonly takenInvoiceId?: string | undefined;
}

const sharesOf = (
  targets: readonly MatchTarget[],
): readonly { readonly id: string; readonly cents: number }[] =>
  targets.flatMap((target) =>
    target.kind === 'payment'
      ? target.shares.map((share, index) => ({
          id: share.invoiceId,
          cents:
            share.cents +
            (share.concession?.cents ?? 0) +
            // What a credit of the client covers, it covers of the last invoice.
            (index === target.shares.length - 1 ? (target.usesOnAccountCents ?? 0) : 0),
        }))
      : [],
  );

const paymentsOf = (targets: readonly MatchTarget[]): readonly string[] =>
  targets.flatMap((target) => {
    if (target.kind === 'return') return [target.paymentId];
    return target.kind === 'recorded-payment' ? [target.paymentId, ...(target.otherPaymentIds ?? [])] : [];
  });

/**
 * The decision on each movement: what the user chose comes first, then what he ticked, then what is proposed
 * for certain; nothing gets an invoice, or a payment noted by hand, that an earlier one has used up.
 * @param remainingOf what is owed on an invoice now.
 */
export const decideMovements = (
  movementIds: readonly string[],
  proposals: ReadonlyMap<string, MatchProposal>,
  own: ReadonlyMap<string, OwnDecision>,
  remainingOf: (invoiceId: string) => Cents,
): ReadonlyMap<string, MovementDecision> => {
  const wanted = movementIds.map((id) => {
    const mine = own.get(id);
    const proposal = proposals.get(id);
    const targets = mine?.targets ?? (proposal?.best ? [proposal.best.target] : []);
    return {
      id,
      targets,
      isOwn: mine?.targets !== undefined,
      isTicked: targets.length > 0 && (mine?.isTicked ?? proposal?.isCertain ?? false),
      rank: mine?.targets !== undefined ? 0 : mine !== undefined ? 1 : 2,
    };
  });
  const left = new Map<string, number>();
  const usedPayments = new Set<string>();
  const decided = new Map<string, MovementDecision>();
  for (const rank of [0, 1, 2])
    for (const { id, targets, isOwn, isTicked, rank: its } of wanted) {
      if (its !== rank) continue;
      const shares = sharesOf(targets);
      const taken = shares.find((share) => (left.get(share.id) ?? remainingOf(share.id)) < share.cents);
      const paymentIds = paymentsOf(targets);
      const isUsed = paymentIds.some((paymentId) => usedPayments.has(paymentId));
      const stands = isTicked && taken === undefined && !isUsed;
      if (stands) {
        for (const share of shares)
          left.set(share.id, (left.get(share.id) ?? remainingOf(share.id)) - share.cents);
        for (const paymentId of paymentIds) usedPayments.add(paymentId);
      }
      decided.set(id, { targets, isTicked: stands, isOwn, takenInvoiceId: taken?.id });
    }
  return decided;
};

/** What is about to be confirmed. */
export interface ConfirmationSummary {
  /** Movements ticked. */
  readonly count: number;
  /** Of these, money received that becomes payments. */
  readonly receivedCents: Cents;
  /** Invoices that nothing is owed on afterwards. */
  readonly settledInvoices: number;
  /** Payments taken back. */
  readonly returns: number;
  /** Movements that are no payment of an invoice. */
  readonly setAside: number;
}

/** Adds up the ticked decisions. */
export const confirmationSummary = (
  decisions: Iterable<MovementDecision>,
  remainingOf: (invoiceId: string) => Cents,
): ConfirmationSummary => {
  const given = new Map<string, number>();
  let [count, received, returns, setAside] = [0, 0, 0, 0];
  for (const { targets, isTicked } of decisions) {
    if (!isTicked) continue;
    count += 1;
    for (const { id, cents: amount } of sharesOf(targets)) given.set(id, (given.get(id) ?? 0) + amount);
    for (const target of targets) {
      if (target.kind === 'payment')
        received +=
          target.shares.reduce((sum, share) => sum + share.cents, 0) +
          target.onAccountCents -
          (target.collected?.feeCents ?? 0);
      else if (target.kind === 'return') returns += 1;
      else if (target.kind === 'no-receipt') setAside += 1;
    }
  }
  let settledInvoices = 0;
  for (const [invoiceId, amount] of given) if (amount >= remainingOf(invoiceId)) settledInvoices += 1;
  return { count, receivedCents: cents(received), settledInvoices, returns, setAside };
};
