import { useCallback } from 'react';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { recordDuplicate } from '../../db/commands/reprints.ts';
import { printAs, usePrintSetup } from './use-print-setup.ts';

/** « Réimprimer »: the PDF of a letter that was printed well, stamped « DUPLICATA », and the journal told. */
export const useDuplicate = (): ((letterId: string, pdf: DocumentRef) => Promise<void>) => {
  const run = useRun();
  const { setup } = usePrintSetup();
  return useCallback(
    async (letterId, { hash, name }) => {
      const made = await bridge.documentExcerpt([{ hash, duplicate: true }]);
      if (!made.ok) {
        showRefusal(made.error.message);
        return;
      }
      if (await printAs(setup, { hash: made.value.hash, name: `Duplicata – ${name}` }))
        await run(recordDuplicate, { reminderId: letterId });
    },
    [run, setup],
  );
};
