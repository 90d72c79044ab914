import { unreachable } from '../result.ts';
import type { LifeCycleEffect } from './life-cycle.ts';

/** What a status does in Acquit, French, for the dialog in which it is noted. */
export const lifeCycleConsequence = (effect: LifeCycleEffect): string => {
  switch (effect) {
    case 'none':
      return 'La facture suit son cours. Si la plateforme l’avait rejetée ou suspendue, ses relances reprennent.';
    case 'not-delivered':
      return 'Le client n’a pas reçu la facture\u00A0: aucune relance ne part avant qu’elle soit réémise.';
    case 'refused':
      return 'Un litige s’ouvre sur toute la facture\u00A0: elle n’est plus relancée jusqu’à sa clôture.';
    case 'disputed':
      return 'Un litige s’ouvre, sur le montant contesté ou, à défaut, sur toute la facture.';
    case 'partly-approved':
      return 'Seule la part approuvée reste relancée\u202F; sans montant, toute la facture est tenue pour contestée.';
    case 'documents-asked':
      return 'Le client attend des pièces\u00A0: aucune relance ne part avant le statut «\u00A0Complétée\u00A0».';
    case 'payment-announced':
      return 'Le paiement est annoncé\u00A0: les relances attendent cinq jours ouvrés.';
    case 'paid':
      return 'Un paiement est saisi à cette date\u00A0: le montant encaissé ou, à défaut, tout le reste à payer.';
    case 'cancelled':
      return 'La facture est annulée\u00A0: elle ne doit plus rien et n’est plus relancée.';
    case 'factored':
      return 'La facture est cédée\u00A0: le client doit payer le factor, aucune relance ne part plus.';
    case 'no-longer-factored':
      return 'La cession à un factor, si la plateforme l’avait signalée, est retirée.';
    default:
      return unreachable(effect);
  }
};

/** The amount that a status may carry: what the field is called; undefined for the other statuses. */
export const lifeCycleAmountName = (effect: LifeCycleEffect): string | undefined => {
  switch (effect) {
    case 'disputed':
      return 'Montant contesté TTC (facultatif)';
    case 'partly-approved':
      return 'Montant approuvé TTC (facultatif)';
    case 'paid':
      return 'Montant encaissé (facultatif)';
    default:
      return undefined;
  }
};

/** True for the statuses that come with a reason. */
export const hasLifeCycleReason = (effect: LifeCycleEffect): boolean =>
  effect === 'not-delivered' ||
  effect === 'refused' ||
  effect === 'disputed' ||
  effect === 'partly-approved' ||
  effect === 'documents-asked';
