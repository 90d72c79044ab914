import { remainingCents } from '../../ledger/balance.ts';
import { collectorKindNames, handoverOutcomeNames } from '../../ledger/collector-names.ts';
import type { Handover } from '../../ledger/handover.ts';
import type { Invoice } from '../../ledger/invoice.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

interface Row {
  readonly handover: Handover;
  readonly invoice: Invoice;
  readonly clientName: string;
  readonly leftCents: number;
}

const columns: readonly ExportColumn<Row>[] = [
  { header: 'Confié à', kind: 'text', value: ({ handover }) => handover.collector.name },
  { header: 'Qualité', kind: 'text', value: ({ handover }) => collectorKindNames[handover.collector.kind] },
  { header: 'Référence', kind: 'text', value: ({ handover }) => handover.reference },
  { header: 'Remis le', kind: 'day', value: ({ handover }) => handover.handedOverOn },
  { header: 'Client', kind: 'text', value: ({ clientName }) => clientName },
  { header: 'Facture', kind: 'text', value: ({ invoice }) => invoice.number },
  { header: 'Date', kind: 'day', value: ({ invoice }) => invoice.issuedOn },
  { header: 'Échéance', kind: 'day', value: ({ invoice }) => invoice.dueOn },
  { header: 'Montant TTC', kind: 'amountCents', value: ({ invoice }) => invoice.totalCents },
  { header: 'Reste dû', kind: 'amountCents', value: ({ leftCents }) => leftCents },
  {
    header: 'Issue',
    kind: 'text',
    value: ({ handover }) =>
      handover.ended === undefined ? undefined : handoverOutcomeNames[handover.ended.outcome],
  },
  { header: 'Revenu le', kind: 'day', value: ({ handover }) => handover.ended?.on },
];

/** The invoices given to third parties, one a line: what a collector is handed as a list. */
export const handoversSource = (ledger: Ledger, handovers: readonly Handover[]): ExportSource =>
  exportSource(
    'Dossiers confiés',
    columns,
    handovers.flatMap((handover) =>
      handover.invoiceIds.flatMap((id): readonly Row[] => {
        const invoice = ledger.invoices.get(id);
        return invoice === undefined
          ? []
          : [
              {
                handover,
                invoice,
                clientName: ledger.clients.get(handover.clientId)?.name ?? '',
                leftCents: Math.max(0, remainingCents(ledger, id)),
              },
            ];
      }),
    ),
  );
