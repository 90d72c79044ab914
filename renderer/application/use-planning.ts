import { useMemo } from 'react';
import { type Planning, planReminders } from '../../shared/reminders/planning.ts';
import { useLedger, useToday } from './ledger-context.tsx';

/** What is due today, over live data. */
export const usePlanning = (): Planning => {
  const ledger = useLedger();
  const today = useToday();
  return useMemo(() => planReminders(ledger, today), [ledger, today]);
};
