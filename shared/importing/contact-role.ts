import type { ContactRole } from '../ledger/client.ts';
import { foldText } from './fold-text.ts';

const roles: readonly (readonly [RegExp, ContactRole])[] = [
  [/\b(relance|relances|recouvrement|dunning|collections?)\b/, 'reminders'],
  [
    /\b(compta|comptable|comptabilite|accounts? payable|accounting|accountant|accounts|bookkeeper|finance|financier|financiere|facturation|billing|tresorerie|tresorier|tresoriere|fournisseurs|daf|raf|cfo|controller)\b/,
    'accounting',
  ],
  [
    /\b(gerant|gerante|cogerant|cogerante|dirigeant|dirigeante|directeur|directrice|direction|president|presidente|pdg|dg|ceo|owner|founder|fondateur|fondatrice|associe|associee|managing|director|maire|proprietaire)\b/,
    'decision-maker',
  ],
  [/\b(chantier|chantiers|site|conducteur|conductrice|travaux|atelier|magasin|technique)\b/, 'site'],
];

/** What a contact is for by the title or role that a list gives (French or English); undefined where it does not tell. */
export const roleOfTitle = (title: string): ContactRole | undefined => {
  const folded = foldText(title);
  return roles.find(([words]) => words.test(folded))?.[1];
};
