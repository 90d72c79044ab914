import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agreePlan, endPlan, openDispute } from '../../../../../renderer/db/commands/agreements.ts';
import { createClient, updateClient } from '../../../../../renderer/db/commands/clients.ts';
import { closeDispute } from '../../../../../renderer/db/commands/disputes.ts';
import {
  cancelInvoice,
  createInvoice,
  type InvoiceWish,
  updateInvoice,
} from '../../../../../renderer/db/commands/invoices.ts';
import { addNote } from '../../../../../renderer/db/commands/notes.ts';
import {
  allocateCredit,
  recordPayment,
  reversePayment,
} from '../../../../../renderer/db/commands/payments.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import type { OpenLedger } from '../../../../../renderer/db/open-ledger.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import type { Client } from '../../../../../shared/ledger/client.ts';
import { type Command, put } from '../../../../../shared/ledger/decision.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { ok } from '../../../../../shared/result.ts';
import { errorOf, successOf } from '../../../shared/importing/fixture.ts';
import { aClient } from '../../../shared/reminders/sample-ledger.ts';
import { type LedgerRig, newLedgerRig, rowsOf, storedIn, testToday, writeRows } from '../ledger-rig.ts';

let rig: LedgerRig;
let ledger: OpenLedger;

// Thousands of rows in an IndexedDB written in JavaScript take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  rig = await newLedgerRig();
  ledger = await rig.open();
});
afterEach(() => rig.end());

const rows = () => rowsOf(ledger.memory.current());
const run = async <Wish>(command: Command<Wish>, wish: Wish): Promise<number> =>
  successOf(await ledger.commands.run(command, wish)).groupSequence;

const pagesOf = async (group: number) =>
  ledger.database.changes.filter(({ groupSequence }) => groupSequence === group).toArray();
const undo = async (group: number) => ledger.commands.run(undoChange, { pages: await pagesOf(group) });
const undone = async (group: number) => successOf(await undo(group)).groupSequence;
const refusedUndo = async (group: number) => errorOf(await undo(group));

const wish = (number: string, totalCents: number, kind: InvoiceWish['kind'] = 'invoice'): InvoiceWish => ({
  number,
  kind,
  issuedOn: day('2026-10-01'),
  dueOn: day('2026-10-31'),
  totalCents: cents(totalCents),
});
const invoiced = async (number: string, totalCents: number, kind: InvoiceWish['kind'] = 'invoice') => {
  const group = await run(createInvoice, { client: { id: 'c1' }, invoice: wish(number, totalCents, kind) });
  return { group, id: idOf(number) };
};
const idOf = (number: string): string =>
  [...ledger.memory.current().invoices.values()].find((invoice) => invoice.number === number)?.id ?? '';
const paid = (invoiceId: string, receivedCents: number) =>
  run(recordPayment, {
    invoiceIds: [invoiceId],
    receivedCents: cents(receivedCents),
    receivedOn: testToday,
    method: 'transfer',
  });
const newClient = () => run(createClient, { id: 'c1', client: aClient('c1', { name: 'Dupont' }) });
const left = (invoiceId: string) => remainingCents(ledger.memory.current(), invoiceId);

describe('undo', () => {
  it('puts rows back as they were, in memory and on the disk, and says so in the journal', async () => {
    await newClient();
    const before = rows();
    const group = await run(updateClient, {
      id: 'c1',
      changes: { name: 'Durand', terms: { kind: 'net', days: 45 } },
    });
    await undone(group);
    expect(rows()).toEqual(before);
    const stored = await storedIn(ledger.database);
    expect(stored.rows).toEqual(before);
    expect(stored.changes.at(-1)).toMatchObject({
      command: 'undo',
      label: 'Annulé\u00A0: Fiche de Durand modifiée',
      undoes: group,
      clientId: 'c1',
    });
  });

  it('is undone in turn, and again', async () => {
    const before = rows();
    const group = await newClient();
    const after = rows();
    const first = await undone(group);
    expect(rows()).toEqual(before);
    const redone = await undone(first);
    expect(rows()).toEqual(after);
    expect((await pagesOf(redone))[0]?.label).toBe('Rétabli\u00A0: Client Dupont créé');
    await undone(redone);
    expect(rows()).toEqual(before);
  });

  it('takes back all pages of a large change at once', async () => {
    await newClient();
    const before = rows();
    const group = await run(writeRows, {
      label: 'Grand import',
      writes: Array.from({ length: 2300 }, (_unused, index) => put('clients', aClient(`n${index}`))),
    });
    expect(await pagesOf(group)).toHaveLength(3);
    const undoGroup = await undone(group);
    expect(rows()).toEqual(before);
    expect((await storedIn(ledger.database)).rows).toEqual(before);
    expect(await pagesOf(undoGroup)).toHaveLength(3);
    await undone(undoGroup);
    expect(rows().size).toBe(before.size + 2300);
  });

  it('is refused when a page of the change is missing', async () => {
    const group = await run(writeRows, {
      label: 'Grand import',
      writes: Array.from({ length: 1001 }, (_unused, index) => put('clients', aClient(`n${index}`))),
    });
    const pages = await pagesOf(group);
    expect(errorOf(await ledger.commands.run(undoChange, { pages: pages.slice(1) })).kind).toBe('incomplete');
    expect(errorOf(await ledger.commands.run(undoChange, { pages: [] })).kind).toBe('incomplete');
  });

  it('never writes over later work', async () => {
    await newClient();
    const first = await run(updateClient, { id: 'c1', changes: { name: 'Durand' } });
    await run(updateClient, { id: 'c1', changes: { terms: { kind: 'net', days: 45 } } });
    const before = rows();
    const refused = await refusedUndo(first);
    expect(refused.kind).toBe('changed-since');
    expect(refused.message).toContain('un élément a changé depuis');
    expect(rows()).toEqual(before);
  });

  it('takes back a change that an earlier version wrote in the rows of its day', async () => {
    const written = (changes: object) => ({ ...aClient('c1'), ...changes }) as unknown as Client;
    await run(writeRows, { label: 'Fiche', writes: [put('clients', written({ termDays: 45 }))] });
    const group = await run(writeRows, {
      label: 'Fiche',
      writes: [put('clients', written({ termDays: 60 }))],
    });
    await rig.stop();
    ledger = await rig.open();
    const terms = () => ledger.memory.current().clients.get('c1')?.terms;
    expect(terms()).toEqual({ kind: 'net', days: 60 });
    await undone(group);
    expect(terms()).toEqual({ kind: 'net', days: 45 });
    expect(ledger.memory.current().clients.get('c1')).not.toHaveProperty('termDays');
  });

  it('is refused twice over for the same change', async () => {
    const group = await newClient();
    await undone(group);
    expect((await refusedUndo(group)).kind).toBe('changed-since');
  });

  it('goes back in any order where changes have nothing to do with each other', async () => {
    await newClient();
    const before = rows();
    const note = await run(addNote, { clientId: 'c1', kind: 'note', text: 'Rappeler' });
    const invoice = await invoiced('F-1', 10_000);
    await undone(note);
    await undone(invoice.group);
    expect(rows()).toEqual(before);
  });

  it('is refused for what has left the house', async () => {
    const sent: Command<undefined> = () =>
      ok({ command: 'sent', label: '3 e-mails approuvés', undo: 'refused', writes: [] });
    const refused = await refusedUndo(await run(sent, undefined));
    expect(refused).toEqual({
      kind: 'not-undoable',
      message: '«\u00A03 e-mails approuvés\u00A0» ne peut pas être annulé.',
    });
  });

  it('does not take a client from its invoices', async () => {
    const group = await newClient();
    await invoiced('F-1', 10_000);
    const refused = await refusedUndo(group);
    expect(refused.kind).toBe('in-use');
    expect(refused.message).toContain('Annulez d’abord les actions plus récentes.');
  });

  it('does not take an invoice from its payment, its dispute or its credit note', async () => {
    await newClient();
    const invoice = await invoiced('F-1', 10_000);
    const payment = await paid(invoice.id, 4_000);
    expect((await refusedUndo(invoice.group)).kind).toBe('in-use');
    await undone(payment);
    const dispute = await run(openDispute, { invoiceId: invoice.id, reason: 'price', note: '' });
    expect((await refusedUndo(invoice.group)).kind).toBe('in-use');
    await undone(dispute);
    const credit = await invoiced('A-1', 10_000, 'credit-note');
    const allocation = await run(allocateCredit, { sourceId: credit.id, invoiceId: invoice.id });
    expect((await refusedUndo(credit.group)).kind).toBe('in-use');
    await undone(allocation);
    await undone(credit.group);
    await undone(invoice.group);
    expect([...rows().keys()]).toEqual(['clients/c1']);
  });

  it('does not bring an invoice back whose client is gone', async () => {
    const client = await newClient();
    const invoice = await invoiced('F-1', 10_000);
    const taken = await undone(invoice.group);
    const clientTaken = await undone(client);
    const refused = await refusedUndo(taken);
    expect(refused.kind).toBe('owner-gone');
    await undone(clientTaken);
    await undone(taken);
    expect(left(invoice.id)).toBe(10_000);
  });

  it('does not bring back a payment for an invoice that was paid again', async () => {
    await newClient();
    const { id } = await invoiced('F-1', 10_000);
    await paid(id, 10_000);
    const [payment] = ledger.memory.current().payments.keys();
    const reversal = await run(reversePayment, { paymentId: payment ?? '' });
    await paid(id, 10_000);
    expect((await refusedUndo(reversal)).kind).toBe('spent-since');
    expect(left(id)).toBe(0);
  });

  it('does not bring back an invoice whose money went to another', async () => {
    await newClient();
    const first = await invoiced('F-1', 10_000);
    const second = await invoiced('F-2', 10_000);
    await paid(first.id, 10_000);
    const [payment] = ledger.memory.current().payments.keys();
    const cancelled = await run(cancelInvoice, { id: first.id });
    const moved = await run(allocateCredit, { sourceId: payment ?? '', invoiceId: second.id });
    expect((await refusedUndo(cancelled)).kind).toBe('spent-since');
    await undone(moved);
    await undone(cancelled);
    expect([left(first.id), left(second.id)]).toEqual([0, 10_000]);
  });

  it('does not put a total back below what was paid on it since', async () => {
    await newClient();
    const { id } = await invoiced('F-1', 10_000);
    const raised = await run(updateInvoice, { id, changes: { totalCents: cents(20_000) } });
    await paid(id, 20_000);
    expect((await refusedUndo(raised)).kind).toBe('spent-since');
  });

  it('does not turn a paid invoice back into the credit note it was typed as', async () => {
    await newClient();
    const { id } = await invoiced('F-1', 10_000, 'credit-note');
    const turned = await run(updateInvoice, { id, changes: { kind: 'invoice' } });
    const payment = await paid(id, 4_000);
    expect((await refusedUndo(turned)).kind).toBe('in-use');
    await undone(payment);
    await undone(turned);
    expect(ledger.memory.current().invoices.get(id)?.kind).toBe('credit-note');
  });

  it('does not give two documents one number', async () => {
    await newClient();
    const { id } = await invoiced('F-1', 10_000);
    const cancelled = await run(cancelInvoice, { id });
    await invoiced('f-1', 12_000);
    const refused = await refusedUndo(cancelled);
    expect(refused.kind).toBe('number-taken');
    expect(refused.message).toContain('le numéro de la pièce a été repris depuis');
  });

  it('reopens a dispute that was closed by mistake', async () => {
    await newClient();
    const { id } = await invoiced('F-1', 10_000);
    await run(openDispute, { invoiceId: id, reason: 'quality', note: 'Rayures' });
    const before = rows();
    const [disputeId] = ledger.memory.current().disputes.keys();
    const resolved = await run(closeDispute, { disputeId: disputeId ?? '', outcome: 'for-creditor' });
    await undone(resolved);
    expect(rows()).toEqual(before);
  });

  it('opens no dispute again beside a newer one of the same invoice, and no plan beside a newer one', async () => {
    await newClient();
    const { id } = await invoiced('F-2', 10_000);
    const dispute = { invoiceId: id, reason: 'quality', note: '' } as const;
    await run(openDispute, dispute);
    const [first] = [...ledger.memory.current().disputes.keys()];
    const resolved = await run(closeDispute, { disputeId: first ?? '', outcome: 'for-creditor' });
    const second = await run(openDispute, dispute);
    expect((await refusedUndo(resolved)).kind).toBe('disputed-since');
    await undone(second);
    await undone(resolved);
    expect(ledger.memory.current().disputes.get(first ?? '')?.resolvedOn).toBeUndefined();

    const plan = { invoiceIds: [id], instalments: [{ dueOn: testToday, cents: cents(10_000) }] };
    await run(agreePlan, plan);
    const [planId] = [...ledger.memory.current().plans.keys()];
    const ended = await run(endPlan, { planId: planId ?? '' });
    await run(agreePlan, plan);
    expect((await refusedUndo(ended)).kind).toBe('planned-since');
  });

  it('survives a restart: what is undone stays undone, what is kept can still be undone', async () => {
    await newClient();
    const { group } = await invoiced('F-1', 10_000);
    await undone(group);
    const before = rows();
    ledger = await rig.open();
    expect(rows()).toEqual(before);
    await undone(1);
    expect(rows().size).toBe(0);
  });
});

describe('correcting an invoice', () => {
  it('does not turn a paid invoice into a credit note, nor a used credit note into an invoice', async () => {
    await newClient();
    const { id } = await invoiced('F-1', 10_000);
    await paid(id, 4_000);
    const credit = await invoiced('A-1', 3_000, 'credit-note');
    await run(allocateCredit, { sourceId: credit.id, invoiceId: id });
    for (const [changed, kind] of [
      [id, 'credit-note'],
      [credit.id, 'invoice'],
    ] as const)
      expect(errorOf(await ledger.commands.run(updateInvoice, { id: changed, changes: { kind } })).kind).toBe(
        'allocated',
      );
  });
});
