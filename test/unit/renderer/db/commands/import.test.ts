import { describe, expect, it } from 'vitest';
import { type ImportWish, importInvoices } from '../../../../../renderer/db/commands/import.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { createLedgerMemory } from '../../../../../renderer/db/ledger-memory.ts';
import { instantOf } from '../../../../../shared/dates/clock.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { suggestMapping } from '../../../../../shared/importing/column-mapping.ts';
import { readInvoiceRows } from '../../../../../shared/importing/invoice-rows.ts';
import { readTable } from '../../../../../shared/importing/table.ts';
import { currentBalances, remainingCents } from '../../../../../shared/ledger/balance.ts';
import type { Change, RowImage } from '../../../../../shared/ledger/change.ts';
import type { CommandContext, Decision } from '../../../../../shared/ledger/decision.ts';
import { emptyLedger, type Ledger } from '../../../../../shared/ledger/ledger.ts';
import { paidItems } from '../../../../../shared/ledger/paid-items.ts';
import { errorOf, fixtureBytes, successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';

const contextOn = (on: string): CommandContext => {
  let count = 0;
  return {
    now: instantOf(Date.parse(`${on}T09:00:00Z`)),
    today: day(on),
    newId: () => {
      count += 1;
      return `${on}-${count}`;
    },
  };
};

const context = contextOn('2026-11-23');

const wishOf = (bytes: Uint8Array, changes: Partial<ImportWish> = {}): ImportWish => {
  const table = successOf(readTable(bytes));
  const read = successOf(readInvoiceRows(table, suggestMapping(table).mapping));
  return {
    fileName: 'factures.csv',
    fileHash: 'ab'.repeat(32),
    rows: read.rows,
    leftOut: read.leftOut,
    duplicates: read.duplicates,
    fillDueDates: true,
    cancelAsInFile: false,
    ...changes,
  };
};

const csv = (...lines: readonly string[]): Uint8Array => utf8Bytes(lines.join('\r\n'));

const imagesOf = (ledger: Ledger, { writes }: Decision): RowImage[] =>
  writes.map(({ table, key, after }) => ({
    table,
    key,
    before: (ledger[table] as ReadonlyMap<string, never>).get(key) ?? null,
    after: after as never,
  }));

const applied = (ledger: Ledger, images: readonly RowImage[]): Ledger => {
  const memory = createLedgerMemory();
  memory.replace(ledger);
  memory.apply(images, ledger.sequence + 1);
  return memory.current();
};

const imported = (ledger: Ledger, wish: ImportWish, at: CommandContext = context): Ledger =>
  applied(ledger, imagesOf(ledger, successOf(importInvoices(ledger, wish, at))));

const byNumber = (ledger: Ledger, number: string) =>
  [...ledger.invoices.values()].find((invoice) => invoice.number === number);

const leftOn = (ledger: Ledger, number: string): number =>
  remainingCents(ledger, byNumber(ledger, number)?.id ?? '');

const simple = csv(
  'N° facture;Client;Code client;E-mail;Date;Échéance;Montant TTC;Reste à payer',
  'F-1;Dupont SARL;C1;compta@dupont.example;01/09/2026;01/10/2026;1 200,00;1 200,00',
  'F-2;Dupont SARL;C1;;15/09/2026;;600,00;250,00',
  'F-3;Mme Anne Roux;C2;;20/09/2026;20/10/2026;80,00;0,00',
);

describe('importing a list of invoices', () => {
  it('writes clients, invoices, what was paid, and the record, and says so', () => {
    const decision = successOf(importInvoices(emptyLedger(), wishOf(simple), context));
    expect(decision.label).toBe('Import de factures.csv\u00a0: 3\u00a0factures, 2\u00a0clients');
    const ledger = applied(emptyLedger(), imagesOf(emptyLedger(), decision));
    expect([leftOn(ledger, 'F-1'), leftOn(ledger, 'F-2'), leftOn(ledger, 'F-3')]).toEqual([
      120_000, 25_000, 0,
    ]);
    expect([...ledger.imports.values()]).toMatchObject([
      { fileName: 'factures.csv', newInvoices: 3, updatedInvoices: 0, newClients: 2, openCents: 145_000 },
    ]);
    expect([...ledger.clients.values()]).toMatchObject([
      {
        name: 'Dupont SARL',
        regime: 'b2b',
        contacts: [{ email: 'compta@dupont.example', role: 'reminders' }],
      },
      { name: 'Mme Anne Roux', regime: 'b2c', contacts: [] },
    ]);
    expect([...currentBalances(ledger).unallocatedBySource.values()].every((left) => left === 0)).toBe(true);
  });

  it('gives a missing due date the term of the company only when asked', () => {
    expect(byNumber(imported(emptyLedger(), wishOf(simple)), 'F-2')?.dueOn).toBe('2026-10-15');
    const left = imported(emptyLedger(), wishOf(simple, { fillDueDates: false }));
    expect(byNumber(left, 'F-2')?.dueOn).toBeUndefined();
  });

  it.each([
    [{ kind: 'net', days: 45 }, '2026-10-30'],
    [{ kind: 'end-of-month', days: 45, method: 'add-then-end' }, '2026-10-31'],
    [{ kind: 'end-of-month', days: 45, method: 'end-then-add' }, '2026-11-14'],
    // No file says when the goods were received.
    [{ kind: 'after-receipt', days: 30 }, undefined],
    [undefined, '2026-10-15'],
  ] as const)('gives a missing due date the terms of the client: %j', (terms, dueOn) => {
    const first = imported(
      emptyLedger(),
      wishOf(csv('Numéro;Client;Date;Échéance;TTC', 'F-0;Petit SARL;01/08/2026;31/08/2026;10,00')),
    );
    const clients = new Map([...first.clients].map(([id, client]) => [id, { ...client, terms }]));
    const ledger = imported(
      { ...first, clients },
      wishOf(csv('Numéro;Client;Date;TTC', 'F-1;Petit SARL;15/09/2026;10,00')),
    );
    expect(ledger.clients.size).toBe(1);
    expect(byNumber(ledger, 'F-1')?.dueOn).toBe(dueOn);
  });

  it('dates what was paid before the import on the due date, and learns no delay from it', () => {
    const ledger = imported(emptyLedger(), wishOf(simple));
    expect([...ledger.payments.values()].map(({ receivedOn, method }) => [receivedOn, method])).toEqual([
      ['2026-10-15', 'as-imported'],
      ['2026-10-20', 'as-imported'],
    ]);
    expect(paidItems(ledger)).toEqual([]);
  });

  it('refuses a file that brings nothing new', () => {
    const ledger = imported(emptyLedger(), wishOf(simple));
    const error = errorOf(importInvoices(ledger, wishOf(simple), contextOn('2026-11-24')));
    expect(error.message).toBe('Ce fichier ne contient rien de nouveau.');
  });

  it('takes from a newer file what was paid since, as received on the day of the import', () => {
    const before = imported(emptyLedger(), wishOf(simple));
    const newer = csv(
      'N° facture;Client;Code client;Téléphone;Date;Échéance;Montant TTC;Reste à payer',
      'F-1;Dupont SARL;C1;04 78 00 00 00;01/09/2026;01/10/2026;1 200,00;200,00',
      'F-4;Dupont SARL;C1;;01/11/2026;01/12/2026;50,00;50,00',
    );
    const at = contextOn('2026-11-30');
    const decision = successOf(importInvoices(before, wishOf(newer), at));
    expect(decision.label).toContain('1\u00a0facture, 1\u00a0facture mise à jour, 1\u00a0client complété');
    const after = applied(before, imagesOf(before, decision));
    expect([leftOn(after, 'F-1'), leftOn(after, 'F-2'), leftOn(after, 'F-4')]).toEqual([
      20_000, 25_000, 5_000,
    ]);
    expect(paidItems(after)).toMatchObject([{ paidOn: '2026-11-30', cents: 100_000 }]);
    expect(after.clients.get([...after.clients.keys()][0] ?? '')?.contacts).toMatchObject([
      { email: 'compta@dupont.example', phone: '04 78 00 00 00' },
    ]);
  });

  it('keeps a partly used credit note with what is left of it, and leaves a used one away', () => {
    const notes = csv(
      'N° facture;Type;Client;Date;Montant TTC;Reste à payer',
      'F-1;Facture;Dupont;01/09/2026;500,00;500,00',
      'A-1;Avoir;Dupont;02/09/2026;-100,00;-40,00',
      'A-2;Avoir;Dupont;03/09/2026;-70,00;0,00',
    );
    const ledger = imported(emptyLedger(), wishOf(notes));
    expect(byNumber(ledger, 'A-1')).toMatchObject({ kind: 'credit-note', totalCents: 4000 });
    expect(byNumber(ledger, 'A-2')).toBeUndefined();
    expect(ledger.payments.size).toBe(0);
    expect(importInvoices(ledger, wishOf(notes), contextOn('2026-11-24')).ok).toBe(false);
    const usedUp = csv(
      'N° facture;Type;Client;Date;Montant TTC;Reste à payer',
      'A-1;Avoir;Dupont;02/09/2026;-100,00;0,00',
    );
    const later = imported(ledger, wishOf(usedUp), contextOn('2026-11-25'));
    expect(currentBalances(later).unallocatedBySource.get(byNumber(later, 'A-1')?.id ?? '')).toBe(0);
    expect(importInvoices(later, wishOf(usedUp), contextOn('2026-11-26')).ok).toBe(false);
  });

  it('cancels what the file gives as cancelled only when asked', () => {
    const before = imported(emptyLedger(), wishOf(simple));
    const withCancelled = csv(
      'N° facture;Client;Code client;Date;Échéance;Montant TTC;Statut',
      'F-1;Dupont SARL;C1;01/09/2026;01/10/2026;1 200,00;Annulée',
      'F-5;Dupont SARL;C1;01/11/2026;01/12/2026;10,00;En attente',
    );
    expect(leftOn(imported(before, wishOf(withCancelled)), 'F-1')).toBe(120_000);
    const cancelled = imported(before, wishOf(withCancelled, { cancelAsInFile: true }));
    expect(byNumber(cancelled, 'F-1')?.cancelledAt).toBe(context.now);
    expect(leftOn(cancelled, 'F-1')).toBe(0);
  });

  it('is undone as a whole, whatever the number of pages', () => {
    const before = imported(emptyLedger(), wishOf(fixtureBytes('logiciel-comptable-1252.csv')));
    const newer = wishOf(fixtureBytes('logiciel-comptable-1252-plus-recent.csv'));
    const decision = successOf(importInvoices(before, newer, contextOn('2026-11-30')));
    const images = imagesOf(before, decision);
    const middle = Math.ceil(images.length / 2);
    const page = (sequence: number, part: readonly RowImage[]): Change => ({
      sequence,
      groupSequence: 2,
      pages: 2,
      at: context.now,
      command: decision.command,
      label: decision.label,
      undo: decision.undo,
      images: part,
    });
    const pages = [page(2, images.slice(0, middle)), page(3, images.slice(middle))];
    const after = applied(before, images);
    expect(after.invoices.size).toBeGreaterThan(before.invoices.size);
    const undone = applied(after, imagesOf(after, successOf(undoChange(after, { pages }, context))));
    expect({ ...undone, sequence: 0 }).toEqual({ ...before, sequence: 0 });
  });
});
