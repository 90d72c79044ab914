import type { Day } from '../dates/day.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { invoiceLimitation } from './invoice-limitation.ts';
import { type LimitationUrgency, limitationUrgency } from './limitation-urgency.ts';

/** What a line of a list says of the limitation of its invoice. */
export interface LimitationMark {
  readonly lastDay: Day;
  /** Undefined while there is no hurry. */
  readonly urgency: LimitationUrgency | undefined;
  /** French, with the article. */
  readonly reason: string;
}

/** Undefined where no period is known, or for a credit note. */
export const limitationMark = (ledger: Ledger, invoice: Invoice, today: Day): LimitationMark | undefined => {
  const found = invoiceLimitation(ledger, invoice, today);
  if (!found.ok) return undefined;
  const { lastDay, reason } = found.value;
  return { lastDay, urgency: limitationUrgency(lastDay, today), reason };
};
