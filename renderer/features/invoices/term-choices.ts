import type { Day } from '../../../shared/dates/day.ts';
import { dueOn, type PaymentTerms } from '../../../shared/dates/payment-terms.ts';

/** Terms offered when an invoice is typed; `custom` leaves the due date to the user. */
export const termChoices = [
  { value: '0', label: 'Comptant', terms: { kind: 'net', days: 0 } },
  { value: '15', label: '15 jours', terms: { kind: 'net', days: 15 } },
  { value: '30', label: '30 jours', terms: { kind: 'net', days: 30 } },
  { value: '45', label: '45 jours', terms: { kind: 'net', days: 45 } },
  { value: '60', label: '60 jours', terms: { kind: 'net', days: 60 } },
  {
    value: '30-eom',
    label: '30 jours fin de mois',
    terms: { kind: 'end-of-month', days: 30, method: 'add-then-end' },
  },
  {
    value: '45-eom',
    label: '45 jours fin de mois',
    terms: { kind: 'end-of-month', days: 45, method: 'add-then-end' },
  },
  {
    value: 'eom-45',
    label: 'Fin de mois + 45 jours',
    terms: { kind: 'end-of-month', days: 45, method: 'end-then-add' },
  },
] as const satisfies readonly {
  readonly value: string;
  readonly label: string;
  readonly terms: PaymentTerms;
}[];

/** The choice for a due date that follows no rule. */
export const customTerms = { value: 'custom', label: 'Autre échéance' } as const;

/** What the list offers for a client whose own term is `days`. */
export const offeredTerms = (days: number): { readonly value: string; readonly label: string }[] => [
  ...termChoices.map(({ value, label }) => ({ value, label })),
  ...(termChoices.some(({ value }) => value === String(days))
    ? []
    : [{ value: String(days), label: `${days} jours` }]),
  customTerms,
];

/** Due date of an invoice by a chosen term; undefined for « Autre échéance ». */
export const dueDayOf = (issuedOn: Day, choice: string): Day | undefined => {
  if (choice === customTerms.value) return undefined;
  const terms: PaymentTerms = termChoices.find(({ value }) => value === choice)?.terms ?? {
    kind: 'net',
    days: Number(choice),
  };
  const due = dueOn(issuedOn, terms);
  return due.ok ? due.value : undefined;
};
