import { describe, expect, it } from 'vitest';
import { openDispute } from '../../../../../renderer/db/commands/agreements.ts';
import { updateClient } from '../../../../../renderer/db/commands/clients.ts';
import { type ImportWish, importInvoices } from '../../../../../renderer/db/commands/import.ts';
import { importUndoReview } from '../../../../../renderer/db/commands/import-undo-review.ts';
import { updateInvoice } from '../../../../../renderer/db/commands/invoices.ts';
import { addNote } from '../../../../../renderer/db/commands/notes.ts';
import { recordPayment } from '../../../../../renderer/db/commands/payments.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { undoImport } from '../../../../../renderer/db/commands/undo-import.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { suggestMapping } from '../../../../../shared/importing/column-mapping.ts';
import { readInvoiceRows } from '../../../../../shared/importing/invoice-rows.ts';
import { readTable } from '../../../../../shared/importing/table.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import type { Command } from '../../../../../shared/ledger/decision.ts';
import { emptyLedger, type Ledger, tableNames } from '../../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { errorOf, successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';
import { contextOn } from './decide.ts';
import { type Ran, runInMemory } from './run-in-memory.ts';

let drawn = 0;
const context = () => ({
  ...contextOn('2026-11-23'),
  newId: () => {
    drawn += 1;
    return `id-${drawn}`;
  },
});
const run = <Wish>(ledger: Ledger, command: Command<Wish>, wish: Wish): Ran =>
  successOf(runInMemory(ledger, command, wish, context()));

const wishOf = (...lines: readonly string[]): ImportWish => {
  const header = 'N° facture;Client;Date;Échéance;Montant TTC;Reste à payer';
  const table = successOf(readTable(utf8Bytes([header, ...lines].join('\r\n'))));
  const read = successOf(readInvoiceRows(table, suggestMapping(table).mapping));
  return {
    fileName: 'novembre.csv',
    fileHash: 'cd'.repeat(32),
    rows: read.rows,
    leftOut: read.leftOut,
    duplicates: read.duplicates,
    fillDueDates: true,
    cancelAsInFile: false,
  };
};

const november = wishOf(
  'F-1;Dupont SARL;01/09/2026;01/10/2026;1 200,00;1 200,00',
  'F-2;Dupont SARL;15/09/2026;15/10/2026;600,00;250,00',
  'F-3;Roux SAS;20/09/2026;20/10/2026;80,00;80,00',
);

const idOf = (ledger: Ledger, number: string): string =>
  [...ledger.invoices.values()].find((invoice) => invoice.number === number)?.id ?? 'none';
const numbers = (ledger: Ledger): readonly string[] =>
  [...ledger.invoices.values()].map(({ number }) => number).sort();
const names = (ledger: Ledger): readonly string[] =>
  [...ledger.clients.values()].map(({ name }) => name).sort();
const rows = (ledger: Ledger): readonly number[] => tableNames.map((table) => ledger[table].size);

const pay = (ledger: Ledger, number: string): Ran =>
  run(ledger, recordPayment, {
    invoiceIds: [idOf(ledger, number)],
    receivedCents: cents(10_000),
    receivedOn: day('2026-11-20'),
    method: 'transfer',
  });

describe('taking a whole import back', () => {
  it('leaves nothing of it, so that the same file can be imported again', () => {
    const imported = run(emptyLedger(), importInvoices, november);
    const undone = run(imported.ledger, undoImport, { pages: imported.pages, keepUsed: false });
    expect(rows(undone.ledger)).toEqual(rows(emptyLedger()));
    expect(undone.pages[0]).toMatchObject({ undoes: 1, undo: 'allowed' });
    const again = run(undone.ledger, importInvoices, november);
    expect(numbers(again.ledger)).toEqual(['F-1', 'F-2', 'F-3']);
    expect(remainingCents(again.ledger, idOf(again.ledger, 'F-2'))).toBe(25_000);
  });

  it('can itself be undone', () => {
    const imported = run(emptyLedger(), importInvoices, november);
    const undone = run(imported.ledger, undoImport, { pages: imported.pages, keepUsed: false });
    const back = run(undone.ledger, undoChange, { pages: undone.pages });
    expect(rows(back.ledger)).toEqual(rows(imported.ledger));
    expect(back.pages[0]?.label).toMatch(/^Rétabli/);
  });

  it('is refused while something was used since, and lists what and why', () => {
    const imported = run(emptyLedger(), importInvoices, november);
    const { ledger } = pay(imported.ledger, 'F-1');
    expect(errorOf(undoImport(ledger, { pages: imported.pages, keepUsed: false }, context()))).toMatchObject({
      kind: 'in-use',
    });
    const { kept, removedInvoices, removedClients } = importUndoReview(ledger, imported.pages);
    expect(kept.map(({ title, clientName, reasons }) => [title, clientName, reasons])).toEqual([
      ['Fiche client', 'Dupont SARL', ['règlement enregistré']],
      ['Facture F-1', 'Dupont SARL', ['règlement affecté']],
    ]);
    expect([removedInvoices, removedClients]).toEqual([2, 1]);
  });

  it('takes the rest back on a second word and keeps what was used, with all it rests on', () => {
    const imported = run(emptyLedger(), importInvoices, november);
    const disputed = run(pay(imported.ledger, 'F-1').ledger, openDispute, {
      invoiceId: idOf(imported.ledger, 'F-2'),
      reason: 'other',
      note: '',
    });
    const undone = run(disputed.ledger, undoImport, { pages: imported.pages, keepUsed: true });
    expect(numbers(undone.ledger)).toEqual(['F-1', 'F-2']);
    expect(names(undone.ledger)).toEqual(['Dupont SARL']);
    // What the file said was paid of F-2 stays with it.
    expect(remainingCents(undone.ledger, idOf(undone.ledger, 'F-2'))).toBe(25_000);
    expect(remainingCents(undone.ledger, idOf(undone.ledger, 'F-1'))).toBe(110_000);
    expect([...undone.ledger.imports.values()]).toMatchObject([{ newInvoices: 2, newClients: 1 }]);
    expect(undone.pages[0]?.label).toContain('annulé en partie');
    // The same file again brings the missing one and doubles nothing.
    const again = run(undone.ledger, importInvoices, november);
    expect(numbers(again.ledger)).toEqual(['F-1', 'F-2', 'F-3']);
    expect(remainingCents(again.ledger, idOf(again.ledger, 'F-1'))).toBe(110_000);
  });

  it('takes the rest when the later work is undone', () => {
    const imported = run(emptyLedger(), importInvoices, november);
    const disputed = run(imported.ledger, openDispute, {
      invoiceId: idOf(imported.ledger, 'F-3'),
      reason: 'other',
      note: '',
    });
    const partly = run(disputed.ledger, undoImport, { pages: imported.pages, keepUsed: true });
    expect(numbers(partly.ledger)).toEqual(['F-3']);
    const settled = run(partly.ledger, undoChange, { pages: disputed.pages });
    const undone = run(settled.ledger, undoImport, { pages: imported.pages, keepUsed: false });
    expect(rows(undone.ledger)).toEqual(rows(emptyLedger()));
  });

  it('keeps a client whose sheet the user changed, or of whom he noted something', () => {
    const imported = run(emptyLedger(), importInvoices, november);
    const client = (name: string): string =>
      [...imported.ledger.clients.values()].find((one) => one.name === name)?.id ?? '';
    const noted = run(imported.ledger, addNote, { clientId: client('Roux SAS'), kind: 'note', text: 'Vu' });
    const changed = run(noted.ledger, updateClient, {
      id: client('Dupont SARL'),
      changes: { name: 'Dupont et fils' },
    });
    const { kept } = importUndoReview(changed.ledger, imported.pages);
    expect(kept.map(({ clientName, reasons }) => [clientName, reasons])).toEqual([
      ['Dupont et fils', ['fiche modifiée depuis']],
      ['Roux SAS', ['note dans l’historique']],
    ]);
    const undone = run(changed.ledger, undoImport, { pages: imported.pages, keepUsed: true });
    expect(undone.ledger.invoices.size).toBe(0);
    expect(names(undone.ledger)).toEqual(['Dupont et fils', 'Roux SAS']);
    expect(undone.ledger.payments.size).toBe(0);
  });

  it('puts updated invoices back, but not those that were changed by hand afterwards', () => {
    const first = run(emptyLedger(), importInvoices, november);
    const second = run(
      first.ledger,
      importInvoices,
      wishOf(
        'F-1;Dupont SARL;01/09/2026;01/12/2026;1 200,00;700,00',
        'F-3;Roux SAS;20/09/2026;20/12/2026;80,00;80,00',
      ),
    );
    const third = run(second.ledger, updateInvoice, {
      id: idOf(second.ledger, 'F-3'),
      changes: { orderReference: 'BC-7' },
    });
    const undone = run(third.ledger, undoImport, { pages: second.pages, keepUsed: true });
    const [f1, f3] = ['F-1', 'F-3'].map((number) => undone.ledger.invoices.get(idOf(undone.ledger, number)));
    expect(f1?.dueOn).toBe('2026-10-01');
    expect(remainingCents(undone.ledger, f1?.id ?? '')).toBe(120_000);
    expect(f3).toMatchObject({ dueOn: '2026-12-20', orderReference: 'BC-7' });
    const { kept } = importUndoReview(third.ledger, first.pages);
    expect(kept.map(({ title, reasons }) => [title, reasons])).toContainEqual([
      'Facture F-1',
      ['modifiée depuis', 'règlement affecté'],
    ]);
  });

  it('keeps what the money of later work rests on', () => {
    const first = run(
      emptyLedger(),
      importInvoices,
      wishOf('F-9;Roux SAS;20/09/2026;20/10/2026;80,00;80,00'),
    );
    const second = run(
      first.ledger,
      importInvoices,
      wishOf('F-9;Roux SAS;20/09/2026;20/10/2026;180,00;180,00'),
    );
    const paid = pay(second.ledger, 'F-9');
    const { kept } = importUndoReview(paid.ledger, second.pages);
    expect(kept.map(({ title, reasons }) => [title, reasons])).toEqual([
      ['Facture F-9', ['règlement qui en dépend']],
    ]);
    expect(
      errorOf(undoImport(paid.ledger, { pages: second.pages, keepUsed: true }, context())),
    ).toMatchObject({
      kind: 'nothing-left',
    });
  });

  it('brings nothing back that was closed: a paid invoice stays paid when its file comes again', () => {
    const imported = run(emptyLedger(), importInvoices, november);
    const paid = run(imported.ledger, recordPayment, {
      invoiceIds: [idOf(imported.ledger, 'F-3')],
      receivedCents: cents(8000),
      receivedOn: day('2026-11-20'),
      method: 'transfer',
    });
    const undone = run(paid.ledger, undoImport, { pages: imported.pages, keepUsed: true });
    const again = run(undone.ledger, importInvoices, november);
    expect(remainingCents(again.ledger, idOf(again.ledger, 'F-3'))).toBe(0);
    expect(numbers(again.ledger)).toEqual(['F-1', 'F-2', 'F-3']);
  });
});
