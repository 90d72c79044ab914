export interface SubsetSearch {
  /** Indices into the amounts, ascending; undefined where none fits. */
  readonly first: readonly number[] | undefined;
  /** 0, 1, or 2 for more than one. */
  readonly count: 0 | 1 | 2;
  /** False: given up before all were tried; then `count` may be too low. */
  readonly isComplete: boolean;
}

/** Beyond so many amounts coincidences are more likely than intent. */
const mostAmounts = 24;
const mostSteps = 40_000;

/**
 * Amounts, at least two of them, that add up to `target` exactly. Earlier amounts are preferred: give the
 * oldest invoice first. Bounded: at most 24 amounts and 40,000 steps.
 * @param amounts whole cents, more than 0.
 */
export const subsetOfSum = (amounts: readonly number[], target: number): SubsetSearch => {
  const usable = amounts.slice(0, mostAmounts);
  /** What all amounts from an index on can still give. */
  const rest: number[] = [];
  let sum = 0;
  for (let index = usable.length - 1; index >= 0; index -= 1) {
    sum += usable[index] ?? 0;
    rest[index] = sum;
  }
  let steps = 0;
  let count = 0;
  let first: readonly number[] | undefined;
  const chosen: number[] = [];
  const search = (index: number, missing: number): void => {
    steps += 1;
    if (count > 1 || steps > mostSteps) return;
    if (missing === 0) {
      if (chosen.length < 2) return;
      count += 1;
      first ??= [...chosen];
      return;
    }
    const amount = usable[index];
    if (amount === undefined || missing > (rest[index] ?? 0)) return;
    if (amount <= missing) {
      chosen.push(index);
      search(index + 1, missing - amount);
      chosen.pop();
    }
    search(index + 1, missing);
  };
  search(0, target);
  return {
    first,
    count: count === 0 ? 0 : count === 1 ? 1 : 2,
    isComplete: steps <= mostSteps && usable.length === amounts.length,
  };
};
