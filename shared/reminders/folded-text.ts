/** A text without accents and capitals, with straight apostrophes and single spaces, that still knows where it comes from. */
export interface FoldedText {
  readonly folded: string;
  /** What stands in the text itself where the folded one has these characters. */
  readonly original: (start: number, end: number) => string;
}

/**
 * Wording is recognised, not typography, and quoted as the user typed it. A place that holds no text gives
 * an empty string.
 */
export const foldText = (text: string): FoldedText => {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/[’ʼ]/gu, "'");
    const kept = /\s/u.test(plain) ? (folded.endsWith(' ') ? '' : ' ') : plain;
    for (let index = 0; index < kept.length; index += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folded += kept;
    at += character.length;
  }
  return {
    folded,
    original: (start, end) => {
      const first = starts[start];
      const last = ends[end - 1];
      return first === undefined || last === undefined ? '' : text.slice(first, last);
    },
  };
};
