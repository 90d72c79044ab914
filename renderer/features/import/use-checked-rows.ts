import { useEffect, useMemo, useState } from 'react';
import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import { planLedgerImport } from '../../../shared/importing/ledger-import.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import type { ImportDraft } from './import-draft.ts';

/** The rows of the file as they would be imported, and what they would do. */
export interface CheckedRows {
  readonly rows: InvoiceRows;
  readonly plan: ImportPlan;
  /** True while a correction is being read. */
  readonly isStale: boolean;
}

/** Reads the rows in the worker and compares them with the ledger; undefined while the first reading runs. */
export const useCheckedRows = (
  { reading, mapping, formats, corrections }: ImportDraft,
  onBroken: () => void,
): CheckedRows | undefined => {
  const ledger = useLedger();
  const question = useMemo(
    () => ({ mapping, formats: { ...formats, corrections } }),
    [mapping, formats, corrections],
  );
  const [answer, setAnswer] = useState<{ readonly to: typeof question; readonly rows: InvoiceRows }>();
  useEffect(() => {
    let isOld = false;
    reading.rows(question.mapping, question.formats).then(
      (read) => {
        if (isOld) return;
        if (read.ok) setAnswer({ to: question, rows: read.value });
        else onBroken();
      },
      () => {
        if (!isOld) onBroken();
      },
    );
    return () => {
      isOld = true;
    };
  }, [reading, question, onBroken]);
  const rows = answer?.rows;
  return useMemo(() => {
    if (!rows) return undefined;
    let count = 0;
    // A dry run: the ids of the import itself are drawn when it happens.
    const plan = planLedgerImport(ledger, rows, () => {
      count += 1;
      return `dry-run-${count}`;
    });
    return { rows, plan, isStale: answer?.to !== question };
  }, [ledger, rows, answer, question]);
};
