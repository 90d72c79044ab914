import { describe, expect, it } from 'vitest';
import { importInvoices } from '../../../../../renderer/db/commands/import.ts';
import { applyLifeCycle, importLifeCycle } from '../../../../../renderer/db/commands/life-cycle.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { suggestMapping } from '../../../../../shared/importing/column-mapping.ts';
import { readInvoiceRows } from '../../../../../shared/importing/invoice-rows.ts';
import type { LifeCycleCode, LifeCycleEvent } from '../../../../../shared/importing/life-cycle.ts';
import { readTable } from '../../../../../shared/importing/table.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { blockOf } from '../../../../../shared/reminders/blocking.ts';
import { claimOf } from '../../../../../shared/reminders/claim.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import { successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';
import { aLedger, anAllocation, anInvoice, aPayment } from '../../../shared/reminders/sample-ledger.ts';
import { applied, contextOn, decided, refused, rowsOf } from './decide.ts';
import { runInMemory } from './run-in-memory.ts';

const ledger = aLedger({ invoices: [anInvoice('f1', { totalCents: cents(100_000) })] });

type Facts = Partial<Omit<LifeCycleEvent, 'code'>>;

const event = (code: LifeCycleCode, facts: Facts = {}): LifeCycleEvent => ({
  invoiceNumber: 'F1',
  code,
  on: day('2026-11-20'),
  ...facts,
});

let contexts = 0;

/** The ledger once a status was noted; every row that is made gets an id of its own. */
const noted = (code: LifeCycleCode, facts: Facts = {}, from: Ledger = ledger): Ledger => {
  contexts += 1;
  const prefix = `context-${contexts}`;
  const context = contextOn('2026-11-23');
  const newId = (): string => `${prefix}-${context.newId()}`;
  const wish = { invoiceId: 'f1', event: event(code, facts) };
  return applied(from, successOf(applyLifeCycle(from, wish, { ...context, newId })));
};

const blockIn = (state: Ledger, on = '2026-11-23') => {
  const invoice = state.invoices.get('f1');
  if (!invoice) throw new Error('no invoice');
  return blockOf(state, invoice, day(on));
};

const only = <Row>(rows: ReadonlyMap<string, Row>): Row => {
  const [row, ...others] = rows.values();
  if (row === undefined || others.length > 0) throw new Error(`${rows.size} rows`);
  return row;
};

describe('a status of the platform', () => {
  it.each<LifeCycleCode>(['213', '501', '221'])('%s freezes the invoice until it is delivered', (code) => {
    const frozen = noted(code, { reasonCode: 'REJ_ADR' });
    expect(frozen.invoices.get('f1')?.lifeCycle).toEqual({
      code,
      on: '2026-11-20',
      reason: 'adresse électronique inconnue',
    });
    expect(blockIn(frozen)?.kind).toBe('not-delivered');
    expect(planReminders(ledger, day('2026-11-23')).proposals).toHaveLength(1);
    expect(planReminders(frozen, day('2026-11-23')).proposals).toEqual([]);
    const issuedAgain = noted('200', { on: day('2026-11-21') }, frozen);
    expect(blockIn(issuedAgain)).toBeUndefined();
  });

  it('213 says what to do', () => {
    expect(blockIn(noted('213', { reason: 'SIRET du client inconnu' }))?.reason).toBe(
      'Rejetée le 20 novembre 2026\u00A0: le client ne l’a pas reçue (SIRET du client inconnu). Corrigez-la et réémettez-la.',
    );
  });

  it('208 waits for documents, 209 ends it', () => {
    const suspended = noted('208', { reasonCode: 'JUSTIF_ABS' });
    expect(blockIn(suspended)).toMatchObject({ kind: 'documents-asked', reason: /justificatif absent/ });
    expect(blockIn(noted('209', {}, suspended))).toBeUndefined();
  });

  it('210 is a dispute on the whole invoice', () => {
    const contested = noted('210', { reasonCode: 'PU_ERR', contestedCents: cents(1000) });
    expect(only(contested.disputes)).toMatchObject({
      invoiceId: 'f1',
      reason: 'price',
      openedOn: '2026-11-20',
      note: 'Statut «\u00A0Refusée\u00A0» de la plateforme\u00A0: prix unitaire erroné',
    });
    expect(only(contested.disputes).disputedCents).toBeUndefined();
    expect(blockIn(contested)?.kind).toBe('dispute');
  });

  it('207 is a dispute on the amount, where there is one', () => {
    expect(only(noted('207', { contestedCents: cents(30_000) }).disputes).disputedCents).toBe(30_000);
    expect(blockIn(noted('207', { contestedCents: cents(30_000) }))).toBeUndefined();
    expect(only(noted('207').disputes).disputedCents).toBeUndefined();
    expect(blockIn(noted('207'))?.kind).toBe('dispute');
  });

  it('206 leaves the approved part to be reminded', () => {
    const approved = noted('206', { approvedCents: cents(80_000) });
    expect(only(approved.disputes).disputedCents).toBe(20_000);
    expect(planReminders(approved, day('2026-11-23')).proposals).toHaveLength(1);
    expect(claimOf(approved, 'f1', day('2026-11-23')).claimedCents).toBe(80_000);
    expect(noted('206', { approvedCents: cents(100_000) }).disputes.size).toBe(0);
  });

  it('a refusal widens a dispute that the user noted, and never narrows it', () => {
    const partly = noted('207', { contestedCents: cents(30_000) });
    const refusedLater = noted('210', { on: day('2026-11-21') }, partly);
    expect(only(refusedLater.disputes).disputedCents).toBeUndefined();
    const stillWhole = noted('207', { on: day('2026-11-22'), contestedCents: cents(100) }, refusedLater);
    expect(only(stillWhole.disputes).disputedCents).toBeUndefined();
  });

  it('211 pauses for five working days', () => {
    // Friday 20 November: the fifth working day after it is Friday 27.
    const announced = noted('211');
    expect(only(announced.pauses)).toMatchObject({ invoiceId: 'f1', until: '2026-11-27' });
    expect(blockIn(announced, '2026-11-26')?.kind).toBe('pause');
    expect(blockIn(announced, '2026-11-27')).toBeUndefined();
    expect(noted('211', { on: day('2026-11-02') }).pauses.size).toBe(0);
  });

  it('212 without an amount settles the invoice', () => {
    const paid = noted('212', { receivedOn: day('2026-11-18') });
    expect(only(paid.payments)).toMatchObject({
      cents: 100_000,
      receivedOn: '2026-11-18',
      method: 'as-imported',
    });
    expect(remainingCents(paid, 'f1')).toBe(0);
    expect(blockIn(paid)?.kind).toBe('settled');
  });

  it('212 with an amount pays a part, each time it comes', () => {
    const first = noted('212', { receivedCents: cents(40_000) });
    expect(remainingCents(first, 'f1')).toBe(60_000);
    const second = noted('212', { receivedCents: cents(40_000), on: day('2026-11-22') }, first);
    expect(remainingCents(second, 'f1')).toBe(20_000);
    const third = noted('212', { receivedCents: cents(40_000), on: day('2026-11-23') }, second);
    expect(remainingCents(third, 'f1')).toBe(0);
    expect([...third.payments.values()].map((payment) => payment.cents)).toEqual([40_000, 40_000, 20_000]);
  });

  it('212 for money that the user noted already pays nothing twice', () => {
    const known = aLedger({
      invoices: [...ledger.invoices.values()],
      payments: [aPayment('p', '2026-11-16', 40_000)],
      allocations: [anAllocation('p', 'f1', '2026-11-16', 40_000)],
    });
    const repeated = noted('212', { receivedCents: cents(40_000) }, known);
    expect(repeated.payments.size).toBe(1);
    expect(repeated.invoices.get('f1')?.lifeCycle?.code).toBe('212');
  });

  it('220 cancels, 225 and 226 assign, 228 takes the assignment back', () => {
    expect(blockIn(noted('220'))?.kind).toBe('cancelled');
    for (const code of ['225', '226'] as const) {
      const assigned = noted(code);
      expect(blockIn(assigned)?.reason).toBe('Facture cédée\u00A0: le client doit payer le factor.');
      expect(noted('228', {}, assigned).invoices.get('f1')?.factor).toBeUndefined();
    }
  });

  it('is noted once, and an older one changes nothing', () => {
    const contested = noted('210');
    const again = { invoiceId: 'f1', event: event('210') };
    expect(refused(applyLifeCycle, contested, again).kind).toBe('already-noted');
    const older = { invoiceId: 'f1', event: event('205', { on: day('2026-11-12') }) };
    expect(refused(applyLifeCycle, contested, older).kind).toBe('older');
  });

  it('refuses days and amounts that cannot be', () => {
    const kind = (facts: Facts) =>
      refused(applyLifeCycle, ledger, { invoiceId: 'f1', event: event('207', facts) }).kind;
    expect(kind({ on: day('2026-11-24') })).toBe('future');
    expect(kind({ on: day('2026-09-30') })).toBe('too-early');
    expect(kind({ contestedCents: cents(100_001) })).toBe('invalid');
    expect(kind({ receivedCents: cents(0) })).toBe('invalid');
    expect(refused(applyLifeCycle, ledger, { invoiceId: 'x', event: event('207') }).kind).toBe('no-invoice');
  });

  it('is undone with everything it did', () => {
    const done = runInMemory(
      ledger,
      applyLifeCycle,
      { invoiceId: 'f1', event: event('212') },
      contextOn('2026-11-23'),
    );
    if (!done.ok) throw new Error(done.error.message);
    const undone = runInMemory(
      done.value.ledger,
      undoChange,
      { pages: done.value.pages },
      contextOn('2026-11-23'),
    );
    if (!undone.ok) throw new Error(undone.error.message);
    expect(undone.value.ledger.invoices.get('f1')).toEqual(ledger.invoices.get('f1'));
    expect(undone.value.ledger.payments.size).toBe(0);
  });
});

describe('a message with many statuses', () => {
  const wish = (events: readonly LifeCycleEvent[]) => ({
    fileName: 'cdar.xml',
    fileHash: 'ab'.repeat(32),
    events,
  });
  const invoices = [
    anInvoice('f1', { totalCents: cents(100_000) }),
    anInvoice('f2', { number: 'FA 2026-2', totalCents: cents(50_000) }),
    anInvoice('f3', { clientId: 'c2', number: 'FA 2026-2', issuedOn: day('2026-10-05') }),
  ];
  const many = aLedger({ invoices });

  it('takes every receipt and of other statuses the last, once', () => {
    const events = [
      event('203', { on: day('2026-11-03') }),
      event('212', { on: day('2026-11-12'), receivedCents: cents(30_000) }),
      event('212', { on: day('2026-11-10'), receivedCents: cents(30_000) }),
      event('207', { on: day('2026-11-05') }),
      event('210', { invoiceNumber: 'fa2026-2', issuedOn: day('2026-10-05') }),
      event('210', { invoiceNumber: 'inconnue' }),
      event('213', { invoiceNumber: 'F1', sellerSiren: '443121975', on: day('2026-11-22') }),
    ];
    const settings = [...many.settings.values()].map((row) =>
      row.id === 'company' ? { ...row, siren: '732 829 320' } : row,
    );
    const own = aLedger({ invoices, settings });
    const decision = decided(importLifeCycle, own, wish(events));
    expect(decision.label).toBe('Statuts de cdar.xml\u00A0: 2\u00A0factures mises à jour');
    expect(rowsOf(decision, 'imports')).toMatchObject([{ content: 'life-cycle', updatedInvoices: 2 }]);
    const next = applied(own, decision);
    expect(remainingCents(next, 'f1')).toBe(40_000);
    expect(next.invoices.get('f1')?.lifeCycle).toEqual({ code: '212', on: '2026-11-12' });
    expect(only(next.disputes).invoiceId).toBe('f3');
    expect(next.invoices.get('f2')?.lifeCycle).toBeUndefined();
    expect(refused(importLifeCycle, next, wish(events)).kind).toBe('nothing-new');
  });

  it('leaves an invoice alone when several bear its number', () => {
    expect(refused(importLifeCycle, many, wish([event('210', { invoiceNumber: 'FA2026-2' })])).kind).toBe(
      'nothing-new',
    );
  });
});

describe('a list with statuses of the platform', () => {
  const wishOf = (status: string) => {
    const table = successOf(
      readTable(
        utf8Bytes(
          `N° facture;Client;Date;Échéance;Montant TTC;Reste à payer;Statut\nF-1;Dupont SARL;01/09/2026;01/10/2026;1 200,00;1 200,00;${status}\nF-2;Roux SARL;01/09/2026;01/10/2026;80,00;80,00;En retard\n`,
        ),
      ),
    );
    const read = successOf(readInvoiceRows(table, suggestMapping(table).mapping));
    expect(read.problems).toEqual([]);
    return {
      fileName: 'factures.csv',
      fileHash: 'ab'.repeat(32),
      rows: read.rows,
      leftOut: read.leftOut,
      duplicates: 0,
      fillDueDates: false,
      cancelAsInFile: false,
    };
  };
  const numbered = (state: Ledger, number: string) =>
    [...state.invoices.values()].find((invoice) => invoice.number === number);

  it('does what they mean, once, and lifts a freeze when a newer list says so', () => {
    const start = aLedger({ clients: [] });
    const rejected = applied(start, decided(importInvoices, start, wishOf('213 - Rejetée')));
    expect(numbered(rejected, 'F-1')?.lifeCycle).toEqual({ code: '213', on: '2026-11-23' });
    expect(numbered(rejected, 'F-2')?.lifeCycle).toBeUndefined();
    expect(refused(importInvoices, rejected, wishOf('213')).kind).toBe('nothing-new');
    const issued = applied(rejected, decided(importInvoices, rejected, wishOf('Déposée'), '2026-11-25'));
    expect(numbered(issued, 'F-1')?.lifeCycle).toEqual({ code: '200', on: '2026-11-25' });
    expect(issued.invoices.size).toBe(2);
    const contested = applied(issued, decided(importInvoices, issued, wishOf('Refusée'), '2026-11-26'));
    expect(only(contested.disputes).invoiceId).toBe(numbered(issued, 'F-1')?.id);
  });

  it('an ordinary status stays what it was', () => {
    const start = aLedger({ clients: [] });
    const next = applied(start, decided(importInvoices, start, wishOf('Émise')));
    expect(numbered(next, 'F-1')?.lifeCycle).toBeUndefined();
  });
});
