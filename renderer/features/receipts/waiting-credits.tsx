import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Day } from '../../../shared/dates/day.ts';
import { waitingLines } from '../../../shared/ledger/bank-lines.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { payableInvoices, type WaitingCredit, waitingCredits } from '../../../shared/ledger/receipts.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { confirmMatches } from '../../db/commands/confirm-matches.ts';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/day-text.tsx';
import table from '../../ui/plain-table.module.css';
import { AssignDialog } from '../bank/assign-dialog.tsx';
import type { AssignedMovement } from '../bank/assign-form.ts';
import { titleOf } from '../bank/match-rows.ts';
import { AllocateDialog } from './allocate-dialog.tsx';
import classes from './receipts-screen.module.css';
import { type WaitingLineText, waitingSource } from './waiting-source.ts';

/** Rows shown before « Tout afficher ». */
const firstRows = 5;
const mostRows = 200;

const sourceText = ({ source }: WaitingCredit): string =>
  source.kind === 'credit-note'
    ? `Avoir ${source.creditNote.number}`
    : source.payment.reference || 'Règlement';

type Row =
  | { readonly kind: 'credit'; readonly credit: WaitingCredit; readonly canAllocate: boolean }
  | { readonly kind: 'movement'; readonly movement: AssignedMovement; readonly accountName: string };

const movementOrigin = (accountName: string, { line }: AssignedMovement): string =>
  `${accountName}\u00A0: ${line.label.replaceAll('\n', ' ')}`;

const dayOf = (row: Row): Day => (row.kind === 'credit' ? row.credit.on : row.movement.line.bookedOn);

/** Money and credit notes on accounts, and movements of the bank that nobody explained yet; oldest first. */
const useWaitingRows = (): readonly Row[] => {
  const ledger = useLedger();
  return useMemo(() => {
    const credits = waitingCredits(ledger).map(
      (credit): Row => ({
        kind: 'credit',
        credit,
        canAllocate: payableInvoices(ledger, credit.clientId).length > 0,
      }),
    );
    const movements = waitingLines(ledger).map(({ line, leftCents }): Row => {
      const account = ledger.bankAccounts.get(line.accountId);
      return {
        kind: 'movement',
        accountName: account?.name ?? '',
        movement: {
          id: line.id,
          line,
          amountCents: leftCents,
          currency: account?.currency ?? 'EUR',
          title: titleOf(line),
          targets: [],
        },
      };
    });
    return [...credits, ...movements].sort((a, b) =>
      dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0,
    );
  }, [ledger]);
};

/** The same row for a spreadsheet. */
const rowText = (ledger: Pick<Ledger, 'clients'>, row: Row): WaitingLineText =>
  row.kind === 'credit'
    ? {
        day: row.credit.on,
        name: ledger.clients.get(row.credit.clientId)?.name ?? '',
        origin: sourceText(row.credit),
        cents: row.credit.leftCents,
        currency: 'EUR',
      }
    : {
        day: row.movement.line.bookedOn,
        name: row.movement.title,
        origin: movementOrigin(row.accountName, row.movement),
        cents: row.movement.amountCents,
        currency: row.movement.currency,
      };

const WaitingRow = ({
  day,
  name,
  origin,
  cents,
  currency,
  action,
}: {
  readonly day: Day;
  readonly name: { readonly text: string; readonly clientId?: string };
  readonly origin: string;
  readonly cents: Cents;
  readonly currency: string;
  readonly action: ReactNode;
}) => (
  <tr>
    <td>
      <DayText day={day} />
    </td>
    <td title={name.text}>
      {name.clientId === undefined ? (
        name.text
      ) : (
        <Link href={places.client(name.clientId)} className={classes.client}>
          {name.text}
        </Link>
      )}
    </td>
    <td title={origin}>{origin}</td>
    <td className={`${table.amount} figures`}>
      <strong>{formatMoney(cents, currency)}</strong>
    </td>
    <td className={table.amount}>{action}</td>
  </tr>
);

/** « À affecter »: money and credit notes on accounts, and movements that wait. Nothing where there is none. */
export const WaitingCredits = () => {
  const ledger = useLedger();
  const run = useRun();
  const rows = useWaitingRows();
  const [credit, setCredit] = useState<WaitingCredit>();
  const [opened, setOpened] = useState(false);
  const [movement, setMovement] = useState<AssignedMovement>();
  const [showsAll, setShowsAll] = useState(false);
  if (rows.length === 0) return null;
  const hasMovements = rows.some(({ kind }) => kind === 'movement');
  return (
    <div className={classes.waiting}>
      <Card
        title="À affecter"
        padded={false}
        actions={
          <>
            <ExportMenu source={() => waitingSource(rows.map((row) => rowText(ledger, row)))} compact />
            {hasMovements && (
              <Button component={Link} href={places.matching} size="compact-sm" variant="default">
                Rapprocher les mouvements
              </Button>
            )}
          </>
        }
      >
        <div className={classes.scroll}>
          <table className={table.table}>
            <caption className="visually-hidden">
              Mouvements bancaires, règlements et avoirs qui ne sont pas encore imputés sur une facture
            </caption>
            <colgroup>
              <col className={classes.day} />
              <col />
              <col />
              <col className={classes.money} />
              <col className={classes.action} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">Client ou payeur</th>
                <th scope="col">Origine</th>
                <th scope="col" className={table.amount}>
                  À affecter
                </th>
                <th scope="col">
                  <span className="visually-hidden">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, showsAll ? mostRows : firstRows).map((row) =>
                row.kind === 'credit' ? (
                  <WaitingRow
                    key={row.credit.sourceId}
                    day={row.credit.on}
                    name={{
                      text: ledger.clients.get(row.credit.clientId)?.name ?? '',
                      clientId: row.credit.clientId,
                    }}
                    origin={sourceText(row.credit)}
                    cents={row.credit.leftCents}
                    currency="EUR"
                    action={
                      row.canAllocate ? (
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => {
                            setCredit(row.credit);
                            setOpened(true);
                          }}
                        >
                          Imputer
                        </Button>
                      ) : (
                        <span className={classes.quiet}>Aucune facture ouverte</span>
                      )
                    }
                  />
                ) : (
                  <WaitingRow
                    key={row.movement.id}
                    day={row.movement.line.bookedOn}
                    name={{ text: row.movement.title }}
                    origin={movementOrigin(row.accountName, row.movement)}
                    cents={row.movement.amountCents}
                    currency={row.movement.currency}
                    action={
                      <Button size="compact-sm" variant="default" onClick={() => setMovement(row.movement)}>
                        Affecter
                      </Button>
                    }
                  />
                ),
              )}
            </tbody>
          </table>
        </div>
        {rows.length > firstRows && (
          <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setShowsAll((was) => !was)}>
            {showsAll ? 'Afficher moins' : `Tout afficher (${rows.length})`}
          </Button>
        )}
      </Card>
      <AllocateDialog credit={credit} opened={opened} onClose={() => setOpened(false)} />
      <AssignDialog
        movement={movement}
        submitLabel="Enregistrer"
        onSubmit={async (targets) => {
          if (!movement) return;
          const done = await run(confirmMatches, {
            matches: targets.map((target) => ({ movementId: movement.id, target })),
          });
          if (done) setMovement(undefined);
        }}
        onClose={() => setMovement(undefined)}
      />
    </div>
  );
};
