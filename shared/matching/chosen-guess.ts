import type { MatchCandidate, MatchProposal, MatchTarget } from './match-contract.ts';
import type { MatchGuess } from './match-guess.ts';
import { sureScore } from './match-score.ts';

/** Two targets that book the same money in the same way. */
const sameTarget = (a: MatchTarget, b: MatchTarget): boolean => {
  if (a.kind === 'payment' && b.kind === 'payment')
    return (
      a.clientId === b.clientId &&
      a.onAccountCents === b.onAccountCents &&
      a.collected?.handoverId === b.collected?.handoverId &&
      a.collected?.feeCents === b.collected?.feeCents &&
      a.shares.length === b.shares.length &&
      a.shares.every((share) =>
        b.shares.some((other) => other.invoiceId === share.invoiceId && other.cents === share.cents),
      )
    );
  if (a.kind === 'recorded-payment' && b.kind === 'recorded-payment') return a.paymentId === b.paymentId;
  if (a.kind === 'return' && b.kind === 'return') return a.paymentId === b.paymentId;
  return a.kind === b.kind && a.kind === 'no-receipt';
};

/** A rival within so many points is as likely. */
const tie = 8;

/** One line of reasoning says who and how much, the other only which number: neither is certain. */
const isContradicted = (best: MatchGuess, other: MatchGuess): boolean =>
  best.facts?.identity === 0 && (other.facts?.identity ?? 0) >= 2 && other.facts?.fit === 'exact';

/** Nothing is named, and the amount fits as well with another client who is as likely the payer. */
const isOtherClientLevel = (best: MatchGuess, other: MatchGuess): boolean =>
  best.facts !== undefined &&
  other.facts !== undefined &&
  best.facts.naming < 2 &&
  other.facts.clientId !== best.facts.clientId &&
  other.facts.fit === 'exact' &&
  other.facts.identity >= best.facts.identity;

/**
 * The choice among the guesses of one movement. Sure is only what has no other sure guess beside it, and no
 * rival that is nearly as likely.
 * @param guesses sure ones first, then by score.
 */
export const chosenGuess = (
  guesses: readonly MatchGuess[],
): {
  readonly best: MatchGuess | undefined;
  readonly isCertain: boolean;
  readonly others: readonly MatchGuess[];
} => {
  const [best, ...rest] = guesses;
  if (best === undefined) return { best: undefined, isCertain: false, others: [] };
  const others: MatchGuess[] = [];
  for (const guess of rest)
    if (![best, ...others].some((known) => sameTarget(known.target, guess.target))) others.push(guess);
  const isTied = others.some(
    (other) =>
      other.isSure ||
      (other.score > best.score - tie && other.score >= 40) ||
      isContradicted(best, other) ||
      isOtherClientLevel(best, other),
  );
  return { best, isCertain: best.isSure && !isTied, others: others.slice(0, 3) };
};

const candidate = (guess: MatchGuess, isCertain: boolean): MatchCandidate => ({
  target: guess.target,
  score: isCertain ? sureScore(guess.score) : Math.min(94, guess.score),
  reasons: guess.reasons,
});

/** The proposal as the user sees it. */
export const proposalOf = (
  movementId: string,
  best: MatchGuess | undefined,
  isCertain: boolean,
  others: readonly MatchGuess[],
): MatchProposal => ({
  movementId,
  ...(best !== undefined && { best: candidate(best, isCertain) }),
  isCertain,
  alternatives: others.map((guess) => candidate(guess, false)),
});
