import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../shared/dates/day.ts';
import { ageing } from '../../shared/ledger/ageing.ts';
import { ageingTable } from '../../shared/ledger/ageing-table.ts';
import { remainingCents, unallocatedCredits } from '../../shared/ledger/balance.ts';
import { openByClient } from '../../shared/ledger/open-by-client.ts';
import { cents } from '../../shared/money/cents.ts';
import { seeded } from '../support/arbitrary-days.ts';
import {
  aClient,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
} from '../unit/shared/reminders/sample-ledger.ts';

const today = day('2026-11-22');

const ledgers = fc
  .array(
    fc.record({
      client: fc.nat({ max: 4 }),
      dueInDays: fc.integer({ min: -200, max: 60 }),
      totalCents: fc.integer({ min: 1, max: 500_000 }),
      paidCents: fc.integer({ min: 0, max: 600_000 }),
      foreign: fc.boolean(),
      creditNote: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((specs) => {
    const invoices = specs.map(({ client, dueInDays, totalCents, foreign, creditNote }, index) =>
      anInvoice(`f${index}`, {
        // The last client has no row of its own.
        clientId: `c${client}`,
        dueOn: addDays(today, dueInDays),
        issuedOn: addDays(today, dueInDays - 30),
        totalCents: cents(totalCents),
        currency: foreign ? 'CHF' : 'EUR',
        kind: creditNote ? 'credit-note' : 'invoice',
      }),
    );
    const payments = specs.map(({ client, paidCents }, index) =>
      aPayment(`p${index}`, today, paidCents, { clientId: `c${client}` }),
    );
    const allocations = specs.flatMap(({ totalCents, paidCents, creditNote }, index) =>
      creditNote || paidCents === 0
        ? []
        : [anAllocation(`p${index}`, `f${index}`, today, Math.min(totalCents, paidCents))],
    );
    return aLedger({
      clients: ['c0', 'c1', 'c2', 'c3'].map((id) => aClient(id)),
      invoices,
      payments,
      allocations,
    });
  });

describe('the aged balance of any ledger', () => {
  it('has every open invoice once, with its own balance, under its client', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const found = [...openByClient(ledger)].flatMap(([clientId, open]) =>
          open.map(({ invoice, openCents }) => [invoice.id, invoice.clientId === clientId, openCents]),
        );
        const expected = [...ledger.invoices.values()]
          .map(({ id }) => [id, true, remainingCents(ledger, id)] as const)
          .filter(([, , openCents]) => openCents > 0);
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
      seeded,
    );
  });

  it('shows the buckets that its invoices have one by one, and the credits that wait', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const table = ageingTable(ledger, { asOf: today, today, by: 'due-date' });
        const open = [...ledger.invoices.values()].map(({ id, dueOn, currency }) => ({
          dueOn: dueOn ?? today,
          cents: remainingCents(ledger, id),
          currency,
        }));
        const own = ageing(
          open.filter(({ currency }) => currency === 'EUR'),
          today,
        );
        expect(table.buckets).toEqual(own.buckets);
        expect(table.overdueCents).toBe(own.overdueCents);
        expect(table.foreign).toHaveLength(
          open.filter(({ currency, cents: left }) => currency !== 'EUR' && left > 0).length,
        );
        const credits = [...unallocatedCredits(ledger).values()].reduce((sum, part) => sum + part, 0);
        expect(table.creditsCents).toBe(cents(-credits));
        for (const row of table.rows) {
          const days = row.invoices.map(({ agedFrom }) => agedFrom);
          expect(days).toEqual(days.toSorted());
          expect(row.oldestOn).toBe(days[0]);
        }
      }),
      seeded,
    );
  });
});
