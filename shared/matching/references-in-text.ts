import type { OpenItem } from './match-contract.ts';
import { orderKey } from './matching-index.ts';

const longestReference = 25;

/** Keys of a map of RF references that stand in a text in capitals, in groups of four or not. */
export const creditorReferencesIn = (
  known: { readonly has: (reference: string) => boolean },
  capitals: string,
): readonly string[] => {
  const found = new Set<string>();
  for (const match of capitals.matchAll(/RF\s?\d/g)) {
    const compacted = capitals.slice(match.index, match.index + 40).replace(/[^A-Z0-9]/g, '');
    // The text may go on without a sign: the longest known reference is meant.
    for (let length = Math.min(longestReference, compacted.length); length > 4; length -= 1) {
      const reference = compacted.slice(0, length);
      if (!known.has(reference)) continue;
      found.add(reference);
      break;
    }
  }
  return [...found];
};

/** Order references of open invoices that stand in a text as words of their own, or as two words. */
export const orderReferencesIn = (
  byOrder: ReadonlyMap<string, readonly OpenItem[]>,
  capitals: string,
): ReadonlyMap<string, readonly OpenItem[]> => {
  const found = new Map<string, readonly OpenItem[]>();
  if (byOrder.size === 0) return found;
  const words = capitals.split(/[\s,;:()]+/).filter((word) => word !== '');
  for (const [index, word] of words.entries())
    for (const text of [word, `${word}${words[index + 1] ?? ''}`]) {
      const key = orderKey(text);
      const items = key === undefined ? undefined : byOrder.get(key);
      if (key !== undefined && items !== undefined) found.set(key, items);
    }
  return found;
};
