import type { LimitationMark } from '../../claims/limitation-mark.ts';
import { formatDay } from '../../dates/format-day.ts';
import type { Invoice } from '../../ledger/invoice.ts';
import type { InvoiceStanding } from '../../ledger/invoice-standing.ts';
import { disputeReasonNames } from '../../ledger/timeline-title.ts';
import { blockBadge } from '../../reminders/block-badge.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

/** An invoice or credit note of a client, as his screen shows it. */
export interface ClientInvoiceLine {
  readonly invoice: Invoice;
  readonly standing: InvoiceStanding;
  readonly limitation: LimitationMark | undefined;
}

const leftCents = (standing: InvoiceStanding): number => {
  if (standing.kind === 'open') return standing.remainingCents;
  return standing.kind === 'credit-note' ? -standing.unusedCents : 0;
};

/** Where it stands, French, in the words of the screen. */
const standingText = (standing: InvoiceStanding): string => {
  switch (standing.kind) {
    case 'cancelled':
      return 'Annulée';
    case 'paid':
      return standing.settledOn === undefined ? 'Soldée' : `Soldée le ${formatDay(standing.settledOn)}`;
    case 'credit-note':
      return standing.unusedCents > 0 ? 'Avoir à affecter' : 'Avoir imputé';
    case 'open': {
      const dispute = standing.dispute && `Litige (${disputeReasonNames[standing.dispute.reason]})`;
      const isSaid = standing.block === undefined || standing.block.kind === 'dispute';
      const block = isSaid ? undefined : standing.block && blockBadge(standing.block);
      return [dispute, block].filter((part) => part !== undefined).join(', ') || 'Ouverte';
    }
  }
};

const columns: readonly ExportColumn<ClientInvoiceLine>[] = [
  { header: 'Numéro', kind: 'text', value: ({ invoice }) => invoice.number },
  {
    header: 'Nature',
    kind: 'text',
    value: ({ invoice }) => (invoice.kind === 'invoice' ? 'Facture' : 'Avoir'),
  },
  { header: 'Référence de commande', kind: 'text', value: ({ invoice }) => invoice.orderReference },
  { header: 'Date', kind: 'day', value: ({ invoice }) => invoice.issuedOn },
  { header: 'Échéance', kind: 'day', value: ({ invoice }) => invoice.dueOn },
  {
    header: 'Jours de retard',
    kind: 'integer',
    value: ({ standing }) =>
      standing.kind === 'open' && standing.daysLate !== undefined && standing.daysLate > 0
        ? standing.daysLate
        : undefined,
  },
  {
    header: 'Montant TTC',
    kind: 'amountCents',
    value: ({ invoice }) => (invoice.kind === 'invoice' ? invoice.totalCents : -invoice.totalCents),
  },
  { header: 'Reste dû', kind: 'amountCents', value: ({ standing }) => leftCents(standing) },
  { header: 'Devise', kind: 'text', value: ({ invoice }) => invoice.currency },
  { header: 'Prescription', kind: 'day', value: ({ limitation }) => limitation?.lastDay },
  { header: 'Situation', kind: 'text', value: ({ standing }) => standingText(standing) },
];

/** The invoices and credit notes of a client, in the order of the screen. */
export const clientInvoicesSource = (clientName: string, lines: readonly ClientInvoiceLine[]): ExportSource =>
  exportSource(`Factures ${clientName}`, columns, lines);
