import { Button } from '@mantine/core';
import { ListOrdered, SearchX, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { daysBetween } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type ClientRisk, clientRisk } from '../../../shared/insight/client-risk.ts';
import { formatDecimal } from '../../../shared/insight/format-figure.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { type ClientAccount, clientAccounts } from '../../../shared/ledger/client-account.ts';
import { type ClientFlag, clientFlagLabel } from '../../../shared/ledger/client-flag.ts';
import { clientFlags } from '../../../shared/ledger/client-flags.ts';
import { segmentNames } from '../../../shared/ledger/client-names.ts';
import { nextActionLabel } from '../../../shared/ledger/next-action.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { type ScenarioChoice, scenarioChoiceOf } from '../../../shared/reminders/scenario-choice.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { usePlanning } from '../../application/use-planning.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import type { GridColumn } from '../../ui/data-grid/grid-column.ts';
import { gridSource } from '../../ui/data-grid/grid-export.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { RiskBadge } from '../../ui/risk-badge.tsx';
import { ClientsScenarioDialog } from '../scenarios/clients-scenario-dialog.tsx';
import classes from './clients-screen.module.css';
import { FlagBadges } from './flag-badges.tsx';
import { NewClientDialog } from './new-client-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';

interface ClientRow {
  readonly client: Client;
  readonly account: ClientAccount;
  readonly flags: readonly ClientFlag[];
  readonly risk: ClientRisk;
  /** Days since the oldest open due date; undefined when nothing is overdue. */
  readonly oldestLateDays: number | undefined;
  readonly scenario: ScenarioChoice;
}

const columns: readonly GridColumn<ClientRow>[] = [
  {
    id: 'name',
    header: 'Client',
    kind: 'text',
    value: ({ client }) => client.name,
    render: ({ client }) => (
      <Link href={places.client(client.id)} className={classes.name} title={client.name} tabIndex={-1}>
        {client.name}
      </Link>
    ),
    hideable: false,
  },
  {
    id: 'outstanding',
    header: 'Encours',
    kind: 'amount',
    width: 112,
    value: ({ account }) => account.outstandingCents,
    total: true,
  },
  {
    id: 'overdue',
    header: 'En retard',
    kind: 'amount',
    width: 112,
    value: ({ account }) => account.overdueCents,
    total: true,
  },
  {
    id: 'oldest',
    header: 'Plus ancien',
    kind: 'number',
    width: 92,
    value: ({ oldestLateDays }) => oldestLateDays,
    render: ({ oldestLateDays }) =>
      oldestLateDays === undefined ? '' : <span className="figures">{oldestLateDays} j</span>,
  },
  {
    id: 'delay',
    header: 'Retard moyen',
    kind: 'number',
    width: 110,
    value: ({ account }) =>
      account.averageDelayDays === undefined ? undefined : Math.round(account.averageDelayDays),
    render: ({ account }) =>
      account.averageDelayDays === undefined ? (
        ''
      ) : (
        <span className="figures">{Math.round(account.averageDelayDays)} j</span>
      ),
  },
  {
    id: 'risk',
    header: 'Risque',
    kind: 'number',
    width: 84,
    value: ({ risk }) => (risk.kind === 'rated' ? risk.score : undefined),
    render: ({ risk }) =>
      risk.kind === 'rated' ? (
        <span className="figures" title={`${formatDecimal(risk.score, 1)} sur 100`}>
          <span className={classes.score}>{formatDecimal(risk.score, 1)}</span>{' '}
          <RiskBadge riskClass={risk.class} />
        </span>
      ) : (
        <span className={classes.score} title={`Non noté. ${risk.reason}`}>
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">Non noté</span>
        </span>
      ),
  },
  {
    id: 'next',
    header: 'Prochaine action',
    kind: 'text',
    width: 226,
    value: ({ account: { nextAction } }) =>
      nextAction === undefined ? undefined : `${nextActionLabel(nextAction)}, ${formatDay(nextAction.on)}`,
    render: ({ account: { nextAction } }) =>
      nextAction === undefined ? (
        ''
      ) : (
        <span title={`${nextActionLabel(nextAction)}, ${formatDay(nextAction.on)}`}>
          <span className={classes.day}>{formatDay(nextAction.on).slice(0, 5)}</span>{' '}
          {nextActionLabel(nextAction)}
        </span>
      ),
  },
  {
    id: 'flags',
    header: 'Situation',
    kind: 'text',
    width: 148,
    value: ({ flags }) => (flags.length === 0 ? undefined : flags.map(clientFlagLabel).join(', ')),
    render: ({ flags }) => <FlagBadges flags={flags} oneLine />,
  },
  {
    id: 'segment',
    header: 'Segment',
    kind: 'text',
    width: 126,
    value: ({ client }) => segmentNames[client.segment],
    hidden: true,
  },
  {
    id: 'scenario',
    header: 'Scénario',
    kind: 'text',
    width: 168,
    value: ({ scenario }) => scenario.scenario.name,
    render: ({ scenario: { scenario, reason } }) => (
      <span title={`${scenario.name}, ${reason}`}>{scenario.name}</span>
    ),
    hidden: true,
  },
  {
    id: 'code',
    header: 'Code',
    kind: 'text',
    width: 104,
    value: ({ client }) => client.code,
    hidden: true,
  },
  {
    id: 'city',
    header: 'Ville',
    kind: 'text',
    width: 144,
    value: ({ client }) => client.address?.city,
    hidden: true,
  },
];

const copyText = (text: string): void => {
  void bridge.copyText(text).then((answer) => {
    if (!answer.ok) showRefusal(answer.error.message);
  });
};

/** « Clients »: everyone with what he owes, how he pays and what comes next. */
export const ClientsScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const planning = usePlanning();
  const [, go] = useLocation();
  const [creating, setCreating] = useState(false);
  const [noted, setNoted] = useState<{ readonly clientId: string; readonly isCall: boolean }>();
  const [noting, setNoting] = useState(false);
  const [scenarioFor, setScenarioFor] = useState<readonly string[]>([]);
  const [choosing, setChoosing] = useState(false);
  const rows = useMemo(() => {
    const { byClient } = clientAccounts(ledger, today, planning);
    const flags = clientFlags(ledger, today);
    const found: ClientRow[] = [];
    for (const client of ledger.clients.values()) {
      const account = byClient.get(client.id);
      if (!account) continue;
      const { oldestDueOn } = account;
      found.push({
        client,
        account,
        flags: flags.get(client.id) ?? [],
        risk: clientRisk(ledger, client.id, today),
        scenario: scenarioChoiceOf(ledger, client),
        oldestLateDays:
          oldestDueOn === undefined || oldestDueOn >= today ? undefined : daysBetween(oldestDueOn, today),
      });
    }
    return found;
  }, [ledger, today, planning]);
  const { portfolio } = clientAccounts(ledger, today, planning);
  return (
    <Page
      title="Clients"
      lead={
        rows.length === 0
          ? undefined
          : `${rows.length === 1 ? '1 client' : `${rows.length} clients`}, ${formatAmount(portfolio.outstandingCents)} d’encours dont ${formatAmount(portfolio.overdueCents)} en retard.`
      }
      actions={<Button onClick={() => setCreating(true)}>Nouveau client</Button>}
      fill={rows.length > 0}
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={Users}
          title="Aucun client pour l’instant."
          action={
            <Button component={Link} href={places.import} variant="default">
              Importer mes factures
            </Button>
          }
        >
          Vos clients arrivent avec vos factures, ou un par un.
        </EmptyState>
      ) : (
        <DataGrid
          name="clients"
          caption="Clients, avec leur encours, leur retard et leur prochaine action"
          columns={columns}
          rows={rows}
          rowId={({ client }) => client.id}
          onOpen={({ client }) => go(places.client(client.id))}
          onKey={(key, { client }) => {
            const letter = key.toLowerCase();
            if (letter !== 'n' && letter !== 't') return false;
            setNoted({ clientId: client.id, isCall: letter === 't' });
            setNoting(true);
            return true;
          }}
          copyText={copyText}
          selectionActions={(selected) => (
            <Button
              variant="default"
              leftSection={<ListOrdered size={16} aria-hidden="true" />}
              onClick={() => {
                setScenarioFor(selected.map(({ client }) => client.id));
                setChoosing(true);
              }}
            >
              Changer de scénario
            </Button>
          )}
          exportMenu={(shown, isEmpty) => (
            <ExportMenu source={() => gridSource('Clients', shown())} disabled={isEmpty} />
          )}
          searchLabel="Rechercher un client"
          initialSort={{ id: 'overdue', desc: true }}
          empty={<EmptyState icon={SearchX} title="Aucun client ne correspond." />}
        />
      )}
      <NewClientDialog opened={creating} onClose={() => setCreating(false)} />
      <ClientsScenarioDialog clientIds={scenarioFor} opened={choosing} onClose={() => setChoosing(false)} />
      {noted && (
        <NoteDialog
          clientId={noted.clientId}
          isCall={noted.isCall}
          opened={noting}
          onClose={() => setNoting(false)}
        />
      )}
    </Page>
  );
};
