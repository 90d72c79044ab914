import type { CaseDesk } from '../../shell/case-desk.ts';
import type { Handlers } from '../answer-request.ts';
import { done } from '../outcome.ts';

/** What these handlers need of the rest of main. */
export interface CaseParts {
  readonly cases: CaseDesk;
}

/** The file of a case as ZIP. */
export const caseHandlers = (parts: CaseParts) =>
  ({
    caseFileMake: parts.cases.make,
    caseFileCancel: () => {
      parts.cases.cancel();
      return done;
    },
  }) satisfies Partial<Handlers>;
