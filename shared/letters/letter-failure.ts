import { isDay } from '../dates/day.ts';
import type { LetterLineError } from './letter-line.ts';

/** Why no letter can be written; `message` is French and says what to do. */
export interface LetterFailure {
  readonly kind: LetterLineError['kind'] | 'no-address' | 'no-lines';
  readonly message: string;
}

/** « 1ᵉʳ semestre 2027 » of `2027-S1`. */
const semesterName = (semester: string): string => {
  const [year = '', half = ''] = semester.split('-');
  return `${half === 'S1' ? '1ᵉʳ' : '2ᵉ'} semestre ${year}`;
};

/** The failure in the user's words. */
export const describeLineError = (error: LetterLineError): LetterFailure => {
  switch (error.kind) {
    case 'no-due-date':
      return {
        kind: error.kind,
        message: `La facture ${error.number} n’a pas d’échéance : complétez-la avant d’écrire.`,
      };
    case 'foreign-currency':
      return {
        kind: error.kind,
        message: `La facture ${error.number} est en ${error.currency} : seules les factures en euros peuvent être réunies dans un courrier.`,
      };
    case 'inconsistent-balance':
      return {
        kind: error.kind,
        message: `Le reste dû de la facture ${error.number} ne correspond pas à ses règlements : vérifiez ses encaissements.`,
      };
    case 'missing-parameter':
      return {
        kind: error.kind,
        message: `Le taux du ${semesterName(error.semester)} n’est pas encore connu d’Acquit : ajoutez-le dans les réglages, ou renoncez aux pénalités dans ce courrier.`,
      };
    case 'invalid-rate':
      return {
        kind: error.kind,
        message: 'Le taux convenu avec ce client n’est pas valable : corrigez sa fiche.',
      };
    case 'invalid-day':
      return {
        kind: error.kind,
        message: isDay(error.text)
          ? 'Une date de ce courrier ne convient pas.'
          : `« ${error.text} » n’est pas une date.`,
      };
    case 'invalid-amount':
      return {
        kind: error.kind,
        message: 'Un montant de ce courrier n’est pas valable : vérifiez ses factures.',
      };
  }
};
