/** Commercial by their form, whatever they do (C. com. L210-1); the one-person forms are the same forms. */
const commercialForms = new Set(['SNC', 'SCS', 'SARL', 'EURL', 'SA', 'SAS', 'SASU', 'SCA']);

/** Civil by their form or their purpose. */
const civilForms = new Set(['SCI', 'SCP', 'SCM', 'GAEC', 'EARL', 'ASSOCIATION']);

const formWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/\b([A-Z])\.(?=[A-Z]\b)/gu, '$1')
    .replace(/\./gu, '')
    .split(/[^A-Z0-9]+/u)
    .filter((word) => word !== '');

/**
 * Whether a person is a commerçant by the form written in a legal form or at either end of a name
 * (« SARL Martin », « DURAND SAS »). Undefined where the form does not tell, as for a sole trader: the user is asked.
 */
export const isMerchantByForm = (text: string): boolean | undefined => {
  const words = formWords(text);
  for (const word of [words[0], words.at(-1)]) {
    if (word === undefined) continue;
    if (commercialForms.has(word)) return true;
    if (civilForms.has(word)) return false;
  }
  return undefined;
};
