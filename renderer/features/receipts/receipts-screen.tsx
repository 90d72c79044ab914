import { Button, CloseButton, Tabs, TextInput } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { FileUp, Landmark, Search, Wallet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { addMonths, monthOf } from '../../../shared/dates/day.ts';
import { formatMonth } from '../../../shared/dates/format-day.ts';
import { receiptsSource } from '../../../shared/exporting/tables/receipts-source.ts';
import { waitingLines } from '../../../shared/ledger/bank-lines.ts';
import { type ReceiptMonth, receiptMonths, waitingCredits } from '../../../shared/ledger/receipts.ts';
import { countLinesToMatch } from '../../../shared/matching/lines-to-match.ts';
import { sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { chosenFileOf } from '../../application/chosen-file.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { handedToBankImport } from '../../application/handed-files.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Page } from '../../ui/page.tsx';
import { TabLabel } from '../../ui/tab-label.tsx';
import { BankAccounts } from '../bank/bank-accounts.tsx';
import { BankMatching } from '../bank/bank-matching.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import classes from './receipts-screen.module.css';
import { ReceiptsTable } from './receipts-table.tsx';
import { searchReceipts } from './search-receipts.ts';
import { WaitingCredits } from './waiting-credits.tsx';

const totalOf = (months: readonly ReceiptMonth[], month: string) =>
  months.find((candidate) => candidate.month === month)?.totalCents ?? zeroCents;

const tabs = ['encaissements', 'rapprochement', 'comptes'] as const;
type Tab = (typeof tabs)[number];
const isTab = (text: string | null): text is Tab => (tabs as readonly (string | null)[]).includes(text);

/** Money received by month, and what waits to be set against an invoice. */
const Receipts = () => {
  const ledger = useLedger();
  const today = useToday();
  const [search, setSearch] = useState('');
  const months = useMemo(() => receiptMonths(ledger), [ledger]);
  const found = useMemo(
    () =>
      searchReceipts(months, search, (lineId) => {
        const line = ledger.bankLines.get(lineId);
        return line ? `${line.counterparty ?? ''} ${line.label}` : '';
      }),
    [ledger, months, search],
  );
  const waitingCents = useMemo(
    () =>
      sumCents([
        ...waitingCredits(ledger).map(({ leftCents }) => leftCents),
        ...waitingLines(ledger)
          .filter(({ line }) => (ledger.bankAccounts.get(line.accountId)?.currency ?? 'EUR') === 'EUR')
          .map(({ leftCents }) => leftCents),
      ]),
    [ledger],
  );
  const lastMonth = addMonths(today, -1);
  if (months.length === 0 && waitingCents === 0)
    return (
      <EmptyState icon={Wallet} title="Aucun encaissement pour l’instant.">
        Importez votre relevé, ou notez le premier dès qu’un client vous paie&nbsp;: choisissez le client, ses
        factures se cochent.
      </EmptyState>
    );
  return (
    <div className={classes.scrolled}>
      <div className={classes.figures}>
        <KeyFigure
          label={`Encaissé en ${formatMonth(today)}`}
          value={formatAmount(totalOf(months, monthOf(today)))}
        />
        <KeyFigure
          label={`Encaissé en ${formatMonth(lastMonth)}`}
          value={formatAmount(totalOf(months, monthOf(lastMonth)))}
        />
        <KeyFigure
          label="À affecter"
          value={formatAmount(waitingCents)}
          formula="Mouvements de vos relevés, règlements et avoirs qui ne sont pas encore imputés sur une facture. Les règlements et les avoirs sont déduits de ce que les relances réclament."
        />
      </div>
      <WaitingCredits />
      {months.length > 0 && (
        <div className={classes.tools}>
          <TextInput
            aria-label="Rechercher un encaissement"
            placeholder="Client, facture, référence, montant…"
            w={320}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setSearch('');
            }}
            leftSection={<Search size={16} aria-hidden="true" />}
            rightSection={
              search === '' ? null : (
                <CloseButton size="sm" aria-label="Effacer la recherche" onClick={() => setSearch('')} />
              )
            }
          />
          <ExportMenu source={() => receiptsSource(found)} disabled={found.length === 0} />
        </div>
      )}
      {found.length === 0 && search !== '' ? (
        <EmptyState icon={Search} title="Aucun encaissement ne correspond." />
      ) : (
        found.length > 0 && <ReceiptsTable months={found} />
      )}
    </div>
  );
};

/** Statements dropped anywhere on the screen go to their import. */
const StatementDrop = () => {
  const [, go] = useLocation();
  return (
    <Dropzone.FullScreen
      withinPortal={false}
      onDrop={(files) => {
        handedToBankImport.hand(files.map(chosenFileOf));
        go(places.bankImport);
      }}
      inputProps={{ 'aria-label': 'Déposer des relevés', tabIndex: -1 }}
      tabIndex={-1}
    >
      <div className={classes.drop}>
        <Landmark size={40} strokeWidth={1.25} aria-hidden="true" />
        <p>Déposez vos relevés bancaires</p>
      </div>
    </Dropzone.FullScreen>
  );
};

/** « Encaissements »: money received, what the bank says of it, and the accounts it comes to. */
export const ReceiptsScreen = () => {
  const ledger = useLedger();
  const [, go] = useLocation();
  const [opened, setOpened] = useState(false);
  const wanted = new URLSearchParams(useSearch()).get('onglet');
  const tab: Tab = isTab(wanted) ? wanted : 'encaissements';
  const waiting = useMemo(() => countLinesToMatch(ledger), [ledger]);
  return (
    <Page
      title="Encaissements"
      lead={
        tab === 'encaissements'
          ? 'Un paiement noté ici retire aussitôt les relances qui l’attendaient.'
          : undefined
      }
      fill
      actions={
        <>
          <Button
            component={Link}
            href={places.bankImport}
            variant="default"
            leftSection={<FileUp size={16} aria-hidden="true" />}
          >
            Importer un relevé
          </Button>
          <Button variant={tab === 'encaissements' ? 'filled' : 'default'} onClick={() => setOpened(true)}>
            Enregistrer un encaissement
          </Button>
        </>
      }
    >
      <Tabs
        value={tab}
        onChange={(value) =>
          go(value === 'encaissements' ? places.receipts : `${places.receipts}?onglet=${value ?? ''}`, {
            replace: true,
          })
        }
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '', list: classes.tabList ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="encaissements">Encaissements</Tabs.Tab>
          <Tabs.Tab value="rapprochement">
            <TabLabel count={waiting}>Rapprochement</TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="comptes">
            <TabLabel count={0}>Comptes et relevés</TabLabel>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="encaissements">
          <Receipts />
        </Tabs.Panel>
        <Tabs.Panel value="rapprochement">
          <BankMatching />
        </Tabs.Panel>
        <Tabs.Panel value="comptes">
          <div className={classes.scrolled}>
            <BankAccounts />
          </div>
        </Tabs.Panel>
      </Tabs>
      <StatementDrop />
      <ReceiptDialog opened={opened} onClose={() => setOpened(false)} />
    </Page>
  );
};
