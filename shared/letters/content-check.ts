import type { LetterModel } from '../ipc/letter-contract.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import type { RepairPlace } from './letter-problem.ts';

/** What a letter is asked for, by name. */
export type LetterElement =
  | 'creditor-name'
  | 'creditor-identity'
  | 'creditor-form'
  | 'creditor-capital'
  | 'creditor-registry'
  | 'sole-trader'
  | 'creditor-address'
  | 'creditor-contact'
  | 'debtor'
  | 'debtor-address'
  | 'place'
  | 'date'
  | 'registered'
  | 'object'
  | 'demand'
  | 'basis'
  | 'table'
  | 'not-due'
  | 'annex'
  | 'consumer-penalties'
  | 'consumer-interest'
  | 'totals'
  | 'amount'
  | 'legal-references'
  | 'outdated-article'
  | 'deadline'
  | 'deadline-past'
  | 'deadline-text'
  | 'granted-days'
  | 'payment-means'
  | 'payment-reference'
  | 'consequences'
  | 'public-path'
  | 'mediator'
  | 'mediator-contact'
  | 'contest'
  | 'crossed-payment'
  | 'enclosures'
  | 'enclosed-annex'
  | 'signature'
  | 'fees'
  | 'threats'
  | 'judicial-words'
  | 'unprintable'
  | 'placeholder';

/** Points of law-and-formats.md 2.2 by number, then what the law forbids and what paper does not take. */
export type LetterPoint =
  | 1
  | 2
  | 3
  | 4
  | 5
  | 6
  | 7
  | 8
  | 9
  | 10
  | 11
  | 12
  | 13
  | 14
  | 15
  | 'conduct'
  | 'printing';

/**
 * `mandatory`: without it the letter is not printed. `advice`: the user is told beside the letter. `hint`: only
 * the check list says it, because it would be said of every letter of many users.
 */
export type CheckNeed = 'mandatory' | 'advice' | 'hint';

/** What a check sees. `text` is everything the letter says in words, {@link folded}. */
export interface LetterFacts {
  readonly model: LetterModel;
  readonly regime: DebtorRegime;
  readonly text: string;
}

/** One line of the check list. */
export interface ContentCheck {
  readonly element: LetterElement;
  readonly point: LetterPoint;
  readonly need: CheckNeed;
  /** Where the user puts it right. */
  readonly repair: RepairPlace;
  /** French: what to do. */
  readonly message: (facts: LetterFacts) => string;
  /** Which letters it is asked of; every one where undefined. */
  readonly only?: (facts: LetterFacts) => boolean;
  readonly isMet: (facts: LetterFacts) => boolean;
}

/** Lower case without accents, one space, straight apostrophes: wording is recognised, not typography. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ');

/** « L. 441-10 » and « L441-10 » are one article. */
export const articles = (text: string): string =>
  folded(text)
    .replace(/[.\s]/gu, '')
    .replace(/[\u2010-\u2015]/gu, '-');

export const isFilled = (text: string): boolean => text.trim() !== '';

/** A formal notice or what follows it. */
export const isNotice = ({ model }: LetterFacts): boolean =>
  model.kind === 'formal-notice' || model.kind === 'last-notice';

export const isFormalNotice = ({ model }: LetterFacts): boolean => model.kind === 'formal-notice';
