import type { ImportTarget } from './column-synonyms.ts';
import { foldHeader, foldText } from './fold-text.ts';

/** What a list seems to be about. A list of payments read as invoices would double what clients owe. */
export type ListKind = 'invoices' | 'payments' | 'clients' | 'bank-statement' | 'unknown';

const paymentTitle =
  /^((liste|journal|export|historique) (des )?)?(payments|receipts|paiements|reglements|encaissements)\b/;
const invoiceTitle = /^((liste|journal|export) (des )?)?(invoices|factures)\b/;
const paymentColumn =
  /^(date (paiement|reglement|encaissement|payment)|payment (date|method|type)|mode (paiement|reglement|encaissement)|moyen paiement|method|payment reference)$/;
const bankColumn =
  /^(date (valeur|operation|comptable)|debit|credit|libelle|value date|booking date|running balance)$/;

/** Tells the kind of list by its titles, the lines above them and what could be mapped. */
export const listKindOf = (
  table: {
    readonly preamble: readonly (readonly string[])[];
    readonly columns: readonly { readonly header: string }[];
  },
  mapping: { readonly [Target in ImportTarget]?: number },
): ListKind => {
  const above = table.preamble.flat().map(foldText);
  const titles = table.columns.map(({ header }) => foldHeader(header));
  const has = (target: ImportTarget): boolean => mapping[target] !== undefined;
  const hasAmount = has('totalCents') || has('remainingCents');
  const hasClient = has('clientName') || has('clientCode');
  const saysInvoices = above.some((line) => invoiceTitle.test(line));
  if (!saysInvoices && above.some((line) => paymentTitle.test(line))) return 'payments';
  const looksOpen = has('dueOn') || has('remainingCents') || has('status');
  if (!looksOpen && hasAmount && titles.some((title) => paymentColumn.test(title))) return 'payments';
  if (!has('number') && !hasClient && titles.filter((title) => bankColumn.test(title)).length >= 2)
    return 'bank-statement';
  if (has('number') && hasClient && hasAmount) return 'invoices';
  const contact = has('email') || has('phone') || has('addressLine1') || has('city') || has('siren');
  return has('clientName') && contact && !has('number') ? 'clients' : 'unknown';
};
