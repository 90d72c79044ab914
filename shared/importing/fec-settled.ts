import { addDays, type Day, laterDay } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type FecHistory, isFecInvoice } from './fec-history.ts';
import { fecNumber } from './fec-number.ts';
import type { OpeningBalance } from './fec-opening.ts';
import type { FecEvidence } from './fec-plan.ts';
import type { FecClosedDocument, FecReading } from './fec-reading.ts';
import { invoiceNumberKey } from './import-identity.ts';

/** An invoice that the accounts no longer leave open, before anybody chose. */
export interface FoundSettled {
  readonly invoice: Invoice;
  /** 1 to what remains of it. */
  readonly cents: number;
  readonly settledOn: Day;
  readonly evidence: FecEvidence;
}

export interface SettledQuestion {
  readonly ledger: Ledger;
  readonly history: FecHistory;
  readonly reading: FecReading;
  /** Invoices that the file still has open, or speaks of otherwise. */
  readonly isTouched: (invoiceId: string) => boolean;
  readonly clientOf: (customerKey: string) => string | undefined;
  /** Opening balances without detail, by client. */
  readonly balances: ReadonlyMap<string, OpeningBalance>;
}

const oldestFirst = (a: Invoice, b: Invoice): number =>
  a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.id < b.id ? -1 : 1;

/** True when a closed document of the file is that invoice and not its namesake of another year. */
const isThatInvoice = (invoice: Invoice, document: FecClosedDocument): boolean =>
  document.pieceOn === invoice.issuedOn || document.totalCents === invoice.totalCents || document.isOpening;

/** Settled documents of the file by client and number, those of the given clients. */
const closedByIdentity = (
  { closedDocuments }: Pick<FecReading, 'closedDocuments'>,
  clientOf: SettledQuestion['clientOf'],
  clientIds: ReadonlySet<string>,
): ReadonlyMap<string, readonly FecClosedDocument[]> => {
  const known = new Map<string, string | undefined>();
  const closed = new Map<string, FecClosedDocument[]>();
  for (const document of closedDocuments) {
    const { customerKey } = document;
    if (!known.has(customerKey)) known.set(customerKey, clientOf(customerKey));
    const clientId = known.get(customerKey);
    if (clientId === undefined || !clientIds.has(clientId)) continue;
    const { number } = fecNumber({ ...document, journalCode: '' });
    const key = `${clientId}\n${invoiceNumberKey(number)}`;
    const list = closed.get(key);
    if (list) list.push(document);
    else closed.set(key, [document]);
  }
  return closed;
};

/**
 * Invoices of earlier files that a newer file of the same company no longer leaves open. Only what the file
 * covers is looked at: its period, and, of what is older, customers whose balances it carries over. The file
 * has to be whole; a part would make everything in the other part look paid.
 */
export const settledSince = ({
  ledger,
  history,
  reading,
  isTouched,
  clientOf,
  balances,
}: SettledQuestion): readonly FoundSettled[] => {
  const { firstOn } = reading;
  if (!reading.isWhole || history.otherSiren !== undefined || firstOn === undefined) return [];
  const { remainingByInvoice } = currentBalances(ledger);
  const remainingOf = (invoice: Invoice): number => remainingByInvoice.get(invoice.id) ?? 0;
  const candidates = [...ledger.invoices.values()]
    .filter(
      (invoice) =>
        remainingOf(invoice) > 0 &&
        isFecInvoice(history, invoice) &&
        !isTouched(invoice.id) &&
        history.covers(invoice.issuedOn),
    )
    .sort(oldestFirst);
  if (candidates.length === 0) return [];
  const closed = closedByIdentity(reading, clientOf, new Set(candidates.map(({ clientId }) => clientId)));
  const present = new Set(reading.customers.flatMap(({ customerKey }) => clientOf(customerKey) ?? []));
  const found: FoundSettled[] = [];
  const beforeByClient = new Map<string, Invoice[]>();
  for (const invoice of candidates) {
    const remaining = remainingOf(invoice);
    const key = `${invoice.clientId}\n${invoiceNumberKey(invoice.number)}`;
    const document = closed.get(key)?.find((candidate) => isThatInvoice(invoice, candidate));
    if (document) {
      found.push({ invoice, cents: remaining, settledOn: document.settledOn, evidence: 'lettered' });
    } else if (invoice.issuedOn >= firstOn) {
      found.push({ invoice, cents: remaining, settledOn: invoice.issuedOn, evidence: 'absent' });
    } else if (balances.has(invoice.clientId)) {
      const before = beforeByClient.get(invoice.clientId);
      if (before) before.push(invoice);
      else beforeByClient.set(invoice.clientId, [invoice]);
    } else {
      const settledOn = laterDay(invoice.issuedOn, addDays(firstOn, -1));
      const evidence = present.has(invoice.clientId) ? 'opening' : 'absent';
      found.push({ invoice, cents: remaining, settledOn, evidence });
    }
  }
  // One amount carried over for the customer: what it has fallen short of was paid, the oldest first
  // (C. civ. 1342-10).
  for (const [clientId, invoices] of beforeByClient) {
    const balance = balances.get(clientId);
    const known = invoices.reduce((sum, invoice) => sum + remainingOf(invoice), 0);
    let paid = known - (balance?.openCents ?? 0);
    for (const invoice of invoices) {
      const taken = Math.min(paid, remainingOf(invoice));
      if (taken <= 0) break;
      paid -= taken;
      const settledOn = laterDay(invoice.issuedOn, balance?.settledOn ?? addDays(firstOn, -1));
      found.push({ invoice, cents: taken, settledOn, evidence: 'opening' });
    }
  }
  return found;
};
