import { describe, expect, test } from 'vitest';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import { daysAfterDue, inLadderOrder, moveStep } from '../../../../shared/reminders/step-order.ts';

const step = (id: string, delayDays: number, anchor?: DunningStep['anchor']): DunningStep => ({
  id,
  delayDays,
  anchor,
  level: 'friendly',
  channel: 'email',
  templateId: 'template-friendly',
  recipientRole: 'reminders',
  grantedDays: 0,
});

const ids = (steps: readonly DunningStep[]): readonly string[] => steps.map(({ id }) => id);

describe('order of the steps', () => {
  test('by delay, with what is counted from a step behind it', () => {
    expect(
      ids(
        inLadderOrder([
          step('b', 30),
          step('b1', 2, 'previous-step'),
          step('a', 7),
          step('a1', 40, 'previous-step'),
        ]),
      ),
    ).toEqual(['a', 'a1', 'b', 'b1']);
  });

  test('the first step counts from the due date whatever it says', () => {
    const steps = [step('a', 10, 'previous-step'), step('b', 5, 'previous-step')];
    expect(ids(inLadderOrder(steps))).toEqual(['a', 'b']);
    expect(daysAfterDue(steps)).toEqual([10, 15]);
  });

  test('a delay that is being typed keeps its place', () => {
    expect(ids(inLadderOrder([step('a', Number.NaN), step('b', 5)]))).toEqual(['a', 'b']);
    expect(daysAfterDue([step('a', Number.NaN), step('b', 5, 'previous-step')])).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe('moving a step', () => {
  test('the days stay where they are, what is said moves', () => {
    const moved = moveStep(defaultScenario.steps, 'step-firm', 0);
    expect(ids(moved)).toEqual(['step-firm', 'step-friendly', 'step-formal-notice', 'step-last-notice']);
    expect(moved.map(({ delayDays }) => delayDays)).toEqual([7, 15, 30, 60]);
    expect(moved[0]?.level).toBe('firm');
  });

  test('stops at the ends, and an unknown step moves nothing', () => {
    expect(ids(moveStep(defaultScenario.steps, 'step-friendly', 99)).at(-1)).toBe('step-friendly');
    expect(ids(moveStep(defaultScenario.steps, 'step-last-notice', -3))[0]).toBe('step-last-notice');
    expect(moveStep(defaultScenario.steps, 'x', 1)).toBe(defaultScenario.steps);
  });
});
