import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { dueOn, type PaymentTerms } from '../dates/payment-terms.ts';
import { formatParameter } from './format-parameter.ts';
import { type LegalParameters, type ParameterName, parameterOn } from './parameters.ts';
import { type TermActivity, termRules } from './term-activity.ts';
import { checkTermCap, firstTermBreach, type TermCapInput } from './term-cap.ts';

/** What to tell a user who agrees payment terms, or enters a due date. */
export interface TermAdvice {
  /** « Une facture émise aujourd’hui, le 22/11/2026, serait due le 22/12/2026. » */
  readonly example: string | undefined;
  /** The longest lawful term with its article, as a part of a sentence. */
  readonly cap: string;
  /** Beyond the cap: when, and what it may cost. Not forbidden. */
  readonly warning: string | undefined;
}

const unknownCap = 'Pas connu pour cette date';

const fineText = (activity: TermActivity, on: Day, parameters: LegalParameters): string => {
  const amount = (name: ParameterName): string | undefined => {
    const found = parameterOn(parameters, name, on);
    return found.ok ? formatParameter(found.value) : undefined;
  };
  const [company, person] = [amount('term-fine-legal-person'), amount('term-fine-natural-person')];
  return termRules[activity].isFined && company !== undefined && person !== undefined
    ? ` L’amende administrative peut atteindre ${company} pour une société, ${person} pour une personne physique (C. com. art. L441-16).`
    : '';
};

const exampleOf = (terms: PaymentTerms, on: Day): string | undefined => {
  const due = dueOn(on, terms, { receivedOn: on });
  if (!due.ok) return undefined;
  const event = terms.kind === 'after-receipt' ? 'Une facture reçue ou livrée' : 'Une facture émise';
  return `${event} aujourd’hui, le ${formatDay(on)}, serait due le ${formatDay(due.value)}.`;
};

/** Advice on terms for the invoices of the coming year, by an example of today. */
export const termAdvice = (
  terms: PaymentTerms,
  activity: TermActivity,
  today: Day,
  parameters: LegalParameters,
): TermAdvice => {
  const example = exampleOf(terms, today);
  const due = dueOn(today, terms, { receivedOn: today });
  const input: TermCapInput = { issuedOn: today, dueOn: due.ok ? due.value : today, terms, activity };
  const cap = checkTermCap(input, parameters);
  if (!cap.ok) return { example, cap: unknownCap, warning: undefined };
  const { capOn, reason } = cap.value;
  if (capOn === undefined) return { example, cap: reason, warning: undefined };
  const breach = firstTermBreach(terms, activity, today, parameters);
  const found = breach.ok ? breach.value : undefined;
  return {
    example,
    cap: reason,
    warning:
      found &&
      `Plus long que la loi ne le permet\u00A0: une facture du ${formatDay(found.issuedOn)} serait due le ${formatDay(found.dueOn)}, au lieu du ${formatDay(found.capOn)} au plus tard.${fineText(activity, today, parameters)}`,
  };
};

/** The warning for one invoice whose due date lies beyond the longest lawful one, else undefined. */
export const dueDateWarning = (input: TermCapInput, parameters: LegalParameters): string | undefined => {
  const cap = checkTermCap(input, parameters);
  if (!cap.ok || cap.value.withinCap || cap.value.capOn === undefined) return undefined;
  return `Échéance plus tardive que la loi ne le permet\u00A0: ${formatDay(cap.value.capOn)} au plus tard, ${cap.value.reason}.`;
};
