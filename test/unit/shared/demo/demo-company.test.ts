import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../../../shared/dates/day.ts';
import { isWorkingDay } from '../../../../shared/dates/working-days.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { isBic } from '../../../../shared/identifiers/bic.ts';
import { isIban } from '../../../../shared/identifiers/iban.ts';
import { isSiren } from '../../../../shared/identifiers/siren.ts';
import { isVatNumber } from '../../../../shared/identifiers/vat-number.ts';
import { projectTreasury } from '../../../../shared/insight/treasury.ts';
import { treasuryAlert } from '../../../../shared/insight/treasury-alert.ts';
import { monthlyTrends } from '../../../../shared/insight/trends.ts';
import { currentBalances, openInvoices } from '../../../../shared/ledger/balance.ts';
import { bankAccountStates } from '../../../../shared/ledger/bank-account-state.ts';
import { clientAccounts, settlementOf } from '../../../../shared/ledger/client-account.ts';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import { handoverFigures } from '../../../../shared/ledger/handover-figures.ts';
import { tableNames } from '../../../../shared/ledger/ledger.ts';
import { openDisputes } from '../../../../shared/ledger/open-disputes.ts';
import { reminderMoment } from '../../../../shared/ledger/reminder-moment.ts';
import { clientTimeline } from '../../../../shared/ledger/timeline.ts';
import { clientLetterReadiness } from '../../../../shared/letters/kinds/client-letter-readiness.ts';
import { matchingInputOf } from '../../../../shared/matching/ledger-matching.ts';
import { proposeMatches } from '../../../../shared/matching/propose-matches.ts';
import { forfeitureStanding } from '../../../../shared/reminders/forfeiture-standing.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';

const seed = 7;
const demo = (today: Day, from = seed) => {
  const rows = demoLedgerRows(today, seededRandom(from));
  return { rows, ledger: ledgerOfRows(rows) };
};

/** A Sunday, a holiday, the end of a leap February, the day after Easter, and every weekday of one week. */
const days = [
  '2026-11-22',
  '2027-01-01',
  '2028-02-29',
  '2027-03-30',
  '2027-06-07',
  '2027-06-08',
  '2027-06-09',
  '2027-06-10',
  '2027-06-11',
  '2027-12-27',
].map(day);

describe('bank of the demonstration', () => {
  // The seed of the application.
  const { ledger } = demo(day('2026-11-23'), 20_261_122);

  it('has statements that add up and join, up to the day before', () => {
    const [state, ...others] = bankAccountStates(ledger);
    expect(others).toEqual([]);
    expect(state).toMatchObject({ coversUntil: '2026-11-22', gaps: [], statementCount: 4 });
    for (const { id, openingCents, closingCents } of ledger.bankStatements.values()) {
      const lines = [...ledger.bankLines.values()].filter(({ statementId }) => statementId === id);
      const moved = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
      expect((openingCents ?? 0) + moved).toBe(closingCents);
    }
  });

  it('has payments on their movements, of the same day and amount', () => {
    const paid = [...ledger.payments.values()].filter(({ bankLineId }) => bankLineId !== undefined);
    expect(paid.length).toBeGreaterThan(10);
    for (const { bankLineId, receivedOn, cents: amount } of paid)
      expect(ledger.bankLines.get(bankLineId ?? '')).toMatchObject({
        bookedOn: receivedOn,
        amountCents: amount,
      });
  });

  it('has something to match of every kind: sure, in part, with escompte, doubtful, unknown, returned', () => {
    const proposals = proposeMatches(matchingInputOf(ledger));
    expect(proposals.filter(({ isCertain }) => isCertain).length).toBeGreaterThan(4);
    expect(proposals.some(({ best }) => best === undefined)).toBe(true);
    expect(proposals.some(({ best, isCertain }) => best !== undefined && !isCertain)).toBe(true);
    const targets = proposals.flatMap(({ best }) => (best ? [best.target] : []));
    expect(targets.filter(({ kind }) => kind === 'return')).toHaveLength(1);
    const reasons = proposals.flatMap(({ best }) => best?.reasons.map(({ kind }) => kind) ?? []);
    expect(reasons).toEqual(
      expect.arrayContaining(['part-payment', 'early-payment-discount', 'legal-order']),
    );
  });
});

describe('demonstration company', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    const today = day('2026-11-22');
    expect(demo(today).rows).toEqual(demo(today).rows);
    expect(demo(today, 8).rows.invoices).not.toEqual(demo(today).rows.invoices);
  });

  it('has sixty clients of every kind and four hundred invoices over eighteen months', () => {
    const { rows } = demo(day('2026-11-22'));
    expect(rows.clients).toHaveLength(60);
    expect(new Set(rows.clients.map((client) => client.regime)).size).toBe(4);
    const invoices = rows.invoices.filter((invoice) => invoice.kind === 'invoice');
    expect(invoices).toHaveLength(400);
    expect(rows.invoices.length - invoices.length).toBeGreaterThanOrEqual(5);
    expect(new Set(invoices.map((invoice) => invoice.issuedOn.slice(0, 7))).size).toBeGreaterThanOrEqual(18);
    for (const table of ['disputes', 'promises', 'plans', 'pauses', 'notes', 'outflows'] as const)
      expect(rows[table].length, table).toBeGreaterThan(0);
  });

  it('names nobody real: reserved domains and telephone numbers, numbers right but never attributed', () => {
    const { rows, ledger } = demo(day('2026-11-22'));
    const company = settingsOf(ledger, 'company');
    expect(isIban(company.iban) && company.iban.slice(4, 9)).toBe('99999');
    expect(isBic(company.bic)).toBe(true);
    const sirens = [company.siren, ...rows.clients.flatMap((client) => client.siren ?? [])];
    expect(new Set(sirens).size).toBe(sirens.length);
    for (const siren of sirens) expect(isSiren(siren) && siren.startsWith('999'), siren).toBe(true);
    for (const { vatNumber } of rows.clients)
      if (vatNumber !== undefined) expect(isVatNumber(vatNumber)).toBe(true);
    for (const contact of rows.clients.flatMap((client) => client.contacts)) {
      if (contact.email !== undefined) expect(contact.email).toMatch(/^[a-z]+@[a-z-]+\.test$/);
      expect(contact.phone).toMatch(/^04 65 71 \d\d \d\d$/);
    }
  });

  it.each(days)('has rows that refer to each other, with unique keys (%s)', (today) => {
    const { rows, ledger } = demo(today);
    for (const table of tableNames) expect(ledger[table].size, table).toBe(rows[table].length);
    const owned = [rows.invoices, rows.payments, rows.reminders, rows.notes, rows.disputes, rows.plans];
    for (const row of owned.flat()) expect(ledger.clients.has(row.clientId), row.id).toBe(true);
    for (const { lines } of rows.reminders)
      for (const line of lines) expect(ledger.invoices.has(line.invoiceId)).toBe(true);
    for (const { importId } of rows.invoices)
      if (importId !== undefined) expect(ledger.imports.has(importId), importId).toBe(true);
    const numbers = rows.invoices.filter(({ kind }) => kind === 'invoice').map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(days)('has dates in order and nothing that has not happened yet (%s)', (today) => {
    const { rows, ledger } = demo(today);
    for (const invoice of rows.invoices) {
      expect(invoice.issuedOn <= today && invoice.createdAt.slice(0, 10) < today, invoice.id).toBe(true);
      expect(invoice.createdAt.slice(0, 10) >= invoice.issuedOn, invoice.id).toBe(true);
      if (invoice.dueOn !== undefined) expect(invoice.dueOn > invoice.issuedOn, invoice.id).toBe(true);
    }
    for (const payment of rows.payments) expect(payment.receivedOn < today, payment.id).toBe(true);
    for (const allocation of rows.allocations) {
      const invoice = ledger.invoices.get(allocation.invoiceId);
      expect(invoice && allocation.effectiveOn > invoice.issuedOn, allocation.id).toBe(true);
    }
    for (const reminder of rows.reminders) {
      expect(reminderMoment(reminder.state) < today, reminder.id).toBe(true);
      const on = reminderMoment(reminder.state).slice(0, 10);
      expect(isWorkingDay(on, 'metropole'), on).toBe(true);
      expect(reminder.body.length).toBeGreaterThan(200);
    }
    for (const note of rows.notes) expect(note.occurredAt.slice(0, 10) < today, note.id).toBe(true);
    for (const outflow of rows.outflows) expect(outflow.firstOn > today, outflow.id).toBe(true);
  });

  it.each(days)('ties out: no balance below zero, sums equal (%s)', (today) => {
    const { rows, ledger } = demo(today);
    const balances = currentBalances(ledger);
    for (const [id, left] of balances.remainingByInvoice) expect(left, id).toBeGreaterThanOrEqual(0);
    for (const [id, left] of balances.unallocatedBySource) expect(left, id).toBeGreaterThanOrEqual(0);
    for (const allocation of rows.allocations) expect(allocation.cents).toBeGreaterThan(0);
    const { byClient, portfolio } = clientAccounts(ledger, today);
    const open = openInvoices(ledger).reduce(
      (sum, invoice) => sum + (balances.remainingByInvoice.get(invoice.id) ?? 0),
      0,
    );
    expect(portfolio.outstandingCents).toBe(open);
    expect([...byClient.values()].reduce((sum, account) => sum + account.outstandingCents, 0)).toBe(open);
  });

  it.each(days)('never reminded a settled invoice nor a client twice within a week (%s)', (today) => {
    const { rows, ledger } = demo(today);
    const lastByClient = new Map<string, string>();
    const sent = [...rows.reminders].sort((a, b) =>
      reminderMoment(a.state) < reminderMoment(b.state) ? -1 : 1,
    );
    for (const reminder of sent) {
      const on = day(reminderMoment(reminder.state).slice(0, 10));
      const last = lastByClient.get(reminder.clientId);
      if (last !== undefined) expect(addDays(day(last), 7) <= on, reminder.id).toBe(true);
      lastByClient.set(reminder.clientId, on);
      expect(reminder.totalCents).toBe(reminder.lines.reduce((sum, line) => sum + line.remainingCents, 0));
      for (const line of reminder.lines) {
        const invoice = ledger.invoices.get(line.invoiceId);
        const settledOn = invoice && settlementOf(ledger, invoice);
        if (settledOn !== undefined) expect(settledOn > on, reminder.id).toBe(true);
      }
    }
  });

  it.each(days)('has a queue, letters, something waiting and an alert with its remedy (%s)', (today) => {
    const { ledger } = demo(today);
    const planning = planReminders(ledger, today);
    const count = (stepId: string) => planning.proposals.filter(({ step }) => step.id === stepId).length;
    expect([
      count('step-friendly'),
      count('step-firm'),
      count('step-formal-notice'),
      count('step-last-notice'),
    ]).toEqual([6, 3, 2, 1]);
    expect(new Set(planning.waiting.map(({ block }) => block.kind))).toEqual(
      new Set(['dispute', 'plan', 'insolvency', 'pause', 'excluded', 'in-progress']),
    );
    const projection = projectTreasury(ledger, today);
    const alert = projection && treasuryAlert(projection, settingsOf(ledger, 'treasury').thresholdsCents);
    expect(alert?.isActual).toBe(false);
    expect(alert?.remedy.kind).toBe('prevents');
    const kinds = new Set(
      clientTimeline(ledger, 'client-promotion-lysandre', today).map(({ event }) => event.kind),
    );
    for (const kind of ['promise', 'promise-broken', 'email', 'letter', 'payment', 'note', 'import'] as const)
      expect(kinds.has(kind), kind).toBe(true);
    for (const trend of monthlyTrends(ledger, today).slice(0, -1))
      expect(trend.receiptsCents, trend.month).toBeGreaterThan(1_000_000);
  });

  it.each(days)('has a dispute on a whole invoice and one on a part of what is still owed (%s)', (today) => {
    const { ledger } = demo(today);
    const open = openDisputes(ledger, today);
    expect(open.some(({ undisputedCents }) => undisputedCents === 0)).toBe(true);
    expect(
      open.some(({ undisputedCents, contestedCents }) => undisputedCents > 0 && contestedCents > 0),
    ).toBe(true);
  });

  it.each(days)('has a file with a collector and one that came back with its money (%s)', (today) => {
    const { rows, ledger } = demo(today);
    expect(rows.handovers.map(({ ended }) => ended?.outcome)).toEqual([undefined, 'recovered']);
    for (const handover of rows.handovers) {
      const { recoveredCents, feeCents, openCents } = handoverFigures(ledger, handover);
      const { ended, claimCents, handedOverOn } = handover;
      expect(recoveredCents + openCents).toBe(claimCents);
      expect({ recoveredCents, feeCents }).toEqual({
        recoveredCents: ended?.recoveredCents ?? 0,
        feeCents: ended?.feeCents ?? 0,
      });
      for (const { lines, state } of rows.reminders)
        if (lines.some(({ invoiceId }) => handover.invoiceIds.includes(invoiceId)))
          expect(reminderMoment(state) < handedOverOn, handover.id).toBe(true);
    }
  });

  it('has posted a letter of every kind that it can write, each of which can still be set', () => {
    const { rows, ledger } = demo(day('2026-11-23'), 20_261_122);
    const kinds = new Set(rows.letters.map(({ kind }) => kind));
    for (const kind of [
      'account-statement',
      'payment-plan',
      'thanks',
      'mandate',
      'forfeiture-notice',
      'free',
    ] as const)
      expect(kinds.has(kind), kind).toBe(true);
    const vaurelle = ledger.plans.get('plan-vaurelle');
    const standing = vaurelle && forfeitureStanding(ledger, vaurelle);
    expect(standing).toMatchObject({ kind: 'granted' });
    // Its time is over, so that the déchéance can be pronounced.
    expect(standing?.kind === 'granted' && standing.endsOn < '2026-11-23').toBe(true);
    expect(rows.letters.find(({ kind }) => kind === 'forfeiture-notice')?.deadlineOn).toBeDefined();
    for (const letter of rows.letters.filter(({ kind }) => kind !== 'free'))
      expect(clientLetterReadiness(ledger, letter, letter.writtenOn).kind, letter.id).toBe('ready');
  });
});
