import { foldText } from '../../../shared/importing/fold-text.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';

/** A client, or one of his open invoices, that a search found. */
export interface AssignHit {
  /** Distinct text of the list. */
  readonly label: string;
  readonly clientId: string;
  readonly invoiceId?: string | undefined;
}

const most = 12;

/**
 * Clients and open invoices whose name, code or number holds every word of the search; open invoices of the
 * very amount come first. Nothing for an empty search but the invoices of the amount.
 * @param amountCents what the movement brings.
 */
export const searchAssignable = (
  ledger: Ledger,
  search: string,
  currency: string,
  amountCents: number,
): readonly AssignHit[] => {
  const words = foldText(search).split(' ').filter(Boolean);
  const holds = (text: string): boolean => {
    const folded = foldText(text);
    return words.every((word) => folded.includes(word));
  };
  const labels = new Set<string>();
  const ofAmount: AssignHit[] = [];
  const invoices: AssignHit[] = [];
  for (const invoice of ledger.invoices.values()) {
    if (invoice.currency !== currency || invoice.kind !== 'invoice') continue;
    const remaining = remainingCents(ledger, invoice.id);
    if (remaining <= 0) continue;
    const isAmount = remaining === amountCents;
    if (words.length === 0 && !isAmount) continue;
    const name = ledger.clients.get(invoice.clientId)?.name ?? '';
    if (words.length > 0 && !holds(`${invoice.number} ${name}`)) continue;
    const list = isAmount ? ofAmount : invoices;
    if (list.length >= most) continue;
    const label = `${invoice.number}\u00A0· ${name}\u00A0· ${formatMoney(remaining, currency)}`;
    if (labels.has(label)) continue;
    labels.add(label);
    list.push({ label, clientId: invoice.clientId, invoiceId: invoice.id });
  }
  const clients: AssignHit[] = [];
  if (words.length > 0)
    for (const { id, name, code } of ledger.clients.values()) {
      if (clients.length >= most) break;
      if (!holds(`${name} ${code ?? ''}`)) continue;
      const label = labels.has(name) ? `${name} (${code ?? id})` : name;
      if (labels.has(label)) continue;
      labels.add(label);
      clients.push({ label, clientId: id });
    }
  return [...clients.slice(0, 6), ...ofAmount, ...invoices].slice(0, most);
};
