import { businessTime } from '../../../shared/dates/clock.ts';
import type { Day } from '../../../shared/dates/day.ts';
import {
  type ExportColumn,
  type ExportSource,
  exportSource,
} from '../../../shared/exporting/export-table.ts';
import type { Change } from '../../../shared/ledger/change.ts';

/** One action in the journal: a change without its row images, which only undo needs. */
export interface JournalEntry extends Omit<Change, 'images' | 'groupSequence' | 'pages'> {
  /** Of an import, the row that records it. */
  readonly importId?: string | undefined;
}

/** The entry of a change; undefined for the further pages of one. */
export const journalEntry = (change: Change): JournalEntry | undefined => {
  if (change.sequence !== change.groupSequence) return undefined;
  const { images, groupSequence: _group, pages: _pages, ...entry } = change;
  const record = change.command.startsWith('import-') ? images[0] : undefined;
  return { ...entry, ...(record?.table === 'imports' && { importId: record.key }) };
};

/**
 * Sequences of the actions that stand undone. Undoing an undo brings the action back.
 * @param entries newest first.
 */
export const undoneSequences = (entries: readonly JournalEntry[]): ReadonlySet<number> => {
  const undone = new Set<number>();
  for (const { sequence, undoes } of entries)
    if (undoes !== undefined && !undone.has(sequence)) undone.add(undoes);
  return undone;
};

/** Day and time of an action in France: `2026-11-22`, « 09:05 ». */
export const momentOf = ({ at }: Pick<JournalEntry, 'at'>): { readonly day: Day; readonly time: string } => {
  const { day, hour, minute } = businessTime(Date.parse(at));
  return { day, time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
};

/** An action as the screen and the export show it. */
export interface JournalRow {
  readonly entry: JournalEntry;
  readonly day: Day;
  readonly time: string;
  readonly client: string | undefined;
  readonly isUndone: boolean;
}

/** Rows of the journal in the order of the entries. */
export const journalRows = (
  entries: readonly JournalEntry[],
  clientName: (clientId: string) => string | undefined,
): readonly JournalRow[] => {
  const undone = undoneSequences(entries);
  return entries.map((entry) => ({
    entry,
    ...momentOf(entry),
    client: entry.clientId === undefined ? undefined : clientName(entry.clientId),
    isUndone: undone.has(entry.sequence),
  }));
};

const exportColumns: readonly ExportColumn<JournalRow>[] = [
  { header: 'N°', kind: 'integer', value: ({ entry }) => entry.sequence },
  { header: 'Date', kind: 'day', value: ({ day }) => day },
  { header: 'Heure', kind: 'text', value: ({ time }) => time },
  { header: 'Action', kind: 'text', value: ({ entry }) => entry.label },
  { header: 'Client', kind: 'text', value: ({ client }) => client },
  { header: 'État', kind: 'text', value: ({ isUndone }) => (isUndone ? 'Annulée' : undefined) },
];

/** The journal for a spreadsheet. */
export const journalSource = (rows: readonly JournalRow[]): ExportSource =>
  exportSource('Journal', exportColumns, rows);
