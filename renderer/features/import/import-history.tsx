import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { importsSource } from '../../../shared/exporting/tables/imports-source.ts';
import type { ImportRecord } from '../../../shared/ledger/history.ts';
import { formatCount } from '../../../shared/money/format-count.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { type JournalEntry, momentOf } from '../journal/journal-entry.ts';
import { useJournal } from '../journal/use-journal.ts';
import classes from './import-history.module.css';
import { UndoImportDialog } from './undo-import-dialog.tsx';
import { type UndoImport, useUndoImport } from './use-undo-import.ts';

const shownImports = 20;

const HistoryRow = ({
  record,
  entry,
  undoing,
}: {
  readonly record: ImportRecord;
  readonly entry: JournalEntry | undefined;
  readonly undoing: UndoImport;
}) => {
  const { day, time } = momentOf({ at: record.importedAt });
  const isInvoices = (record.content ?? 'invoices') === 'invoices';
  return (
    <tr>
      <td className="figures">
        {formatDay(day)} <span className={classes.quiet}>{time}</span>
      </td>
      <th scope="row" title={record.fileName}>
        {record.fileName}
      </th>
      <td className={`${classes.amount} figures`}>{isInvoices ? formatCount(record.newInvoices) : '—'}</td>
      <td className={`${classes.amount} figures`}>
        {isInvoices ? formatCount(record.updatedInvoices) : '—'}
      </td>
      <td className={`${classes.amount} ${classes.open}`}>
        {isInvoices ? <Amount cents={record.openCents} /> : '—'}
      </td>
      <td className={classes.amount}>
        {entry?.undo === 'allowed' && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={undoing.busyOn === entry.sequence}
            aria-label={`Annuler : ${entry.label}`}
            onClick={() => undoing.undo(entry.sequence)}
          >
            Annuler
          </Button>
        )}
      </td>
    </tr>
  );
};

/** The imports that stand, newest first, each with the way back while nothing has changed since. */
export const ImportHistory = () => {
  const { imports } = useLedger();
  const { entries } = useJournal();
  const undoing = useUndoImport();
  const newestFirst = useMemo(
    () => [...imports.values()].sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)),
    [imports],
  );
  const records = newestFirst.slice(0, shownImports);
  const entryByImport = useMemo(
    () => new Map(entries.map((entry) => [entry.importId, entry] as const)),
    [entries],
  );
  if (records.length === 0) return null;
  return (
    <Card
      title="Imports précédents"
      padded={false}
      actions={<ExportMenu source={() => importsSource(newestFirst)} compact />}
    >
      <table className={classes.table}>
        <caption className="visually-hidden">Imports précédents, du plus récent au plus ancien</caption>
        <colgroup>
          <col className={classes.when} />
          <col />
          <col className={classes.count} />
          <col className={classes.count} />
          <col className={classes.open} />
          <col className={classes.undo} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Fichier</th>
            <th scope="col" className={classes.amount}>
              Nouvelles
            </th>
            <th scope="col" className={classes.amount}>
              Mises à jour
            </th>
            <th scope="col" className={`${classes.amount} ${classes.open}`}>
              Ouvert
            </th>
            <th scope="col">
              <span className="visually-hidden">Annuler</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <HistoryRow
              key={record.id}
              record={record}
              entry={entryByImport.get(record.id)}
              undoing={undoing}
            />
          ))}
        </tbody>
      </table>
      <UndoImportDialog undoing={undoing} />
    </Card>
  );
};
