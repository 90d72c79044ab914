import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { expectationReason } from '../../../shared/insight/expectation-reason.ts';
import type { ExpectedReceipt } from '../../../shared/insight/expected-payment.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { bridge } from '../../bridge/bridge.ts';
import { Card } from '../../ui/card.tsx';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import classes from './treasury-screen.module.css';

interface ReceiptRow {
  readonly key: string;
  readonly clientName: string;
  readonly receipt: ExpectedReceipt;
}

const columns: readonly GridColumn<ReceiptRow>[] = [
  { id: 'client', header: 'Client', kind: 'text', value: (row) => row.clientName, hideable: false },
  { id: 'number', header: 'Facture', kind: 'text', value: (row) => row.receipt.invoice.number, width: 112 },
  { id: 'due', header: 'Échéance', kind: 'day', value: (row) => row.receipt.invoice.dueOn, width: 108 },
  { id: 'expected', header: 'Attendu le', kind: 'day', value: (row) => row.receipt.expectedOn, width: 108 },
  {
    id: 'reason',
    header: 'Pourquoi',
    kind: 'text',
    value: (row) => expectationReason(row.receipt),
    render: (row) => <span title={expectationReason(row.receipt)}>{expectationReason(row.receipt)}</span>,
  },
  {
    id: 'amount',
    header: 'Montant',
    kind: 'amount',
    value: (row) => row.receipt.cents,
    width: 124,
    total: true,
  },
];

const initialSort = { id: 'expected', desc: false } as const;
const rowId = (row: ReceiptRow): string => row.key;

/** Which money the projection counts on: invoice, client, due date, expected day and why. */
export const ExpectedReceipts = ({ receipts }: { readonly receipts: readonly ExpectedReceipt[] }) => {
  const ledger = useLedger();
  const [, go] = useLocation();
  const rows = useMemo(
    () =>
      receipts.map((receipt, index): ReceiptRow => {
        const name = ledger.clients.get(receipt.invoice.clientId)?.name ?? 'Client inconnu';
        return { key: `${receipt.invoice.id}:${index}`, clientName: name, receipt };
      }),
    [receipts, ledger.clients],
  );
  return (
    <Card title="Encaissements attendus">
      {rows.length === 0 ? (
        <p className={classes.hint}>Aucune facture ouverte n’est attendue dans les 13 semaines.</p>
      ) : (
        <div className={classes.receipts}>
          <DataGrid
            name="expected-receipts"
            caption="Encaissements attendus dans les 13 semaines"
            columns={columns}
            rows={rows}
            rowId={rowId}
            initialSort={initialSort}
            searchLabel="Chercher un client, une facture"
            exportMenu={(shown, isEmpty) => (
              <ExportMenu source={() => gridSource('Encaissements attendus', shown())} disabled={isEmpty} />
            )}
            copyText={(text) => void bridge.copyText(text)}
            onOpen={(row) => go(places.client(row.receipt.invoice.clientId))}
            empty={<p className={classes.hint}>Aucun encaissement ne répond à cette recherche.</p>}
          />
        </div>
      )}
    </Card>
  );
};
