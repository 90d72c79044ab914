import type { MatchReason } from '../../../shared/matching/match-contract.ts';

type Engine = { readonly matchReasonText?: (reason: MatchReason) => string };
const modules = Object.values(
  import.meta.glob('../../../shared/matching/match-reason-text.ts', { eager: true }) as Record<
    string,
    Engine
  >,
);
export const matchReasonText: NonNullable<Engine['matchReasonText']> = (reason) =>
  modules[0]?.matchReasonText?.(reason) ?? reason.kind;
