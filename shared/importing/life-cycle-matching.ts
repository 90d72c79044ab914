import { compact } from '../identifiers/compact.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { invoiceNumberKey } from './import-identity.ts';
import type { LifeCycleEvent } from './life-cycle.ts';

/** Which statuses belong to which invoices. */
export interface MatchedLifeCycle {
  readonly matched: readonly { readonly invoice: Invoice; readonly event: LifeCycleEvent }[];
  /** No invoice of that number, or several that could be meant. */
  readonly unknown: readonly LifeCycleEvent[];
  /** About invoices that somebody else issued, such as those of suppliers. */
  readonly foreign: readonly LifeCycleEvent[];
}

/**
 * Finds the invoices of statuses: by number, the seller being the user where the message names him. Of several
 * invoices of one number the one of the stated day is meant; when it is not clear which, none is.
 */
export const matchLifeCycle = (ledger: Ledger, events: readonly LifeCycleEvent[]): MatchedLifeCycle => {
  const ownSiren = compact(settingsOf(ledger, 'company').siren).slice(0, 9);
  const byNumber = new Map<string, Invoice[]>();
  for (const invoice of ledger.invoices.values()) {
    const key = invoiceNumberKey(invoice.number);
    const known = byNumber.get(key);
    if (known) known.push(invoice);
    else byNumber.set(key, [invoice]);
  }
  const matched: MatchedLifeCycle['matched'][number][] = [];
  const unknown: LifeCycleEvent[] = [];
  const foreign: LifeCycleEvent[] = [];
  for (const event of events) {
    if (ownSiren !== '' && event.sellerSiren !== undefined && event.sellerSiren !== ownSiren) {
      foreign.push(event);
      continue;
    }
    const all = byNumber.get(invoiceNumberKey(event.invoiceNumber)) ?? [];
    const standing = all.filter(({ cancelledAt }) => cancelledAt === undefined);
    const candidates = standing.length > 0 ? standing : all;
    const ofDay = candidates.filter(({ issuedOn }) => issuedOn === event.issuedOn);
    const [invoice, ...others] = ofDay.length > 0 ? ofDay : candidates;
    if (invoice && others.length === 0) matched.push({ invoice, event });
    else unknown.push(event);
  }
  return { matched, unknown, foreign };
};
