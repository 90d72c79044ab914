const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/**
 * Lower-case words of a text without accents or punctuation, for comparing headers, status words and names:
 * « N° de pièce » gives `n de piece`.
 */
export const foldText = (text: string): string => {
  // Most texts are plain ASCII, and this runs on every line of a large file.
  const bare = /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[œæßøł]/g, (letter) => ligatures[letter] ?? letter);
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
};

const fillers = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'en',
  'the',
  'of',
  'eur',
  'euro',
  'euros',
]);

/** « dû », which without its accent would be the article that says nothing. */
const owed = /(?<!\p{L})d(?:û|u\u0302)(?![\p{L}\p{M}])/giu;

/**
 * The words of a column header that carry meaning: `BalanceDueAmount` gives `balance due amount`,
 * « Date de l’échéance (€) » gives `date echeance`, « Montant dû » and « MONTANT DU » give `montant due`.
 */
export const foldHeader = (header: string): string => {
  const split = header
    .replace(owed, 'due')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  // No title ends with an article.
  const words = foldText(split).replace(/ du$/, ' due').split(' ');
  const meaningful = words.filter((word) => !fillers.has(word));
  return (meaningful.length > 0 ? meaningful : words).join(' ');
};
