import type { MatchingInput, MatchProposal } from '../../../shared/matching/match-contract.ts';

/** What the window asks of the worker that matches. */
export interface MatchingRequest {
  readonly id: number;
  readonly input: MatchingInput;
}

export type MatchingAnswer =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly id: number; readonly kind: 'proposals'; readonly proposals: readonly MatchProposal[] };
