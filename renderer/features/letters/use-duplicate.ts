import { useCallback } from 'react';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { recordDuplicate } from '../../db/commands/reprints.ts';
import { printAs } from './use-print-setup.ts';

/** « Réimprimer »: the PDF of a letter that was printed well, stamped « DUPLICATA », and the journal told. */
export const useDuplicate = (): ((letterId: string, pdf: DocumentRef) => Promise<void>) => {
  const run = useRun();
  return useCallback(
    async (letterId, { hash, name }) => {
      const [made, setup] = await Promise.all([
        bridge.documentExcerpt([{ hash, duplicate: true }]),
        bridge.printSetup(),
      ]);
      if (!made.ok || !setup.ok) {
        if (!made.ok) showRefusal(made.error.message);
        else if (!setup.ok) showRefusal(setup.error.message);
        return;
      }
      const title = `Duplicata – ${name}`.slice(0, 200);
      if (await printAs(setup.value, { hash: made.value.hash, name: title }))
        await run(recordDuplicate, { reminderId: letterId });
    },
    [run],
  );
};
