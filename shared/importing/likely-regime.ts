import type { DebtorRegime } from '../ledger/client.ts';
import { foldText } from './fold-text.ts';

const publicBody =
  /^((mairie|prefecture|sous prefecture|ministere|sdis|ccas)\b|(commune|ville|departement|region) (de|d|du|des)\b|communaute (de communes|d agglomeration|urbaine)|conseil (departemental|regional)|centre hospitalier\b|chu (de|d)\b|universite (de|d)\b|syndicat (mixte|intercommunal)|tresor public|office public|etablissement public)/;
const association =
  /^(association|asso|syndicat des coproprietaires|sdc|copropriete|comite (social|d entreprise|des fetes)|cse|fondation|paroisse)\b/;
const person = /^(m|mr|mme|mlle|monsieur|madame|mademoiselle|m et mme|m ou mme|famille)\s/;
const company =
  /\b(sarl|sas|sasu|sa|snc|sci|scp|scop|eurl|selarl|earl|gaec|gie|ei|eirl|entreprise|societe|ets|etablissements)\b/;

/**
 * Which law a new client seems to fall under, by its name alone. A list of invoices does not say it, and the
 * penalties between businesses and the 40 € may not be claimed from a private person (C. com. L441-10 applies
 * between professionals). A SIREN or a legal form speaks for a business. The user can correct it on the client.
 */
export const likelyRegime = (name: string, siren: string | undefined): DebtorRegime => {
  const folded = foldText(name);
  if (publicBody.test(folded)) return 'public';
  if (association.test(folded)) return 'non-professional';
  return person.test(folded) && siren === undefined && !company.test(folded) ? 'b2c' : 'b2b';
};
