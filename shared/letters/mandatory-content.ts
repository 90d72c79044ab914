import { isDay } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { contentChecks, folded, type LetterElement } from './content-checks.ts';

export type { LetterElement };

/** An element that the letter should have and has not, or has and should not. `message` is French. */
export interface MissingElement {
  readonly element: LetterElement;
  readonly message: string;
}

/**
 * What a letter lacks of the checklist of law-and-formats.md 2.2 for its kind and the debtor's regime, in
 * the order of the page; empty when all is there. What the letter sets by itself (registered mention, date,
 * table, daily accrual) is not asked for.
 */
export const missingElements = (model: LetterModel, regime: DebtorRegime): readonly MissingElement[] => {
  const deadline =
    model.deadlineOn !== undefined && isDay(model.deadlineOn) ? formatDay(model.deadlineOn) : '';
  const text = folded(
    [
      model.subject,
      ...model.paragraphsBefore,
      ...model.paragraphsAfter,
      model.legalReferences,
      deadline,
    ].join('\n'),
  );
  return contentChecks
    .filter((check) => check.only?.(model, regime) ?? true)
    .filter((check) => !check.isMet(model, text, regime))
    .map((check) => ({ element: check.element, message: check.message(model, regime) }));
};
