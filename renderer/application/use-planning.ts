import { currentPlanning, type Planning } from '../../shared/reminders/planning.ts';
import { useLedger, useToday } from './ledger-context.tsx';

/** What is due today, over live data; planned once for all components that ask. */
export const usePlanning = (): Planning => currentPlanning(useLedger(), useToday());
