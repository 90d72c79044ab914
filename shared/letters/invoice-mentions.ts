import type { Day } from '../dates/day.ts';
import { type LegalParameters, parameterOn } from '../law/parameters.ts';
import { formatAmount } from '../money/format-amount.ts';

/**
 * What an invoice to a business must say of late payment, to be copied into the invoicing program: penalty
 * rate, flat indemnity, discount (C. com. L441-9 I, L441-10 II, D441-5). The indemnity is the one in force
 * on the day.
 */
export const invoiceMentions = (on: Day, parameters: LegalParameters): string => {
  const points = parameterOn(parameters, 'b2b-markup', on);
  const indemnity = parameterOn(parameters, 'recovery-indemnity', on);
  const sentences = [
    points.ok
      ? `En cas de retard de paiement, des pénalités sont exigibles dès le lendemain de la date de règlement indiquée sur la facture, sans qu’un rappel soit nécessaire. Leur taux est celui que la Banque centrale européenne applique à son opération de refinancement la plus récente, majoré de ${points.value.value / 100} points de pourcentage (article L. 441-10 du Code de commerce).`
      : '',
    indemnity.ok
      ? `Tout retard de paiement entraîne de plein droit une indemnité forfaitaire pour frais de recouvrement de ${formatAmount(indemnity.value.value).replace(',00', '')} (article D. 441-5 du Code de commerce).`
      : '',
    'Pas d’escompte pour paiement anticipé.',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
};
