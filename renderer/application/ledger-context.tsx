import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Day } from '../../shared/dates/day.ts';
import type { BootInfo } from '../../shared/ipc/boot.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { businessDayStore } from '../bridge/business-day.ts';
import type { OpenLedger } from '../db/open-ledger.ts';

interface Opened {
  readonly boot: BootInfo;
  readonly open: OpenLedger;
}

const LedgerContext = createContext<Opened | undefined>(undefined);

export const LedgerProvider = ({
  opened,
  children,
}: {
  readonly opened: Opened;
  readonly children: ReactNode;
}) => <LedgerContext value={opened}>{children}</LedgerContext>;

const useOpened = (): Opened => {
  const opened = useContext(LedgerContext);
  if (!opened) throw new Error('no ledger is open');
  return opened;
};

/** The open ledger: database, commands, mirror. */
export const useOpenLedger = (): OpenLedger => useOpened().open;

/** What main said at the start. */
export const useBoot = (): BootInfo => useOpened().boot;

/** All rows, as they stand now. Changes with every command; computations over it memoise themselves. */
export const useLedger = (): Ledger => {
  const { memory } = useOpenLedger();
  return useSyncExternalStore(memory.subscribe, memory.current);
};

/** The business day in Paris; follows midnight, sleep and clock changes by the ticks of main. */
export const useToday = (): Day => useSyncExternalStore(businessDayStore.subscribe, businessDayStore.current);
