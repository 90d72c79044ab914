import { Button, Group, SegmentedControl } from '@mantine/core';
import { FileUp, PartyPopper, Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type AgeingRow, ageingTable } from '../../../shared/ledger/ageing-table.ts';
import { disputedShares } from '../../../shared/ledger/disputed-shares.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useSaveFile } from '../../application/use-save-file.ts';
import { bridge } from '../../bridge/bridge.ts';
import { AgeingBar } from '../../ui/ageing-bar.tsx';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { InvoiceDialog } from '../invoices/invoice-dialog.tsx';
import { MarkPaidDialog } from '../payments/mark-paid-dialog.tsx';
import { ageingColumns } from './ageing-columns.tsx';
import classes from './ageing-screen.module.css';
import { ageingSource } from './ageing-source.ts';
import { limitationDays } from './limitation-days.ts';
import { rowStop } from './row-stop.ts';
import { sampleCsv } from './sample-csv.ts';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const subRows = (row: AgeingRow): readonly AgeingRow[] | undefined =>
  row.kind === 'client' && row.invoices.length > 0 ? row.invoices : undefined;
const rowId = (row: AgeingRow): string => row.key;

/** « Balance âgée »: who owes what, and since when. */
export const AgeingScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const save = useSaveFile();
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const [asOf, setAsOf] = useState<Day>();
  const [by, setBy] = useState<'due-date' | 'issue-date'>('due-date');
  const [entering, setEntering] = useState(false);
  const asked = params.get('saisie') === '1';
  useEffect(() => {
    if (!asked) return;
    setEntering(true);
    go(places.ageing, { replace: true });
  }, [asked, go]);
  const [paying, setPaying] = useState<string>();

  const table = useMemo(
    () => ageingTable(ledger, { asOf: asOf ?? today, today, by }),
    [ledger, asOf, today, by],
  );
  const hasCredits = table.creditsCents < 0;
  const limitationOf = useMemo(() => limitationDays(ledger, today), [ledger, today]);
  const columns = useMemo(
    () =>
      ageingColumns(
        hasCredits,
        limitationOf,
        disputedShares(ledger, asOf ?? today),
        asOf === undefined ? (row) => rowStop(ledger, today, row) : undefined,
      ),
    [hasCredits, ledger, limitationOf, today, asOf],
  );

  const lead =
    table.overdueCents === 0
      ? `${formatAmount(table.grossCents)} à encaisser, rien en retard.`
      : `${formatAmount(table.overdueCents)} en retard${
          table.overdueOver60Cents > 0
            ? `, dont ${formatAmount(table.overdueOver60Cents)} depuis plus de 60 jours.`
            : '.'
        }`;
  const hasInvoices = ledger.invoices.size > 0;

  return (
    <Page
      title="Balance âgée"
      lead={hasInvoices ? lead : 'Qui vous doit combien, et depuis quand.'}
      fill
      actions={
        <Button leftSection={<Plus size={16} aria-hidden="true" />} onClick={() => setEntering(true)}>
          Saisir une facture
        </Button>
      }
    >
      {hasInvoices && (
        <div className={classes.bar}>
          <AgeingBar buckets={table.buckets} />
        </div>
      )}
      <DataGrid
        name="ageing"
        caption={`Balance âgée au ${formatDay(asOf ?? today)}, par client`}
        columns={columns}
        rows={table.rows as readonly AgeingRow[]}
        rowId={rowId}
        subRows={subRows}
        initialSort={{ id: 'total', desc: true }}
        searchLabel="Chercher un client, une facture"
        copyText={(text) => void bridge.copyText(text)}
        onOpen={(row) => go(places.client(row.clientId))}
        onKey={(key, row) => {
          if (key.toLowerCase() !== 'p' || row.kind !== 'invoice') return false;
          setPaying(row.invoice.id);
          return true;
        }}
        exportMenu={(shown, isEmpty) => (
          <ExportMenu
            disabled={isEmpty}
            source={() => {
              const { columns: visible, rows } = shown();
              const showsLimits = visible.some(({ id }) => id === 'limitation');
              return ageingSource(rows, asOf ?? today, showsLimits ? limitationOf : undefined);
            }}
          />
        )}
        toolbar={
          <Group gap="sm" wrap="nowrap">
            <DayInput
              label="Au"
              value={asOf ?? today}
              onChange={(value) => setAsOf(value === today ? undefined : value)}
              maxDay={today}
              classNames={{ root: classes.inlineField ?? '' }}
              w={172}
            />
            <SegmentedControl
              aria-label="Âge compté depuis"
              size="sm"
              value={by}
              onChange={(value) => setBy(value === 'issue-date' ? 'issue-date' : 'due-date')}
              data={[
                { value: 'due-date', label: 'Échéance' },
                { value: 'issue-date', label: 'Date de facture' },
              ]}
            />
          </Group>
        }
        empty={
          hasInvoices ? (
            <EmptyState icon={PartyPopper} title="Rien à encaisser">
              Toutes vos factures sont réglées, ou aucune ne correspond à la recherche.
            </EmptyState>
          ) : (
            <EmptyState
              icon={FileUp}
              title="Votre balance âgée apparaîtra ici"
              action={
                <Group>
                  <Button onClick={() => go(places.import)}>Importer mes factures</Button>
                  <Button
                    variant="default"
                    onClick={() => void save('Exemple de factures.csv', utf8(sampleCsv))}
                  >
                    Télécharger un fichier d’exemple
                  </Button>
                </Group>
              }
            >
              Importez l’export de votre logiciel de facturation&nbsp;: une minute suffit pour savoir qui vous
              doit combien.
            </EmptyState>
          )
        }
      />
      {table.foreign.length > 0 && (
        <p className={classes.foreign}>
          {table.foreign.length === 1
            ? '1 facture dans une autre monnaie n’est pas comptée ici.'
            : `${table.foreign.length} factures dans d’autres monnaies ne sont pas comptées ici.`}
        </p>
      )}
      <InvoiceDialog opened={entering} onClose={() => setEntering(false)} />
      <MarkPaidDialog
        invoiceIds={paying === undefined ? [] : [paying]}
        opened={paying !== undefined}
        onClose={() => setPaying(undefined)}
      />
    </Page>
  );
};
