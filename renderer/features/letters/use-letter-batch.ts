import { useState } from 'react';
import type { LetterModel, RenderedBatch } from '../../../shared/ipc/letter-contract.ts';
import type { BatchExtras } from '../../../shared/ipc/print-contract.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';

/** A batch of letters that main is setting, and how to stop it. */
export interface LetterBatch {
  /** Letters of the batch that is being set. */
  readonly running: number | undefined;
  /** The PDF of all and of each; undefined where it failed or was stopped, which the user is told. */
  readonly prepare: (
    models: readonly LetterModel[],
    extras: BatchExtras,
  ) => Promise<RenderedBatch | undefined>;
  readonly cancel: () => void;
}

export const useLetterBatch = (): LetterBatch => {
  const [running, setRunning] = useState<number>();
  return {
    running,
    prepare: async (models, extras) => {
      setRunning(models.length);
      const batch = await bridge.lettersRender({ models: [...models], extras });
      setRunning(undefined);
      if (batch.ok) return batch.value;
      if (batch.error.kind !== 'cancelled') showRefusal(batch.error.message);
      return undefined;
    },
    cancel: () => void bridge.lettersCancel(),
  };
};
