import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../shared/dates/day.ts';
import { ageing, ageingBuckets } from '../../shared/ledger/ageing.ts';
import { ageingTable } from '../../shared/ledger/ageing-table.ts';
import { currentBalances, openInvoices, unallocatedCredits } from '../../shared/ledger/balance.ts';
import type { Change } from '../../shared/ledger/change.ts';
import { emptyLedger, type Ledger } from '../../shared/ledger/ledger.ts';
import { replayChanges } from '../../shared/ledger/replay.ts';
import { commandOf, step, stepKinds, walkDay } from '../support/ledger-walk.ts';
import { runInMemory } from '../unit/renderer/db/commands/run-in-memory.ts';
import {
  countingContext,
  mirroredChanges,
  newLedgerRig,
  rowsOf,
  storedIn,
} from '../unit/renderer/db/ledger-rig.ts';

const seed = 20261123;

const total = (amounts: Iterable<number>): number => [...amounts].reduce((sum, amount) => sum + amount, 0);

/** Computed here from the rows alone, another way than shared/ledger/balance.ts does. */
const expectSoundMoney = (ledger: Ledger): void => {
  const spentBySource = new Map<string, number>();
  const setAgainst = new Map<string, number>();
  for (const { source, invoiceId, cents } of ledger.allocations.values()) {
    expect(cents).toBeGreaterThan(0);
    const sourceId = source.kind === 'credit-note' ? source.creditNoteId : source.paymentId;
    const payment = ledger.payments.get(sourceId);
    const creditNote = ledger.invoices.get(sourceId);
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || !(payment ?? creditNote)) throw new Error('an allocation of nothing or to nothing');
    expect((payment ?? creditNote)?.clientId).toBe(invoice.clientId);
    expect(invoice.kind).toBe('invoice');
    if (invoice.cancelledAt !== undefined || (payment ?? { reversedAt: undefined }).reversedAt !== undefined)
      continue;
    if (creditNote?.cancelledAt !== undefined) continue;
    spentBySource.set(sourceId, (spentBySource.get(sourceId) ?? 0) + cents);
    setAgainst.set(invoiceId, (setAgainst.get(invoiceId) ?? 0) + cents);
  }
  for (const [id, spentCents] of spentBySource)
    expect(spentCents).toBeLessThanOrEqual(
      ledger.payments.get(id)?.cents ?? ledger.invoices.get(id)?.totalCents ?? 0,
    );
  for (const [id, settledCents] of setAgainst)
    expect(settledCents).toBeLessThanOrEqual(ledger.invoices.get(id)?.totalCents ?? 0);

  const { remainingByInvoice, unallocatedBySource } = currentBalances(ledger);
  for (const [id, left] of remainingByInvoice)
    expect(left).toBe((ledger.invoices.get(id)?.totalCents ?? 0) - (setAgainst.get(id) ?? 0));
  for (const left of [...remainingByInvoice.values(), ...unallocatedBySource.values()])
    expect(left).toBeGreaterThanOrEqual(0);
};

const expectBucketsToAddUp = (ledger: Ledger): void => {
  const openCents = total(currentBalances(ledger).remainingByInvoice.values());
  for (const by of ['due-date', 'issue-date'] as const)
    for (const asOf of [walkDay, addDays(walkDay, -45)]) {
      const table = ageingTable(ledger, { asOf, today: walkDay, by });
      expect(total(Object.values(table.buckets))).toBe(table.grossCents);
      expect(table.netCents).toBe(table.grossCents + table.creditsCents);
      expect(total(table.rows.map((row) => row.totalCents))).toBe(table.netCents);
      for (const bucket of ageingBuckets)
        expect(total(table.rows.flatMap(({ invoices }) => invoices.map((row) => row.buckets[bucket])))).toBe(
          table.buckets[bucket],
        );
      if (asOf !== walkDay) continue;
      expect(table.grossCents).toBe(openCents);
      expect(table.creditsCents + total(unallocatedCredits(ledger).values())).toBe(0);
    }
  const aged = ageing(
    openInvoices(ledger).map(({ id, issuedOn, dueOn }) => ({
      dueOn: dueOn ?? issuedOn,
      cents: currentBalances(ledger).remainingByInvoice.get(id) ?? 0,
    })),
    walkDay,
  );
  expect(total(Object.values(aged.buckets))).toBe(openCents);
};

const expectNothingWithoutOwner = (ledger: Ledger): void => {
  for (const table of ['invoices', 'payments', 'disputes', 'promises', 'plans', 'pauses', 'notes'] as const)
    for (const { clientId } of ledger[table].values()) expect(ledger.clients.has(clientId)).toBe(true);
  for (const { invoiceId } of ledger.disputes.values()) expect(ledger.invoices.has(invoiceId)).toBe(true);
  for (const { invoiceIds } of [...ledger.promises.values(), ...ledger.plans.values()])
    expect(invoiceIds.every((id) => ledger.invoices.has(id))).toBe(true);
};

test('whatever is done in whatever order, the ledger stays sound and its journal says all of it', () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), (steps) => {
      const context = countingContext();
      const made: (readonly Change[])[] = [];
      let ledger = emptyLedger();
      for (const next of steps) {
        const ran = runInMemory(ledger, commandOf(next, made), undefined, context());
        if (!ran.ok) {
          expect(ran.error.message.length > 0 || ran.error.kind === 'nothing-to-do').toBe(true);
          continue;
        }
        ledger = ran.value.ledger;
        made.push(ran.value.pages);
        done.set(next.kind, (done.get(next.kind) ?? 0) + 1);
        expectSoundMoney(ledger);
        expectNothingWithoutOwner(ledger);
      }
      expectBucketsToAddUp(ledger);
      const replayed = replayChanges(made.flat());
      expect(replayed.ok && rowsOf(replayed.value)).toEqual(rowsOf(ledger));
      expect(replayed.ok && replayed.value.sequence).toBe(ledger.sequence);
    }),
    { seed, numRuns: 200 },
  );
  // A command that is always refused would prove nothing about it.
  expect(stepKinds.filter((kind) => (done.get(kind) ?? 0) < 5)).toEqual([]);
}, 120_000);

test('memory, database and mirror hold the same after any walk, restarts and lost databases included', async () => {
  const walk = fc.array(
    fc.oneof(
      { weight: 12, arbitrary: step },
      { weight: 1, arbitrary: fc.constantFrom('restart', 'lose-database', 'lose-mirror', 'mirror-fails') },
    ),
    { minLength: 10, maxLength: 40, size: 'max' },
  );
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const rig = await newLedgerRig();
      try {
        let ledger = await rig.open();
        const made: (readonly Change[])[] = [];
        for (const next of steps) {
          const before = rowsOf(ledger.memory.current());
          if (next === 'mirror-fails') {
            rig.breakRequest('mirrorAppend', 'io');
            continue;
          }
          if (typeof next === 'string') {
            rig.breakRequest('mirrorAppend', undefined);
            await ledger.mirrorSync.push();
            await rig.stop();
            if (next === 'lose-database') rig.loseDatabase();
            if (next === 'lose-mirror') await rig.loseMirror();
            ledger = await rig.open();
            expect(rowsOf(ledger.memory.current())).toEqual(before);
            continue;
          }
          const ran = await ledger.commands.run(commandOf(next, made), undefined);
          if (!ran.ok) {
            expect(rowsOf(ledger.memory.current())).toEqual(before);
            continue;
          }
          made.push(
            await ledger.database.changes.where('sequence').aboveOrEqual(ran.value.groupSequence).toArray(),
          );
        }
        rig.breakRequest('mirrorAppend', undefined);
        expect(await ledger.mirrorSync.push()).toBeUndefined();
        const rows = rowsOf(ledger.memory.current());
        expect((await storedIn(ledger.database)).rows).toEqual(rows);
        const replayed = replayChanges(await mirroredChanges(rig.mirror()));
        expect(replayed.ok && rowsOf(replayed.value)).toEqual(rows);
        expect(replayed.ok && replayed.value.sequence).toBe(ledger.memory.current().sequence);
      } finally {
        await rig.end();
      }
    }),
    { seed, numRuns: 12 },
  );
}, 180_000);
