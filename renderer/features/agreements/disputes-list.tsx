import { ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { disputeNextStep, type OpenDispute, openDisputes } from '../../../shared/ledger/open-disputes.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { capitalised } from '../../ui/capitalised.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DisputePanel } from './dispute-panel.tsx';

const columns: readonly GridColumn<OpenDispute>[] = [
  {
    id: 'client',
    header: 'Client',
    kind: 'text',
    value: ({ clientName }) => clientName,
    render: ({ clientName }) => <span title={clientName}>{clientName}</span>,
    hideable: false,
    minWidth: 128,
  },
  { id: 'number', header: 'Facture', kind: 'text', value: ({ invoice }) => invoice.number, width: 72 },
  {
    id: 'contested',
    header: 'Contesté',
    kind: 'amount',
    value: ({ contestedCents }) => contestedCents,
    width: 98,
    total: true,
  },
  {
    id: 'reason',
    header: 'Motif',
    kind: 'text',
    value: ({ dispute }) => capitalised(disputeReasonNames[dispute.reason]),
    render: ({ dispute }) => (
      <span title={dispute.note}>{capitalised(disputeReasonNames[dispute.reason])}</span>
    ),
    width: 126,
  },
  { id: 'age', header: 'Jours', kind: 'number', value: ({ ageDays }) => ageDays, width: 70 },
  {
    id: 'next',
    header: 'À faire',
    kind: 'text',
    value: disputeNextStep,
    render: (row) => (
      <span title={[disputeNextStep(row), row.dispute.memo ?? ''].join('\n').trim()}>
        {disputeNextStep(row)}
      </span>
    ),
    minWidth: 148,
  },
  {
    id: 'evidence',
    header: 'Preuves',
    kind: 'number',
    value: ({ evidenceCount }) => evidenceCount,
    width: 74,
  },
  {
    id: 'opened',
    header: 'Ouvert le',
    kind: 'day',
    value: ({ dispute }) => dispute.openedOn,
    width: 104,
    hidden: true,
  },
  {
    id: 'undisputed',
    header: 'Non contesté',
    kind: 'amount',
    value: ({ undisputedCents }) => undisputedCents,
    width: 116,
    total: true,
    hidden: true,
  },
];

/** « Litiges »: every open dispute with its age, its amount and what to do next. */
export const DisputesList = () => {
  const ledger = useLedger();
  const today = useToday();
  const rows = useMemo(() => openDisputes(ledger, today), [ledger, today]);
  const [openedId, setOpenedId] = useState<string>();
  const opened = rows.find(({ dispute }) => dispute.id === openedId);
  return (
    <>
      <DataGrid
        name="litiges"
        caption="Litiges ouverts, avec leur âge, leur montant et la prochaine action"
        columns={columns}
        rows={rows}
        rowId={({ dispute }) => dispute.id}
        onOpen={({ dispute }) => setOpenedId(dispute.id)}
        copyText={(text) => void bridge.copyText(text)}
        initialSort={{ id: 'age', desc: true }}
        exportMenu={(shown, isEmpty) => (
          <ExportMenu source={() => gridSource('Litiges ouverts', shown())} disabled={isEmpty} />
        )}
        empty={
          <EmptyState icon={ShieldCheck} title="Aucun litige ouvert.">
            Sur la fiche d’un client, la touche L sur une facture ouvre un litige : la part contestée n’est
            plus relancée.
          </EmptyState>
        }
      />
      <DisputePanel open={opened} onClose={() => setOpenedId(undefined)} />
    </>
  );
};
