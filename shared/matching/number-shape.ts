import { foldText } from '../importing/fold-text.ts';

/** An invoice number taken apart, so that every spelling of it can be found. */
export interface NumberShape {
  /** Letters before the first digit, capitals: « FA »; empty for a bare number. */
  readonly prefix: string;
  /** Runs of digits as printed. */
  readonly groups: readonly string[];
  /** Letters after the last digit. */
  readonly suffix: string;
  /** Ways to write it whole, leading zeros dropped, groups parted by `|`: year in four or two figures. */
  readonly wholes: readonly string[];
  /** All digits in a row. */
  readonly glued: string;
  /** What stands before the last part: the year, the month. Equal for numbers of one series. */
  readonly lead: string;
  /** The running number without leading zeros. */
  readonly tail: string;
  /** Figures that the running number is printed with. */
  readonly tailWidth: number;
}

export const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

const grouped = (groups: readonly string[]): string => groups.map(withoutZeros).join('|');

const isYear = (digits: string): boolean => /^20[0-4]\d$/.test(digits);

/** Parts a leading year (and month) from the running number that is glued to it: `20260123`, `202605012`. */
const parted = (groups: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = groups;
  if (rest.length > 0 || first.length < 6 || !isYear(first.slice(0, 4))) return groups;
  const month = Number(first.slice(4, 6));
  return first.length >= 9 && month >= 1 && month <= 12
    ? [first.slice(0, 6), first.slice(6)]
    : [first.slice(0, 4), first.slice(4)];
};

/** Takes a number apart; undefined where it has no digits, which no text can be searched for safely. */
export const numberShape = (number: string): NumberShape | undefined => {
  const runs: readonly string[] =
    foldText(number)
      .toUpperCase()
      .match(/[A-Z]+|\d+/g) ?? [];
  const groups = runs.filter((run) => /\d/.test(run));
  const first = groups[0];
  if (first === undefined) return undefined;
  const prefix = runs.slice(0, runs.indexOf(first)).join('');
  const last = runs.at(-1) ?? '';
  const suffix = runs.length > 1 && !/\d/.test(last) ? last : '';
  const parts = parted(groups);
  const tail = parts.at(-1) ?? first;
  const lead = parts.slice(0, -1);
  const wholes = new Set([grouped(groups), grouped(parts)]);
  const year = lead[0];
  if (year?.startsWith('20')) {
    const short = year.slice(2);
    wholes.add(grouped([short, ...parts.slice(1)]));
    wholes.add(withoutZeros(short + parts.slice(1).join('')));
  }
  return {
    prefix,
    groups,
    suffix,
    wholes: [...wholes],
    glued: groups.join(''),
    lead: lead.join('|'),
    tail: withoutZeros(tail),
    tailWidth: tail.length,
  };
};
