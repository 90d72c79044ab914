import type { LetterModel } from '../ipc/letter-contract.ts';
import type { PrintSetup } from '../ipc/print-contract.ts';

const french = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** What a batch is sorted by: postcode and town stand in the last line at home, above the country abroad. */
export const postcodeLine = (lines: readonly string[]): string => {
  const withDigits = lines.slice(1).findLast((line) => /^\d{4,5}\b/u.test(line));
  return withDigits ?? lines.at(-1) ?? '';
};

/** Sorted as the user wants to put them into envelopes; what is equal keeps the order it had. */
export const inBatchOrder = <Letter>(
  letters: readonly Letter[],
  order: PrintSetup['order'],
  linesOf: (letter: Letter) => LetterModel['recipient']['lines'],
): readonly Letter[] => {
  if (order === 'approval') return letters;
  const key = (letter: Letter): string => {
    const lines = linesOf(letter);
    return order === 'name' ? (lines[0] ?? '') : `${postcodeLine(lines)}\n${lines[0] ?? ''}`;
  };
  return letters
    .map((letter) => ({ letter, key: key(letter) }))
    .sort((a, b) => french.compare(a.key, b.key))
    .map(({ letter }) => letter);
};
