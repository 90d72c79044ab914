import { addDays, type Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { arePaymentTerms, dueOn, type PaymentTerms } from '../../../shared/dates/payment-terms.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

export type EndOfMonthMethod = Extract<PaymentTerms, { kind: 'end-of-month' }>['method'];

/** Terms while they are being typed: any part may still be missing. `company` is the general setting. */
export interface TermsDraft {
  readonly kind: PaymentTerms['kind'] | 'company';
  readonly days: number | undefined;
  /** No method is the usual one: the user copies it from his contract. */
  readonly method: EndOfMonthMethod | undefined;
  readonly plusDays: number | undefined;
}

/** The form of what is agreed; `defaultTermDays` is where a change of kind starts from. */
export const draftOfTerms = (terms: PaymentTerms | undefined, defaultTermDays: number): TermsDraft => ({
  kind: terms?.kind ?? 'company',
  days: terms?.days ?? defaultTermDays,
  method: terms?.kind === 'end-of-month' ? terms.method : undefined,
  plusDays: terms?.kind === 'end-of-month' ? terms.plusDays : undefined,
});

/** What the form still lacks, in the order in which its fields stand. */
export type TermsProblem = 'missing-days' | 'missing-method';

/** The terms typed, `undefined` for the general setting; fails while something is missing. */
export const termsOfDraft = ({
  kind,
  days,
  method,
  plusDays,
}: TermsDraft): Result<PaymentTerms | undefined, { readonly kind: TermsProblem }> => {
  if (kind === 'company') return ok(undefined);
  if (days === undefined) return fail({ kind: 'missing-days' });
  // « Fin de mois » without days: both methods are the same.
  const chosen = method ?? (days === 0 ? 'add-then-end' : undefined);
  if (kind === 'end-of-month' && chosen === undefined) return fail({ kind: 'missing-method' });
  const terms: PaymentTerms =
    kind === 'end-of-month'
      ? { kind, days, method: chosen ?? 'add-then-end', ...(plusDays && { plusDays }) }
      : { kind, days };
  return arePaymentTerms(terms) ? ok(terms) : fail({ kind: 'missing-days' });
};

const bothMethods = ['add-then-end', 'end-then-add'] as const;

/** Due dates of one invoice by both readings of « N jours fin de mois ». */
export interface MethodExamples {
  readonly issuedOn: Day;
  readonly dueOn: Readonly<Record<EndOfMonthMethod, Day>>;
}

/**
 * The worked examples between which the user chooses: an invoice of today, or of the first day after it on
 * which the two readings differ. Undefined while the days are missing.
 */
export const methodExamples = (
  { days, plusDays }: Pick<TermsDraft, 'days' | 'plusDays'>,
  today: Day,
): MethodExamples | undefined => {
  if (days === undefined) return undefined;
  const exampleOn = (issuedOn: Day): MethodExamples | undefined => {
    const [first, second] = bothMethods.map((method) =>
      dueOn(issuedOn, { kind: 'end-of-month', days, method, plusDays: plusDays ?? 0 }),
    );
    return first?.ok && second?.ok
      ? { issuedOn, dueOn: { 'add-then-end': first.value, 'end-then-add': second.value } }
      : undefined;
  };
  for (let ahead = 0; ahead < 62; ahead += 1) {
    const example = exampleOn(addDays(today, ahead));
    if (example && example.dueOn['add-then-end'] !== example.dueOn['end-then-add']) return example;
  }
  return exampleOn(today);
};

/** « facture du 15/01/2026 → échéance le 31/03/2026 ». */
export const exampleText = ({ issuedOn, dueOn: due }: MethodExamples, method: EndOfMonthMethod): string =>
  `Facture du ${formatDay(issuedOn)} → échéance le ${formatDay(due[method])}`;
