import { type Decision, put, type Refusal, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** The case is not there any more. */
export const gone: Refusal = { kind: 'no-case', message: 'Ce dossier n’existe plus.' };
const isClosed: Refusal = { kind: 'closed', message: 'Ce dossier est clos.' };
/** A date that has not come yet. */
export const future: Refusal = { kind: 'future', message: 'Cette date est dans le futur.' };

/** Longest note. */
const longest = 2000;
/** A text of the user as it is kept. */
export const trimmed = (text: string): string => text.trim().slice(0, longest);

/** A case that is not closed, or why it cannot be changed. */
export const openedCase = (ledger: Ledger, caseId: string): Result<LegalCase, Refusal> => {
  const found = ledger.legalCases.get(caseId);
  if (!found) return fail(gone);
  return found.closed ? fail(isClosed) : ok(found);
};

/** The debtor, as labels name him. */
export const nameOf = (ledger: Ledger, { clientId }: LegalCase): string =>
  ledger.clients.get(clientId)?.name ?? 'un client effacé';

/** A change of a case, with other rows of the same moment. */
export const changed = (
  command: string,
  label: string,
  legalCase: LegalCase,
  others: readonly RowWrite[] = [],
): Result<Decision, Refusal> =>
  ok({
    command,
    label,
    clientId: legalCase.clientId,
    undo: 'allowed',
    writes: [put('legalCases', legalCase), ...others],
  });
