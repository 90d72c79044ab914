import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeliverySync } from '../../../../renderer/application/delivery-sync.ts';
import { recordInsolvency } from '../../../../renderer/db/commands/insolvency.ts';
import { approveReminders } from '../../../../renderer/db/commands/reminders.ts';
import type { OpenLedger } from '../../../../renderer/db/open-ledger.ts';
import { day } from '../../../../shared/dates/day.ts';
import { put } from '../../../../shared/ledger/decision.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { outboxKey, type Reminder } from '../../../../shared/reminders/reminder.ts';
import { aClient, aLedger, anInvoice } from '../../shared/reminders/sample-ledger.ts';
import { type LedgerRig, newLedgerRig, testToday, writeRows } from '../db/ledger-rig.ts';
import { type OutboxStandIn, outboxStandIn } from './outbox-stand-in.ts';

vi.stubGlobal('window', { acquit: {} });
const { startDeliverySync } = await import('../../../../renderer/application/delivery-sync.ts');

let rig: LedgerRig;
let open: OpenLedger;
let outbox: OutboxStandIn;
let sync: DeliverySync;
const problems: string[] = [];

beforeEach(async () => {
  rig = await newLedgerRig();
  open = await rig.open();
  outbox = outboxStandIn();
  problems.length = 0;
  const { clients, invoices, settings } = aLedger({
    clients: [aClient('c1'), aClient('c2', { name: 'Martin SAS' })],
    invoices: [
      anInvoice('f1', { dueOn: day('2026-11-10') }),
      anInvoice('f2', { clientId: 'c2', dueOn: day('2026-11-10') }),
    ],
  });
  await open.commands.run(writeRows, {
    label: 'Données',
    writes: [
      ...[...clients.values()].map((row) => put('clients', row)),
      ...[...invoices.values()].map((row) => put('invoices', row)),
      ...[...settings.values()].map((row) => put('settings', row)),
    ],
  });
  sync = startDeliverySync(open, outbox.bridge, (message) => problems.push(message));
});
afterEach(async () => {
  sync.stop();
  await rig.end();
});

const proposals = () => planReminders(open.memory.current(), testToday).proposals;

/** Approves all that is due, as the sheet does. */
const approveAll = async (): Promise<readonly Reminder[]> => {
  const ledger = open.memory.current();
  const approvals = proposals().map((proposal) => {
    const message = composeMessage(ledger, proposal, testToday);
    if (!message.ok) throw new Error(message.error.message);
    return { proposal, message: message.value };
  });
  const done = await open.commands.run(approveReminders, { approvals, automatic: false });
  if (!done.ok) throw new Error(done.error.message);
  return approved();
};
const approved = (): readonly Reminder[] =>
  [...open.memory.current().reminders.values()].filter(({ state }) => state.kind === 'approved');
const stateOf = ({ id }: Reminder): string | undefined => open.memory.current().reminders.get(id)?.state.kind;

it('proposes again what main could not take, and says why', async () => {
  const reminders = await approveAll();
  expect(reminders).toHaveLength(2);
  outbox.refuse('Le disque est plein.');
  await sync.submit();
  expect(problems).toEqual(['Le disque est plein.']);
  expect(reminders.map(stateOf)).toEqual(['withdrawn', 'withdrawn']);
  expect(proposals()).toHaveLength(2);
  outbox.refuse(undefined);
  const again = await approveAll();
  await sync.submit();
  expect(again.map((reminder) => outbox.state(outboxKey(reminder))?.kind)).toEqual(['intent', 'intent']);
});

it('leaves what main has already when it cannot take the rest', async () => {
  const [first] = await approveAll();
  if (!first) throw new Error('nothing approved');
  await sync.submit();
  outbox.refuse('Le disque est plein.');
  await sync.submit();
  expect(stateOf(first)).toBe('approved');
});

it('takes back what is just being handed over', async () => {
  const reminders = await approveAll();
  const release = outbox.hold();
  const submitted = sync.submit();
  const recalled = sync.recall(reminders, 'Envoi annulé par vous');
  release();
  await submitted;
  expect(await recalled).toBe(2);
  expect(reminders.map((reminder) => outbox.state(outboxKey(reminder))?.kind)).toEqual([
    'recalled',
    'recalled',
  ]);
  expect(reminders.map(stateOf)).toEqual(['withdrawn', 'withdrawn']);
});

it('takes back what never reached main', async () => {
  const reminders = await approveAll();
  expect(await sync.recall(reminders, 'Envoi annulé par vous')).toBe(2);
  expect(reminders.map(stateOf)).toEqual(['withdrawn', 'withdrawn']);
});

it('does not say that it is too late where main could not take anything back', async () => {
  const reminders = await approveAll();
  await sync.submit();
  outbox.refuse('Le disque est plein.');
  expect(await sync.recall(reminders, 'Envoi annulé par vous')).toBeUndefined();
  expect(problems).toEqual(['Le disque est plein.']);
  expect(reminders.map(stateOf)).toEqual(['approved', 'approved']);
});

it('does not take back what main is sending', async () => {
  const reminders = await approveAll();
  await sync.submit();
  const [first, second] = reminders;
  if (!first || !second) throw new Error('nothing approved');
  outbox.move(outboxKey(first), { kind: 'attempt', startedAt: '2026-11-23T09:00:16.000Z' });
  expect(await sync.recall(reminders, 'Envoi annulé par vous')).toBe(1);
  expect([stateOf(first), stateOf(second)]).toEqual(['approved', 'withdrawn']);
});

it.each([
  { kind: 'accepted', at: '2026-11-23T09:00:17.000Z', serverReply: '250 OK' },
  { kind: 'unknown', at: '2026-11-23T09:00:17.000Z', explanation: 'Coupure.' },
] as const)('counts nothing as done that test mode sent to the user himself: $kind', async (state) => {
  outbox.turnTestModeOn();
  const [first] = await approveAll();
  if (!first) throw new Error('nothing approved');
  await sync.submit();
  outbox.move(outboxKey(first), { kind: 'attempt', startedAt: '2026-11-23T09:00:16.000Z' });
  outbox.move(outboxKey(first), state);
  await vi.waitFor(() => expect(stateOf(first)).toBe('withdrawn'));
  expect(open.memory.current().reminders.get(first.id)?.state).toMatchObject({
    reason: 'Mode test\u00A0: envoyé à votre propre adresse, pas au client.',
  });
  expect(proposals().map(({ id }) => id)).toEqual([first.id]);
});

it('hands over at the next tick what did not reach main', async () => {
  const [first] = await approveAll();
  if (!first) throw new Error('nothing approved');
  outbox.tick();
  await vi.waitFor(() => expect(outbox.state(outboxKey(first))?.kind).toBe('intent'));
});

it('records at the next tick a result that the disk did not take', async () => {
  const [first] = await approveAll();
  if (!first) throw new Error('nothing approved');
  await sync.submit();
  outbox.move(outboxKey(first), { kind: 'attempt', startedAt: '2026-11-23T09:00:16.000Z' });
  const table = open.database.changes as unknown as { bulkAdd: () => Promise<unknown> };
  const { bulkAdd } = table;
  const refused = vi.fn(() => Promise.reject(new Error('no space left')));
  table.bulkAdd = refused;
  outbox.move(outboxKey(first), {
    kind: 'accepted',
    at: '2026-11-23T09:00:17.000Z',
    serverReply: '250 OK',
  });
  await vi.waitFor(() => expect(refused).toHaveBeenCalled());
  table.bulkAdd = bulkAdd;
  expect(stateOf(first)).toBe('approved');
  outbox.tick();
  await vi.waitFor(() => expect(stateOf(first)).toBe('accepted'));
  await vi.waitFor(() => expect(outbox.acknowledged()).toEqual([outboxKey(first)]));
});

describe('a procedure recorded while its client’s e-mail waits', () => {
  const open1 = async () => {
    const [first] = await approveAll();
    if (!first) throw new Error('nothing approved');
    await sync.submit();
    return first;
  };
  const record = async (clientId: string) => {
    const done = await open.commands.run(recordInsolvency, {
      clientId,
      insolvency: { kind: 'liquidation', judgmentOn: testToday },
    });
    if (!done.ok) throw new Error(done.error.message);
  };

  it('is followed by the recall of what main holds', async () => {
    const first = await open1();
    await record(first.clientId);
    expect(stateOf(first)).toBe('withdrawn');
    expect(await sync.recall([first], 'Procédure collective')).toBe(1);
    expect(outbox.state(outboxKey(first))?.kind).toBe('recalled');
    expect(stateOf(first)).toBe('withdrawn');
  });

  it('does not hide that the e-mail left at the same moment', async () => {
    const first = await open1();
    outbox.move(outboxKey(first), { kind: 'attempt', startedAt: '2026-11-23T09:00:16.000Z' });
    await record(first.clientId);
    expect(await sync.recall([first], 'Procédure collective')).toBe(0);
    outbox.move(outboxKey(first), {
      kind: 'accepted',
      at: '2026-11-23T09:00:17.000Z',
      serverReply: '250 OK',
    });
    await vi.waitFor(() => expect(stateOf(first)).toBe('accepted'));
    await vi.waitFor(() => expect(outbox.acknowledged()).toEqual([outboxKey(first)]));
  });
});
