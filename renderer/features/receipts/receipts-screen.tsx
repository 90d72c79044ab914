import { Button, CloseButton, TextInput } from '@mantine/core';
import { Search, Wallet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addMonths, monthOf } from '../../../shared/dates/day.ts';
import { formatMonth } from '../../../shared/dates/format-day.ts';
import { type ReceiptMonth, receiptMonths, waitingCredits } from '../../../shared/ledger/receipts.ts';
import { sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyFigure } from '../../ui/key-figure.tsx';
import { Page } from '../../ui/page.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import classes from './receipts-screen.module.css';
import { ReceiptsTable } from './receipts-table.tsx';
import { searchReceipts } from './search-receipts.ts';
import { WaitingCredits } from './waiting-credits.tsx';

const totalOf = (months: readonly ReceiptMonth[], month: string) =>
  months.find((candidate) => candidate.month === month)?.totalCents ?? zeroCents;

/** « Encaissements »: money received by month, and what waits to be set against an invoice. */
export const ReceiptsScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const [search, setSearch] = useState('');
  const months = useMemo(() => receiptMonths(ledger), [ledger]);
  const found = useMemo(() => searchReceipts(months, search), [months, search]);
  const waitingCents = useMemo(
    () => sumCents(waitingCredits(ledger).map(({ leftCents }) => leftCents)),
    [ledger],
  );
  const lastMonth = addMonths(today, -1);
  const record = <Button onClick={() => setOpened(true)}>Enregistrer un encaissement</Button>;
  return (
    <Page
      title="Encaissements"
      lead="Un paiement noté ici retire aussitôt les relances qui l’attendaient."
      actions={record}
    >
      {months.length === 0 ? (
        <EmptyState icon={Wallet} title="Aucun encaissement pour l’instant.">
          Notez le premier dès qu’un client vous paie : choisissez le client, ses factures se cochent.
        </EmptyState>
      ) : (
        <>
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
              formula="Règlements et avoirs qui ne sont pas encore imputés sur une facture. Ils sont déduits de ce que les relances réclament."
            />
          </div>
          <WaitingCredits />
          <TextInput
            aria-label="Rechercher un encaissement"
            placeholder="Client, facture, référence, montant…"
            w={320}
            mb="sm"
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
          {found.length === 0 ? (
            <EmptyState icon={Search} title="Aucun encaissement ne correspond." />
          ) : (
            <ReceiptsTable months={found} />
          )}
        </>
      )}
      <ReceiptDialog opened={opened} onClose={() => setOpened(false)} />
    </Page>
  );
};
