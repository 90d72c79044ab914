import type { Day } from '../dates/day.ts';
import type { RecheckAnswer } from '../ipc/outbox-contract.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { objectionsTo, objectionText } from './objection.ts';
import type { Reminder } from './reminder.ts';

/**
 * May an approved reminder still leave? Asked over live data just before the attempt. Anything that changed
 * since the approval (settled, contested, promised, paused, another amount or address, another message
 * meanwhile, a last day to pay that has come) drops it; what is still due is then proposed again with the
 * right text. A call or skip never asks.
 */
export const recheck = (ledger: Ledger, reminder: Reminder, today: Day): RecheckAnswer => {
  const [first] = objectionsTo(ledger, reminder, today);
  return first === undefined ? { kind: 'send' } : { kind: 'drop', reason: objectionText(first) };
};
