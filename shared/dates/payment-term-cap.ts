import { addDays, type Day, day, endOfMonth, laterDay } from './day.ts';
import { endOfDecade, type PaymentTerms } from './payment-terms.ts';

/**
 * What the longest lawful term depends on. `general` is any sale between businesses; the others are the
 * activities of C. com. L441-11 II and L441-12, and the public buyers of CCP R2192-10 and -11.
 */
export type TermActivity =
  | 'general'
  | 'periodic-invoice'
  | 'perishable-food'
  | 'livestock-and-fresh-meat'
  | 'alcohol'
  | 'wine-and-grapes'
  | 'transport'
  | 'vat-free-export'
  | 'public-body'
  | 'public-hospital'
  | 'public-company'
  | 'consumer';

export interface TermCap {
  readonly withinCap: boolean;
  /** Last lawful due date; undefined where the law sets none. */
  readonly capOn: Day | undefined;
  /** The rule in French, with its article. */
  readonly reason: string;
}

export interface TermCapInput {
  readonly issuedOn: string;
  readonly dueOn: string;
  /** The agreed terms: 45 days end of month is a cap only where the contract says so. */
  readonly terms?: PaymentTerms | undefined;
  /** Day of delivery, performance, or receipt of the payment request; the day of issue without it. */
  readonly receivedOn?: string | undefined;
  readonly activity?: TermActivity | undefined;
}

const sixtyDays = '60\u00A0jours après l’émission de la facture (C. com. art. L441-10 I)';

/** « 45 jours fin de mois » stipulated: the cap by the method of the contract, else undefined. */
const endOfMonthCap = (issuedOn: Day, terms: PaymentTerms | undefined): Day | undefined => {
  if (terms?.kind !== 'end-of-month' || terms.days > 45) return undefined;
  return terms.method === 'end-then-add'
    ? addDays(endOfMonth(issuedOn), 45)
    : endOfMonth(addDays(issuedOn, 45));
};

const generalCap = (issuedOn: Day, terms: PaymentTerms | undefined): Omit<TermCap, 'withinCap'> => {
  const sixty = addDays(issuedOn, 60);
  const endOfMonthDay = endOfMonthCap(issuedOn, terms);
  return endOfMonthDay === undefined
    ? { capOn: sixty, reason: sixtyDays }
    : {
        capOn: laterDay(sixty, endOfMonthDay),
        reason: `${sixtyDays}, ou 45\u00A0jours fin de mois si le contrat le stipule`,
      };
};

const capOf = (
  activity: TermActivity,
  issuedOn: Day,
  receivedOn: Day,
  terms: PaymentTerms | undefined,
): Omit<TermCap, 'withinCap'> => {
  switch (activity) {
    case 'general':
    case 'wine-and-grapes':
      return generalCap(issuedOn, terms);
    case 'periodic-invoice':
      return {
        capOn: addDays(issuedOn, 45),
        reason: 'Facture périodique\u00A0: 45\u00A0jours après l’émission (C. com. art. L441-10 I)',
      };
    case 'perishable-food': {
      const byDecade = terms?.kind === 'decade';
      return {
        capOn: addDays(byDecade ? endOfDecade(receivedOn) : receivedOn, 30),
        reason: byDecade
          ? 'Denrées périssables, facture périodique\u00A0: 30\u00A0jours après la fin de la décade de livraison (C. com. art. L441-11 II)'
          : 'Denrées périssables\u00A0: 30\u00A0jours après la livraison (C. com. art. L441-11 II)',
      };
    }
    case 'livestock-and-fresh-meat':
      return {
        capOn: addDays(receivedOn, 20),
        reason:
          'Bétail sur pied et viandes fraîches\u00A0: 20\u00A0jours après la livraison (C. com. art. L441-11 II)',
      };
    case 'alcohol':
      return {
        capOn: addDays(endOfMonth(receivedOn), 30),
        reason:
          'Boissons alcooliques\u00A0: 30\u00A0jours après la fin du mois de livraison (C. com. art. L441-11 II)',
      };
    case 'transport':
      return {
        capOn: addDays(issuedOn, 30),
        reason:
          'Transport et location de véhicules\u00A0: 30\u00A0jours après l’émission de la facture (C. com. art. L441-11 II 5°)',
      };
    case 'vat-free-export':
      return {
        capOn: addDays(issuedOn, 90),
        reason:
          'Achats en franchise de TVA réexportés hors de l’Union européenne\u00A0: 90\u00A0jours après l’émission (C. com. art. L441-12)',
      };
    case 'public-body':
      return publicCap(receivedOn, 30);
    case 'public-hospital':
      return publicCap(receivedOn, 50);
    case 'public-company':
      return publicCap(receivedOn, 60);
    case 'consumer':
      return { capOn: undefined, reason: 'Aucun délai maximal légal envers un consommateur' };
  }
};

const publicCap = (receivedOn: Day, days: number): Omit<TermCap, 'withinCap'> => ({
  capOn: addDays(receivedOn, days),
  reason: `Commande publique\u00A0: ${days}\u00A0jours après la réception de la demande de paiement (CCP art. R2192-10 et R2192-11)`,
});

/**
 * Compares an agreed due date with the longest lawful one (fines of C. com. L441-16 beyond it).
 * « 60 jours fin de mois » has no cap of its own: it must stay within 60 days. Throws on a text that is no day.
 */
export const checkTermCap = (input: TermCapInput): TermCap => {
  const issuedOn = day(input.issuedOn);
  const cap = capOf(input.activity ?? 'general', issuedOn, day(input.receivedOn ?? issuedOn), input.terms);
  return { ...cap, withinCap: cap.capOn === undefined || day(input.dueOn) <= cap.capOn };
};
