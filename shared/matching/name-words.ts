import { payerNameKey } from './payer-name.ts';

const longForms: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  trpts: 'transports',
  trpt: 'transports',
  transp: 'transports',
  elec: 'electricite',
  boul: 'boulangerie',
  menuis: 'menuiserie',
  constr: 'construction',
  distrib: 'distribution',
  cab: 'cabinet',
  rest: 'restaurant',
  pharm: 'pharmacie',
};

/** Words between the words of a name: they tell nobody apart. */
const fillers = new Set('eur de du des d la le les l et en a au aux pour par the of and sur'.split(' '));

/** The words of a name that tell it from others: no legal form, no article, usual abbreviations written out. */
export const nameWords = (name: string): readonly string[] => {
  const words = payerNameKey(name)
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
    .map((word) => longForms[word] ?? word);
  return [...new Set(words)];
};

/** Words that are added to a name without making it another's. */
export const addedWords: ReadonlySet<string> = new Set(
  'services service france comptabilite compta siege agence fils freres pere associes international europe exploitation'.split(
    ' ',
  ),
);
