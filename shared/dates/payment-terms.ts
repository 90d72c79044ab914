import { fail, ok, type Result } from '../result.ts';
import { addDays, type Day, endOfMonth, isDay } from './day.ts';

/**
 * Agreed payment terms. « 45 jours fin de mois » has two lawful readings whose results differ by up to
 * 17 days, so the method is part of the contract and never guessed:
 * - `add-then-end`: end of the month of (issue + days);
 * - `end-then-add`: end of the month of issue, + days.
 * `plusDays` is « le 10 » in « 30 jours fin de mois le 10 ».
 * `decade`: days after the end of the décade (1-10, 11-20, 21-end) of the delivery.
 */
export type PaymentTerms =
  | { readonly kind: 'net'; readonly days: number }
  | {
      readonly kind: 'end-of-month';
      readonly days: number;
      readonly method: 'add-then-end' | 'end-then-add';
      readonly plusDays?: number;
    }
  | { readonly kind: 'after-receipt'; readonly days: number }
  | { readonly kind: 'decade'; readonly days: number };

export type PaymentTermsError =
  | { readonly kind: 'invalid-day'; readonly text: string }
  | { readonly kind: 'invalid-days'; readonly days: number }
  | { readonly kind: 'missing-receipt' }
  | { readonly kind: 'missing-method' };

/** Longest term that is read as one and not as a typing error. */
const longestDays = 3650;

/** Last day of the décade (1-10, 11-20, 21-end of month) that holds the day. */
export const endOfDecade = (on: Day): Day => {
  const dayOfMonth = Number(on.slice(8));
  if (dayOfMonth > 20) return endOfMonth(on);
  return `${on.slice(0, 8)}${dayOfMonth > 10 ? '20' : '10'}` as Day;
};

const isCount = (days: number): boolean => Number.isSafeInteger(days) && days >= 0 && days <= longestDays;

/** True for terms that give a due date once their days are known: whole counts of days, a method chosen. */
export const arePaymentTerms = (terms: PaymentTerms): boolean =>
  isCount(terms.days) &&
  (terms.kind !== 'end-of-month' ||
    (isCount(terms.plusDays ?? 0) && (terms.method === 'add-then-end' || terms.method === 'end-then-add')));

/**
 * The day on which an invoice falls due. Never moved off a Sunday or a holiday: no text does that for
 * a contractual due date, only reminders move.
 * @param issuedOn day of issue of the invoice.
 * @param options.receivedOn day of receipt of the goods or of performance of the service; needed by
 * `after-receipt`; `decade` takes the day of issue without it (invoice made at delivery).
 */
export const dueOn = (
  issuedOn: string,
  terms: PaymentTerms,
  options: { readonly receivedOn?: string | undefined } = {},
): Result<Day, PaymentTermsError> => {
  if (!isDay(issuedOn)) return fail({ kind: 'invalid-day', text: issuedOn });
  const { receivedOn } = options;
  if (receivedOn !== undefined && !isDay(receivedOn)) return fail({ kind: 'invalid-day', text: receivedOn });
  if (!isCount(terms.days)) return fail({ kind: 'invalid-days', days: terms.days });
  switch (terms.kind) {
    case 'net':
      return ok(addDays(issuedOn, terms.days));
    case 'after-receipt':
      return receivedOn === undefined
        ? fail({ kind: 'missing-receipt' })
        : ok(addDays(receivedOn, terms.days));
    case 'decade':
      return ok(addDays(endOfDecade(receivedOn ?? issuedOn), terms.days));
    case 'end-of-month': {
      const plusDays = terms.plusDays ?? 0;
      if (!isCount(plusDays)) return fail({ kind: 'invalid-days', days: plusDays });
      switch (terms.method) {
        case 'add-then-end':
          return ok(addDays(endOfMonth(addDays(issuedOn, terms.days)), plusDays));
        case 'end-then-add':
          return ok(addDays(endOfMonth(issuedOn), terms.days + plusDays));
        default:
          return fail({ kind: 'missing-method' });
      }
    }
  }
};

const dayCount = (days: number): string => `${days}\u00A0jour${days > 1 ? 's' : ''}`;

/** The terms in French, as on an invoice: « 30 jours nets », « 45 jours fin de mois », « Paiement comptant ». */
export const describePaymentTerms = (terms: PaymentTerms): string => {
  switch (terms.kind) {
    case 'net':
      return terms.days === 0
        ? 'Paiement comptant'
        : `${dayCount(terms.days)} net${terms.days > 1 ? 's' : ''} à compter de l’émission de la facture`;
    case 'after-receipt':
      return terms.days === 0 ? 'Paiement à réception' : `${dayCount(terms.days)} après réception`;
    case 'decade':
      return `${dayCount(terms.days)} après la fin de la décade de livraison`;
    case 'end-of-month':
      return describeEndOfMonth(terms.days, terms.method, terms.plusDays ?? 0);
  }
};

const describeEndOfMonth = (
  days: number,
  method: 'add-then-end' | 'end-then-add',
  plusDays: number,
): string => {
  const onThe = plusDays > 0 ? ` le\u00A0${plusDays}` : '';
  if (days === 0) return `Fin de mois${onThe}`;
  return method === 'add-then-end'
    ? `${dayCount(days)} fin de mois${onThe}`
    : `Fin de mois plus ${dayCount(days + plusDays)}`;
};
