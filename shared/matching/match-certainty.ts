import type { GuessFacts } from './match-guess.ts';

/** The amount settles whole invoices, or is explained to the cent. */
const isPrecise = (fit: GuessFacts['fit']): boolean =>
  fit === 'exact' || fit === 'rounding' || fit === 'discount' || fit === 'credit';

/** The invoices are named, in full or in a usual short form. */
const namedIsSure = (facts: GuessFacts): boolean => {
  const { fit, naming, identity } = facts;
  const isFull = naming >= 3;
  if (facts.leftNamed > 0 && !(fit === 'exact' && isFull && identity >= 2)) return false;
  if (facts.hasOtherPayer && fit !== 'exact') return false;
  if (facts.addedCount > 0) return fit === 'exact' && isFull && identity >= 2;
  if (fit === 'exact') return isFull || identity >= 1 || facts.sameAmountCount <= 1;
  if (isPrecise(fit) || (fit === 'fees' && !facts.isRoundAmount)) return isFull || identity >= 2;
  if (fit === 'percent' || fit === 'announced') return isFull || identity >= 2;
  return (
    (fit === 'part' || fit === 'over') &&
    isFull &&
    identity >= 2 &&
    !facts.hasForeignNumber &&
    facts.isLikelySize
  );
};

/** Nothing is named: the payer and the amount must speak for themselves. */
const unnamedIsSure = (facts: GuessFacts): boolean => {
  const { fit, shape, identity } = facts;
  if (identity < 2 || facts.otherPurpose !== undefined) return false;
  // Another number is quoted: only who and an amount that nobody else owes outweigh it.
  if (facts.hasForeignNumber || facts.leftNamed > 0)
    return (
      identity === 3 &&
      facts.identityRivals === 1 &&
      fit === 'exact' &&
      shape === 'single' &&
      facts.sameAmountCount === 1
    );
  // Of several clients of that name only one owes this amount (else their guesses would be level).
  if (facts.identityRivals > 1) return fit === 'exact' && shape !== 'any-set' && facts.identityRivals <= 4;
  // A name that is only like the client's: the amount must be one that nobody else owes.
  if (identity === 2 && shape === 'single') return fit === 'exact' && facts.sameAmountCount <= 1;
  if (fit === 'exact') {
    if (shape === 'any-set') return identity === 3 && facts.owedCount <= 14;
    return true;
  }
  if (identity < 3) return false;
  if (fit === 'percent') return facts.isUsualDeposit;
  // Less an unknown part of a credit many sums fit.
  if (fit === 'credit') return shape === 'single' || shape === 'whole-account';
  return fit === 'announced' || fit === 'discount' || fit === 'rounding';
};

/**
 * True for a guess that may be pre-ticked: two reasons that do not depend on each other (who and how much, or
 * which invoice and how much), or an unmistakable reference. Never on the order of the law alone, never where
 * another way fits as well, never against an insolvent client (C. com. L622-7).
 */
export const isSureGuess = (facts: GuessFacts): boolean => {
  if (facts.isInsolvent || !facts.isReceipt || facts.fit === 'legal-order') return false;
  if (facts.amountRivals > 0 || facts.meanings > 1) return false;
  return facts.naming >= 2 ? namedIsSure(facts) : unnamedIsSure(facts);
};
