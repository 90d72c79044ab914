import { foldText } from '../importing/fold-text.ts';
import type { KnownPayer } from './match-contract.ts';
import { type ComparedName, compareName, type NamedClient } from './name-comparison.ts';
import { addedWords, nameWords } from './name-words.ts';
import { wordLikeness } from './word-likeness.ts';

/** Finds clients by a name on a statement. */
export interface NameIndex {
  /**
   * Clients whose names resemble a text, best first, at most 6.
   * @param isBounded the text is a name and nothing else.
   */
  readonly find: (text: string, isBounded: boolean) => readonly NamedClient[];
}

/** Below this nobody would say that the names are alike. */
const leastLikeness = 0.4;
const mostFound = 6;
/** A word that more clients have leads to nobody by itself. */
const commonWord = 600;
/** Names compared in full, those with the weightiest common words first. */
const mostCompared = 40;

const put = <Key, Row>(map: Map<Key, Row[]>, key: Key, row: Row): void => {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
};

const legalForm = (text: string): string | undefined =>
  /\b(?:sarl|sasu?|eurl|sa|snc|sci|selarl|scp|scop|earl|gaec)\b/.exec(foldText(text))?.[0];

/** The known words that a written one may stand for: by the same first or last three letters. */
const likeWords = (words: Iterable<string>): ((written: string) => readonly string[]) => {
  const known = new Set(words);
  const byEdge = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < 3) continue;
    put(byEdge, `${word.slice(0, 3)}-`, word);
    put(byEdge, `-${word.slice(-3)}`, word);
  }
  const found = new Map<string, readonly string[]>();
  return (written) => {
    const before = found.get(written);
    if (before) return before;
    const like = new Set(known.has(written) ? [written] : []);
    if (written.length >= 3)
      for (const edge of [`${written.slice(0, 3)}-`, `-${written.slice(-3)}`])
        for (const word of byEdge.get(edge) ?? []) if (wordLikeness(written, word, true) > 0) like.add(word);
    const words = [...like];
    found.set(written, words);
    return words;
  };
};

/** An index over the names of all clients, with the weight of each word by how few have it. */
export const nameIndex = (payers: readonly Pick<KnownPayer, 'clientId' | 'name' | 'city'>[]): NameIndex => {
  const wordsOf = payers.map(({ name }) => nameWords(name));
  const holders = new Map<string, number>();
  for (const words of wordsOf) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => {
    if (addedWords.has(word)) return 0.3;
    const share = (holders.get(word) ?? 0.5) / Math.max(1, payers.length);
    return Math.min(6, Math.max(0.5, -Math.log(Math.min(1, share)))) * (word.length === 1 ? 0.3 : 1);
  };
  const byWord = new Map<string, ComparedName[]>();
  const byGlued = new Map<string, ComparedName[]>();
  for (const [index, payer] of payers.entries()) {
    const words = wordsOf[index] ?? [];
    const weights = words.map(weightOf);
    const name: ComparedName = {
      clientId: payer.clientId,
      words,
      weights,
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      cities: new Set(
        foldText(payer.city ?? '')
          .split(' ')
          .filter((word) => word !== ''),
      ),
      form: legalForm(payer.name),
    };
    for (const word of words) put(byWord, word, name);
    if (words.length > 0) put(byGlued, words.join(''), name);
  }
  const like = likeWords(byWord.keys());

  const search = (text: string, isBounded: boolean): readonly NamedClient[] => {
    const words = nameWords(text);
    const glued = new Set(byGlued.get(words.join('')) ?? []);
    const shared = new Map<ComparedName, number>();
    for (const name of glued) shared.set(name, Number.MAX_VALUE);
    for (const word of words)
      for (const known of like(word)) {
        const names = byWord.get(known) ?? [];
        if (names.length > commonWord) continue;
        const weight = weightOf(known) * (known === word ? 1 : 0.8);
        for (const name of names) shared.set(name, (shared.get(name) ?? 0) + weight);
      }
    let compared = [...shared];
    if (compared.length > mostCompared)
      compared = compared
        .sort((a, b) => b[1] / b[0].weight - a[1] / a[0].weight || (a[0].clientId < b[0].clientId ? -1 : 1))
        .slice(0, mostCompared);
    const written = { words, weights: words.map(weightOf), form: legalForm(text), isBounded };
    return compared
      .map(([name]) => compareName(name, written, glued.has(name)))
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => b.rank - a.rank || (a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : 0))
      .slice(0, mostFound);
  };
  // Statements name the same payers again and again.
  const known = new Map<string, readonly NamedClient[]>();
  return {
    find: (text, isBounded) => {
      const key = `${isBounded ? 'name' : 'text'} ${text}`;
      const before = known.get(key);
      if (before) return before;
      const found = search(text, isBounded);
      known.set(key, found);
      return found;
    },
  };
};
