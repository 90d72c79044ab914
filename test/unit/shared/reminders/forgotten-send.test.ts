import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { OutboxEntry, OutboxState } from '../../../../shared/ipc/outbox-contract.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import { forgottenSend } from '../../../../shared/reminders/forgotten-send.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { outboxKey, type Reminder } from '../../../../shared/reminders/reminder.ts';
import { aLedger, anInvoice, noonOf, reminderIn, withReminder } from './sample-ledger.ts';

const today = day('2026-11-09');
const restored = aLedger({ invoices: [anInvoice('f-1'), anInvoice('f-2')] });
const [proposal] = planReminders(restored, today).proposals;
if (proposal === undefined) throw new Error('no proposal');
const approved: Reminder = {
  ...reminderIn(proposal, { kind: 'approved', approvedAt: noonOf(today), sendAfter: noonOf(today) }),
  recipientEmail: 'Compta@c1.example.fr',
};
const ledger = withReminder(restored, approved);

const accepted: OutboxState = { kind: 'accepted', at: noonOf('2026-11-08'), serverReply: '250 OK' };
const entry = (facts: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key: 'of-another-set-of-invoices/1',
  messageId: '<a@b.fr>',
  emlHash: 'a'.repeat(64),
  to: 'compta@c1.example.fr',
  subject: 'Relance',
  state: accepted,
  acknowledged: true,
  ...facts,
});
const reasonFor = (facts: Partial<OutboxEntry> = {}, on = today): string | undefined =>
  forgottenSend(ledger, [entry(facts)], approved, on);

it('holds a second message back after a restore', () => {
  expect(reasonFor()).toBe(
    'Un e-mail est parti à cette adresse le 8 novembre 2026, après la sauvegarde que vous avez restaurée.',
  );
  expect(reasonFor({ state: { kind: 'unknown', at: noonOf('2026-11-08'), explanation: '' } })).toBeDefined();
  // The ledger knows the first approval alone.
  expect(reasonFor({ key: `${approved.id}/2` })).toBeDefined();
});

it('lets it leave once the gap is over', () => {
  expect(defaultReminderSettings.minimumGapDays).toBeGreaterThan(0);
  const lastDay = day(`2026-11-${String(7 + defaultReminderSettings.minimumGapDays).padStart(2, '0')}`);
  const nextDay = day(`2026-11-${String(8 + defaultReminderSettings.minimumGapDays).padStart(2, '0')}`);
  expect(reasonFor({}, lastDay)).toBeDefined();
  expect(reasonFor({}, nextDay)).toBeUndefined();
});

it.each<[string, Partial<OutboxEntry>]>([
  ['the message itself', { key: outboxKey(approved) }],
  ['another address', { to: 'autre@c1.example.fr' }],
  ['what never left', { state: { kind: 'recalled', at: noonOf('2026-11-08'), reason: '' } }],
  ['a test', { isTest: true }],
])('takes no notice of %s', (_, facts) => {
  expect(reasonFor(facts)).toBeUndefined();
});

it('takes no notice of earlier tries that the ledger knows', () => {
  const again = { ...approved, attempt: 2 };
  const known = entry({ key: `${approved.id}/1` });
  expect(forgottenSend(withReminder(restored, again), [known], again, today)).toBeUndefined();
});
