import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { OutboxEntry } from '../../shared/ipc/outbox-contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { type DeliverySync, startDeliverySync } from './delivery-sync.ts';
import { useOpenLedger } from './ledger-context.tsx';
import { startSchedulerSync } from './scheduler-sync.ts';
import { showRefusal } from './use-run.tsx';

const DeliveryContext = createContext<DeliverySync | undefined>(undefined);

/** Runs what the renderer does for main while a ledger is open: deliveries and the scheduler's questions. */
export const ServicesProvider = ({ children }: { readonly children: ReactNode }) => {
  const open = useOpenLedger();
  const [delivery, setDelivery] = useState<DeliverySync>();
  useEffect(() => {
    const sync = startDeliverySync(open, bridge, showRefusal);
    const stopScheduler = startSchedulerSync(open, bridge, sync);
    setDelivery(sync);
    void bridge.rendererReady();
    return () => {
      stopScheduler();
      sync.stop();
    };
  }, [open]);
  return delivery ? <DeliveryContext value={delivery}>{children}</DeliveryContext> : null;
};

/** Hands over and takes back e-mails. */
export const useDelivery = (): DeliverySync => {
  const delivery = useContext(DeliveryContext);
  if (!delivery) throw new Error('services are not running');
  return delivery;
};

/** What main last said of each outbox entry. */
export const useOutboxEntries = (): ReadonlyMap<string, OutboxEntry> => {
  const delivery = useDelivery();
  return useSyncExternalStore(delivery.subscribe, delivery.entries);
};
