import { type Cents, cents } from '../money/cents.ts';

/** One movement beside the balance that its line states, in the order of the file. */
export interface BalanceStep {
  readonly cents: number;
  readonly balanceCents?: number | undefined;
}

/** What a column of balances says about the movements beside it. */
export interface RunningBalance {
  /** Balances that were compared with the one before, and how many of them did not fit. */
  readonly checked: number;
  readonly broken: number;
  readonly isOldestFirst: boolean;
  readonly openingCents: Cents;
  readonly closingCents: Cents;
}

const inOrder = (steps: readonly BalanceStep[], isOldestFirst: boolean): RunningBalance | undefined => {
  const ordered = isOldestFirst ? steps : [...steps].reverse();
  let sum = 0;
  let opening: number | undefined;
  let expected = 0;
  let checked = 0;
  let broken = 0;
  for (const step of ordered) {
    sum += step.cents;
    expected += step.cents;
    const { balanceCents } = step;
    if (balanceCents === undefined) continue;
    if (opening === undefined) opening = balanceCents - sum;
    else {
      checked += 1;
      if (expected !== balanceCents) broken += 1;
    }
    expected = balanceCents;
  }
  return opening === undefined
    ? undefined
    : { checked, broken, isOldestFirst, openingCents: cents(opening), closingCents: cents(expected) };
};

/**
 * Reads a column of balances: each is the one before plus its movement, in whichever of the two orders fits
 * better. A balance that is the same on every line is that of the day of the export and says nothing.
 * @returns undefined where there is no running balance.
 */
export const runningBalance = (steps: readonly BalanceStep[]): RunningBalance | undefined => {
  const stated = steps.filter(({ balanceCents }) => balanceCents !== undefined);
  const isConstant = stated.every(({ balanceCents }) => balanceCents === stated[0]?.balanceCents);
  if (stated.length > 1 && isConstant && steps.some((step) => step.cents !== 0)) return undefined;
  const oldestFirst = inOrder(steps, true);
  const newestFirst = inOrder(steps, false);
  if (!oldestFirst || !newestFirst) return undefined;
  return newestFirst.broken < oldestFirst.broken ? newestFirst : oldestFirst;
};

/** True when the balances prove the movements: most follow from the one before. */
export const isProven = (balance: RunningBalance | undefined): balance is RunningBalance =>
  balance !== undefined && balance.checked > 0 && balance.broken <= balance.checked / 5;
