import type { MatchTarget } from '../../../shared/matching/match-contract.ts';
import type { MatchRow } from './match-rows.ts';

/** What the dialog needs of a movement. */
export type AssignedMovement = Pick<MatchRow, 'id' | 'line' | 'amountCents' | 'currency' | 'title'> & {
  /** What is chosen or proposed now. */
  readonly targets: readonly MatchTarget[];
};

/** What both forms of the dialog need. */
export interface AssignFormProps {
  readonly movement: AssignedMovement;
  readonly submitLabel: string;
  readonly onSubmit: (targets: readonly MatchTarget[]) => Promise<void> | void;
  readonly onClose: () => void;
}
