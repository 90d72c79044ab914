import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { KnownClient } from '../../../../shared/importing/client-matching.ts';
import { suggestMapping } from '../../../../shared/importing/column-mapping.ts';
import { bareClientName } from '../../../../shared/importing/import-identity.ts';
import type { ImportPlan } from '../../../../shared/importing/import-plan.ts';
import { importSummaryFrench } from '../../../../shared/importing/import-summary.ts';
import { type InvoiceRow, readInvoiceRows } from '../../../../shared/importing/invoice-rows.ts';
import type { ExistingInvoice } from '../../../../shared/importing/invoice-update.ts';
import { readTable } from '../../../../shared/importing/table.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { planImport } from '../../../support/plan-import.ts';
import { fixtureBytes, successOf } from './fixture.ts';

interface Books {
  readonly clients: readonly KnownClient[];
  readonly invoices: readonly ExistingInvoice[];
}
const nothing: Books = { clients: [], invoices: [] };

const counter = () => {
  let count = 0;
  return (table: string) => {
    count += 1;
    return `${table}-${count}`;
  };
};

const listOf = (name: string) => {
  const table = successOf(readTable(fixtureBytes(name)));
  return successOf(readInvoiceRows(table, suggestMapping(table).mapping));
};

/** What the command layer makes of a plan, as far as a next plan sees it. */
const apply = (books: Books, plan: ImportPlan): Books => {
  const renewed = (invoice: ExistingInvoice): ExistingInvoice => {
    const update = plan.updatedInvoices.find(({ id }) => id === invoice.id);
    if (!update) return invoice;
    const paid = invoice.totalCents - invoice.remainingCents + update.importedPaidCents;
    const totalCents = update.changes.totalCents ?? invoice.totalCents;
    const remainingCents = cents(totalCents - paid);
    return { ...invoice, ...update.changes, remainingCents, status: remainingCents === 0 ? 'paid' : 'open' };
  };
  return {
    clients: [
      ...books.clients.map((client) => ({
        ...client,
        ...plan.updatedClients.find(({ id }) => id === client.id)?.changes,
      })),
      ...plan.newClients,
    ],
    invoices: [
      ...books.invoices.map(renewed),
      ...plan.newInvoices.map(({ id, clientId, row }) => ({
        id,
        clientId,
        number: row.number,
        kind: row.kind,
        issuedOn: row.issuedOn,
        dueOn: row.dueOn,
        totalCents: row.totalCents,
        remainingCents: row.remainingCents,
        status: row.remainingCents === 0 ? ('paid' as const) : ('open' as const),
      })),
    ],
  };
};

const row = (facts: Partial<InvoiceRow> = {}): InvoiceRow => ({
  line: 2,
  number: 'F1',
  kind: 'invoice',
  issuedOn: day('2026-10-01'),
  dueOn: day('2026-10-31'),
  clientName: 'Dupont',
  clientNamedByCode: false,
  totalCents: cents(10_000),
  remainingCents: cents(10_000),
  currency: 'EUR',
  status: 'open',
  contact: {},
  ...facts,
});
const invoice = (facts: Partial<ExistingInvoice> = {}): ExistingInvoice => ({
  id: 'i1',
  clientId: 'c1',
  number: 'F1',
  kind: 'invoice',
  issuedOn: day('2026-10-01'),
  dueOn: day('2026-10-31'),
  totalCents: cents(10_000),
  remainingCents: cents(10_000),
  status: 'open',
  ...facts,
});
const books = (facts: Partial<ExistingInvoice> = {}, client: Partial<KnownClient> = {}): Books => ({
  clients: [{ id: 'c1', name: 'Dupont', ...client }],
  invoices: [invoice(facts)],
});
const plan = (rows: readonly InvoiceRow[], existing: Books = nothing) =>
  planImport(rows, existing, { newId: counter() });

describe('planning a first import', () => {
  const list = listOf('logiciel-comptable-1252.csv');
  const first = planImport(list.rows, nothing, { newId: counter(), duplicatesInFile: list.duplicates });

  it('creates each client once and every invoice', () => {
    expect(first.newClients.map(({ name, code }) => `${code} ${name}`)).toEqual([
      'C001 Hôtel de l’Abbaye',
      'C014 Garage Lefèvre ; Fils',
      'C020 Crèche « Les Œillets »',
    ]);
    expect(
      first.newInvoices.map(({ row: { number }, importedPaidCents }) => [number, importedPaidCents]),
    ).toEqual([
      ['FA-2026-101', 0],
      ['FA-2026-108', 20_000],
      ['FA-2026-110', 0],
      ['AV-2026-007', 0],
      ['FA-2026-115', 8990],
    ]);
  });

  it('says what it would do in one line', () => {
    expect(first.summary).toEqual({
      invoices: 5,
      creditNotes: 1,
      clients: 3,
      openCents: 1_387_617,
      creditCents: 34_567,
      otherCurrencies: [],
      duplicates: 1,
    });
    expect(importSummaryFrench(first.summary)).toBe(
      '4\u00a0factures, 1\u00a0avoir, 3\u00a0clients, 13\u202f876,17\u00a0€ ouverts, 1\u00a0doublon',
    );
  });

  it('changes nothing when the same file comes again', () => {
    const again = planImport(list.rows, apply(nothing, first), { newId: counter() });
    expect([again.newClients, again.updatedClients, again.newInvoices, again.updatedInvoices]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect([again.duplicates, again.closedIgnored, again.problems]).toEqual([[], [], []]);
    expect(again.unchanged).toHaveLength(5);
    expect(again.summary).toEqual({ ...first.summary, duplicates: 0 });
  });

  it('brings a newer file in as updates', () => {
    const after = apply(nothing, first);
    const newer = planImport(listOf('logiciel-comptable-1252-plus-recent.csv').rows, after, {
      newId: counter(),
    });
    expect(
      newer.updatedInvoices.map(({ row: { number }, changes, importedPaidCents }) => [
        number,
        changes,
        importedPaidCents,
      ]),
    ).toEqual([
      ['FA-2026-108', {}, 28_050],
      ['FA-2026-110', { dueOn: '2026-12-15' }, 34_567],
    ]);
    expect(newer.newInvoices.map(({ row: { number } }) => number)).toEqual(['FA-2026-140']);
    expect(newer.newClients.map(({ name }) => name)).toEqual(['Forêt & Cie']);
    const older = planImport(list.rows, apply(after, newer), { newId: counter() });
    expect(older.closedIgnored.map(({ row: { number }, reason }) => [number, reason])).toEqual([
      ['FA-2026-108', 'paid'],
    ]);
    expect(older.newInvoices).toEqual([]);
  });
});

describe('updating what the ledger has', () => {
  it('adds what was paid since as a payment', () => {
    const { updatedInvoices } = plan(
      [row({ remainingCents: cents(2500) })],
      books({ remainingCents: cents(6000) }),
    );
    expect(updatedInvoices).toMatchObject([{ id: 'i1', changes: {}, importedPaidCents: 3500 }]);
  });

  it('does not take a smaller total for a payment', () => {
    const { updatedInvoices } = plan(
      [row({ totalCents: cents(8000), remainingCents: cents(8000) })],
      books(),
    );
    expect(updatedInvoices).toMatchObject([{ changes: { totalCents: 8000 }, importedPaidCents: 0 }]);
  });

  it('keeps payments the file does not know yet', () => {
    const planned = plan([row()], books({ remainingCents: cents(4000) }));
    expect(planned.updatedInvoices).toEqual([]);
    expect(planned.problems.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'remaining-above-ledger',
        'Le fichier laisse 100,00\u00a0€ à payer sur la facture «\u00a0F1\u00a0», Acquit seulement 40,00\u00a0€. Les règlements déjà saisis sont conservés.',
      ],
    ]);
  });

  it('refuses a total below what was paid', () => {
    const planned = plan(
      [row({ totalCents: cents(5000), remainingCents: cents(5000) })],
      books({ remainingCents: cents(1000) }),
    );
    expect(planned.updatedInvoices).toEqual([]);
    expect(planned.problems.map(({ kind }) => kind)).toEqual(['total-below-paid']);
  });

  it.each([
    ['invoice', 'credit-note', 'credit-note-is-invoice'],
    ['credit-note', 'invoice', 'invoice-is-credit-note'],
  ] as const)('leaves an %s alone that the file gives as %s', (here, inFile, problem) => {
    const planned = plan(
      [row({ kind: inFile, totalCents: cents(5000), remainingCents: cents(1000) })],
      books({ kind: here }),
    );
    expect(planned.updatedInvoices).toEqual([]);
    expect(planned.unchanged).toHaveLength(1);
    expect(planned.problems.map(({ kind, severity }) => [kind, severity])).toEqual([[problem, 'warning']]);
  });

  it('keeps a due date the file does not give', () => {
    const { dueOn: _, ...withoutDueOn } = row();
    expect(plan([withoutDueOn], books()).unchanged).toHaveLength(1);
  });

  it.each(['paid', 'cancelled'] as const)('never brings back what is %s', (status) => {
    const planned = plan([row()], books({ status, remainingCents: cents(0) }));
    expect(planned.closedIgnored).toMatchObject([{ invoiceId: 'i1', reason: status }]);
    expect([planned.newInvoices, planned.updatedInvoices]).toEqual([[], []]);
  });

  it.each(['before', 'after'])('updates what replaced a cancelled invoice that comes %s it', (order) => {
    const known = books({ remainingCents: cents(6000) });
    const cancelled = known.invoices.map((invoice) => ({
      ...invoice,
      id: 'i0',
      status: 'cancelled' as const,
      remainingCents: cents(0),
    }));
    const invoices =
      order === 'before' ? [...cancelled, ...known.invoices] : [...known.invoices, ...cancelled];
    const planned = plan([row({ remainingCents: cents(2500) })], { ...known, invoices });
    expect(planned.closedIgnored).toEqual([]);
    expect(planned.updatedInvoices).toMatchObject([{ id: 'i1', importedPaidCents: 3500 }]);
  });

  it('lists open invoices that the file gives as cancelled', () => {
    const planned = planImport([], books(), { newId: counter(), leftOut: [row({ status: 'cancelled' })] });
    expect(planned.cancelledInFile).toMatchObject([{ invoiceId: 'i1' }]);
  });

  it('takes the number for the same in any case and spacing', () => {
    expect(plan([row({ number: 'f 1' })], books()).unchanged).toHaveLength(1);
  });
});

describe('recognising clients', () => {
  const clientOf = (facts: Partial<InvoiceRow>, client: Partial<KnownClient> = {}) => {
    const planned = plan([row({ number: 'F9', ...facts })], books({}, client));
    return planned.newInvoices[0]?.clientId;
  };

  it.each<[string, Partial<InvoiceRow>, Partial<KnownClient>, boolean]>([
    ['by code, whatever the name', { clientCode: 'c 12', clientName: 'Autre' }, { code: 'C12' }, true],
    [
      'by SIREN, whatever the name',
      { contact: { siren: '732829320' }, clientName: 'Autre' },
      { siren: '732829320' },
      true,
    ],
    ['by name without accents and case', { clientName: 'DUPÔNT' }, {}, true],
    ['not by name with another code', { clientCode: 'C2' }, { code: 'C1' }, false],
    ['not by name with another SIREN', { contact: { siren: '552100554' } }, { siren: '732829320' }, false],
    ['not by name without the legal form', { clientName: 'Dupont SARL' }, {}, false],
  ])('%s', (_, facts, client, same) => {
    expect(clientOf(facts, client) === 'c1').toBe(same);
  });

  it('suggests but does not decide that a client differs only in its legal form', () => {
    const planned = plan([row({ clientName: 'S.A.R.L. Dupont' })], {
      clients: [{ id: 'c1', name: 'Dupont' }],
      invoices: [],
    });
    expect(planned.similarClients).toEqual([{ newClientId: 'clients-1', existingClientId: 'c1' }]);
    expect(bareClientName('SAS')).toBe('sas');
  });

  it('fills in what the ledger lacks and overwrites nothing', () => {
    const contact = { email: 'a@b.fr', phone: '01', postcode: '75001', city: 'Paris' };
    const planned = plan(
      [row({ clientCode: 'C1', contact })],
      books({}, { email: 'choisie@b.fr', city: 'Lyon' }),
    );
    expect(planned.updatedClients).toEqual([{ id: 'c1', line: 2, changes: { code: 'C1', phone: '01' } }]);
  });

  it('gives a client known by its code its name when a file tells it', () => {
    const planned = plan([row({ clientCode: '12' })], books({}, { code: '12', name: 'Client 12' }));
    expect(planned.updatedClients).toEqual([{ id: 'c1', line: 2, changes: { name: 'Dupont' } }]);
    const reverse = plan(
      [row({ clientCode: '12', clientName: 'Client 12', clientNamedByCode: true })],
      books({}, { code: '12' }),
    );
    expect(reverse.updatedClients).toEqual([]);
  });

  it('does not import a second copy when the client was renamed', () => {
    const planned = plan([row({ clientName: 'Dupont & Fils' })], books());
    expect(planned.duplicates).toMatchObject([{ reason: 'other-client' }]);
    expect([planned.newInvoices, planned.newClients]).toEqual([[], []]);
    expect(planned.problems[0]?.message).toBe(
      'La facture «\u00a0F1\u00a0» du même montant existe déjà chez «\u00a0Dupont\u00a0». Elle n’est pas importée une seconde fois.',
    );
  });

  it('counts a number given twice as a duplicate', () => {
    const planned = plan([row(), row({ line: 3, totalCents: cents(1), remainingCents: cents(1) })]);
    expect(planned.duplicates).toMatchObject([{ reason: 'in-file', row: { line: 3 } }]);
    expect(planned.summary.duplicates).toBe(1);
  });

  it('never adds up different currencies', () => {
    const planned = plan([row(), row({ number: 'F2', currency: 'USD', remainingCents: cents(300) })]);
    expect(planned.summary).toMatchObject({
      openCents: 10_000,
      otherCurrencies: [{ currency: 'USD', openCents: 300 }],
    });
    expect(importSummaryFrench(planned.summary)).toBe(
      '2\u00a0factures, 1\u00a0client, 100,00\u00a0€ + 3,00\u00a0USD ouverts',
    );
  });
});
