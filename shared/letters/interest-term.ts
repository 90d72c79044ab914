import type { LetterModel } from '../ipc/letter-contract.ts';

/** What the law of the debtor's regime calls the interest (C. com. L441-10, CCP L2192-13, C. civ. 1231-6). */
export const interestTerms = {
  penalties: { column: 'Pénalités', sentence: 'Pénalités de retard', plural: 'des pénalités de retard' },
  'moratory-interest': {
    column: 'Intérêts moratoires',
    sentence: 'Intérêts moratoires',
    plural: 'des intérêts moratoires',
  },
  'legal-interest': {
    column: 'Intérêts légaux',
    sentence: 'Intérêts au taux légal',
    plural: 'des intérêts au taux légal',
  },
} as const;

export const interestTermOf = (model: LetterModel) => interestTerms[model.interestTerm ?? 'penalties'];
