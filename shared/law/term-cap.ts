import { addDays, type Day, day, endOfMonth, laterDay } from '../dates/day.ts';
import { dueOn, endOfDecade, type PaymentTerms } from '../dates/payment-terms.ts';
import { ok, type Result } from '../result.ts';
import { shippedParameters } from './parameter-data.ts';
import { type LegalParameters, type MissingParameter, parameterOn } from './parameters.ts';
import { type TermActivity, type TermRule, termRules } from './term-activity.ts';

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

/** « 45 jours fin de mois » stipulated: the cap by the method of the contract, else undefined. */
const endOfMonthCap = (issuedOn: Day, terms: PaymentTerms | undefined, days: number): Day | undefined => {
  if (terms?.kind !== 'end-of-month' || terms.days > days) return undefined;
  return terms.method === 'end-then-add'
    ? addDays(endOfMonth(issuedOn), days)
    : endOfMonth(addDays(issuedOn, days));
};

/** The day that the days of the cap are added to, and its name in French. */
const startOf = (
  rule: TermRule,
  issuedOn: Day,
  receivedOn: Day,
  terms: PaymentTerms | undefined,
): { readonly on: Day; readonly after: string } => {
  if (rule.countsDecades && terms?.kind === 'decade')
    return { on: endOfDecade(receivedOn), after: 'après la fin de la décade de livraison' };
  switch (rule.runsFrom) {
    case 'issue':
      return { on: issuedOn, after: rule.after };
    case 'receipt':
      return { on: receivedOn, after: rule.after };
    case 'end-of-month-of-receipt':
      return { on: endOfMonth(receivedOn), after: rule.after };
  }
};

type Cap = Omit<TermCap, 'withinCap'>;

const capOf = (
  rule: TermRule,
  { terms, ...input }: TermCapInput,
  parameters: LegalParameters,
): Result<Cap, MissingParameter> => {
  if (rule.cap === undefined) return ok({ capOn: undefined, reason: 'Aucun envers un consommateur' });
  const issuedOn = day(input.issuedOn);
  const found = parameterOn(parameters, rule.cap, issuedOn);
  if (!found.ok) return found;
  const { value: days, source } = found.value;
  const { on, after } = startOf(rule, issuedOn, day(input.receivedOn ?? issuedOn), terms);
  const reason = `${days}\u00A0jours ${after} (${source})`;
  const cap = { capOn: addDays(on, days), reason };
  if (!rule.hasEndOfMonthCap) return ok(cap);
  const endOfMonthDays = parameterOn(parameters, 'term-cap-end-of-month', issuedOn);
  if (!endOfMonthDays.ok) return endOfMonthDays;
  const later = endOfMonthCap(issuedOn, terms, endOfMonthDays.value.value);
  if (later === undefined) return ok(cap);
  return ok({
    capOn: laterDay(cap.capOn, later),
    reason: `${reason}, ou ${endOfMonthDays.value.value}\u00A0jours fin de mois si le contrat le stipule`,
  });
};

/**
 * Compares an agreed due date with the longest lawful one (fines of C. com. L441-16 beyond it), by the table
 * of law of the day of issue. « 60 jours fin de mois » has no cap of its own: it must stay within 60 days.
 * Throws on a text that is no day; fails where the table has no figure for that day.
 */
export const checkTermCap = (
  input: TermCapInput,
  parameters: LegalParameters = shippedParameters,
): Result<TermCap, MissingParameter> => {
  const cap = capOf(termRules[input.activity ?? 'general'], input, parameters);
  if (!cap.ok) return cap;
  const { capOn } = cap.value;
  return ok({ ...cap.value, withinCap: capOn === undefined || day(input.dueOn) <= capOn });
};

/** An invoice whose due date by the terms would lie beyond the longest lawful one. */
export interface TermBreach {
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly capOn: Day;
  readonly reason: string;
}

/**
 * The first invoice of the twelve months from `from` on that the terms would let fall due too late; undefined
 * where none would. Terms of an end of month are lawful for one invoice and not for the next. Goods and
 * requests count as received on the day of issue.
 */
export const firstTermBreach = (
  terms: PaymentTerms,
  activity: TermActivity,
  from: Day,
  parameters: LegalParameters = shippedParameters,
): Result<TermBreach | undefined, MissingParameter> => {
  for (let issuedOn = from, left = 366; left > 0; issuedOn = addDays(issuedOn, 1), left -= 1) {
    const due = dueOn(issuedOn, terms, { receivedOn: issuedOn });
    if (!due.ok) return ok(undefined);
    const cap = checkTermCap({ issuedOn, dueOn: due.value, terms, activity }, parameters);
    if (!cap.ok) return cap;
    const { capOn, withinCap, reason } = cap.value;
    if (!withinCap && capOn !== undefined) return ok({ issuedOn, dueOn: due.value, capOn, reason });
  }
  return ok(undefined);
};
