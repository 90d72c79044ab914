import type { BankLineKind } from '../importing/bank-line-kind.ts';
import type { SetAsideReason } from './bank.ts';

/** French: why a movement is no payment of an invoice. */
export const setAsideNames: Readonly<Record<SetAsideReason, string>> = {
  'own-transfer': 'Virement entre vos comptes',
  'card-settlement': 'Remise de cartes bancaires',
  refund: 'Remboursement d’un fournisseur ou de l’État',
  'loan-or-grant': 'Prêt, subvention ou apport',
  fees: 'Frais ou intérêts de la banque',
  'already-recorded': 'Déjà noté autrement',
  other: 'Autre raison',
};

export const setAsideReasons = Object.keys(setAsideNames) as readonly SetAsideReason[];

/** The likeliest reason of a movement of this kind. */
export const likelySetAsideReason = (kind: BankLineKind): SetAsideReason => {
  switch (kind) {
    case 'own-transfer':
    case 'card-settlement':
    case 'refund':
    case 'fees':
      return kind;
    default:
      return 'other';
  }
};
