import { useMemo, useState } from 'react';
import { currentBalances } from '../../../shared/ledger/balance.ts';
import type { MatchTarget } from '../../../shared/matching/match-contract.ts';
import {
  type ConfirmationSummary,
  confirmationSummary,
  decideMovements,
  type OwnDecision,
} from '../../../shared/matching/matching-decisions.ts';
import { type Cents, zeroCents } from '../../../shared/money/cents.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { type MatchRow, matchRows } from './match-rows.ts';
import { useProposals } from './use-proposals.ts';

export interface MatchQueue {
  readonly rows: readonly MatchRow[];
  readonly summary: ConfirmationSummary;
  /** 0 to 1 while proposals are computed. */
  readonly progress?: number | undefined;
  readonly hasFailed: boolean;
  readonly tick: (id: string, isTicked: boolean) => void;
  /** Chooses something else and ticks it. */
  readonly choose: (id: string, targets: readonly MatchTarget[]) => void;
  /** Forgets what was decided about these: they are confirmed. */
  readonly forget: (ids: Iterable<string>) => void;
}

/** Movements that wait with what is proposed and what the user decided so far; nothing is written here. */
export const useMatchQueue = (): MatchQueue => {
  const ledger = useLedger();
  const { input, byMovement, progress, hasFailed } = useProposals();
  const [own, setOwn] = useState<ReadonlyMap<string, OwnDecision>>(new Map());
  const remainingOf = useMemo(() => {
    const { remainingByInvoice } = currentBalances(ledger);
    return (invoiceId: string): Cents => remainingByInvoice.get(invoiceId) ?? zeroCents;
  }, [ledger]);
  const decisions = useMemo(
    () =>
      decideMovements(
        input.movements.map(({ id }) => id),
        // Payments are in euros: money on an account in another currency settles no invoice here.
        new Map(
          input.movements.flatMap(({ id, currency }) => {
            const proposal = currency === 'EUR' ? byMovement.get(id) : undefined;
            return proposal ? [[id, proposal] as const] : [];
          }),
        ),
        own,
        remainingOf,
      ),
    [input, byMovement, own, remainingOf],
  );
  const rows = useMemo(
    () => matchRows(ledger, input, byMovement, decisions),
    [ledger, input, byMovement, decisions],
  );
  const summary = useMemo(
    () => confirmationSummary(decisions.values(), remainingOf),
    [decisions, remainingOf],
  );
  const decide = (id: string, decision: OwnDecision): void =>
    setOwn((known) => new Map([...known, [id, decision]]));
  return {
    rows,
    summary,
    progress,
    hasFailed,
    tick: (id, isTicked) => decide(id, { ...own.get(id), isTicked }),
    choose: (id, targets) => decide(id, { targets, isTicked: true }),
    forget: (ids) =>
      setOwn((known) => {
        const next = new Map(known);
        for (const id of ids) next.delete(id);
        return next;
      }),
  };
};
