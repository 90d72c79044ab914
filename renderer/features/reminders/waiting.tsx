import { Badge } from '@mantine/core';
import { CalendarClock } from 'lucide-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Cents } from '../../../shared/money/cents.ts';
import type { Block } from '../../../shared/reminders/block.ts';
import { blockBadge, blockEnd, blockExplanation, blockNames } from '../../../shared/reminders/block-badge.ts';
import type { WaitingLine } from '../../../shared/reminders/planning.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { bridge } from '../../bridge/bridge.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import badges from '../clients/flag-badges.module.css';

interface Row {
  readonly invoiceId: string;
  readonly clientId: string;
  readonly client: string;
  readonly number: string;
  readonly cents: Cents;
  readonly block: Block;
}

/** What waits for the user is told apart from what ends by itself. */
const toneOf = (kind: Block['kind']): 'alert' | 'caution' | 'accent' => {
  if (kind === 'dispute' || kind === 'insolvency') return 'alert';
  return kind === 'decision' || kind === 'no-due-date' ? 'caution' : 'accent';
};

const columns: readonly GridColumn<Row>[] = [
  {
    id: 'client',
    header: 'Client',
    kind: 'text',
    value: ({ client }) => client,
    render: ({ client }) => <span title={client}>{client}</span>,
    width: 160,
    hideable: false,
  },
  { id: 'number', header: 'Facture', kind: 'text', value: ({ number }) => number, width: 92 },
  {
    id: 'reason',
    header: 'Pourquoi rien ne part',
    kind: 'text',
    value: ({ block }) => `${blockNames[block.kind]}. ${block.reason}`,
    render: ({ block }) => (
      <span title={blockExplanation(block)}>
        <Badge component="span" className={badges.badge ?? ''} data-tone={toneOf(block.kind)}>
          {blockBadge(block)}
        </Badge>{' '}
        {block.reason}
      </span>
    ),
  },
  {
    id: 'resumes',
    header: 'Reprise',
    kind: 'day',
    value: ({ block }) => block.resumesOn,
    render: ({ block }) => <span title={blockExplanation(block)}>{blockEnd(block)}</span>,
    width: 136,
  },
  { id: 'amount', header: 'Reste dû', kind: 'amount', value: ({ cents }) => cents, width: 116, total: true },
];

/** « En attente »: invoices whose step is due but that something holds back, with the reason. */
export const Waiting = ({ lines }: { readonly lines: readonly WaitingLine[] }) => {
  const ledger = useLedger();
  const [, go] = useLocation();
  const rows = useMemo(
    () =>
      lines.map(
        ({ invoiceId, clientId, remainingCents, block }): Row => ({
          invoiceId,
          clientId,
          client: ledger.clients.get(clientId)?.name ?? '',
          number: ledger.invoices.get(invoiceId)?.number ?? '',
          cents: remainingCents,
          block,
        }),
      ),
    [ledger, lines],
  );
  return (
    <DataGrid
      name="relances-en-attente"
      caption="Factures dont la relance attend, avec la raison et la date de reprise"
      columns={columns}
      rows={rows}
      rowId={({ invoiceId }) => invoiceId}
      onOpen={({ clientId }) => go(places.client(clientId))}
      copyText={(text) => void bridge.copyText(text)}
      initialSort={{ id: 'resumes', desc: false }}
      exportMenu={(shown, isEmpty) => (
        <ExportMenu source={() => gridSource('Relances en attente', shown())} disabled={isEmpty} />
      )}
      empty={
        <EmptyState icon={CalendarClock} title="Rien n’est en attente.">
          Litiges, promesses, échéanciers et reports suspendent les relances : ils se voient ici.
        </EmptyState>
      }
    />
  );
};
