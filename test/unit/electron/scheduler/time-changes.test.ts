import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openScheduler, type PokeReason, type Scheduler } from '../../../../electron/scheduler/scheduler.ts';
import { followWakeUps } from '../../../../electron/scheduler/wake-ups.ts';
import { businessTime } from '../../../../shared/dates/clock.ts';

const minute = 60_000;
const hour = 60 * minute;

let root: string;
let nowMs: number;
let ticks: string[];
let notes: string[];
let scheduler: Scheduler | undefined;
const zone = process.env.TZ;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-time-'));
  ticks = [];
  notes = [];
});
afterEach(async () => {
  await scheduler?.stop();
  scheduler = undefined;
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  await rm(root, { recursive: true, force: true });
});

/** Opens a scheduler whose renderer answers each tick at once; every day counts as a working one. */
const startAt = async (instant: string, notifyAtHour: number): Promise<Scheduler> => {
  nowMs = Date.parse(instant);
  const opened = await openScheduler({
    folder: root,
    clock: { nowMs: () => nowMs },
    tick: (on, at) => {
      ticks.push(`${on} ${businessTime(Date.parse(at)).hour} h`);
    },
    notify: () => {
      const { day, hour: at, minute: past } = businessTime(nowMs);
      notes.push(`${day} ${at} h ${past}`);
    },
    isWorkingDay: () => true,
  });
  opened.start();
  await opened.poke('start');
  const answer = opened.poke;
  scheduler = {
    ...opened,
    poke: async (reason) => {
      await answer(reason);
      await opened.report({
        day: businessTime(nowMs).day,
        emails: 1,
        letters: 0,
        calls: 0,
        brokenPromises: 0,
        notifyAtHour,
      });
    },
  };
  return scheduler;
};

/** The clock runs on for some hours with a tick every ten minutes. */
const runFor = async (running: Scheduler, hours: number): Promise<void> => {
  for (let passed = 0; passed < hours * hour; passed += 10 * minute) {
    nowMs += 10 * minute;
    await running.poke('date-change');
  }
};

describe('summer and winter time', () => {
  test('29 March 2026: the hour that does not exist is said once, at the next one', async () => {
    const running = await startAt('2026-03-28T22:00:00Z', 2);
    await runFor(running, 12);
    // 28 March: it is 23 h in Paris at the start, past the hour; 29 March jumps from 2 h to 3 h.
    expect(notes).toEqual(['2026-03-28 23 h 10', '2026-03-29 3 h 0']);
  });

  test('25 October 2026: the hour that comes twice is said once', async () => {
    const running = await startAt('2026-10-24T22:00:00Z', 2);
    await runFor(running, 12);
    expect(ticks.filter((tick) => tick === '2026-10-25 2 h')).toHaveLength(12);
    expect(notes).toEqual(['2026-10-25 2 h 0']);
  });

  test.each(['2026-03-28T23:00:00Z', '2026-10-24T22:00:00Z'])(
    'the change of the hour after %s is no clock set back or forward, and no pause',
    async (start) => {
      const running = await startAt(start, 9);
      await runFor(running, 6);
      expect(running.status().clockWarning).toBeUndefined();
      expect(running.status().lastGap).toBeUndefined();
    },
  );
});

describe('sleep', () => {
  test('over midnight: one tick on the new day, its notification at once when its hour is past', async () => {
    const running = await startAt('2026-11-23T21:00:00Z', 9);
    nowMs += 13 * hour;
    await running.poke('resume');
    await running.poke('unlock');
    expect(ticks.at(-1)).toBe('2026-11-24 11 h');
    expect(notes).toEqual(['2026-11-24 11 h 0']);
    expect(running.status().lastGap).toEqual({
      from: '2026-11-23T21:00:00.000Z',
      until: '2026-11-24T10:00:00.000Z',
    });
  });

  test('from before the hour to after it: said once, on waking', async () => {
    const running = await startAt('2026-11-23T07:00:00Z', 9);
    await running.poke('date-change');
    expect(notes).toEqual([]);
    nowMs += 3 * hour + 12 * minute;
    await running.poke('resume');
    await runFor(running, 3);
    expect(notes).toEqual(['2026-11-23 11 h 12']);
  });

  test('midnight while open: the next tick carries the new day', async () => {
    const running = await startAt('2026-11-23T22:50:00Z', 9);
    await runFor(running, 1);
    expect([...new Set(ticks)]).toEqual(['2026-11-23 23 h', '2026-11-24 0 h']);
  });
});

test.each(['America/Guadeloupe', 'Asia/Tokyo', 'Indian/Reunion', 'UTC'])(
  'a PC set to %s: days and hours stay those of Paris',
  async (name) => {
    process.env.TZ = name;
    expect(new Date('2026-11-23T23:30:00Z').getTimezoneOffset()).toBe(
      { 'America/Guadeloupe': 240, 'Asia/Tokyo': -540, 'Indian/Reunion': -240, UTC: 0 }[name],
    );
    const running = await startAt('2026-11-23T22:30:00Z', 9);
    nowMs = Date.parse('2026-11-23T23:30:00Z');
    await running.poke('date-change');
    expect([...new Set(ticks)]).toEqual(['2026-11-23 23 h', '2026-11-24 0 h']);
    // The zone changes on a journey: nothing moves but the wall clock.
    process.env.TZ = 'Asia/Tokyo';
    nowMs += 9 * hour;
    await running.poke('unlock');
    expect(ticks.at(-1)).toBe('2026-11-24 9 h');
    expect(notes).toEqual(['2026-11-24 9 h 30']);
    expect(running.status().clockWarning).toBeUndefined();
  },
);

test('waking up and unlocking tick, nothing else of the power events does', () => {
  const power = new EventEmitter();
  const poked: PokeReason[] = [];
  followWakeUps(power, (reason) => poked.push(reason));
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-battery']) power.emit(event);
  expect(poked).toEqual(['resume', 'unlock']);
});
