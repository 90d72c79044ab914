import { ActionIcon, Button, Menu, Tabs } from '@mantine/core';
import { ArrowLeft, Ellipsis, FilePlus2, Mail, NotebookPen, Pause, Phone, UserX } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { formatSiren } from '../../../shared/identifiers/siren.ts';
import { openInvoices } from '../../../shared/ledger/balance.ts';
import { clientAccounts } from '../../../shared/ledger/client-account.ts';
import { clientFlags } from '../../../shared/ledger/client-flags.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { usePlanning } from '../../application/use-planning.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PostponeDialog } from '../agreements/postpone-dialog.tsx';
import { ClientCaseItem } from '../cases/client-case-item.tsx';
import { NewCaseDialog } from '../cases/new-case-dialog.tsx';
import { ClientStatement } from '../claims/client-statement.tsx';
import { InvoiceDialog } from '../invoices/invoice-dialog.tsx';
import { LimitationBanner } from '../invoices/limitation-banner.tsx';
import { NewLetterItems } from '../letters/new-letter-items.tsx';
import { ReceiptDialog } from '../receipts/receipt-dialog.tsx';
import { ClientBanners } from './client-banners.tsx';
import { ClientBehaviour } from './client-behaviour.tsx';
import { ClientDetails } from './client-details.tsx';
import { ClientFigures } from './client-figures.tsx';
import { ClientInvoices } from './client-invoices.tsx';
import classes from './client-screen.module.css';
import { FlagBadges } from './flag-badges.tsx';
import { Timeline } from './history/timeline.tsx';
import { NoteDialog } from './note-dialog.tsx';

type Opened = 'note' | 'call' | 'invoice' | 'receipt' | 'postpone' | 'case';

/** « Fiche client »: figures, one timeline of everything, invoices, details. */
export const ClientScreen = ({
  clientId,
  showsStatement,
}: {
  readonly clientId: string;
  /** The décompte has an address of its own, so that others can lead to it. */
  readonly showsStatement: boolean;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const planning = usePlanning();
  const [opened, setOpened] = useState<Opened>();
  const wantedInvoice = new URLSearchParams(useSearch()).get('facture') ?? undefined;
  const [tab, setTab] = useState<string | null>(wantedInvoice === undefined ? 'history' : 'invoices');
  const [, go] = useLocation();
  const showTab = (value: string | null): void => {
    if (value === 'statement') go(places.clientStatement(clientId), { replace: true });
    else {
      setTab(value);
      if (showsStatement) go(places.client(clientId), { replace: true });
    }
  };
  const close = (): void => setOpened(undefined);
  const addNote = useCallback((isCall: boolean) => setOpened(isCall ? 'call' : 'note'), []);
  const client = ledger.clients.get(clientId);
  const account = clientAccounts(ledger, today, planning).byClient.get(clientId);
  const flags = clientFlags(ledger, today).get(clientId) ?? [];
  const openCount = useMemo(
    () => openInvoices(ledger).filter((invoice) => invoice.clientId === clientId).length,
    [ledger, clientId],
  );
  if (!client || !account)
    return (
      <Page title="Client">
        <EmptyState
          icon={UserX}
          title="Ce client n’existe plus."
          action={
            <Button component={Link} href={places.clients} variant="default">
              Voir tous les clients
            </Button>
          }
        />
      </Page>
    );
  const place = client.address?.city;
  return (
    <Page
      title={client.name}
      lead={
        <span className={classes.lead}>
          <Link href={places.clients} className={classes.back}>
            <ArrowLeft size={14} aria-hidden="true" style={{ verticalAlign: '-2px' }} /> Clients
          </Link>
          {client.code !== undefined && <span>Code {client.code}</span>}
          {client.siren !== undefined && <span className="figures">SIREN {formatSiren(client.siren)}</span>}
          {place !== undefined && place !== '' && <span>{place}</span>}
          <FlagBadges flags={flags} />
        </span>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<Phone size={16} aria-hidden="true" />}
            onClick={() => setOpened('call')}
          >
            Appel
          </Button>
          <Button
            variant="default"
            leftSection={<NotebookPen size={16} aria-hidden="true" />}
            onClick={() => setOpened('note')}
          >
            Note
          </Button>
          <Menu position="bottom-end" withinPortal width={360}>
            <Menu.Target>
              <Button variant="default" leftSection={<Mail size={16} aria-hidden="true" />}>
                Courrier
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <NewLetterItems clientId={clientId} />
            </Menu.Dropdown>
          </Menu>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label="Autres actions">
                <Ellipsis size={16} aria-hidden="true" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<FilePlus2 size={16} aria-hidden="true" />}
                onClick={() => setOpened('invoice')}
              >
                Saisir une facture
              </Menu.Item>
              <Menu.Item
                leftSection={<Pause size={16} aria-hidden="true" />}
                onClick={() => setOpened('postpone')}
              >
                Reporter les relances
              </Menu.Item>
              <ClientCaseItem clientId={clientId} onOpen={() => setOpened('case')} />
            </Menu.Dropdown>
          </Menu>
          <Button onClick={() => setOpened('receipt')}>Encaisser</Button>
        </>
      }
    >
      <ClientBanners clientId={clientId} flags={flags} />
      <LimitationBanner clientId={clientId} onShowInvoices={() => showTab('invoices')} />
      <ClientFigures account={account} />
      <Tabs value={showsStatement ? 'statement' : tab} onChange={showTab} keepMounted={false}>
        <Tabs.List aria-label="Fiche du client">
          <Tabs.Tab value="history">Historique</Tabs.Tab>
          <Tabs.Tab value="invoices">Factures{openCount > 0 ? ` (${openCount})` : ''}</Tabs.Tab>
          <Tabs.Tab value="statement">Décompte</Tabs.Tab>
          <Tabs.Tab value="behaviour">Paiements et risque</Tabs.Tab>
          <Tabs.Tab value="details">Coordonnées et conditions</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="history" className={classes.panel ?? ''}>
          <Timeline clientId={clientId} onAdd={addNote} />
        </Tabs.Panel>
        <Tabs.Panel value="invoices" className={classes.panel ?? ''}>
          <ClientInvoices
            clientId={clientId}
            wantedId={wantedInvoice}
            onCreate={() => setOpened('invoice')}
            onAdd={addNote}
          />
        </Tabs.Panel>
        <Tabs.Panel value="statement" className={classes.panel ?? ''}>
          <ClientStatement client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="behaviour" className={classes.panel ?? ''}>
          <ClientBehaviour clientId={clientId} />
        </Tabs.Panel>
        <Tabs.Panel value="details" className={classes.panel ?? ''}>
          <ClientDetails client={client} />
        </Tabs.Panel>
      </Tabs>
      <NoteDialog clientId={clientId} isCall={false} opened={opened === 'note'} onClose={close} />
      <NoteDialog clientId={clientId} isCall opened={opened === 'call'} onClose={close} />
      <PostponeDialog clientId={clientId} opened={opened === 'postpone'} onClose={close} />
      <NewCaseDialog clientId={clientId} opened={opened === 'case'} onClose={close} />
      <InvoiceDialog clientId={clientId} opened={opened === 'invoice'} onClose={close} />
      <ReceiptDialog clientId={clientId} opened={opened === 'receipt'} onClose={close} />
    </Page>
  );
};
