import { foldText } from './fold-text.ts';

const debitWords = new Set(
  'd db dr dt s soll debit debet deebet dbit af uit out outflow kiadas terheles sortie depense paiement'.split(
    ' ',
  ),
);
const creditWords = new Set(
  'c k cr ct h haben credit kredit kreedit crdt bij in inflow bevetel jovairas entree recette encaissement'.split(
    ' ',
  ),
);

/** −1 for a word that means money paid out, 1 for money received, undefined for any other text. */
export const sideSign = (cell: string): -1 | 1 | undefined => {
  const text = cell.trim();
  if (text === '-' || text === '−') return -1;
  if (text === '+') return 1;
  const word = foldText(text);
  if (debitWords.has(word)) return -1;
  return creditWords.has(word) ? 1 : undefined;
};
