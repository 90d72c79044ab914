import type { LetterElement } from './content-checks.ts';
import type { LetterFailure } from './letter-failure.ts';
import type { MissingElement } from './mandatory-content.ts';

/** Where something missing from a letter is put right. */
export type RepairPlace = 'company' | 'client' | 'templates' | 'legal-rates' | 'none';

/** Something that keeps a letter from being printed, or that it would be better with. French. */
export interface LetterProblem {
  readonly message: string;
  readonly repair: RepairPlace;
}

const elementPlaces: Readonly<Record<LetterElement, RepairPlace>> = {
  'creditor-name': 'company',
  'creditor-identity': 'company',
  'creditor-address': 'company',
  'creditor-contact': 'company',
  'debtor-address': 'client',
  place: 'company',
  object: 'templates',
  demand: 'templates',
  deadline: 'none',
  totals: 'none',
  'legal-references': 'none',
  'outdated-article': 'templates',
  'consumer-penalties': 'templates',
  'payment-means': 'company',
  consequences: 'templates',
  mediator: 'templates',
  contest: 'templates',
  'crossed-payment': 'templates',
  enclosures: 'none',
  signature: 'company',
  'judicial-words': 'templates',
  unprintable: 'templates',
};

/**
 * Without these a letter is worth nothing, or is against the law; the others make it better. An address that
 * is too wide for the window is printed all the same: the user sees it on the page.
 */
const mandatory: ReadonlySet<LetterElement> = new Set([
  'creditor-name',
  'creditor-identity',
  'creditor-address',
  'place',
  'object',
  'demand',
  'deadline',
  'totals',
  'legal-references',
  'consumer-penalties',
  'payment-means',
  'signature',
  'judicial-words',
  'unprintable',
]);

/** True for an element without which the letter must not be printed. */
export const isMandatory = ({ element }: MissingElement): boolean => mandatory.has(element);

/** A missing element with the place where it is put right. */
export const problemOfElement = ({ element, message }: MissingElement): LetterProblem => ({
  message:
    element === 'deadline'
      ? 'La date limite de ce courrier est passée\u00A0: retirez-le, puis approuvez-le de nouveau.'
      : message,
  repair: elementPlaces[element],
});

const failurePlaces: Readonly<Record<LetterFailure['kind'] | 'no-client', RepairPlace>> = {
  'no-due-date': 'client',
  'foreign-currency': 'client',
  'inconsistent-balance': 'client',
  'missing-parameter': 'legal-rates',
  'invalid-rate': 'client',
  'invalid-day': 'client',
  'invalid-amount': 'client',
  'no-address': 'client',
  'no-lines': 'none',
  'no-client': 'none',
};

/** Why no letter can be written, with the place where it is put right. */
export const problemOfFailure = (failure: {
  readonly kind: LetterFailure['kind'] | 'no-client';
  readonly message: string;
}): LetterProblem => ({ message: failure.message, repair: failurePlaces[failure.kind] });
