import { foldText } from '../importing/fold-text.ts';
import type { KnownPayer } from './match-contract.ts';
import { addedWords, nameWords } from './name-words.ts';
import { wordLikeness } from './word-likeness.ts';

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

/** Finds clients by a name on a statement. */
export interface NameIndex {
  /**
   * Clients whose names resemble a text, best first, at most 6.
   * @param isBounded the text is a name and nothing else: words too many speak against a client.
   */
  readonly find: (text: string, isBounded: boolean) => readonly NamedClient[];
}

interface Entry {
  readonly clientId: string;
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly weight: number;
  readonly cities: ReadonlySet<string>;
  readonly form: string | undefined;
}

/** Below this nobody would say that the names are alike. */
const leastLikeness = 0.4;
const mostFound = 6;
/** A payer who writes another legal form is rather the namesake; one from the same town rather the client. */
const otherFormFactor = 0.8;
const sameCityFactor = 1.2;

const legalForm = (text: string): string | undefined =>
  /\b(?:sarl|sasu?|eurl|sa|snc|sci|selarl|scp|scop|earl|gaec)\b/.exec(foldText(text))?.[0];

/** A word that more clients have leads to nobody by itself. */
const commonWord = 600;

const put = <Key, Row>(map: Map<Key, Row[]>, key: Key, row: Row): void => {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
};

/** An index over the names of all clients, with the weight of each word by how few have it. */
export const nameIndex = (payers: readonly KnownPayer[]): NameIndex => {
  const wordsOf = payers.map(({ name }) => nameWords(name));
  const holders = new Map<string, number>();
  for (const words of wordsOf) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => {
    if (addedWords.has(word)) return 0.3;
    const share = (holders.get(word) ?? 0.5) / Math.max(1, payers.length);
    return Math.min(6, Math.max(0.5, -Math.log(Math.min(1, share)))) * (word.length === 1 ? 0.3 : 1);
  };
  const entries = payers.map((payer, index): Entry => {
    const words = wordsOf[index] ?? [];
    const weights = words.map(weightOf);
    return {
      clientId: payer.clientId,
      words,
      weights,
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      cities: new Set(foldText(payer.city ?? '').split(' ')),
      form: legalForm(payer.name),
    };
  });
  const byWord = new Map<string, Entry[]>();
  const byGlued = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const word of entry.words) put(byWord, word, entry);
    if (entry.words.length > 0) put(byGlued, entry.words.join(''), entry);
  }
  const byBeginning = new Map<string, string[]>();
  const byEnd = new Map<string, string[]>();
  for (const word of byWord.keys()) {
    if (word.length < 3) continue;
    put(byBeginning, word.slice(0, 3), word);
    put(byEnd, word.slice(-3), word);
  }
  const alike = new Map<string, ReadonlySet<string>>();
  const wordsLike = (word: string): ReadonlySet<string> => {
    const known = alike.get(word);
    if (known) return known;
    const found = new Set<string>();
    if (byWord.has(word)) found.add(word);
    if (word.length >= 3)
      for (const candidate of [
        ...(byBeginning.get(word.slice(0, 3)) ?? []),
        ...(byEnd.get(word.slice(-3)) ?? []),
      ])
        if (wordLikeness(word, candidate, true) > 0) found.add(candidate);
    alike.set(word, found);
    return found;
  };

  const compare = (entry: Entry, written: readonly string[], isBounded: boolean): NamedClient => {
    let agreed = 0;
    const used = new Set<number>();
    for (const [index, word] of entry.words.entries()) {
      let best = 0;
      let at = -1;
      for (const [position, candidate] of written.entries()) {
        if (used.has(position)) continue;
        const likeness = wordLikeness(candidate, word, position === written.length - 1);
        if (likeness > best) {
          best = likeness;
          at = position;
        }
      }
      // An initial stands for a word only where another word agrees in full.
      if (at >= 0 && (best > 0.5 || entry.words.length > 1)) {
        used.add(at);
        agreed += best * (entry.weights[index] ?? 0);
      }
    }
    let extra = 0;
    if (isBounded)
      for (const [position, word] of written.entries())
        if (!used.has(position) && !entry.cities.has(word))
          extra += word.length < 2 ? 1.5 : Math.min(4, weightOf(word));
    // A cut name may have lost its last words: what is written agrees in full, little is missing.
    return {
      clientId: entry.clientId,
      likeness: entry.weight === 0 ? 0 : agreed / (entry.weight + extra / 2),
      weight: agreed,
      rank: 0,
    };
  };

  const entryOf = new Map(entries.map((entry) => [entry.clientId, entry]));
  const rankOf = ({ clientId, likeness, weight }: NamedClient, text: string): number => {
    const entry = entryOf.get(clientId);
    const form = legalForm(text);
    const words = new Set(foldText(text).split(' '));
    const isOtherForm = form !== undefined && entry?.form !== undefined && entry.form !== form;
    // A town that is part of the name is no further proof.
    const isSameCity =
      entry !== undefined &&
      [...entry.cities].every((word) => word !== '' && words.has(word) && !entry.words.includes(word));
    return likeness * weight * (isOtherForm ? otherFormFactor : 1) * (isSameCity ? sameCityFactor : 1);
  };

  const find = (text: string, isBounded: boolean): readonly NamedClient[] => {
    const written = nameWords(text);
    const candidates = new Set<Entry>(byGlued.get(written.join('')) ?? []);
    const glued = new Set(candidates);
    for (const word of written)
      for (const known of wordsLike(word)) {
        const holding = byWord.get(known) ?? [];
        if (holding.length <= commonWord) for (const entry of holding) candidates.add(entry);
      }
    return [...candidates]
      .map((entry) => {
        const found = compare(entry, written, isBounded);
        return glued.has(entry) && found.likeness < 1
          ? { ...found, likeness: 1, weight: entry.weight }
          : found;
      })
      .filter(({ likeness }) => likeness >= leastLikeness)
      .map((found) => ({ ...found, rank: rankOf(found, text) }))
      .sort(
        (a, b) =>
          b.rank - a.rank ||
          (a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : 0),
      )
      .slice(0, mostFound);
  };
  return { find };
};
