import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { businessDay } from '../../../shared/dates/clock.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { bankStatementsSource } from '../../../shared/exporting/tables/bank-statements-source.ts';
import type { BankStatementRecord } from '../../../shared/ledger/bank.ts';
import { formatCount } from '../../../shared/money/format-count.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { Card } from '../../ui/card.tsx';
import table from '../../ui/plain-table.module.css';
import { UndoButton } from '../journal/undo-button.tsx';
import { useJournal } from '../journal/use-journal.ts';
import classes from './bank-accounts.module.css';
import { bankFormatNames } from './statement-facts.tsx';

const firstRows = 8;

const periodOf = ({ openingOn, coversUntil }: BankStatementRecord): string => {
  if (coversUntil === undefined) return '–';
  return openingOn === undefined || openingOn === coversUntil
    ? formatDay(coversUntil)
    : `${formatDay(openingOn)} – ${formatDay(coversUntil)}`;
};

const checkOf = ({ addsUp }: BankStatementRecord): string =>
  addsUp === undefined ? 'soldes absents' : addsUp ? 'juste' : 'écart';

/** Statements that were imported, newest first, each file with its way back. */
export const BankImports = () => {
  const { bankStatements, bankAccounts, imports } = useLedger();
  const { entries } = useJournal();
  const [showsAll, setShowsAll] = useState(false);
  const records = useMemo(
    () => [...bankStatements.values()].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1)),
    [bankStatements],
  );
  const entryByImport = useMemo(
    () => new Map(entries.map((entry) => [entry.importId, entry] as const)),
    [entries],
  );
  if (records.length === 0) return null;
  const shown = showsAll ? records : records.slice(0, firstRows);
  return (
    <Card
      title="Relevés importés"
      padded={false}
      actions={<ExportMenu source={() => bankStatementsSource({ bankAccounts, imports }, records)} compact />}
    >
      <div className={classes.scroll}>
        <table className={table.table}>
          <caption className="visually-hidden">Relevés importés, du plus récent au plus ancien</caption>
          <colgroup>
            <col className={classes.day} />
            <col />
            <col />
            <col className={classes.count} />
            <col className={classes.check} />
            <col className={classes.undo} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Importé le</th>
              <th scope="col">Fichier</th>
              <th scope="col">Compte et période</th>
              <th scope="col" className={table.amount}>
                Nouveaux
              </th>
              <th scope="col">Contrôle</th>
              <th scope="col">
                <span className="visually-hidden">Annuler</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((record, index) => {
              const file = imports.get(record.importId)?.fileName ?? '';
              const name = bankAccounts.get(record.accountId)?.name ?? '';
              const entry = entryByImport.get(record.importId);
              // One way back for a file, however many statements it held.
              const isFirst = shown.findIndex(({ importId }) => importId === record.importId) === index;
              const what = `${name}, ${periodOf(record)}`;
              return (
                <tr key={record.id}>
                  <td className="figures">{formatDay(businessDay(Date.parse(record.recordedAt)))}</td>
                  <td title={file}>{file || bankFormatNames[record.format]}</td>
                  <td title={what}>{what}</td>
                  <td className={`${table.amount} figures`}>
                    {formatCount(record.newLineCount)} sur {formatCount(record.lineCount)}
                  </td>
                  <td className={record.addsUp === false ? classes.alert : undefined}>{checkOf(record)}</td>
                  <td className={table.amount}>{isFirst && entry && <UndoButton entry={entry} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {records.length > firstRows && (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setShowsAll((was) => !was)}>
          {showsAll ? 'Afficher moins' : `Tout afficher (${records.length})`}
        </Button>
      )}
    </Card>
  );
};
