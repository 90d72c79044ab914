import type { AccountFit } from './account-fits.ts';
import type { AccountState } from './account-state.ts';
import type { AmountFit } from './amount-fit.ts';
import { type GuessContext, namingReasons, paymentTarget, weighedGuess } from './guess-context.ts';
import type { GuessFacts, MatchGuess } from './match-guess.ts';
import type { NamedItem } from './movement-evidence.ts';
import { namedFits } from './named-fits.ts';

const unmistakable = ({ strength, meanings }: NamedItem): boolean => strength >= 3 && meanings === 1;

/** Another invoice explains the amount: then a part or an excess of the named one is doubtful. */
const isExplainedElsewhere = (fit: AmountFit, byAccount: readonly AccountFit[]): boolean =>
  byAccount.some(
    (other) =>
      !loose.has(other.fit.kind) &&
      other.fit.shares.some(({ invoiceId }) => !fit.shares.some((share) => share.invoiceId === invoiceId)),
  );

const loose: ReadonlySet<AmountFit['kind']> = new Set(['part', 'over', 'fees', 'legal-order']);

/** What is missing is more than a bank keeps, what is too much less than half of what is owed. */
const isLikelySize = (fit: AmountFit, context: GuessContext): boolean => {
  const { cents, feeToleranceCents } = context.received;
  if (fit.kind === 'over') return fit.onAccountCents * 3 <= cents;
  const left = fit.reasons.find((reason) => reason.kind === 'amount-differs')?.cents ?? 0;
  return left > feeToleranceCents;
};

/** Bookings on the invoices of a client that the text names. */
export const namedGuesses = (
  state: AccountState,
  context: GuessContext,
  byAccount: readonly AccountFit[],
): readonly MatchGuess[] =>
  namedFits(state, context.open, context.owed, context.received).map(
    ({ fit, used, left, addedCount, rivals }): MatchGuess => {
      const isLoose = loose.has(fit.kind) || addedCount > 0;
      const others = [...left, ...context.otherNamed];
      const facts: GuessFacts = {
        ...context.common,
        fit: fit.kind,
        shape: 'named',
        naming: Math.min(...used.map(({ strength }) => strength)) as GuessFacts['naming'],
        // Where the amount is that of one of the meanings only, it says which is meant.
        meanings: fit.kind === 'exact' ? 1 : Math.max(...used.map(({ meanings }) => meanings)),
        amountRivals: rivals + (isLoose && isExplainedElsewhere(fit, byAccount) ? 1 : 0),
        addedCount,
        leftNamed: isLoose ? others.length + context.settled.length : others.filter(unmistakable).length,
        isLikelySize: isLikelySize(fit, context),
      };
      return weighedGuess(context, facts, paymentTarget(context.clientId, fit), [
        ...namingReasons(used),
        ...fit.reasons,
      ]);
    },
  );
