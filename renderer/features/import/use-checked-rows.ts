import { useEffect, useMemo, useState } from 'react';
import {
  type FecImportPlan,
  type FecSettleChoice,
  planFecImportSteps,
} from '../../../shared/importing/fec-import.ts';
import type { ImportPlan } from '../../../shared/importing/import-plan.ts';
import type { InvoiceRows } from '../../../shared/importing/invoice-rows.ts';
import { planLedgerImportSteps } from '../../../shared/importing/ledger-import.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { batchRows } from './document-batch.ts';
import type { ImportDraft } from './import-draft.ts';
import { inSlices } from './plan-in-slices.ts';

/** The rows of the file as they would be imported, and what they would do. */
export interface CheckedRows {
  readonly rows: InvoiceRows;
  readonly plan: ImportPlan;
  /** Of entries of accounting, the whole of what they mean. */
  readonly fecPlan: FecImportPlan | undefined;
  /** True while a correction is being read. */
  readonly isStale: boolean;
}

/** How the rows of a draft are read; undefined = they could not be. */
const rowsReaderOf = (draft: ImportDraft): (() => Promise<InvoiceRows | undefined>) => {
  if (draft.kind === 'fec')
    return () => Promise.resolve({ rows: [], leftOut: [], problems: [], repeatedLines: 0, duplicates: 0 });
  if (draft.kind === 'documents') {
    const { batch } = draft;
    return () => Promise.resolve(batchRows(batch));
  }
  const { reading, mapping, formats, corrections } = draft;
  return async () => {
    const read = await reading.rows(mapping, { ...formats, corrections });
    return read.ok ? read.value : undefined;
  };
};

/**
 * Reads the rows in the worker and compares them with the ledger, in slices; undefined while the first reading
 * runs.
 */
export const useCheckedRows = (draft: ImportDraft, onBroken: () => void): CheckedRows | undefined => {
  const ledger = useLedger();
  const fec = draft.kind === 'fec' ? draft.fec : undefined;
  const settle = draft.kind === 'fec' ? draft.settle : 'none';
  const { batch, mapping, formats, corrections } = {
    batch: undefined,
    mapping: undefined,
    formats: undefined,
    corrections: undefined,
    ...draft,
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other changes of a draft read nothing anew
  const read = useMemo(() => rowsReaderOf(draft), [draft.reading, fec, batch, mapping, formats, corrections]);
  const [answer, setAnswer] = useState<{ readonly to: typeof read; readonly rows: InvoiceRows }>();
  useEffect(() => {
    let isOld = false;
    read().then(
      (rows) => {
        if (isOld) return;
        if (rows) setAnswer({ to: read, rows });
        else onBroken();
      },
      () => {
        if (!isOld) onBroken();
      },
    );
    return () => {
      isOld = true;
    };
  }, [read, onBroken]);
  const rows = answer?.rows;
  const [checked, setChecked] = useState<{
    readonly of: InvoiceRows;
    readonly with: Ledger;
    readonly settle: FecSettleChoice;
    readonly plan: ImportPlan | FecImportPlan;
  }>();
  useEffect(() => {
    if (!rows) return undefined;
    let isOld = false;
    let count = 0;
    // A dry run: the ids of the import itself are drawn when it happens.
    const dryId = (): string => {
      count += 1;
      return `dry-run-${count}`;
    };
    const steps = fec
      ? planFecImportSteps(ledger, fec, settle, dryId)
      : planLedgerImportSteps(ledger, rows, dryId);
    void inSlices<ImportPlan | FecImportPlan>(steps, () => isOld).then((plan) => {
      if (plan && !isOld) setChecked({ of: rows, with: ledger, settle, plan });
    });
    return () => {
      isOld = true;
    };
  }, [ledger, rows, fec, settle]);
  return useMemo(
    () =>
      checked && {
        rows: checked.of,
        plan: checked.plan,
        fecPlan: 'accounting' in checked.plan ? checked.plan : undefined,
        isStale:
          checked.settle !== settle ||
          answer?.to !== read ||
          checked.of !== answer.rows ||
          checked.with !== ledger,
      },
    [checked, answer, read, ledger, settle],
  );
};
