import { businessDay } from '../../dates/clock.ts';
import type { Receipt, ReceiptMonth } from '../../ledger/receipts.ts';
import { paymentMethodNames } from '../../ledger/timeline-title.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const columns: readonly ExportColumn<Receipt>[] = [
  { header: 'Reçu le', kind: 'day', value: ({ payment }) => payment.receivedOn },
  { header: 'Client', kind: 'text', value: ({ clientName }) => clientName },
  { header: 'Montant', kind: 'amountCents', value: ({ payment }) => payment.cents },
  { header: 'Moyen', kind: 'text', value: ({ payment }) => paymentMethodNames[payment.method] },
  {
    header: 'Factures réglées',
    kind: 'text',
    value: ({ invoices }) => invoices.map(({ number }) => number).join(', '),
  },
  {
    header: 'À affecter',
    kind: 'amountCents',
    value: ({ unallocatedCents }) => (unallocatedCents === 0 ? undefined : unallocatedCents),
  },
  { header: 'Référence', kind: 'text', value: ({ payment }) => payment.reference },
  {
    header: 'Annulé le',
    kind: 'day',
    value: ({ payment: { reversedAt } }) =>
      reversedAt === undefined ? undefined : businessDay(Date.parse(reversedAt)),
  },
];

/** The money received, newest first; reversed payments with the day of their reversal. */
export const receiptsSource = (months: readonly ReceiptMonth[]): ExportSource =>
  exportSource(
    'Encaissements',
    columns,
    months.flatMap(({ receipts }) => receipts),
  );
