import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { bankLinesSource } from '../../../shared/exporting/tables/bank-lines-source.ts';
import { setAsideNames } from '../../../shared/ledger/set-aside-names.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { takeLinesBack } from '../../db/commands/set-lines-aside.ts';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/day-text.tsx';
import table from '../../ui/plain-table.module.css';
import classes from './bank-accounts.module.css';
import { titleOf } from './match-rows.ts';

const firstRows = 5;
const mostRows = 200;

/** « Mis de côté »: movements that settle no invoice, with the way back into the matching. */
export const SetAsideLines = () => {
  const ledger = useLedger();
  const { bankLines, bankAccounts } = ledger;
  const run = useRun();
  const [showsAll, setShowsAll] = useState(false);
  const lines = useMemo(
    () =>
      [...bankLines.values()]
        .filter(({ setAside }) => setAside !== undefined)
        .sort((a, b) => (a.bookedOn < b.bookedOn ? 1 : -1)),
    [bankLines],
  );
  if (lines.length === 0) return null;
  return (
    <Card
      title="Mis de côté"
      padded={false}
      actions={<ExportMenu source={() => bankLinesSource('Mouvements mis de côté', ledger, lines)} compact />}
    >
      <div className={classes.scroll}>
        <table className={table.table}>
          <caption className="visually-hidden">Mouvements mis de côté, les plus récents d’abord</caption>
          <colgroup>
            <col className={classes.day} />
            <col />
            <col />
            <col className={classes.amount} />
            <col className={classes.action} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Mouvement</th>
              <th scope="col">Raison</th>
              <th scope="col" className={table.amount}>
                Montant
              </th>
              <th scope="col">
                <span className="visually-hidden">Action</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, showsAll ? mostRows : firstRows).map((line) => {
              const reason = line.setAside
                ? [setAsideNames[line.setAside.reason], line.setAside.note].filter(Boolean).join(' : ')
                : '';
              return (
                <tr key={line.id}>
                  <td>
                    <DayText day={line.bookedOn} />
                  </td>
                  <td title={line.label}>{titleOf(line)}</td>
                  <td title={reason}>{reason}</td>
                  <td className={`${table.amount} figures`}>
                    {formatMoney(line.amountCents, bankAccounts.get(line.accountId)?.currency ?? 'EUR')}
                  </td>
                  <td className={table.amount}>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => void run(takeLinesBack, { lineIds: [line.id] })}
                    >
                      Reprendre
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {lines.length > firstRows && (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setShowsAll((was) => !was)}>
          {showsAll ? 'Afficher moins' : `Tout afficher (${Math.min(lines.length, mostRows)})`}
        </Button>
      )}
    </Card>
  );
};
