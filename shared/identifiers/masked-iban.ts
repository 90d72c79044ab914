import { compact } from './compact.ts';

/** « FR76 …0189 »: enough to tell two accounts apart, not enough to use one. « aucun » for an empty one. */
export const maskedIban = (iban: string): string => {
  const characters = compact(iban);
  return characters === '' ? 'aucun' : `${characters.slice(0, 4)}\u00A0…${characters.slice(-4)}`;
};

/** The last four characters, which the user types again to confirm a change. */
export const lastFourOf = (iban: string): string => compact(iban).slice(-4);
