import { useEffect, useMemo, useRef, useState } from 'react';
import { matchingInputOf } from '../../../shared/matching/ledger-matching.ts';
import type { MatchingInput, MatchProposal } from '../../../shared/matching/match-contract.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import type { MatchingAnswer, MatchingRequest } from './matching-protocol.ts';

export interface Proposals {
  readonly input: MatchingInput;
  /** By movement. While they are computed anew, those of before stay. */
  readonly byMovement: ReadonlyMap<string, MatchProposal>;
  /** 0 to 1 while the worker is at it; undefined when it is done. */
  readonly progress?: number | undefined;
  /** The worker broke: nothing is proposed, everything can still be chosen by hand. */
  readonly hasFailed: boolean;
}

/** Proposals for every movement that waits, computed in a worker whenever the ledger changes. */
export const useProposals = (): Proposals => {
  const ledger = useLedger();
  const input = useMemo(() => matchingInputOf(ledger), [ledger]);
  const [byMovement, setByMovement] = useState<ReadonlyMap<string, MatchProposal>>(new Map());
  const [progress, setProgress] = useState<number | undefined>(0);
  const [hasFailed, setFailed] = useState(false);
  const lastId = useRef(0);
  useEffect(() => {
    if (input.movements.length === 0) {
      setByMovement(new Map());
      setProgress(undefined);
      return undefined;
    }
    lastId.current += 1;
    const id = lastId.current;
    setProgress(0);
    setFailed(false);
    // A worker of its own for every state: one that is still at an older state is simply ended.
    const worker = new Worker(new URL('./matching-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<MatchingAnswer>) => {
      if (data.id !== id) return;
      if (data.kind === 'progress') {
        setProgress(data.all === 0 ? 1 : data.done / data.all);
        return;
      }
      setByMovement(new Map(data.proposals.map((proposal) => [proposal.movementId, proposal])));
      setProgress(undefined);
      worker.terminate();
    });
    worker.addEventListener('error', () => {
      setProgress(undefined);
      setFailed(true);
      worker.terminate();
    });
    worker.postMessage({ id, input } satisfies MatchingRequest);
    return () => worker.terminate();
  }, [input]);
  return { input, byMovement, progress, hasFailed };
};
