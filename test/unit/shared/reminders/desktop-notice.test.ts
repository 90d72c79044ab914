import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { SchedulerReport } from '../../../../shared/ipc/scheduler-contract.ts';
import { desktopNotice } from '../../../../shared/reminders/desktop-notice.ts';

const report: SchedulerReport = {
  day: '2026-11-23',
  emails: 7,
  letters: 0,
  calls: 0,
  brokenPromises: 0,
  notifyAtHour: 9,
};
const monday = {
  report,
  day: day('2026-11-23'),
  hour: 9,
  isWorkingDay: true,
  memory: { lastDigestOn: '2026-11-20' as string | undefined, firedThresholds: [] as readonly number[] },
};
const digest = '7\u00a0relances à valider';
const sentence = 'Le 4 décembre, le solde passerait sous 5 000,00 €.';
const short = {
  lowestCents: 400_000,
  thresholdsCents: [500_000],
  crossed: [{ thresholdCents: 500_000, sentence }],
};
const said = { lastDigestOn: '2026-11-23', firedThresholds: [] };

describe('the digest', () => {
  test.each([
    ['at the hour chosen', {}],
    ['at a start later in the day', { hour: 17 }],
    ['on a first start ever', { memory: { lastDigestOn: undefined, firedThresholds: [] } }],
    ['after a clock that ran ahead', { memory: { lastDigestOn: '2027-01-04', firedThresholds: [] } }],
  ])('is told %s', (_name, change) => {
    expect(desktopNotice({ ...monday, ...change })).toEqual({ text: digest, memory: said });
  });

  test.each([
    ['before the hour', { hour: 8 }],
    ['on a holiday', { isWorkingDay: false }],
    ['a second time the same day', { memory: said }],
    ['for a report of yesterday', { report: { ...report, day: '2026-11-22' } }],
  ])('waits %s', (_name, change) => {
    const question = { ...monday, ...change };
    const notice = desktopNotice(question);
    expect(notice.text).toBeUndefined();
    expect(notice.memory).toBe(question.memory);
  });

  test('is done with for the day when nothing is due', () => {
    const notice = desktopNotice({ ...monday, report: { ...report, emails: 0 } });
    expect(notice).toEqual({ text: undefined, memory: said });
  });
});

describe('a treasury threshold', () => {
  const crossed = { ...report, treasury: short };

  test('stands below the digest, and is not told again the next morning', () => {
    const first = desktopNotice({ ...monday, report: crossed });
    expect(first.text).toBe(`${digest}\n${sentence}`);
    const tuesday = { day: day('2026-11-24'), report: { ...crossed, day: '2026-11-24' } };
    expect(desktopNotice({ ...monday, ...tuesday, memory: first.memory }).text).toBe(digest);
  });

  test('is told at once after the digest, alone', () => {
    const notice = desktopNotice({ ...monday, hour: 15, report: crossed, memory: said });
    expect(notice).toEqual({ text: sentence, memory: { ...said, firedThresholds: [500_000] } });
  });

  test('waits for the hour and for a working day', () => {
    for (const change of [{ hour: 7 }, { isWorkingDay: false }]) {
      const notice = desktopNotice({ ...monday, ...change, report: crossed });
      expect(notice).toEqual({ text: undefined, memory: monday.memory });
    }
  });

  test('stays told while the bank balance is unknown', () => {
    const memory = { ...said, firedThresholds: [500_000] };
    expect(desktopNotice({ ...monday, memory }).memory).toBe(memory);
  });
});
