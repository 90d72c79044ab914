import type { LegalCase } from '../../../shared/ledger/legal-case.ts';

/** What each form of a case is given. */
export interface CaseFormProps {
  readonly legalCase: LegalCase;
  readonly onClose: () => void;
}
