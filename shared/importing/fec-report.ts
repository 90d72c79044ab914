import { type FecColumns, fecFieldNames, fecFields } from './fec-columns.ts';
import type { FecPass } from './fec-pass.ts';
import { type FecProblem, fecProblem } from './fec-problem.ts';

const missingFields = ({ index }: FecColumns): readonly string[] =>
  fecFields
    .filter((field) => {
      if (field === 'debit' || field === 'credit')
        return index.montant === undefined && index[field] === undefined;
      return index[field] === undefined;
    })
    .map((field) => fecFieldNames[field]);

/** Everything that is wrong with a file, the lines in their order and what concerns it as a whole round them. */
export const fecReport = (
  pass: FecPass,
  columns: FecColumns,
  damagedCharacters: number,
): readonly FecProblem[] => {
  const missing = missingFields(columns);
  const unbalanced = pass.entries.unbalanced();
  const customers = pass.customerLines.length;
  return [
    ...(columns.hasHeader ? [] : [fecProblem('no-header', {}, 1)]),
    ...(missing.length > 0 ? [fecProblem('missing-columns', { value: missing.join(', ') }, 1)] : []),
    ...(damagedCharacters > 0 ? [fecProblem('damaged-characters', { count: damagedCharacters })] : []),
    ...(pass.lineCount === 0 ? [fecProblem('no-lines')] : []),
    ...pass.problems,
    ...(pass.debitCents !== pass.creditCents
      ? [fecProblem('unbalanced', { cents: pass.debitCents, otherCents: pass.creditCents })]
      : []),
    ...(pass.debitCents === pass.creditCents && unbalanced.first
      ? [
          fecProblem(
            'unbalanced-entries',
            { count: unbalanced.count, value: unbalanced.first.name.replace(/\s+/g, ' ').trim() },
            unbalanced.first.line,
          ),
        ]
      : []),
    ...(pass.oddAccount
      ? [fecProblem('odd-account', { value: pass.oddAccount.account, count: pass.oddAccount.lines })]
      : []),
    ...(customers === 0 && pass.lineCount > 0 ? [fecProblem('no-customer-account')] : []),
    ...(customers > 0 && pass.letters === 0 ? [fecProblem('no-letters')] : []),
    ...(pass.collective
      ? [fecProblem('no-auxiliary', { value: pass.collective.account, count: pass.collective.lines })]
      : []),
    ...(pass.asideCents !== 0
      ? [
          fecProblem('set-aside', {
            value: [...pass.asideAccounts].sort().join(', '),
            cents: pass.asideCents,
          }),
        ]
      : []),
    ...(pass.draftLines > 0 ? [fecProblem('draft-entries', { count: pass.draftLines })] : []),
  ];
};
