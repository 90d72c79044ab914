import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { dataGapText } from '../../../shared/reminders/data-gap-text.ts';
import type { DataGap } from '../../../shared/reminders/planning.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { bridge } from '../../bridge/bridge.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './data-gaps.module.css';

interface Row {
  readonly id: string;
  readonly clientId: string;
  readonly client: string;
  readonly sentence: string;
}

const columns: readonly GridColumn<Row>[] = [
  {
    id: 'client',
    header: 'Client',
    kind: 'text',
    value: ({ client }) => client,
    render: ({ client }) => <span title={client}>{client}</span>,
    width: 240,
    hideable: false,
  },
  {
    id: 'gap',
    header: 'Ce qui manque',
    kind: 'text',
    value: ({ sentence }) => sentence,
    render: ({ sentence }) => <span title={sentence}>{sentence}</span>,
    hideable: false,
  },
  {
    id: 'fix',
    exported: false,
    header: 'Correction',
    kind: 'text',
    value: () => undefined,
    render: ({ clientId, client }) => (
      <Link
        href={places.client(clientId)}
        className={classes.link}
        aria-label={`Compléter la fiche de ${client}`}
      >
        Compléter
      </Link>
    ),
    width: 110,
    hideable: false,
  },
];

/** « À compléter »: what keeps reminders from leaving, each with the way to put it right. */
export const DataGaps = ({ gaps }: { readonly gaps: readonly DataGap[] }) => {
  const ledger = useLedger();
  const [, go] = useLocation();
  const rows = useMemo(
    () =>
      gaps.map(
        (gap): Row => ({
          id: `${gap.clientId} ${gap.kind} ${gap.invoiceId ?? ''}`,
          clientId: gap.clientId,
          client: ledger.clients.get(gap.clientId)?.name ?? '',
          sentence: dataGapText(ledger, gap),
        }),
      ),
    [ledger, gaps],
  );
  return (
    <DataGrid
      name="relances-a-completer"
      caption="Données qui manquent pour relancer"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      onOpen={({ clientId }) => go(places.client(clientId))}
      copyText={(text) => void bridge.copyText(text)}
      exportMenu={(shown, isEmpty) => (
        <ExportMenu source={() => gridSource('Données à compléter', shown())} disabled={isEmpty} />
      )}
      empty={
        <EmptyState icon={CircleCheck} title="Rien ne manque.">
          Tous vos clients à relancer ont une adresse et leurs factures une échéance.
        </EmptyState>
      }
    />
  );
};
