const steps = [1, 2, 2.5, 5, 10] as const;

/** The smallest round step (1, 2, 2.5 or 5 times a power of ten) that is at least `least`. */
const roundStep = (least: number, isWhole: boolean): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = steps.find((step) => step * power >= least && !(isWhole && (step * power) % 1 !== 0)) ?? 10;
  return isWhole ? Math.max(1, factor * power) : factor * power;
};

/**
 * Round values for an axis that holds every value given and zero, from the lowest to the highest: about
 * `count` of them (2 or more). `isWhole` keeps them integers.
 */
export const niceTicks = (
  values: readonly number[],
  count: number,
  isWhole = true,
): readonly [number, ...number[]] => {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return [0, 1];
  const step = roundStep((high - low) / (count - 1), isWhole);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const ticks = Array.from({ length: last - first }, (_none, index) => (first + 1 + index) * step);
  return [first * step, ...ticks];
};
