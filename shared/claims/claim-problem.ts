import { isDay } from '../dates/day.ts';
import { formatSemester } from '../dates/semester.ts';
import type { ClaimError } from './invoice-claim.ts';

/** Why a claim cannot be computed, in the user's words, and what to do. */
export const describeClaimError = (error: ClaimError): string => {
  switch (error.kind) {
    case 'no-due-date':
      return `La facture ${error.number} n’a pas d’échéance\u00A0: complétez-la avant d’écrire.`;
    case 'foreign-currency':
      return `La facture ${error.number} est en ${error.currency}\u00A0: seules les factures en euros peuvent être réunies dans un courrier.`;
    case 'inconsistent-balance':
      return `Le reste dû de la facture ${error.number} ne correspond pas à ses règlements\u00A0: vérifiez ses encaissements.`;
    case 'missing-parameter':
      return `Le taux du ${formatSemester(error.semester)} n’est pas encore connu d’Acquit\u00A0: ajoutez-le dans Réglages, «\u00A0Taux et droit\u00A0», ou renoncez aux pénalités.`;
    case 'invalid-rate':
      return 'Le taux convenu avec ce client n’est pas valable\u00A0: corrigez sa fiche.';
    case 'invalid-day':
      return isDay(error.text)
        ? 'Une date de cette créance ne convient pas.'
        : `«\u00A0${error.text}\u00A0» n’est pas une date.`;
    case 'invalid-amount':
      return 'Un montant de cette créance n’est pas valable\u00A0: vérifiez ses factures.';
  }
};
