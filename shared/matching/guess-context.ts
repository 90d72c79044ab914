import { cents } from '../money/cents.ts';
import type { AccountState, OwedItem } from './account-state.ts';
import type { AmountFit, ReceivedAmount } from './amount-fit.ts';
import type { ClientEvidence } from './client-evidence.ts';
import { isSureGuess } from './match-certainty.ts';
import type { KnownPayer, MatchReason, MatchTarget } from './match-contract.ts';
import type { GuessFacts, MatchGuess } from './match-guess.ts';
import { guessScore } from './match-score.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { MovementEvidence, NamedItem } from './movement-evidence.ts';
import { usualDayReason } from './usual-day.ts';

/** One movement seen from one client. */
export interface GuessContext {
  readonly evidence: MovementEvidence;
  readonly clientId: string;
  readonly owed: readonly OwedItem[];
  readonly received: ReceivedAmount;
  /** Named in full or in a short form, and still owed. */
  readonly open: readonly NamedItem[];
  /** Named in full, and settled by other lines. */
  readonly settled: readonly NamedItem[];
  /** Digits that may name them. */
  readonly weak: readonly NamedItem[];
  /** Named, of other clients. */
  readonly otherNamed: readonly NamedItem[];
  /** What does not depend on the invoices. */
  readonly common: Pick<
    GuessFacts,
    | 'clientId'
    | 'identity'
    | 'identityRivals'
    | 'hasForeignNumber'
    | 'otherPurpose'
    | 'isRoundAmount'
    | 'hasOtherPayer'
    | 'isUsualDeposit'
    | 'isInsolvent'
    | 'isReceipt'
    | 'owedCount'
    | 'sameAmountCount'
  >;
  readonly identityReasons: readonly MatchReason[];
  readonly payer: KnownPayer | undefined;
}

/** Gathers what a movement says about one client and what he owes. */
export const guessContext = (
  index: MatchingIndex,
  state: AccountState,
  evidence: MovementEvidence,
  clientId: string,
  identity: ClientEvidence | undefined,
  feeToleranceCents: number,
): GuessContext => {
  const { movement } = evidence;
  const owed = state.owedBy(clientId, movement.currency, movement.bookedOn);
  const own = evidence.named.filter(
    ({ item }) => item.clientId === clientId && item.currency === movement.currency,
  );
  return {
    evidence,
    clientId,
    owed,
    received: {
      cents: movement.amountCents,
      on: movement.bookedOn,
      feeToleranceCents,
      onAccountCents: state.onAccountOf(clientId),
    },
    open: own.filter(({ item, strength }) => strength >= 2 && state.leftOf(item) > 0),
    settled: own.filter(({ item, strength }) => strength >= 3 && state.leftOf(item) <= 0),
    weak: own.filter(({ strength }) => strength === 1),
    otherNamed: evidence.named.filter(({ item, strength }) => strength >= 2 && item.clientId !== clientId),
    common: {
      clientId,
      identity: identity?.level ?? 0,
      identityRivals: identity?.rivals ?? 1,
      hasForeignNumber: evidence.hasForeignNumber,
      otherPurpose: evidence.otherPurpose,
      isRoundAmount: movement.amountCents % 1000 === 0,
      hasOtherPayer: identity === undefined && evidence.clients.some((other) => other.level === 3),
      isUsualDeposit: false,
      isInsolvent: index.payers.get(clientId)?.isInsolvent === true,
      isReceipt: movement.kind === 'receipt' || movement.kind === 'cheque-deposit',
      owedCount: owed.length,
      sameAmountCount: index.itemsByAmount.get(movement.amountCents)?.length ?? 0,
    },
    identityReasons: identity?.reasons ?? [],
    payer: index.payers.get(clientId),
  };
};

/** The booking that a fit stands for. */
export const paymentTarget = (clientId: string, fit: AmountFit): MatchTarget => ({
  kind: 'payment',
  clientId,
  shares: fit.shares,
  onAccountCents: cents(fit.onAccountCents),
  ...(fit.usesOnAccountCents > 0 && { usesOnAccountCents: cents(fit.usesOnAccountCents) }),
});

/** By which references, orders and numbers invoices are named. */
export const namingReasons = (named: readonly NamedItem[]): readonly MatchReason[] => {
  const reasons = new Map<string, MatchReason>();
  for (const { by, written } of named) {
    if (by === 'reference') reasons.set(written, { kind: 'creditor-reference', reference: written });
    if (by === 'order') reasons.set(written, { kind: 'order-reference', reference: written });
  }
  const byNumber = named.filter(({ by }) => by === 'number');
  const numbersOf = (rows: readonly NamedItem[]): readonly string[] => rows.map(({ item }) => item.number);
  const sure = numbersOf(byNumber.filter(({ strength }) => strength >= 2));
  const unsure = numbersOf(byNumber.filter(({ strength }) => strength === 1));
  return [
    ...reasons.values(),
    ...(sure.length > 0 ? [{ kind: 'invoice-number', numbers: sure } as const] : []),
    ...(unsure.length > 0 ? [{ kind: 'invoice-number', numbers: unsure, isPartial: true } as const] : []),
  ];
};

const doubts = (facts: GuessFacts): readonly MatchReason[] => [
  ...(facts.identityRivals > 1 && facts.naming < 2
    ? [{ kind: 'several-clients', count: facts.identityRivals } as const]
    : []),
  ...(facts.amountRivals > 0 || facts.meanings > 1 ? [{ kind: 'several-combinations' } as const] : []),
  ...(facts.leftNamed > 0 || (facts.hasForeignNumber && facts.naming < 2)
    ? [{ kind: 'other-number-quoted' } as const]
    : []),
  ...(facts.otherPurpose !== undefined && facts.naming < 2
    ? [{ kind: 'other-purpose', written: facts.otherPurpose } as const]
    : []),
  ...(facts.isInsolvent ? [{ kind: 'insolvent-client' } as const] : []),
];

/** Less than any difference that decides. */
const usualDayPoints = 2;

/** A guess with its score and all its reasons, those against it last. */
export const weighedGuess = (
  context: GuessContext,
  facts: GuessFacts,
  target: MatchTarget,
  reasons: readonly MatchReason[],
): MatchGuess => {
  const { movement } = context.evidence;
  const shares = target.kind === 'payment' ? target.shares : [];
  const items = context.owed.map(({ item }) => item);
  const usual = usualDayReason(context.payer, items, shares, movement.bookedOn);
  return {
    target,
    facts,
    reasons: [
      ...reasons,
      ...context.identityReasons,
      ...(usual === undefined ? [] : [usual]),
      ...(facts.isReceipt ? [] : [{ kind: 'no-customer-receipt', movement: movement.kind } as const]),
      ...doubts(facts),
    ],
    score: guessScore(facts) + (usual === undefined ? 0 : usualDayPoints),
    isSure: isSureGuess(facts),
  };
};
