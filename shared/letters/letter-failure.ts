import { describeClaimError } from '../claims/claim-problem.ts';
import type { ClaimError } from '../claims/invoice-claim.ts';

/** Why no letter can be written; `message` is French and says what to do. */
export interface LetterFailure {
  readonly kind: ClaimError['kind'] | 'no-address' | 'no-lines';
  readonly message: string;
}

/** The failure in the user's words. */
export const describeLineError = (error: ClaimError): LetterFailure => ({
  kind: error.kind,
  message: describeClaimError(error),
});
