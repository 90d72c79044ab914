import type { BankFilePreview } from '../../../shared/importing/bank-import-preview.ts';
import type { BankProblem, BankStatement } from '../../../shared/importing/bank-reading.ts';
import type { BankFileRead } from './bank-reader-protocol.ts';

/** A file that was read, on its way into the ledger. */
export interface CheckedBankFile extends BankFileRead {
  readonly fileName: string;
}

/** What is to be done with a file of the check. */
export type BankFileStanding =
  /** There are movements that the ledger does not have. */
  | 'new'
  /** Nothing in it is new. */
  | 'known'
  /** Nothing could be read of it. */
  | 'refused';

export const standingOf = (
  { reading }: Pick<CheckedBankFile, 'reading'>,
  { statements }: Pick<BankFilePreview, 'statements'>,
): BankFileStanding => {
  if (reading.statements.length === 0) return 'refused';
  // A period without a movement is news too: it says that nothing came.
  return statements.every(({ isKnown }) => isKnown) ? 'known' : 'new';
};

/** Something was left out: the user has to agree before the rest is imported. */
export const isIncomplete = ({ reading }: Pick<CheckedBankFile, 'reading'>): boolean =>
  reading.problems.some(({ severity }) => severity === 'error');

/** Errors first, then by line. */
export const sortedProblems = (problems: readonly BankProblem[]): readonly BankProblem[] =>
  [...problems].sort((a, b) =>
    a.severity === b.severity ? (a.line ?? 0) - (b.line ?? 0) : a.severity === 'error' ? -1 : 1,
  );

/** Some tables name no account: which of the user's it is, by currency. */
export const accountlessCurrencies = (statements: readonly BankStatement[]): readonly string[] => [
  ...new Set(statements.flatMap(({ account, currency }) => (account === '' ? [currency] : []))),
];

/** The statements with an account given to those that name none. */
export const withAccounts = (
  statements: readonly BankStatement[],
  identifierOf: (currency: string) => string,
): readonly BankStatement[] =>
  statements.map((statement) =>
    statement.account === '' ? { ...statement, account: identifierOf(statement.currency) } : statement,
  );
