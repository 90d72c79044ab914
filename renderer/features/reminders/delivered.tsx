import { Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import { businessTime } from '../../../shared/dates/clock.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { reminderMoment } from '../../../shared/ledger/reminder-moment.ts';
import { type DeliveryStatus, deliveryStatus } from '../../../shared/reminders/delivery-status.ts';
import { recentReminders } from '../../../shared/reminders/recent-reminders.ts';
import { outboxKey, type Reminder } from '../../../shared/reminders/reminder.ts';
import { channelNames, levelNames } from '../../../shared/reminders/reminder-names.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useOutboxEntries } from '../../application/services-context.tsx';
import { useNowMs } from '../../application/use-now.ts';
import { bridge } from '../../bridge/bridge.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChannelMark, LevelBadge } from '../../ui/level-badge.tsx';
import classes from './delivered.module.css';
import { DeliveredPanel } from './delivered-panel.tsx';
import { DeliveryNotices } from './delivery-notices.tsx';

const shownDays = 30;

interface Row {
  readonly reminder: Reminder;
  readonly client: string;
  readonly on: Day;
  readonly status: DeliveryStatus;
}

const dayOf = (moment: string): Day =>
  moment.length > 10 ? businessTime(Date.parse(moment)).day : (moment as Day);

/** Messages « peut-être partis »: only the user can say what became of them. */
export const useNeedsUser = (): number =>
  [...useLedger().reminders.values()].filter(({ state }) => state.kind === 'unknown').length;

const columns: readonly GridColumn<Row>[] = [
  { id: 'on', header: 'Le', kind: 'day', value: ({ on }) => on, width: 104 },
  {
    id: 'client',
    header: 'Client',
    kind: 'text',
    value: ({ client }) => client,
    render: ({ client }) => <span title={client}>{client}</span>,
    hideable: false,
  },
  {
    id: 'status',
    header: 'État',
    kind: 'text',
    value: ({ status }) => status.text,
    render: ({ status }) => (
      <span className={classes.status} data-tone={status.tone} title={status.detail ?? status.text}>
        {status.text}
      </span>
    ),
    width: 224,
    hideable: false,
  },
  {
    id: 'level',
    header: 'Relance',
    kind: 'text',
    value: ({ reminder }) => levelNames[reminder.level],
    render: ({ reminder }) => <LevelBadge level={reminder.level} />,
    width: 150,
  },
  {
    id: 'channel',
    header: 'Voie',
    kind: 'text',
    value: ({ reminder }) => channelNames[reminder.channel],
    render: ({ reminder }) => <ChannelMark channel={reminder.channel} />,
    width: 130,
  },
  {
    id: 'amount',
    header: 'Montant',
    kind: 'amount',
    value: ({ reminder }) => reminder.totalCents,
    width: 130,
  },
];

/** « En cours et partis »: every message of the last thirty days, in the state it really has. */
export const Delivered = () => {
  const ledger = useLedger();
  const today = useToday();
  const entries = useOutboxEntries();
  const recent = useMemo(() => recentReminders(ledger, today, shownDays), [ledger, today]);
  const nowMs = useNowMs(recent.some(({ state }) => state.kind === 'approved'));
  const second = Math.floor(nowMs / 1000);
  const [openId, setOpenId] = useState<string>();
  const rows = useMemo(
    () =>
      recent.map(
        (reminder): Row => ({
          reminder,
          client: ledger.clients.get(reminder.clientId)?.name ?? '',
          on: dayOf(reminderMoment(reminder.state)),
          status: deliveryStatus(reminder, entries.get(outboxKey(reminder)), second * 1000),
        }),
      ),
    [ledger, recent, entries, second],
  );
  return (
    <div className={classes.delivered}>
      <DeliveryNotices reminders={recent} />
      <DataGrid
        name="relances-parties"
        caption="Messages en cours et partis depuis trente jours"
        columns={columns}
        rows={rows}
        rowId={({ reminder }) => reminder.id}
        onOpen={({ reminder }) => setOpenId(reminder.id)}
        copyText={(text) => void bridge.copyText(text)}
        exportMenu={(shown, isEmpty) => (
          <ExportMenu source={() => gridSource('Relances parties', shown())} disabled={isEmpty} />
        )}
        rowTone={({ status }) =>
          status.tone === 'alert' ? 'alert' : status.tone === 'quiet' ? 'quiet' : undefined
        }
        empty={
          <EmptyState icon={Send} title="Aucun message depuis trente jours.">
            Ce que vous approuvez apparaît ici, avec son état et sa preuve.
          </EmptyState>
        }
      />
      <DeliveredPanel
        reminder={openId === undefined ? undefined : ledger.reminders.get(openId)}
        onClose={() => setOpenId(undefined)}
      />
    </div>
  );
};
