import { addDays } from '../dates/day.ts';
import type { AccountState } from './account-state.ts';
import type { MoneyMovement } from './match-contract.ts';
import type { MatchGuess } from './match-guess.ts';
import type { MatchingIndex } from './matching-index.ts';
import { subsetOfSum } from './subset-search.ts';

/** A cheque is noted at most so long before its deposit stands on the statement. */
const mostDays = 21;

/** Cheques noted by hand that add up to a deposit: the movement is linked to all of them. */
export const chequeDepositGuesses = (
  index: MatchingIndex,
  state: AccountState,
  movement: MoneyMovement,
): readonly MatchGuess[] => {
  if (movement.kind !== 'cheque-deposit') return [];
  const from = addDays(movement.bookedOn, -mostDays);
  const to = addDays(movement.bookedOn, 3);
  const cheques = index.uncashedCheques.filter(
    ({ paymentId, receivedOn }) => receivedOn >= from && receivedOn <= to && !state.isLinked(paymentId),
  );
  const search = subsetOfSum(
    cheques.map(({ cents }) => cents),
    movement.amountCents,
  );
  const chosen = search.first?.flatMap((at) => cheques[at] ?? []) ?? [];
  const [first, ...others] = chosen;
  if (first === undefined) return [];
  const isOnly = search.count === 1 && search.isComplete;
  return [
    {
      target: {
        kind: 'recorded-payment',
        paymentId: first.paymentId,
        clientId: first.clientId,
        otherPaymentIds: others.map(({ paymentId }) => paymentId),
      },
      reasons: [
        { kind: 'cheques-deposited', count: chosen.length },
        { kind: 'exact-amount' },
        ...(isOnly ? [] : [{ kind: 'several-combinations' } as const]),
      ],
      score: isOnly ? 84 : 60,
      // Among many cheques some always add up; and a single new cheque may be of this very amount.
      isSure: isOnly && cheques.length <= 12 && !index.itemsByAmount.has(movement.amountCents),
    },
  ];
};
