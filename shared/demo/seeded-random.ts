/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** The same sequence for the same seed: a 32-bit counter in golden-ratio steps, mixed by multiplication. */
export const seededRandom = (seed: number): Random => {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
};

/** A whole number from `low` to `high`, both included. */
export const wholeBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of the choices; throws on an empty list. */
export const pick = <Choice>(random: Random, choices: readonly Choice[]): Choice => {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new RangeError('nothing to choose from');
  return choice;
};
