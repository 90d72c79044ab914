import { remainingCents } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reminder } from './reminder.ts';

/** True when nothing is owed any more on any invoice of a message: a printed letter must not be posted then. */
export const isSettled = (ledger: Ledger, reminder: Pick<Reminder, 'lines'>): boolean =>
  reminder.lines.every(({ invoiceId }) => remainingCents(ledger, invoiceId) <= 0);
