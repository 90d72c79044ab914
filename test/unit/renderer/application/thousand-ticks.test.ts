import { expect, test, vi } from 'vitest';
import {
  approveReminders,
  type Delivery,
  recordDeliveries,
} from '../../../../renderer/db/commands/reminders.ts';
import { instantOf } from '../../../../shared/dates/clock.ts';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { outboxKey, type Reminder } from '../../../../shared/reminders/reminder.ts';
import { aClient, aCompany, aLedger, anInvoice, noonOf } from '../../shared/reminders/sample-ledger.ts';
import { applied, contextOn } from '../db/commands/decide.ts';

vi.stubGlobal('window', { acquit: {} });
const { automaticApprovals } = await import('../../../../renderer/application/scheduler-sync.ts');

const today = day('2026-11-09');
const clients = Array.from({ length: 40 }, (_unused, index) => aClient(`c${index}`));

/** Forty clients with three invoices each, of every age from not yet due to two months late. */
const ledger: Ledger = aLedger({
  clients,
  invoices: clients.flatMap(({ id }, index) =>
    [0, 1, 2].map((place) => {
      const dueOn = addDays(today, 5 - ((index * 3 + place * 11) % 65));
      return anInvoice(`${id}-${place}`, {
        clientId: id,
        dueOn,
        issuedOn: addDays(dueOn, -30),
        createdAt: noonOf(addDays(dueOn, -30)),
      });
    }),
  ),
  scenarios: [
    {
      ...defaultScenario,
      mode: 'automatic',
      steps: defaultScenario.steps.map((step, index) => ({
        ...step,
        ...(index === 0 ? { repeat: { everyDays: 2, times: 3 } } : {}),
        ...(index === 1 ? { alsoBy: ['letter', 'call'] as const } : {}),
      })),
    },
  ],
  settings: [aCompany, defaultReminderSettings, { id: 'bank-check', checkedAt: noonOf(today) }],
});

/** One tick as the scheduler makes it: the ledger after it, and the e-mails that it gave to the outbox. */
const tick = (
  before: Ledger,
  nowMs: number,
): { readonly after: Ledger; readonly sent: readonly Reminder[] } => {
  const approvals = automaticApprovals(before, nowMs, undefined);
  if (approvals.length === 0) return { after: before, sent: [] };
  const context = { ...contextOn(today), now: instantOf(nowMs) };
  const outcome = approveReminders(before, { approvals, automatic: true }, context);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const after = applied(before, outcome.value);
  const sent = [...after.reminders.values()].filter(
    ({ id, channel, state }) => channel === 'email' && state.kind === 'approved' && !before.reminders.has(id),
  );
  return { after, sent };
};

/** What becomes of the e-mails, each kind in its turn; the last stays under way all day. */
const results = (at: string): readonly (Delivery['state'] | undefined)[] => [
  { kind: 'accepted', acceptedAt: noonOf(at), serverReply: '250' },
  { kind: 'unknown', since: noonOf(at), explanation: '' },
  { kind: 'rejected', rejectedAt: noonOf(at), explanation: '', permanent: true },
  { kind: 'withdrawn', withdrawnAt: noonOf(at), reason: 'Retirée' },
  undefined,
];

const fold = (before: Ledger, sent: readonly Reminder[]): Ledger => {
  const states = results(today);
  const deliveries = sent.flatMap(({ id, attempt }, index): readonly Delivery[] => {
    const state = states[index % states.length];
    return state === undefined ? [] : [{ id, attempt, state }];
  });
  if (deliveries.length === 0) return before;
  const outcome = recordDeliveries(before, { deliveries }, contextOn(today));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return applied(before, outcome.value);
};

test('a thousand ticks in a day send what one sends, each once', () => {
  const once = tick(ledger, Date.parse(`${today}T09:00:00Z`))
    .sent.map(outboxKey)
    .sort();
  expect(once.length).toBeGreaterThan(20);

  const sent: string[] = [];
  let present = ledger;
  const midnight = Date.parse(`${today}T00:00:00+01:00`);
  for (let count = 0; count < 1000; count += 1) {
    const { after, sent: now } = tick(present, midnight + count * 86_400);
    sent.push(...now.map(outboxKey));
    present = fold(after, now);
  }
  expect(sent.sort()).toEqual(once);
});

test('a thousand ticks on the spot write nothing after the first', () => {
  const at = Date.parse(`${today}T09:00:00Z`);
  const first = tick(ledger, at).after;
  let present = first;
  for (let count = 0; count < 1000; count += 1) present = tick(present, at + count).after;
  expect(present).toBe(first);
});
