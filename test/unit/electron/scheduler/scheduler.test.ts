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
      believedAt: '2026-11-22T23:30:10.000Z',
      nextTickAt: '2026-11-22T23:31:00.000Z',
      clockWarning: undefined,
      lastReport: undefined,
      clockAnswers: [],
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
      lastTickAt: '2026-11-21T08:00:30.000Z',
      believedAt: '2026-11-23T08:00:30.000Z',
    });
    const third = await restart(second);
    expect(third.status().clockWarning).toBe('went-back');
    nowMs = monday + minute;
    await third.poke('resume');
    expect(third.status()).toMatchObject({ clockWarning: undefined, believedAt: '2026-11-23T08:01:30.000Z' });
  });

  test('set back for good: the user’s word ends the question and is remembered', async () => {
    const scheduler = await started();
    nowMs -= 2 * day;
    await scheduler.poke('resume');
    await scheduler.answerClock('right');
    const answered = {
      clockWarning: undefined,
      believedAt: '2026-11-21T08:00:30.000Z',
      clockAnswers: [
        {
          at: '2026-11-21T08:00:30.000Z',
          warning: 'went-back',
          believedAt: '2026-11-23T08:00:30.000Z',
          answer: 'right',
        },
      ],
    };
    expect(scheduler.status()).toMatchObject(answered);
    await scheduler.poke('resume');
    expect((await restart(scheduler)).status()).toMatchObject(answered);
  });

  test('more than a week ahead, also over a restart: stands until the user has spoken', async () => {
    const first = await started();
    nowMs += 8 * day;
    expect(first.status().clockWarning).toBe('leapt-forward');
    const second = await restart(first);
    nowMs += minute;
    await second.poke('resume');
    const third = await restart(second);
    expect(third.status()).toMatchObject({
      clockWarning: 'leapt-forward',
      believedAt: '2026-11-23T08:00:30.000Z',
    });
    await third.answerClock('right');
    await third.poke('resume');
    expect(third.status().clockWarning).toBeUndefined();
  });

  test('a leap that was a wrong clock: set right, the question goes without an answer', async () => {
    const scheduler = await started();
    nowMs += 365 * day;
    await scheduler.poke('date-change');
    expect(scheduler.status().clockWarning).toBe('leapt-forward');
    nowMs = monday + 10 * minute;
    const again = await restart(scheduler);
    expect(again.status()).toMatchObject({ clockWarning: undefined, believedAt: '2026-11-23T08:10:30.000Z' });
  });

  test('« elle est fausse » is remembered over restarts, and forgotten once the clock is right', async () => {
    const scheduler = await started();
    nowMs += 30 * day;
    await scheduler.answerClock('wrong');
    const again = await restart(scheduler);
    expect(again.status()).toMatchObject({
      clockWarning: 'leapt-forward',
      refusedAt: '2026-12-23T08:00:30.000Z',
      clockAnswers: [{ answer: 'wrong' }],
    });
    nowMs = monday + minute;
    await again.poke('resume');
    expect(again.status().refusedAt).toBeUndefined();
    expect(again.status().clockWarning).toBeUndefined();
  });

  test('an answer where nothing is asked changes nothing', async () => {
    const scheduler = await started();
    const before = scheduler.status();
    await scheduler.answerClock('wrong');
    await scheduler.answerClock('right');
    expect(scheduler.status()).toEqual(before);
  });

  test('a week asleep and five minutes of correction are nothing', async () => {
    const scheduler = await started();
    nowMs += 7 * day;
    await scheduler.poke('resume');
    nowMs -= 5 * minute;
    await scheduler.poke('resume');
    expect(scheduler.status().clockWarning).toBeUndefined();
  });

  test('set back again and again by five minutes is seen: the latest instant does not follow', async () => {
    const scheduler = await started();
    for (const _step of [1, 2]) {
      nowMs -= 5 * minute;
      await scheduler.poke('date-change');
    }
    expect(scheduler.status().clockWarning).toBe('went-back');
  });

  test('an hour back and forward again by hand: asked in between, settled by itself', async () => {
    const scheduler = await started();
    nowMs -= 60 * minute;
    await scheduler.poke('date-change');
    expect(scheduler.status().clockWarning).toBe('went-back');
    await scheduler.report(report());
    expect(notes).toEqual([]);
    nowMs += 61 * minute;
    await scheduler.poke('date-change');
    await scheduler.report(report());
    await scheduler.report(report());
    expect(scheduler.status().clockWarning).toBeUndefined();
    expect(notes).toHaveLength(1);
  });
});

describe('what the status tells', () => {
  test('the last run: what it found, and what the automatic mode approved in the day', async () => {
    const scheduler = await started();
    await scheduler.report(report({ approvedByItself: 2 }));
    nowMs += minute;
    await scheduler.report(report({ emails: 5, approvedByItself: 1 }));
    expect(scheduler.status().lastReport).toEqual({
      at: '2026-11-23T08:01:30.000Z',
      emails: 5,
      letters: 2,
      calls: 0,
      approvedByItself: 3,
    });
    nowMs += day;
    await scheduler.report(report({ day: '2026-11-24' }));
    expect(scheduler.status().lastReport?.approvedByItself).toBe(0);
  });

  test('the last pause of a quarter of an hour or more, also over a restart', async () => {
    const scheduler = await started();
    nowMs += 14 * minute;
    await scheduler.poke('resume');
    expect(scheduler.status().lastGap).toBeUndefined();
    nowMs += 132 * minute;
    await scheduler.poke('resume');
    const gap = { from: '2026-11-23T08:14:30.000Z', until: '2026-11-23T10:26:30.000Z' };
    expect(scheduler.status().lastGap).toEqual(gap);
    nowMs += minute;
    expect((await restart(scheduler)).status().lastGap).toEqual(gap);
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

  test('the calendar that the user chose decides what a working day is', async () => {
    // 20 December is a holiday on Réunion alone.
    nowMs = Date.parse('2027-12-20T10:00:00Z');
    const scheduler = await started();
    await scheduler.report(report({ day: '2027-12-20', isWorkingDay: false }));
    expect(notes).toEqual([]);
    await scheduler.report(report({ day: '2027-12-20', isWorkingDay: true }));
    expect(notes).toEqual([text]);
  });

  test('a treasury threshold at once, and once over restarts until the balance is clear of it', async () => {
    const treasury = (lowestCents: number): SchedulerReport['treasury'] => ({
      lowestCents,
      thresholdsCents: [500_000],
      crossed: lowestCents < 500_000 ? [{ thresholdCents: 500_000, sentence: 'Sous 5 000 €.' }] : [],
    });
    const scheduler = await started();
    await scheduler.report(report({ treasury: treasury(600_000) }));
    await scheduler.report(report({ treasury: treasury(400_000) }));
    const again = await restart(scheduler);
    await again.report(report({ treasury: treasury(400_000) }));
    expect(notes).toEqual([text, 'Sous 5 000 €.']);
    await again.report(report({ treasury: treasury(550_000) }));
    await again.report(report({ treasury: treasury(400_000) }));
    expect(notes).toEqual([text, 'Sous 5 000 €.', 'Sous 5 000 €.']);
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
      lastTickAt: '2026-11-23T08:00:30.000Z',
      latestTickAt: '2026-11-23T08:00:30.000Z',
    });
  },
);
