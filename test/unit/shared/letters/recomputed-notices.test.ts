import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientClaims } from '../../../../shared/claims/ledger-claims.ts';
import { addDays, type Day, day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows, momentOf } from '../../../../shared/demo/demo-rows.ts';
import { pick, type Random, seededRandom, wholeBetween } from '../../../../shared/demo/seeded-random.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { type Ledger, tableNames } from '../../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../../shared/ledger/payment.ts';
import { letterOfReminder } from '../../../../shared/letters/letter-of-reminder.ts';
import { cents } from '../../../../shared/money/cents.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import {
  claimsClient,
  claimsDispute,
  claimsInvoice,
  claimsLedger,
  claimsPayment,
  creditedBy,
  paidBy,
  postedNotice,
} from '../claims/claims-ledger.ts';

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const script = resolve(import.meta.dirname, '../../../../.ci/recompute-notices.mjs');
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-notices-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface Recomputed {
  readonly id: string;
  readonly asOf: Day;
  readonly invoices: readonly {
    readonly number: string;
    readonly principalCents: number;
    readonly segments: readonly Record<string, unknown>[];
    readonly interestCents: number;
    readonly indemnityCents: number;
    readonly totalCents: number;
    readonly creditsCents: number;
  }[];
  readonly totals: Record<string, number>;
}

const exported = async (name: string, ledger: Ledger): Promise<string> => {
  const folder = join(root, name);
  await mkdir(join(folder, 'json'), { recursive: true });
  for (const table of tableNames.filter((name) => ledger[name].size > 0))
    await writeFile(join(folder, 'json', `${table}.json`), JSON.stringify([...ledger[table].values()]));
  return folder;
};

/** What the script counts, by folder in the order given. */
const recomputed = (folders: readonly string[]): readonly (readonly Recomputed[])[] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...folders], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { notices: readonly Recomputed[] }).notices);
};

/** The same figures as the letter prints them. */
const printed = (ledger: Ledger, reminder: Reminder, asOf: Day): Recomputed => {
  const letter = letterOfReminder(ledger, reminder, asOf);
  if (!letter.ok) throw new Error(`${reminder.id}: ${letter.error.message}`);
  const { annex, table, totals } = letter.value;
  return {
    id: reminder.id,
    asOf,
    invoices: table.map((row, index) => ({
      number: row.number,
      principalCents: row.remainingCents,
      segments: (annex[index]?.lines ?? [])
        .filter((line) => line.rateBasisPoints !== undefined)
        .map(({ from, to, days, baseCents, rateBasisPoints, cents: amount }) => ({
          from,
          to,
          days,
          baseCents,
          rateBasisPoints,
          cents: amount,
        })),
      interestCents: row.interestCents,
      indemnityCents: row.indemnityCents,
      totalCents: row.remainingCents + row.interestCents + row.indemnityCents,
      creditsCents: 0,
    })),
    totals: {
      principalCents: totals.principalCents,
      interestCents: totals.interestCents,
      indemnityCents: totals.indemnityCents,
      creditsCents: totals.creditsCents,
      totalCents: totals.totalCents,
    },
  };
};

/** Free credit notes stand in the totals of a letter, not on its lines, which it sorts in its own way. */
const comparable = (notices: readonly Recomputed[]) =>
  notices.map((notice) => ({
    ...notice,
    invoices: notice.invoices
      .map((one) => ({ ...one, creditsCents: 0 }))
      .sort((a, b) => (a.number < b.number ? -1 : 1)),
  }));

const noticesOf = (ledger: Ledger): readonly Reminder[] =>
  [...ledger.reminders.values()].filter(
    ({ level, channel }) =>
      (level === 'formal-notice' || level === 'last-notice') &&
      (channel === 'letter' || channel === 'registered-letter'),
  );

const dayOf = ({ state, plannedOn }: Reminder): Day =>
  state.kind === 'posted' ? state.depositedOn : plannedOn;

const clientOf = (random: Random): Client => {
  const decidedAt = momentOf(day('2026-01-01'), '09:00');
  return claimsClient({
    address: { lines: ['1 rue du Port'], postcode: '69002', city: 'Lyon' },
    ...(random() < 0.1
      ? { insolvency: { kind: 'reorganisation', judgmentOn: day('2026-03-02') } as const }
      : {}),
    regime: pick(random, ['b2b', 'b2b', 'b2b', 'public', 'b2c', 'non-professional'] as const),
    rate: pick(random, [
      { kind: 'statutory' } as const,
      { kind: 'statutory' } as const,
      { kind: 'fixed', basisPoints: wholeBetween(random, 100, 2000) } as const,
      { kind: 'ecb-plus', points: wholeBetween(random, 1, 12) } as const,
      { kind: 'legal-multiple', times: wholeBetween(random, 1, 5) } as const,
    ]),
    ...(random() < 0.3 ? { capitalisesInterest: true } : {}),
    ...(random() < 0.1
      ? { chargeDecisions: { indemnity: { claimed: false, reason: 'geste', decidedAt } } }
      : {}),
  });
};

/** A ledger of one client with one formal notice, as hard to count as a real one. */
const generated = (seed: number): Ledger => {
  const random = seededRandom(seed);
  const client = clientOf(random);
  const asOf = addDays(day('2026-11-22'), -wholeBetween(random, 0, 700));
  const invoices: Invoice[] = [];
  const payments: Payment[] = [];
  const allocations: Allocation[] = [];
  const disputes = [];
  for (let index = 1; index <= wholeBetween(random, 1, 5); index += 1) {
    const id = `F-${index}`;
    const dueOn = addDays(asOf, -wholeBetween(random, 1, 900));
    const total = wholeBetween(random, 150, 3_000_000);
    invoices.push(claimsInvoice(id, total, dueOn, { issuedOn: addDays(dueOn, -30) }));
    let left = total;
    for (let part = 1; part <= wholeBetween(random, 0, 3); part += 1) {
      const amount = wholeBetween(random, 1, Math.max(1, Math.floor(left / 3)));
      const on = addDays(dueOn, wholeBetween(random, -20, 400));
      if (on > asOf || left - amount < 1) continue;
      left -= amount;
      const source = `${id}-${part}`;
      if (random() < 0.7) {
        payments.push(claimsPayment(source, on, amount));
        allocations.push(paidBy(source, id, amount, on));
      } else {
        const creditEffect = pick(random, ['from-due-date', 'from-its-date'] as const);
        invoices.push(
          claimsInvoice(source, amount, undefined, { kind: 'credit-note', issuedOn: on, creditEffect }),
        );
        allocations.push(creditedBy(source, id, amount, on));
      }
    }
    if (random() < 0.15 && left > 2)
      disputes.push(claimsDispute(id, wholeBetween(random, 1, left - 1), addDays(asOf, -5)));
  }
  // Money and a credit note that nobody allocated; less than is owed.
  if (random() < 0.3) payments.push(claimsPayment('free', addDays(asOf, -10), wholeBetween(random, 1, 140)));
  if (random() < 0.2)
    invoices.push(
      claimsInvoice('A-free', wholeBetween(random, 1, 90), undefined, {
        kind: 'credit-note',
        issuedOn: addDays(asOf, -8),
      }),
    );
  const owed = invoices.filter(({ kind }) => kind === 'invoice');
  const ids = owed.map(({ id }) => id);
  const earlier = addDays(asOf, -wholeBetween(random, 20, 300));
  const first = postedNotice(ids, earlier, random() < 0.7 ? addDays(earlier, 3) : undefined);
  const bare = claimsLedger({ client, invoices, payments, allocations, disputes, reminders: [first] });
  const claims = clientClaims(bare, client, asOf);
  const lines = owed.map((invoice) => {
    const line = claims.lineOf(invoice);
    return {
      invoiceId: invoice.id,
      stepId: 'last-notice',
      remainingCents: cents(line.remainingCents - (line.creditedCents ?? 0)),
    };
  });
  const last: Reminder = { ...postedNotice(ids, asOf), id: 'last', level: 'last-notice', lines };
  const ledger = {
    ...bare,
    reminders: new Map([
      [first.id, first],
      [last.id, last],
    ]),
  };
  return ledger;
};

describe('formal notices counted a second time in another way', () => {
  it('agree to the cent on the demonstration', async () => {
    const today = day('2026-11-22');
    const ledger = ledgerOfRows(demoLedgerRows(today, seededRandom(7)));
    const [found = []] = recomputed([await exported('demo', ledger)]);
    const notices = noticesOf(ledger);
    expect(notices.length).toBeGreaterThan(2);
    expect(comparable(found)).toEqual(
      comparable(notices.map((reminder) => printed(ledger, reminder, dayOf(reminder)))),
    );
  });

  it('agree to the cent on 200 generated ledgers', async () => {
    const ledgers = Array.from({ length: 200 }, (_, index) => generated(index + 1));
    const folders: string[] = [];
    for (const [index, ledger] of ledgers.entries()) folders.push(await exported(`l${index}`, ledger));
    const found = recomputed(folders);
    expect(found).toHaveLength(200);
    let interest = 0;
    for (const [index, ledger] of ledgers.entries()) {
      const last = ledger.reminders.get('last');
      if (!last) throw new Error('no notice');
      const own = (found[index] ?? []).filter(({ id }) => id === 'last');
      const expected = printed(ledger, last, dayOf(last));
      expect({ seed: index + 1, notices: comparable(own) }).toEqual({
        seed: index + 1,
        notices: comparable([expected]),
      });
      interest += expected.totals.interestCents ?? 0;
    }
    // The ledgers are no empty ones.
    expect(interest).toBeGreaterThan(1_000_000);
    expect(ledgers.some(({ clients }) => clients.get('c1')?.capitalisesInterest)).toBe(true);
  });
});
