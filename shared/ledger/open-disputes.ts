import { type Day, daysBetween } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { Dispute } from './agreement.ts';
import { currentBalances } from './balance.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';

/** An open dispute with what the list of them tells. */
export interface OpenDispute {
  readonly dispute: Dispute;
  readonly invoice: Invoice;
  readonly clientName: string;
  /** Days since it was opened; 0 or more. */
  readonly ageDays: number;
  /** Contested part of what is still owed. */
  readonly contestedCents: Cents;
  /** Owed beyond it, which goes on being reminded. */
  readonly undisputedCents: Cents;
  /** Documents kept as its evidence. */
  readonly evidenceCount: number;
}

/** Disputes that are not closed and on whose invoices something is owed; the oldest first. */
export const openDisputes = (ledger: Ledger, today: Day): readonly OpenDispute[] => {
  const { remainingByInvoice } = currentBalances(ledger);
  const evidence = new Map<string, number>();
  for (const { disputeId } of ledger.pieces.values())
    if (disputeId !== undefined) evidence.set(disputeId, (evidence.get(disputeId) ?? 0) + 1);
  const found: OpenDispute[] = [];
  for (const dispute of ledger.disputes.values()) {
    if (dispute.resolvedOn !== undefined && dispute.resolvedOn <= today) continue;
    const invoice = ledger.invoices.get(dispute.invoiceId);
    const owed = Math.max(0, remainingByInvoice.get(dispute.invoiceId) ?? 0);
    if (invoice === undefined || owed === 0) continue;
    const contested = Math.min(owed, dispute.disputedCents ?? owed);
    found.push({
      dispute,
      invoice,
      clientName: ledger.clients.get(dispute.clientId)?.name ?? '',
      ageDays: Math.max(0, daysBetween(dispute.openedOn, today)),
      contestedCents: cents(contested),
      undisputedCents: cents(owed - contested),
      evidenceCount: evidence.get(dispute.id) ?? 0,
    });
  }
  return found.sort((a, b) => b.ageDays - a.ageDays || (a.dispute.id < b.dispute.id ? -1 : 1));
};

/** After so many days a dispute in which nothing moves goes to a mediator rather than to one more call. */
const staleAfterDays = 30;

/** What to do next about an open dispute, French, one sentence. */
export const disputeNextStep = ({ dispute, ageDays, evidenceCount }: OpenDispute): string => {
  if (evidenceCount === 0 && ageDays >= 7) return 'Réunir les preuves';
  if (ageDays >= staleAfterDays) return 'Trancher, ou proposer une médiation';
  switch (dispute.reason) {
    case 'not-received':
      return 'Fournir la preuve de livraison';
    case 'not-compliant':
    case 'quality':
      return 'Faire constater et proposer une reprise';
    case 'price':
      return 'Vérifier le devis, puis corriger ou confirmer';
    case 'administrative':
      return 'Compléter ce qui manque à la facture';
    case 'other':
      return 'Répondre par écrit au client';
  }
};
