/** True where one letter is missing, added, other, or two neighbours changed places. Cheap: one pass. */
export const differsByOneTypo = (left: string, right: string): boolean => {
  if (left === right) return false;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end])
    end += 1;
  const rest = short.length - start - end;
  if (long.length > short.length) return rest === 0;
  if (rest === 1) return true;
  return rest === 2 && short[start] === long[start + 1] && short[start + 1] === long[start];
};

/** Shortest word in which a typo is forgiven, and shortest beginning that stands for a cut-off word. */
const shortestTypo = 5;
const shortestBeginning = 3;

/**
 * How far a word of a statement stands for a word of a name: 1 the same, 0 not at all.
 * @param isLast the last word before the bank cut the line: its beginning is enough.
 */
export const wordLikeness = (written: string, known: string, isLast: boolean): number => {
  if (written === known) return 1;
  if (written.length === 1) return known.startsWith(written) ? 0.6 : 0;
  if (isLast && written.length >= shortestBeginning && known.startsWith(written)) return 0.9;
  if (written.length >= shortestBeginning && known.length > 5 && known.startsWith(written)) return 0.7;
  const shorter = Math.min(written.length, known.length);
  return shorter >= shortestTypo && differsByOneTypo(written, known) ? 0.85 : 0;
};
