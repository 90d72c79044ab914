/** A run of digits in a text, with what stands round it. */
export interface DigitRun {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Letters glued to its front or parted by at most two signs, capitals: « FA » of « FA-12 ». */
  readonly letters: string;
  /** Letters glued to its end. */
  readonly lettersAfter: string;
  /** What stands between the run before and this one; undefined for the first. */
  readonly gap: string | undefined;
}

/** Capitals without accents, one for one where it can be, so that patterns need only A to Z. */
export const plainCapitals = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('’', "'");

/** The letters O, I and L between or beside digits read as 0 and 1: what scanners and tired people write. */
export const withDigitsForLetters = (text: string): string => {
  let before = '';
  let now = text;
  for (let round = 0; round < 4 && before !== now; round += 1) {
    before = now;
    now = now
      .replace(/(?<=\d)O|O(?=\d)/g, '0')
      .replace(/(?<=\d)[IL](?=\d)/g, '1')
      .replace(/(?<=[^A-Z]0)O(?=[^A-Z])/g, '0');
  }
  return now;
};

const longestText = 1000;

/** Every run of digits of a text in capitals; texts beyond 1,000 characters are cut. */
export const digitRuns = (capitals: string): readonly DigitRun[] => {
  const text = capitals.slice(0, longestText);
  const runs: DigitRun[] = [];
  let last = 0;
  for (const match of text.matchAll(/\d+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 24), start);
    runs.push({
      digits: match[0],
      start,
      end,
      letters: /([A-Z]+)[\s/_.#°:-]{0,2}$/.exec(before)?.[1] ?? '',
      lettersAfter: /^[\s_-]?([A-Z]+)/.exec(text.slice(end, end + 12))?.[1] ?? '',
      gap: runs.length === 0 ? undefined : text.slice(last, start),
    });
    last = end;
  }
  return runs;
};
