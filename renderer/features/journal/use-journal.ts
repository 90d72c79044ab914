import { useMemo, useSyncExternalStore } from 'react';
import { useOpenLedger } from '../../application/ledger-context.tsx';
import { type Journal, journalStoreOf } from './journal-store.ts';

/** All actions of the ledger, newest first; more come while older ones are read. */
export const useJournal = (): Journal => {
  const open = useOpenLedger();
  const store = useMemo(() => journalStoreOf(open), [open]);
  return useSyncExternalStore(store.subscribe, store.current);
};
