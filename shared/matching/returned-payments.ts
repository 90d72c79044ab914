import { addDays } from '../dates/day.ts';
import type { AccountState } from './account-state.ts';
import { plainCapitals } from './digit-runs.ts';
import type { MatchReason } from './match-contract.ts';
import type { MatchGuess } from './match-guess.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { MovementEvidence } from './movement-evidence.ts';
import { quotes } from './recorded-payments.ts';

/** A debtor may have an authorised direct debit paid back within eight weeks (CMF L133-25); banks need days more. */
const mostDays = 70;

/** The payment that an outgoing movement takes back: same amount, some weeks before, same client or reference. */
export const returnGuesses = (
  index: MatchingIndex,
  state: AccountState,
  evidence: MovementEvidence,
): readonly MatchGuess[] => {
  const { movement } = evidence;
  if (movement.kind !== 'returned-debit' && movement.kind !== 'rejected-transfer') return [];
  const capitals = plainCapitals(`${movement.label}\n${movement.reference ?? ''}`);
  const from = addDays(movement.bookedOn, -mostDays);
  const candidates = (index.paymentsByAmount.get(-movement.amountCents) ?? []).filter(
    ({ receivedOn, paymentId }) =>
      receivedOn >= from && receivedOn <= movement.bookedOn && !state.isLinked(paymentId),
  );
  const weighed = candidates.map((payment) => {
    const identity = evidence.clients.find(({ clientId }) => clientId === payment.clientId);
    const isQuoted = quotes(capitals, payment);
    const isDebit = payment.method === 'direct-debit' && movement.kind === 'returned-debit';
    return {
      payment,
      identity,
      isQuoted,
      points: (isQuoted ? 30 : 0) + (identity?.level ?? 0) * 12 + (isDebit ? 6 : 0),
    };
  });
  const isOnlyDebit = candidates.length === 1 && evidence.clients.every(({ level }) => level < 3);
  const best = Math.max(...weighed.map(({ points }) => points));
  return weighed.map(({ payment, identity, isQuoted, points }): MatchGuess => {
    const rivals = weighed.filter((other) => other.points >= points).length;
    const reasons: MatchReason[] = [
      { kind: 'returns-payment', on: payment.receivedOn },
      { kind: 'exact-amount' },
      ...(isQuoted && payment.reference !== undefined
        ? [{ kind: 'invoice-number', numbers: [payment.reference] } as const]
        : []),
      ...(identity?.reasons ?? []),
      ...(rivals > 1 ? [{ kind: 'several-combinations' } as const] : []),
    ];
    return {
      target: { kind: 'return', paymentId: payment.paymentId, clientId: payment.clientId },
      reasons,
      score: Math.min(94, 45 + points),
      // The bank says that a debit comes back, and only one debit was of this amount.
      isSure:
        points === best &&
        rivals === 1 &&
        (isQuoted || (identity?.level ?? 0) >= 2 || (isOnlyDebit && payment.method === 'direct-debit')),
    };
  });
};
