import { isDay } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import {
  type CheckNeed,
  folded,
  type LetterElement,
  type LetterFacts,
  type LetterPoint,
} from './content-check.ts';
import { contentChecks } from './content-checks.ts';
import type { RepairPlace } from './letter-problem.ts';

export type { LetterElement };

/** An element that the letter should have and has not, or has and should not. `message` is French. */
export interface MissingElement {
  readonly element: LetterElement;
  readonly point: LetterPoint;
  readonly need: CheckNeed;
  readonly repair: RepairPlace;
  readonly message: string;
}

/** Where a letter stands with one check. */
export interface CheckedElement extends MissingElement {
  readonly isMet: boolean;
}

const factsOf = (model: LetterModel, regime: DebtorRegime): LetterFacts => {
  const deadline =
    model.deadlineOn !== undefined && isDay(model.deadlineOn) ? formatDay(model.deadlineOn) : '';
  return {
    model,
    regime,
    text: folded(
      [
        model.subject,
        ...model.paragraphsBefore,
        ...model.paragraphsAfter,
        model.legalReferences,
        deadline,
      ].join('.\n'),
    ),
  };
};

/** What is asked of a letter that demands nothing by law: who writes, to whom, when, how to pay, fair words. */
const askedOfCorrespondence: ReadonlySet<LetterElement> = new Set<LetterElement>([
  'creditor-name',
  'creditor-identity',
  'creditor-address',
  'creditor-contact',
  'sole-trader',
  'debtor',
  'debtor-address',
  'place',
  'date',
  'outdated-article',
  'deadline-past',
  'payment-means',
  'signature',
  'fees',
  'threats',
  'judicial-words',
  'unprintable',
  'placeholder',
]);

/** What is asked only of a letter that goes to the debtor by post. */
const askedOfPost: ReadonlySet<LetterElement> = new Set<LetterElement>([
  'debtor',
  'debtor-address',
  'fees',
  'threats',
  'judicial-words',
]);

const isAsked = ({ element }: { readonly element: LetterElement }, model: LetterModel): boolean =>
  model.kind !== 'correspondence' ||
  (askedOfCorrespondence.has(element) &&
    !(element === 'payment-means' && model.withoutPayment === true) &&
    !(model.withoutEnvelope === true && askedOfPost.has(element)));

/**
 * The check list of law-and-formats.md 2.2 over a letter: every check that is asked of its kind and the debtor's
 * regime, in the order of the list. `message` is empty where the check is met.
 */
export const checkedElements = (model: LetterModel, regime: DebtorRegime): readonly CheckedElement[] => {
  const facts = factsOf(model, regime);
  return contentChecks
    .filter((check) => isAsked(check, model) && (check.only?.(facts) ?? true))
    .map(({ element, point, need, repair, isMet, message }) => {
      const met = isMet(facts);
      return { element, point, need, repair, isMet: met, message: met ? '' : message(facts) };
    });
};

/**
 * What a letter lacks of its check list, in the order of the list; empty when all is there. What the letter sets
 * by itself (registered mention, date, daily accrual, day of the décompte) is not asked for.
 */
export const missingElements = (model: LetterModel, regime: DebtorRegime): readonly MissingElement[] =>
  checkedElements(model, regime)
    .filter(({ isMet }) => !isMet)
    .map(({ isMet: _, ...missing }) => missing);
