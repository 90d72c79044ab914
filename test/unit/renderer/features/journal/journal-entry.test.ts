import { describe, expect, it } from 'vitest';
import {
  type JournalEntry,
  journalEntry,
  journalRows,
  journalSource,
  undoneSequences,
} from '../../../../../renderer/features/journal/journal-entry.ts';
import { instantOf } from '../../../../../shared/dates/clock.ts';
import { csvOfTable } from '../../../../../shared/exporting/csv.ts';
import { exportTable } from '../../../../../shared/exporting/export-table.ts';
import type { Change } from '../../../../../shared/ledger/change.ts';

const change = (sequence: number, more: Partial<Change> = {}): Change => ({
  sequence,
  groupSequence: sequence,
  pages: 1,
  at: instantOf(Date.parse('2026-11-22T23:30:00Z')),
  command: 'note',
  label: `Action ${sequence}`,
  undo: 'allowed',
  images: [],
  ...more,
});

const entries = (...changes: readonly Change[]): readonly JournalEntry[] =>
  changes.flatMap((one) => journalEntry(one) ?? []);

describe('the journal', () => {
  it('has one entry for an action of several pages, with the import it recorded', () => {
    const images: Change['images'] = [{ table: 'imports', key: 'i1', before: null, after: null }];
    const found = entries(
      change(2, { pages: 2, command: 'import-invoices', images }),
      change(3, { pages: 2, groupSequence: 2 }),
    );
    expect(found).toMatchObject([{ sequence: 2, importId: 'i1' }]);
    expect(found[0]).not.toHaveProperty('images');
  });

  it('marks what stands undone, and what an undo of the undo brought back', () => {
    const undone = entries(change(2, { undoes: 1 }), change(1));
    expect([...undoneSequences(undone)]).toEqual([1]);
    const redone = entries(change(3, { undoes: 2 }), change(2, { undoes: 1 }), change(1));
    expect([...undoneSequences(redone)]).toEqual([2]);
  });

  it('shows day and time of France, and writes them for a spreadsheet', () => {
    const rows = journalRows(entries(change(2, { undoes: 1 }), change(1, { clientId: 'c' })), (id) =>
      id === 'c' ? 'Dupont' : undefined,
    );
    expect(rows[0]).toMatchObject({ day: '2026-11-23', time: '00:30', isUndone: false });
    expect(csvOfTable(exportTable(journalSource(rows))).split('\r\n')[2]).toBe(
      '1;23/11/2026;00:30;Action 1;Dupont;Annulée',
    );
  });
});
