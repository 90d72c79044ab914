import { Badge } from '@mantine/core';
import { BookOpenText } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { bridge } from '../../bridge/bridge.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { type JournalRow, journalRows, journalSource } from './journal-entry.ts';
import classes from './journal-screen.module.css';
import { UndoButton } from './undo-button.tsx';
import { useJournal } from './use-journal.ts';
import { VerifyJournal } from './verify-journal.tsx';

const ClientLink = ({ row }: { readonly row: JournalRow }) =>
  row.client === undefined || row.entry.clientId === undefined ? null : (
    <Link href={places.client(row.entry.clientId)} className={classes.link} title={row.client}>
      {row.client}
    </Link>
  );

const State = ({ row }: { readonly row: JournalRow }) => {
  if (row.isUndone) return <Badge color="gray">Annulée</Badge>;
  return row.entry.undo === 'allowed' ? <UndoButton entry={row.entry} /> : null;
};

const columns: readonly GridColumn<JournalRow>[] = [
  {
    id: 'sequence',
    header: 'N°',
    kind: 'number',
    value: ({ entry }) => entry.sequence,
    width: 72,
    hidden: true,
  },
  {
    id: 'day',
    header: 'Quand',
    kind: 'day',
    value: ({ day }) => day,
    render: ({ entry, day, time }) => (
      <time dateTime={entry.at} className="figures">
        {formatDay(day)} <span className={classes.quiet}>{time}</span>
      </time>
    ),
    width: 148,
  },
  {
    id: 'label',
    header: 'Action',
    kind: 'text',
    value: ({ entry }) => entry.label,
    render: ({ entry, isUndone }) => (
      <span title={entry.label} data-undone={isUndone || undefined} className={classes.label}>
        {entry.label}
      </span>
    ),
    hideable: false,
  },
  {
    id: 'client',
    header: 'Client',
    kind: 'text',
    value: ({ client }) => client,
    render: (row) => <ClientLink row={row} />,
    width: 168,
  },
  {
    id: 'state',
    header: 'État',
    kind: 'text',
    value: ({ isUndone }) => (isUndone ? 'Annulée' : undefined),
    render: (row) => <State row={row} />,
    width: 128,
  },
];

const rowId = ({ entry }: JournalRow): string => String(entry.sequence);
const rowTone = ({ isUndone }: JournalRow): 'quiet' | undefined => (isUndone ? 'quiet' : undefined);

/** « Journal »: everything that was done, when, and the way back where there still is one. */
export const JournalScreen = () => {
  const ledger = useLedger();
  const [, go] = useLocation();
  const { entries, isComplete } = useJournal();
  const rows = useMemo(
    () => journalRows(entries, (clientId) => ledger.clients.get(clientId)?.name),
    [entries, ledger.clients],
  );
  return (
    <Page
      title="Journal"
      lead="Tout ce qui a été fait. Rien n’y est effacé : une annulation s’y ajoute."
      actions={<VerifyJournal />}
      fill
    >
      <DataGrid
        name="journal"
        caption="Journal des actions, de la plus récente à la plus ancienne"
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowTone={rowTone}
        searchLabel="Chercher une action, un client"
        copyText={(text) => void bridge.copyText(text)}
        onOpen={({ entry }) => entry.clientId !== undefined && go(places.client(entry.clientId))}
        exportMenu={(shown, isEmpty) => (
          <ExportMenu
            source={() => journalSource(shown().rows.map(({ row }) => row))}
            disabled={isEmpty || !isComplete}
          />
        )}
        empty={
          <EmptyState
            icon={BookOpenText}
            title={isComplete ? 'Aucune action ne correspond' : 'Lecture du journal…'}
          />
        }
      />
    </Page>
  );
};
