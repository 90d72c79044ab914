import { wordLikeness } from './word-likeness.ts';

/** The name of a client, ready to be compared. */
export interface ComparedName {
  readonly clientId: string;
  readonly words: readonly string[];
  /** How much each word tells; rare ones more. */
  readonly weights: readonly number[];
  /** Sum of the weights. */
  readonly weight: number;
  /** Words of the client's town. */
  readonly cities: ReadonlySet<string>;
  /** « sarl »; undefined where the name has none. */
  readonly form: string | undefined;
}

/** What is written on a statement. */
export interface WrittenName {
  readonly words: readonly string[];
  /** How much each word tells. */
  readonly weights: readonly number[];
  readonly form: string | undefined;
  /** It is a name and nothing else: words too many speak against a client. */
  readonly isBounded: boolean;
}

/** A client whose name resembles what is written. */
export interface NamedClient {
  readonly clientId: string;
  /** 0 to 1. */
  readonly likeness: number;
  /** Weight of the words that agree: rarer words weigh more. */
  readonly weight: number;
  /** Tells the better of two: likeness and weight, and whether legal form and town agree. */
  readonly rank: number;
}

/** A payer who writes another legal form is rather the namesake; one from the same town rather the client. */
const otherFormFactor = 0.8;
const sameCityFactor = 1.2;
const strayInitialWeight = 1.5;
const mostExtraWeight = 4;

/** How far a written name is that of a client: words in any order, cut, abbreviated, mistyped or as initials. */
export const compareName = (known: ComparedName, written: WrittenName, isGlued: boolean): NamedClient => {
  let agreed = 0;
  const used = new Set<number>();
  for (const [index, word] of known.words.entries()) {
    let best = 0;
    let at = -1;
    for (const [position, candidate] of written.words.entries()) {
      if (used.has(position)) continue;
      const likeness = wordLikeness(candidate, word, position === written.words.length - 1);
      if (likeness > best) {
        best = likeness;
        at = position;
      }
    }
    if (at < 0) continue;
    used.add(at);
    agreed += best * (known.weights[index] ?? 0);
  }
  let extra = 0;
  if (written.isBounded)
    for (const [position, word] of written.words.entries())
      if (!used.has(position) && !known.cities.has(word))
        extra +=
          word.length < 2 ? strayInitialWeight : Math.min(mostExtraWeight, written.weights[position] ?? 0);
  // A town that is part of the name is no further proof.
  const isSameCity =
    known.cities.size > 0 &&
    [...known.cities].every((word) => written.words.includes(word) && !known.words.includes(word));
  const isOtherForm = written.form !== undefined && known.form !== undefined && known.form !== written.form;
  const likeness = isGlued ? 1 : known.weight === 0 ? 0 : agreed / (known.weight + extra / 2);
  const weight = isGlued ? known.weight : agreed;
  return {
    clientId: known.clientId,
    likeness,
    weight,
    rank: likeness * weight * (isOtherForm ? otherFormFactor : 1) * (isSameCity ? sameCityFactor : 1),
  };
};
