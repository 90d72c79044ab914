import { describe, expect, it } from 'vitest';
import { openFileSession } from '../../../../../renderer/features/import/file-session.ts';
import { lineProblems, rejectedSource } from '../../../../../renderer/features/import/line-problem.ts';
import { csvOfTable } from '../../../../../shared/exporting/csv.ts';
import { exportTable } from '../../../../../shared/exporting/export-table.ts';
import { planLedgerImport } from '../../../../../shared/importing/ledger-import.ts';
import { emptyLedger } from '../../../../../shared/ledger/ledger.ts';
import { errorOf, fixtureBytes, successOf } from '../../../shared/importing/fixture.ts';

const opened = () => {
  const session = openFileSession(fixtureBytes('logiciel-comptable-1252.csv'));
  return { session, table: successOf(session.readTable({})) };
};

const checked = (corrections = new Map()) => {
  const { session, table } = opened();
  const rows = successOf(session.readRows(table.suggestion.mapping, { corrections }));
  const plan = planLedgerImport(emptyLedger(), rows, () => 'id');
  return { session, table, rows, problems: lineProblems(table, rows, plan) };
};

describe('a file that is being imported', () => {
  it('shows what was detected and the lines that could hold the titles', () => {
    const { table } = opened();
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerRow: 5, rowCount: 11 });
    expect(table.head.slice(0, 2)).toEqual([
      { line: 1, cells: ['Atelier Lumière SARL'] },
      { line: 2, cells: ['Factures clients du 01/09/2026 au 20/11/2026'] },
    ]);
    expect(table.head.map(({ line }) => line)).toContain(5);
  });

  it('reads no rows of a file that gave no table', () => {
    const session = openFileSession(new Uint8Array());
    expect(errorOf(session.readTable({}))).toEqual({ kind: 'empty-file' });
    expect(errorOf(session.readRows({}, {}))).toEqual({ kind: 'no-table' });
    expect(session.rowsOn([1])).toEqual([]);
  });

  it('tells what keeps a line out apart from what only wants to be known', () => {
    const { problems } = checked();
    expect(problems.errors.map(({ line, target }) => [line, target])).toEqual([
      [14, 'issuedOn'],
      [15, 'clientName'],
      [16, 'totalCents'],
      [17, 'number'],
    ]);
    expect(problems.warnings[0]).toMatchObject({ line: 8, message: 'Ligne de total, ignorée.' });
  });

  it('takes a corrected line in', () => {
    const { problems, rows } = checked(new Map([[14, { issuedOn: '28/02/2026' }]]));
    expect(problems.errors.map(({ line }) => line)).toEqual([15, 16, 17]);
    expect(rows.rows.map(({ number }) => number)).toContain('FA-2026-121');
  });

  it('gives the lines that stay out as they stand in the file, with the reason', () => {
    const { session, table, problems } = checked();
    const lines = csvOfTable(
      exportTable(rejectedSource(table, session.rowsOn([15, 16]), problems.errors)),
    ).split('\r\n');
    expect(lines[0]).toContain('N° pièce;Date pièce;');
    expect(lines[0]).toContain('Ligne du fichier;Motif');
    expect(lines[1]).toContain('FA-2026-122;12/10/2026;');
    expect(lines[1]).toContain('15;Le client manque.');
    expect(lines).toHaveLength(4);
  });
});
