import { useEffect, useState } from 'react';
import type { LetterModel, RenderedBatch } from '../../../shared/ipc/letter-contract.ts';
import type { BatchExtras } from '../../../shared/ipc/print-contract.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';

/** A batch of letters that main is setting: how far it is, and how to stop it. */
export interface LetterBatch {
  readonly running: { readonly done: number; readonly total: number } | undefined;
  /** The PDF of all and of each; undefined where it failed or was stopped, which the user is told. */
  readonly prepare: (
    models: readonly LetterModel[],
    extras: BatchExtras,
  ) => Promise<RenderedBatch | undefined>;
  readonly cancel: () => void;
}

export const useLetterBatch = (): LetterBatch => {
  const [running, setRunning] = useState<LetterBatch['running']>();
  const total = running?.total;
  useEffect(() => {
    if (total === undefined) return undefined;
    return bridge.on('letterProgress', (progress) => {
      // A preview of one letter reports as well.
      if (progress.total === total) setRunning(progress);
    });
  }, [total]);
  return {
    running,
    prepare: async (models, extras) => {
      setRunning({ done: 0, total: models.length });
      const batch = await bridge.lettersRender({ models: [...models], extras });
      setRunning(undefined);
      if (batch.ok) return batch.value;
      if (batch.error.kind !== 'cancelled') showRefusal(batch.error.message);
      return undefined;
    },
    cancel: () => void bridge.lettersCancel(),
  };
};
