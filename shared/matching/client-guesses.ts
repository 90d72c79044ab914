import { cents } from '../money/cents.ts';
import { accountFits } from './account-fits.ts';
import type { AccountState } from './account-state.ts';
import type { AmountFit, ReceivedAmount } from './amount-fit.ts';
import type { ClientEvidence } from './client-evidence.ts';
import { isSureGuess } from './match-certainty.ts';
import type { MatchReason, MatchTarget } from './match-contract.ts';
import type { GuessFacts, MatchGuess } from './match-guess.ts';
import { guessScore } from './match-score.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { MovementEvidence, NamedItem } from './movement-evidence.ts';
import { namedFits } from './named-fits.ts';

const paymentTarget = (clientId: string, fit: AmountFit): MatchTarget => ({
  kind: 'payment',
  clientId,
  shares: fit.shares,
  onAccountCents: cents(fit.onAccountCents),
  ...(fit.usesOnAccountCents > 0 && { usesOnAccountCents: cents(fit.usesOnAccountCents) }),
});

const namingReasons = (named: readonly NamedItem[]): readonly MatchReason[] => {
  const reasons: MatchReason[] = named
    .filter(({ by }) => by !== 'number')
    .map(({ by, written }) =>
      by === 'reference'
        ? { kind: 'creditor-reference', reference: written }
        : { kind: 'order-reference', reference: written },
    );
  const numbers = named.filter(({ by }) => by === 'number').map(({ item }) => item.number);
  if (numbers.length > 0) reasons.push({ kind: 'invoice-number', numbers });
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
};

const doubts = (facts: GuessFacts): readonly MatchReason[] => [
  ...(facts.identityRivals > 1 && facts.naming < 2
    ? [{ kind: 'several-clients', count: facts.identityRivals } as const]
    : []),
  ...(facts.amountRivals > 0 || facts.meanings > 1 ? [{ kind: 'several-combinations' } as const] : []),
  ...(facts.leftNamed > 0 || (facts.hasForeignNumber && facts.naming < 2)
    ? [{ kind: 'other-number-quoted' } as const]
    : []),
  ...(facts.isInsolvent ? [{ kind: 'insolvent-client' } as const] : []),
];

/** Every way to book a credit as money of one client, weighed; the likeliest are not sorted out yet. */
export const clientGuesses = (
  index: MatchingIndex,
  state: AccountState,
  evidence: MovementEvidence,
  clientId: string,
  identity: ClientEvidence | undefined,
  feeToleranceCents: number,
): readonly MatchGuess[] => {
  const { movement } = evidence;
  const owed = state.owedBy(clientId, movement.currency, movement.bookedOn);
  const own = evidence.named.filter(
    ({ item }) => item.clientId === clientId && item.currency === movement.currency,
  );
  const open = own.filter(({ item, strength }) => strength >= 2 && state.leftOf(item) > 0);
  const settled = own.filter(({ item, strength }) => strength >= 3 && state.leftOf(item) <= 0);
  const weak = own.filter(({ strength }) => strength === 1).map(({ item }) => item.invoiceId);
  const otherNamed = evidence.named.filter(
    ({ item, strength }) => strength >= 2 && item.clientId !== clientId,
  );
  const received: ReceivedAmount = {
    cents: movement.amountCents,
    on: movement.bookedOn,
    feeToleranceCents,
    onAccountCents: state.onAccountOf(clientId),
  };
  const common = {
    clientId,
    identity: identity?.level ?? 0,
    identityRivals: identity?.rivals ?? 1,
    hasForeignNumber: evidence.hasForeignNumber,
    isRoundAmount: movement.amountCents % 1000 === 0,
    isInsolvent: index.payers.get(clientId)?.isInsolvent === true,
    isReceipt: movement.kind === 'receipt' || movement.kind === 'cheque-deposit',
    owedCount: owed.length,
    sameAmountCount: index.itemsByAmount.get(movement.amountCents)?.length ?? 0,
  } as const;
  const weighed = (facts: GuessFacts, target: MatchTarget, reasons: readonly MatchReason[]): MatchGuess => ({
    target,
    facts,
    reasons: [
      ...reasons,
      ...(identity?.reasons ?? []),
      ...(common.isReceipt ? [] : [{ kind: 'no-customer-receipt', movement: movement.kind } as const]),
      ...doubts(facts),
    ],
    score: guessScore(facts),
    isSure: isSureGuess(facts),
  });

  const guesses: MatchGuess[] = [];
  const byName = namedFits(state, open, owed, received);
  const byAccount = accountFits(owed, received);
  const hasExactElsewhere = (fit: AmountFit): boolean =>
    byAccount.some(
      (other) =>
        other.fit.kind === 'exact' &&
        other.fit.shares.some(({ invoiceId }) => !fit.shares.some((share) => share.invoiceId === invoiceId)),
    );
  for (const { fit, used, left, addedCount, rivals } of byName) {
    const isDoubtful =
      (fit.kind === 'part' || fit.kind === 'over' || fit.kind === 'fees') && hasExactElsewhere(fit);
    const facts: GuessFacts = {
      ...common,
      fit: fit.kind,
      shape: 'named',
      naming: Math.min(...used.map(({ strength }) => strength)) as GuessFacts['naming'],
      // Where the amount is that of one of the meanings only, it says which is meant.
      meanings: fit.kind === 'exact' ? 1 : Math.max(...used.map(({ meanings }) => meanings)),
      amountRivals: rivals + (isDoubtful ? 1 : 0),
      addedCount,
      leftNamed:
        left.filter(({ strength, meanings }) => strength >= 3 && meanings === 1).length +
        otherNamed.filter(({ strength, meanings }) => strength >= 3 && meanings === 1).length,
    };
    guesses.push(weighed(facts, paymentTarget(clientId, fit), [...namingReasons(used), ...fit.reasons]));
  }
  for (const { fit, shape, rivals } of byAccount) {
    const isHinted =
      weak.length > 0 && fit.shares.every(({ invoiceId }) => weak.includes(invoiceId)) && shape === 'single';
    const isNamed = fit.shares.some(({ invoiceId }) => open.some(({ item }) => item.invoiceId === invoiceId));
    const facts: GuessFacts = {
      ...common,
      fit: fit.kind,
      shape,
      naming: isHinted ? 1 : 0,
      meanings: 1,
      amountRivals: isHinted ? 0 : rivals,
      addedCount: 0,
      leftNamed: isNamed ? 0 : open.length + settled.length + otherNamed.length,
    };
    const hint = isHinted
      ? namingReasons(
          own.filter(({ item }) => fit.shares.some(({ invoiceId }) => invoiceId === item.invoiceId)),
        )
      : [];
    const shapeReasons: readonly MatchReason[] = shape === 'whole-account' ? [{ kind: 'whole-account' }] : [];
    guesses.push(weighed(facts, paymentTarget(clientId, fit), [...hint, ...fit.reasons, ...shapeReasons]));
  }
  // All that is named is settled already: a second payment, or somebody's mistake.
  const onAccount: MatchTarget = {
    kind: 'payment',
    clientId,
    shares: [],
    onAccountCents: cents(movement.amountCents),
  };
  if ((guesses.length === 0 && common.identity > 0) || (settled.length > 0 && open.length === 0))
    guesses.push(
      weighed(
        {
          ...common,
          fit: 'over',
          shape: 'legal-order',
          naming: 0,
          meanings: 1,
          amountRivals: 1,
          addedCount: 0,
          leftNamed: settled.length,
        },
        onAccount,
        [
          ...(settled.length > 0
            ? [{ kind: 'settled-invoice-named', numbers: settled.map(({ item }) => item.number) } as const]
            : []),
          { kind: 'overpayment', cents: movement.amountCents },
        ],
      ),
    );
  return guesses;
};
