import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { type Day, day } from '../../../../shared/dates/day.ts';
import { timeOfDay } from '../../../../shared/dates/time-of-day.ts';
import type { Contact } from '../../../../shared/ledger/client.ts';
import type { HistoryNote } from '../../../../shared/ledger/history.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { callMoment, callMomentAdvice } from '../../../../shared/reminders/call-hours.ts';
import { type CallTasks, callTasks } from '../../../../shared/reminders/call-tasks.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { ReminderChannel } from '../../../../shared/reminders/scenario.ts';
import { aClient, aLedger, anInvoice, noonOf } from './sample-ledger.ts';

/** A Monday. */
const today = day('2026-11-23');

const contact = (phone: string, role: Contact['role'] = 'accounting'): Contact => ({
  id: `k-${phone}`,
  name: 'Léa Petit',
  role,
  phone,
});

const by = (channel: ReminderChannel) => ({
  ...defaultScenario,
  steps: defaultScenario.steps.slice(0, 1).map((step) => ({ ...step, channel })),
});

const base = aLedger({
  clients: [
    aClient('c1', { contacts: [contact('04 78 11 22 33')] }),
    aClient('c2', { name: 'Martin', contacts: [contact('06 12 34 56 78')] }),
  ],
  invoices: [
    anInvoice('f-1', { dueOn: day('2026-11-12') }),
    anInvoice('f-2', { dueOn: day('2026-11-12'), clientId: 'c2', totalCents: cents(50_000) }),
  ],
  scenarios: [by('call')],
});

const call = (id: string, on: string, changes: Partial<HistoryNote> = {}): HistoryNote => ({
  id,
  clientId: 'c1',
  kind: 'call',
  occurredAt: noonOf(on),
  text: '',
  outcome: 'unreachable',
  ...changes,
});

const tasksOf = (notes: readonly HistoryNote[], on: Day = today, ledger: Ledger = base): CallTasks => {
  const noted = { ...ledger, notes: new Map(notes.map((note) => [note.id, note])), sequence: 2 };
  return callTasks(noted, planReminders(noted, on).proposals, on);
};

const laterOf = (tasks: CallTasks) =>
  tasks.later.map(({ clientName, waitsUntil, tries }) => ({ clientName, waitsUntil, tries }));

describe('the calls of a day', () => {
  it('stand with the largest sum first', () => {
    const { now, later } = tasksOf([]);
    expect(now.map(({ clientName }) => clientName)).toEqual(['Dupont SARL', 'Martin']);
    expect(now[0]).toMatchObject({ tries: 0, nextStepAdvised: false, contact: { phone: '04 78 11 22 33' } });
    expect(later).toEqual([]);
  });

  it('put what the clients asked for first, by its time', () => {
    const at = (id: string, clientId: string, minutes: number) =>
      call(id, '2026-11-20', {
        clientId,
        outcome: 'call-back',
        followUpOn: today,
        followUpTime: timeOfDay(minutes),
      });
    const { now } = tasksOf([at('n-1', 'c1', 900), at('n-2', 'c2', 600)]);
    expect(now.map(({ clientName, appointment }) => [clientName, appointment])).toEqual([
      ['Martin', { on: today, at: '10:00' }],
      ['Dupont SARL', { on: today, at: '15:00' }],
    ]);
  });

  it('wait for the day that was agreed, and come back on it', () => {
    const asked = call('n-1', '2026-11-23', { outcome: 'call-back', followUpOn: day('2026-11-26') });
    const waiting = tasksOf([asked]);
    expect(waiting.now.map(({ clientName }) => clientName)).toEqual(['Martin']);
    expect(laterOf(waiting)).toEqual([{ clientName: 'Dupont SARL', waitsUntil: '2026-11-26', tries: 0 }]);
    expect(tasksOf([asked], day('2026-11-26')).now).toHaveLength(2);
  });

  it('are tried again on the next working day', () => {
    const friday = tasksOf([call('n-1', '2026-11-20')], day('2026-11-20'));
    expect(laterOf(friday)).toEqual([{ clientName: 'Dupont SARL', waitsUntil: '2026-11-23', tries: 1 }]);
    const monday = tasksOf([call('n-1', '2026-11-20')]);
    expect(monday.now.find(({ clientName }) => clientName === 'Dupont SARL')).toMatchObject({
      tries: 1,
      triedOn: '2026-11-20',
    });
  });

  it('are at most two in seven days, whatever came of them', () => {
    const two = [call('n-1', '2026-11-19', { outcome: 'oversight' }), call('n-2', '2026-11-20')];
    expect(laterOf(tasksOf(two))).toEqual([
      { clientName: 'Dupont SARL', waitsUntil: '2026-11-26', tries: 1 },
    ]);
    expect(tasksOf(two).later[0]?.why).toContain('Deux appels en sept jours');
    expect(tasksOf(two, day('2026-11-26')).later).toEqual([]);
  });

  it('give way to the next step after three without an answer', () => {
    const three = ['2026-11-19', '2026-11-20', '2026-11-26'].map((on, index) => call(`n-${index}`, on));
    const [task] = tasksOf(three, day('2026-12-03')).now;
    expect(task).toMatchObject({ clientName: 'Dupont SARL', tries: 3, nextStepAdvised: true });
  });

  it('count what was tried since the call is due, not before', () => {
    const before = call('n-1', '2026-11-05');
    expect(tasksOf([before]).now[0]).toMatchObject({ clientName: 'Dupont SARL', tries: 0 });
  });

  it('forget an appointment once something newer was noted', () => {
    const asked = call('n-1', '2026-11-20', { outcome: 'call-back', followUpOn: day('2026-11-30') });
    const since = call('n-2', '2026-11-23', {
      outcome: 'message-left',
      occurredAt: '2026-11-23T13:00:00.000Z' as Instant,
    });
    expect(tasksOf([asked, since]).later[0]).toMatchObject({ waitsUntil: '2026-11-27', tries: 1 });
  });
});

describe('the text messages of a day', () => {
  it('go to a number that takes them', () => {
    const { now } = tasksOf([], today, { ...base, scenarios: new Map([[defaultScenario.id, by('sms')]]) });
    expect(now.map(({ clientName, contact: whom }) => [clientName, whom?.phone])).toEqual([
      ['Dupont SARL', undefined],
      ['Martin', '06 12 34 56 78'],
    ]);
  });

  it('do not wait for calls', () => {
    const bySms = { ...base, scenarios: new Map([[defaultScenario.id, by('sms')]]) };
    const two = [call('n-1', '2026-11-19'), call('n-2', '2026-11-20')];
    expect(tasksOf(two, today, bySms).later).toEqual([]);
  });
});

describe('the hours of calls', () => {
  it.each([
    [today, 9, { kind: 'later-today', fromHour: 10 }],
    [today, 10, { kind: 'good' }],
    [today, 12, { kind: 'good' }],
    [today, 13, { kind: 'later-today', fromHour: 14 }],
    [today, 19, { kind: 'good' }],
    [today, 20, { kind: 'another-day' }],
    [day('2026-11-22'), 11, { kind: 'another-day' }],
    [day('2026-11-11'), 11, { kind: 'another-day' }],
  ] as const)('on %s at %i', (on, hour, moment) => {
    expect(callMoment({ day: on, hour }, 'metropole')).toEqual(moment);
  });

  it('say when to call rather', () => {
    expect(callMomentAdvice({ kind: 'good' })).toBeUndefined();
    expect(callMomentAdvice({ kind: 'later-today', fromHour: 14 })).toContain('à partir de 14\u00A0h');
    expect(callMomentAdvice({ kind: 'another-day' })).toContain('un jour ouvré');
  });
});
