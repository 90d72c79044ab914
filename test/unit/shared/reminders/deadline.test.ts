import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { deadlineFor, grantedDaysFor } from '../../../../shared/reminders/deadline.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import type { DunningLevel } from '../../../../shared/reminders/scenario.ts';
import { client } from '../letters/sample-letter.ts';

const until = (channel: Parameters<typeof deadlineFor>[1], granted = 8, on = '2026-11-22') =>
  deadlineFor(granted, channel, day(on), 'metropole');

describe('the last day that a message grants', () => {
  it('counts from the probable delivery of a letter, registered or not, and from today else', () => {
    // Sunday 22 November: two working days of post make it Tuesday 24.
    expect(until('registered-letter')).toBe('2026-12-02');
    expect(until('letter')).toBe('2026-12-02');
    expect(until('email')).toBe('2026-11-30');
    expect(until('call')).toBe('2026-11-30');
  });

  it('is a working day', () => {
    // 8 days from Thursday 17 December lead to Christmas.
    expect(until('email', 8, '2026-12-17')).toBe('2026-12-28');
  });

  it('is none where no time is granted', () => {
    for (const granted of [0, -1]) expect(until('letter', granted)).toBeUndefined();
  });
});

describe('the days granted', () => {
  const step = (level: DunningLevel, grantedDays: number) => {
    const found = defaultScenario.steps.find((one) => one.level === level);
    if (found === undefined) throw new Error('no such step');
    return { ...found, grantedDays };
  };

  it('are fifteen at least for a consumer who is put in default, and those of the step else', () => {
    const consumer = client({ regime: 'b2c' });
    expect(grantedDaysFor(step('formal-notice', 8), consumer)).toBe(15);
    expect(grantedDaysFor(step('formal-notice', 20), consumer)).toBe(20);
    expect(grantedDaysFor(step('friendly', 8), consumer)).toBe(8);
    for (const regime of ['b2b', 'public', 'non-professional'] as const)
      expect(grantedDaysFor(step('formal-notice', 8), client({ regime }))).toBe(8);
  });
});
