/** Longest name of a sheet that Excel takes. */
const longest = 31;

/** Excel keeps this name for itself, in every language of its own. */
const reserved = /^(?:history|historique)$/iu;

/**
 * A name that Excel takes for a sheet: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at its ends, not
 * a reserved word, never empty.
 */
export const sheetName = (name: string): string => {
  const clean = name
    .replaceAll(/[[\]:*?/\\\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, longest)
    .replaceAll(/^['\s]+|['\s\uD800-\uDBFF]+$/g, '');
  if (clean === '') return 'Export';
  return reserved.test(clean) ? `${clean} 1` : clean;
};
