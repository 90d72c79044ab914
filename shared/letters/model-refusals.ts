import type { LetterModel } from '../ipc/letter-contract.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { isMandatory, type LetterProblem, problemOfElement } from './letter-problem.ts';
import { missingElements } from './mandatory-content.ts';

/** The model names the interest of its regime; one that starts at the notice is no business matter. */
const regimes: Readonly<Record<NonNullable<LetterModel['interestTerm']>, DebtorRegime>> = {
  penalties: 'b2b',
  'moratory-interest': 'public',
  'legal-interest': 'non-professional',
};

/**
 * What keeps a letter from being printed as far as its model tells, whoever asks for it: the check of main, where
 * no ledger is. Balance, client and the mediator are checked over the ledger (letter-readiness.ts).
 */
export const modelRefusals = (model: LetterModel): readonly LetterProblem[] =>
  missingElements(model, regimes[model.interestTerm ?? 'penalties'])
    .filter(isMandatory)
    .map(problemOfElement);
