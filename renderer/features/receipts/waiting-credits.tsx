import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { payableInvoices, type WaitingCredit, waitingCredits } from '../../../shared/ledger/receipts.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/day-text.tsx';
import table from '../../ui/plain-table.module.css';
import { AllocateDialog } from './allocate-dialog.tsx';
import classes from './receipts-screen.module.css';

/** Rows shown before « Tout afficher ». */
const firstRows = 5;

const sourceText = ({ source }: WaitingCredit): string =>
  source.kind === 'credit-note'
    ? `Avoir ${source.creditNote.number}`
    : source.payment.reference || 'Règlement';

/** « À affecter »: money and credit notes that wait on accounts. Nothing where there is none. */
export const WaitingCredits = () => {
  const ledger = useLedger();
  const waiting = useMemo(
    () =>
      waitingCredits(ledger).map((credit) => ({
        credit,
        canAllocate: payableInvoices(ledger, credit.clientId).length > 0,
      })),
    [ledger],
  );
  const [credit, setCredit] = useState<WaitingCredit>();
  const [opened, setOpened] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  if (waiting.length === 0) return null;
  return (
    <div className={classes.waiting}>
      <Card title="À affecter" padded={false}>
        <div className={classes.scroll}>
          <table className={table.table}>
            <caption className="visually-hidden">
              Règlements et avoirs qui ne sont pas encore imputés sur une facture
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
                <th scope="col">Client</th>
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
              {(showsAll ? waiting : waiting.slice(0, firstRows)).map(({ credit: row, canAllocate }) => {
                const name = ledger.clients.get(row.clientId)?.name ?? '';
                return (
                  <tr key={row.sourceId}>
                    <td>
                      <DayText day={row.on} />
                    </td>
                    <td title={name}>
                      <Link href={places.client(row.clientId)} className={classes.client}>
                        {name}
                      </Link>
                    </td>
                    <td title={sourceText(row)}>{sourceText(row)}</td>
                    <td className={table.amount}>
                      <Amount cents={row.leftCents} strong />
                    </td>
                    <td className={table.amount}>
                      {canAllocate ? (
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => {
                            setCredit(row);
                            setOpened(true);
                          }}
                        >
                          Imputer
                        </Button>
                      ) : (
                        <span className={classes.quiet}>Aucune facture ouverte</span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        {waiting.length > firstRows && (
          <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setShowsAll((was) => !was)}>
            {showsAll ? 'Afficher moins' : `Tout afficher (${waiting.length})`}
          </Button>
        )}
      </Card>
      <AllocateDialog credit={credit} opened={opened} onClose={() => setOpened(false)} />
    </div>
  );
};
