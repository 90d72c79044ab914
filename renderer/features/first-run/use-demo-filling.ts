import { useEffect } from 'react';
import { demoLedgerRows } from '../../../shared/demo/demo-company.ts';
import { seededRandom } from '../../../shared/demo/seeded-random.ts';
import { put, type RowWrite } from '../../../shared/ledger/decision.ts';
import { type LedgerRows, type TableName, tableNames } from '../../../shared/ledger/ledger.ts';
import { useBoot, useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { fillEmptyLedger } from '../../db/commands/settings.ts';

/** Same seed, same company: a screenshot of today looks like one of yesterday, moved by a day. */
const demoSeed = 20_261_122;

/** Fills the demonstration's own ledger when it is opened for the first time; true while that goes on. */
export const useDemoFilling = (): boolean => {
  const boot = useBoot();
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const isEmptyDemo = boot.ledger === 'demo' && ledger.sequence === 0;
  useEffect(() => {
    if (!isEmptyDemo) return;
    const rows = demoLedgerRows(today, seededRandom(demoSeed));
    const writes: RowWrite[] = tableNames.flatMap((table: TableName) =>
      (rows[table] ?? []).map((row) => put(table, row as LedgerRows[typeof table])),
    );
    void run(fillEmptyLedger, { label: 'Société de démonstration installée', writes }, { quiet: true });
  }, [isEmptyDemo, today, run]);
  return boot.ledger === 'demo';
};
