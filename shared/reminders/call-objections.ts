import type { DisputeReason } from '../ledger/agreement.ts';

/** What one click does about an objection. */
export type ObjectionAction =
  /** The copies leave by e-mail. */
  | { readonly kind: 'resend' }
  | { readonly kind: 'dispute'; readonly reason: DisputeReason }
  | { readonly kind: 'promise' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'paid' }
  /** @param inWorkingDays the day proposed, that many working days from today. */
  | { readonly kind: 'call-back'; readonly inWorkingDays: number };

/** What clients say on the telephone, what to answer and what to do then. */
export interface CallObjection {
  readonly id: string;
  /** What the client says, French, without quotes. */
  readonly said: string;
  /** What to answer, word for word. */
  readonly answer: string;
  /** What the note of the call says. */
  readonly note: string;
  /** The first is the usual one. */
  readonly actions: readonly ObjectionAction[];
}

/**
 * The objections of every day (article 004 on chasing invoices), the most frequent first. An answer takes what
 * the client says as true, and asks for what comes next.
 */
export const callObjections: readonly CallObjection[] = [
  {
    id: 'not-received',
    said: 'Je n’ai pas reçu la facture.',
    answer:
      'Je vous la renvoie tout de suite. À quelle adresse voulez-vous la recevoir\u202F? Puis-je vous rappeler dans deux jours, pour m’assurer que vous avez tout\u202F?',
    note: 'Facture non reçue.',
    actions: [{ kind: 'resend' }, { kind: 'call-back', inWorkingDays: 2 }],
  },
  {
    id: 'cash',
    said: 'La trésorerie est tendue en ce moment.',
    answer:
      'Merci de me le dire. Quelle somme pouvez-vous régler dès maintenant, et à quelles dates le reste\u202F? Nous pouvons convenir d’un échéancier, que je vous confirme par écrit.',
    note: 'Trésorerie tendue.',
    actions: [{ kind: 'plan' }, { kind: 'promise' }],
  },
  {
    id: 'signature',
    said: 'Elle attend une signature, une validation.',
    answer:
      'Entendu. Qui doit la valider, et pour quand est-ce prévu\u202F? Je vous rappelle ce jour-là\u202F; s’il manque un document pour la signature, je vous l’envoie aujourd’hui.',
    note: 'En attente de signature.',
    actions: [{ kind: 'call-back', inWorkingDays: 3 }, { kind: 'promise' }],
  },
  {
    id: 'not-compliant',
    said: 'Ce n’est pas conforme à la commande.',
    answer:
      'Je note ce qui ne va pas. Pouvez-vous me dire sur quel point précis, et pour quel montant\u202F? Nous regardons cela de notre côté\u202F; la partie qui ne pose pas de question peut-elle être réglée dès à présent\u202F?',
    note: 'Non conforme, d’après le client.',
    actions: [{ kind: 'dispute', reason: 'not-compliant' }],
  },
  {
    id: 'price',
    said: 'Le montant n’est pas celui convenu.',
    answer:
      'Je vérifie avec le devis et la commande. Quel montant aviez-vous\u202F? Si l’écart est confirmé, vous recevrez un avoir\u202F; le reste peut être réglé sans attendre.',
    note: 'Montant contesté.',
    actions: [{ kind: 'dispute', reason: 'price' }],
  },
  {
    id: 'missing-paper',
    said: 'Il manque un bon de commande, un bon de livraison.',
    answer:
      'Quel document exactement, et à qui dois-je l’adresser\u202F? Je vous l’envoie, puis je vous rappelle pour convenir de la date de règlement.',
    note: 'Pièce manquante.',
    actions: [{ kind: 'resend' }, { kind: 'call-back', inWorkingDays: 2 }],
  },
  {
    id: 'paid',
    said: 'C’est déjà payé.',
    answer:
      'Merci\u202F! Pouvez-vous me donner la date et la référence du virement\u202F? Je le retrouve sur notre relevé et je mets votre compte à jour.',
    note: 'Déjà réglée, d’après le client.',
    actions: [{ kind: 'paid' }, { kind: 'call-back', inWorkingDays: 3 }],
  },
  {
    id: 'absent',
    said: 'La personne n’est pas là.',
    answer:
      'Quand puis-je la joindre\u202F? Je rappelle à ce moment-là. Inutile de lui préciser l’objet, elle connaît notre société.',
    note: 'Personne absente.',
    actions: [{ kind: 'call-back', inWorkingDays: 1 }],
  },
];
