import { guardedRuns } from './digit-guards.ts';
import { type DigitRun, digitRuns } from './digit-runs.ts';
import type { NumberedItem, NumberIndex } from './number-index.ts';
import { withoutZeros } from './number-shape.ts';

/** 3: the whole number, unmistakable; 2: a usual short form of it; 1: digits that may be it. */
export type MentionStrength = 1 | 2 | 3;

/** An invoice number in the text of a movement. */
export interface NumberMention {
  readonly numbered: NumberedItem;
  readonly strength: MentionStrength;
  readonly start: number;
  readonly end: number;
  /** One of a range « 12 à 15 »: the same text means all of them. */
  readonly isOfRange?: boolean;
}

export interface FoundMentions {
  readonly mentions: readonly NumberMention[];
  /** What is built like a number of this ledger but is no open invoice: « FA2026012 ». */
  readonly foreignNumbers: readonly string[];
}

const invoiceWord =
  /(?:^|[^A-Z]|REGLT|REGL|PAIEMENT|SOLDE)(?:FACTURES?|FACTS?|FACS?|FCT|FC|FAC|FA|FT|F|INVOICES?|INV|N[O°]?|NUMERO|NUM|NR)[\s.:#°/-]{0,3}$/;

const joins = (gap: string | undefined): boolean => gap !== undefined && /^[\s/_.-]{1,3}$/.test(gap);

interface Window {
  readonly first: DigitRun;
  readonly last: DigitRun;
  readonly runs: readonly DigitRun[];
  readonly isGuarded: boolean;
}

const windowsFrom = (
  runs: readonly DigitRun[],
  guarded: ReadonlySet<number>,
  at: number,
): readonly Window[] => {
  const windows: Window[] = [];
  const first = runs[at];
  let last = first;
  let isGuarded = false;
  for (let end = at; end < Math.min(runs.length, at + 3) && first && last; end += 1) {
    const run = runs[end];
    if (run === undefined || (end > at && !joins(run.gap))) break;
    last = run;
    isGuarded ||= guarded.has(end);
    windows.push({ first, last, runs: runs.slice(at, end + 1), isGuarded });
  }
  return windows;
};

/** Digits alone name an invoice where they are many, or parted as only its number is. */
const standsAlone = ({ shape }: NumberedItem, digits: string): boolean =>
  shape.prefix === '' && (shape.lead !== '' || digits.length >= 6);

const strengthOf = (
  numbered: NumberedItem,
  { first, last, isGuarded }: Window,
  before: string,
  isWhole: boolean,
  digits: string,
): MentionStrength | undefined => {
  const { prefix, suffix } = numbered.shape;
  const hasPrefix = prefix !== '' && first.letters.endsWith(prefix);
  const hasSuffix = suffix === '' || last.lettersAfter.startsWith(suffix);
  const hasWord = invoiceWord.test(before);
  if (isWhole && hasPrefix && hasSuffix) return 3;
  if (isGuarded) return undefined;
  if (!hasSuffix) return hasPrefix ? 2 : undefined;
  if (isWhole) {
    // Its groups, parted as a number's are: nothing else is written so.
    if (first !== last && digits.length >= 6) return 3;
    if (standsAlone(numbered, digits)) return hasWord || digits.length >= 6 ? 3 : 2;
    if (hasWord && (prefix === '' || digits.length >= 5)) return prefix === '' && digits.length < 3 ? 2 : 3;
    if (digits.length >= 5) return 2;
    return hasWord ? 2 : 1;
  }
  if (hasPrefix || hasWord) return 2;
  return digits.length >= 2 && first === last ? 1 : undefined;
};

const found = (index: NumberIndex, text: string): FoundMentions => {
  const runs = digitRuns(text);
  const guarded = guardedRuns(text, runs);
  const mentions: NumberMention[] = [];
  const foreignNumbers = new Set<string>();
  for (const at of runs.keys())
    for (const window of windowsFrom(runs, guarded, at)) {
      const { first, last } = window;
      const digits = window.runs.map((run) => run.digits).join('');
      const before = text.slice(Math.max(0, first.start - 16), first.start);
      const add = (rows: readonly NumberedItem[] | undefined, isWhole: boolean): void => {
        for (const numbered of rows ?? []) {
          const strength = strengthOf(numbered, window, before, isWhole, digits);
          if (strength !== undefined)
            mentions.push({ numbered, strength, start: first.start, end: last.end });
        }
      };
      const whole = window.runs.map((run) => withoutZeros(run.digits)).join('|');
      add(index.byGlued.get(digits), true);
      add(index.byWhole.get(whole), true);
      if (window.runs.length === 1) add(index.byTail.get(withoutZeros(digits)), false);
      const groups = window.runs.map((run) => run.digits);
      const prefix = index.prefixOfBuild(first.letters, groups);
      if (
        prefix !== undefined &&
        !index.byGlued.has(digits) &&
        !index.byWhole.has(whole) &&
        (!window.isGuarded || first.letters !== '') &&
        (groups.length > 1 || digits.length >= 5 || invoiceWord.test(before))
      )
        foreignNumbers.add(prefix + digits);
    }
  return { mentions, foreignNumbers: [...foreignNumbers] };
};

/** Keeps, of mentions over the same digits, the strongest; of equal ones the longest. */
const withoutWeaker = (mentions: readonly NumberMention[]): readonly NumberMention[] => {
  const best = new Map<string, NumberMention>();
  for (const mention of mentions) {
    const key = `${mention.start}-${mention.end} ${mention.numbered.item.invoiceId}`;
    const known = best.get(key);
    if (known === undefined || known.strength < mention.strength) best.set(key, mention);
  }
  const rows = [...best.values()];
  return rows
    .filter(
      (mention) =>
        !rows.some(
          (other) =>
            other.start <= mention.start &&
            other.end >= mention.end &&
            (other.strength > mention.strength ||
              (other.strength === mention.strength && other.end - other.start > mention.end - mention.start)),
        ),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
};

/** Open invoices whose numbers stand in a text in capitals, in any usual spelling. */
export const numbersIn = (index: NumberIndex, capitals: string): FoundMentions => {
  const { mentions, foreignNumbers } = found(index, capitals);
  return { mentions: withoutWeaker(mentions), foreignNumbers };
};
