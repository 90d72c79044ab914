import { cents } from '../money/cents.ts';
import { accountFits } from './account-fits.ts';
import { accountGuesses } from './account-guesses.ts';
import type { AccountState } from './account-state.ts';
import type { ClientEvidence } from './client-evidence.ts';
import { type GuessContext, guessContext, weighedGuess } from './guess-context.ts';
import type { MatchGuess } from './match-guess.ts';
import type { MatchingIndex } from './matching-index.ts';
import type { MovementEvidence } from './movement-evidence.ts';
import { namedGuesses } from './named-guesses.ts';

/** All that is named is settled already, or nothing is owed: the money waits on the client's account. */
const onAccountGuess = (context: GuessContext): MatchGuess => {
  const { settled, common, clientId, received } = context;
  return weighedGuess(
    context,
    {
      ...common,
      fit: 'over',
      shape: 'legal-order',
      naming: 0,
      meanings: 1,
      amountRivals: 0,
      addedCount: 0,
      leftNamed: settled.length,
      isLikelySize: false,
    },
    { kind: 'payment', clientId, shares: [], onAccountCents: cents(received.cents) },
    [
      ...(settled.length > 0
        ? [{ kind: 'settled-invoice-named', numbers: settled.map(({ item }) => item.number) } as const]
        : []),
      { kind: 'overpayment', cents: cents(received.cents) },
    ],
  );
};

/** Every way to book a credit as money of one client, weighed; the likeliest are not sorted out yet. */
export const clientGuesses = (
  index: MatchingIndex,
  state: AccountState,
  evidence: MovementEvidence,
  clientId: string,
  identity: ClientEvidence | undefined,
  feeToleranceCents: number,
): readonly MatchGuess[] => {
  const context = guessContext(index, state, evidence, clientId, identity, feeToleranceCents);
  const byAccount = accountFits(context.owed, context.received);
  const isSettled = context.settled.length > 0 && context.open.length === 0;
  // Who names a settled invoice did not mean to pay some of another.
  const meant = byAccount.filter(
    ({ fit }) => !isSettled || (fit.kind !== 'over' && fit.kind !== 'legal-order'),
  );
  const guesses = [...namedGuesses(state, context, byAccount), ...accountGuesses(context, meant)];
  if (isSettled || (guesses.length === 0 && context.common.identity > 0))
    guesses.push(onAccountGuess(context));
  return guesses;
};
