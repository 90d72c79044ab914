import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openScheduler, type Scheduler } from '../../../../electron/scheduler/scheduler.ts';
import { isWorkingDay } from '../../../../shared/dates/working-days.ts';
import type { SchedulerReport } from '../../../../shared/ipc/scheduler-contract.ts';

const minute = 60_000;
const day = 86_400_000;
const monday = Date.parse('2026-11-23T08:00:30Z');

let root: string;
let nowMs: number;
let ticks: string[];
let notes: string[];
let opened: Scheduler[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-scheduler-'));
  nowMs = monday;
  ticks = [];
  notes = [];
  opened = [];
});
afterEach(async () => {
  vi.useRealTimers();
  for (const scheduler of opened) await scheduler.stop();
  await rm(root, { recursive: true, force: true });
});

const open = async (): Promise<Scheduler> => {
  const scheduler = await openScheduler({
    folder: join(root, 'not', 'yet', 'there'),
    clock: { nowMs: () => nowMs },
    tick: (on, at) => void ticks.push(`${on} ${at}`),
    notify: (text) => void notes.push(text),
    isWorkingDay: (on) => isWorkingDay(on, 'metropole'),
  });
  opened.push(scheduler);
  return scheduler;
};

/** A start and a poke: when it answers, two ticks are done. */
const started = async (): Promise<Scheduler> => {
  const scheduler = await open();
  scheduler.start();
  await scheduler.poke('start');
  return scheduler;
};

const restart = async (scheduler: Scheduler): Promise<Scheduler> => {
  await scheduler.stop();
  return started();
};

const report = (change: Partial<SchedulerReport> = {}): SchedulerReport => ({
  day: '2026-11-23',
  emails: 7,
  letters: 2,
  calls: 0,
  brokenPromises: 1,
  notifyAtHour: 9,
  ...change,
});

describe('ticks', () => {
  test('at the start, with the day in Paris and the instant; the next at the full minute', async () => {
    nowMs = Date.parse('2026-11-22T23:30:10Z');
    const scheduler = await started();
    expect(ticks[0]).toBe('2026-11-23 2026-11-22T23:30:10.000Z');
    expect(scheduler.status()).toEqual({
      lastTickAt: '2026-11-22T23:30:10.000Z',
      nextTickAt: '2026-11-22T23:31:00.000Z',
    });
  });

  test('each minute, by timers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const scheduler = await started();
    const before = ticks.length;
    for (let count = 1; count <= 3; count += 1) {
      nowMs = monday - 30_000 + count * minute;
      await vi.advanceTimersToNextTimerAsync();
      await vi.waitFor(() => expect(ticks.length).toBe(before + count), { interval: 1 });
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 1 });
    }
    expect(ticks.at(-1)).toBe('2026-11-23 2026-11-23T08:03:00.000Z');
    await scheduler.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('at once when the PC wakes or is unlocked; focus at most every ten seconds', async () => {
    const scheduler = await started();
    const before = ticks.length;
    nowMs += 9000;
    await scheduler.poke('focus');
    expect(ticks.length).toBe(before);
    await scheduler.poke('resume');
    await scheduler.poke('unlock');
    await scheduler.poke('date-change');
    expect(ticks.length).toBe(before + 3);
    nowMs += 10_000;
    await scheduler.poke('focus');
    expect(ticks.length).toBe(before + 4);
  });

  test('a renderer that fails at a tick does not end the ticks', async () => {
    let calls = 0;
    const scheduler = await openScheduler({
      folder: root,
      clock: { nowMs: () => nowMs },
      tick: async () => {
        calls += 1;
        throw new Error('renderer gone');
      },
      notify: () => undefined,
      isWorkingDay: () => true,
    });
    opened.push(scheduler);
    scheduler.start();
    await scheduler.poke('resume');
    await scheduler.poke('resume');
    expect(calls).toBe(3);
  });

  test('none before the start and after the stop', async () => {
    const scheduler = await open();
    await scheduler.poke('resume');
    scheduler.start();
    await scheduler.stop();
    const before = ticks.length;
    await scheduler.poke('resume');
    expect(ticks.length).toBe(before);
  });
});

describe('a clock that is not to be believed', () => {
  test('set back, also over a restart; set right again it is believed by itself', async () => {
    const first = await started();
    nowMs -= 2 * day;
    const second = await restart(first);
    expect(second.status()).toMatchObject({
      clockWarning: 'went-back',
      lastTickAt: '2026-11-23T08:00:30.000Z',
    });
    const third = await restart(second);
    expect(third.status().clockWarning).toBe('went-back');
    nowMs = monday + minute;
    await third.poke('resume');
    expect(third.status().clockWarning).toBeUndefined();
  });

  test('set back for good: the user’s word ends the warning', async () => {
    const scheduler = await started();
    nowMs -= 2 * day;
    await scheduler.poke('resume');
    await scheduler.confirmClock();
    expect(scheduler.status()).toMatchObject({ lastTickAt: '2026-11-21T08:00:30.000Z' });
    expect(scheduler.status().clockWarning).toBeUndefined();
    await scheduler.poke('resume');
    expect((await restart(scheduler)).status().clockWarning).toBeUndefined();
  });

  test('more than a week ahead, also over a restart: stands until the user has spoken', async () => {
    const first = await started();
    nowMs += 8 * day;
    const second = await restart(first);
    nowMs += minute;
    await second.poke('resume');
    const third = await restart(second);
    expect(third.status().clockWarning).toBe('leapt-forward');
    await third.confirmClock();
    await third.poke('resume');
    expect(third.status().clockWarning).toBeUndefined();
  });

  test('a week asleep and five minutes of correction are nothing', async () => {
    const scheduler = await started();
    nowMs += 7 * day;
    await scheduler.poke('resume');
    nowMs -= 5 * minute;
    await scheduler.poke('resume');
    expect(scheduler.status().clockWarning).toBeUndefined();
  });
});

describe('the morning notification', () => {
  const text = '7\u00a0relances à valider · 2\u00a0courriers à imprimer · 1\u00a0promesse non tenue';

  test('once a day, also over a restart', async () => {
    const scheduler = await started();
    await scheduler.report(report());
    nowMs += minute;
    await scheduler.report(report({ emails: 9 }));
    const again = await restart(scheduler);
    await again.report(report());
    expect(notes).toEqual([text]);
    nowMs += day;
    await again.report(report({ day: '2026-11-24' }));
    expect(notes.length).toBe(2);
  });

  test('not before the hour, in Paris', async () => {
    nowMs = Date.parse('2026-11-23T07:59:00Z');
    const scheduler = await started();
    await scheduler.report(report());
    expect(notes).toEqual([]);
    nowMs += minute;
    await scheduler.report(report());
    expect(notes).toEqual([text]);
  });

  test('quiet on Sundays and holidays, and when nothing is due', async () => {
    const scheduler = await started();
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    await scheduler.report(report({ day: '2026-11-22' }));
    nowMs = Date.parse('2026-12-25T10:00:00Z');
    await scheduler.report(report({ day: '2026-12-25' }));
    nowMs = Date.parse('2026-12-28T10:00:00Z');
    await scheduler.report(report({ day: '2026-12-28', emails: 0, letters: 0, brokenPromises: 0 }));
    expect(notes).toEqual([]);
  });
});

test.each(['', '{', '{"version":2}', '{"version":1,"latestTickAt":"yesterday"}'])(
  'a state file that holds %j counts as a first start',
  async (content) => {
    const scheduler = await started();
    await scheduler.stop();
    const path = join(root, 'not', 'yet', 'there', 'scheduler.json');
    await writeFile(path, content);
    const again = await open();
    expect(again.status().lastTickAt).toBeUndefined();
    again.start();
    await again.poke('start');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      version: 1,
      latestTickAt: '2026-11-23T08:00:30.000Z',
    });
  },
);
