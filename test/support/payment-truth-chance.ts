import type { Random } from '../../shared/demo/seeded-random.ts';

/** True in `share` of the cases, 0 to 1. */
export const chance = (random: Random, share: number): boolean => random() < share;

/** One of the keys, each as often as its weight says. */
export const weighted = <Key extends string>(random: Random, weights: Readonly<Record<Key, number>>): Key => {
  const entries = Object.entries(weights) as [Key, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError('nothing to choose from');
  return last[0];
};
