import { isFormal } from './level.ts';
import { channelNames } from './reminder-names.ts';
import type { DunningStep, Scenario } from './scenario.ts';
import { countsFromPrevious, estimatedDays } from './step-order.ts';

/** What of a step a sentence is about. */
export type StepField = 'delayDays' | 'grantedDays' | 'channel' | 'level' | 'alsoBy' | 'repeat';

export interface StepProblem {
  readonly stepId: string;
  readonly field: StepField;
  /** French. */
  readonly message: string;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The earliest and latest step that a scenario may have, days after the due date. */
export const stepDelayRange = { from: -30, to: 365 } as const;
/** Days after the step before, for a step that is counted from it. */
export const followingDelayRange = { from: 1, to: 365 } as const;
export const grantedDaysRange = { from: 0, to: 60 } as const;
export const repeatDaysRange = { from: 1, to: 365 } as const;
export const repeatTimesRange = { from: 1, to: 12 } as const;
export const escalationRange = { from: 1, to: 20 } as const;

const isWithin = (value: number, range: Range): boolean =>
  Number.isInteger(value) && value >= range.from && value <= range.to;

const rangeText = ({ from, to }: Range, unit: string): string =>
  `De ${String(from).replace('-', '−')} à ${to} ${unit}.`;

const delayProblem = (steps: readonly DunningStep[], index: number): string | undefined => {
  const step = steps[index];
  if (step === undefined) return undefined;
  if (countsFromPrevious(steps, index))
    return isWithin(step.delayDays, followingDelayRange)
      ? undefined
      : rangeText(followingDelayRange, 'jours');
  if (!isWithin(step.delayDays, stepDelayRange)) return rangeText(stepDelayRange, 'jours');
  const isTaken = steps.some(
    (other, place) =>
      place !== index && !countsFromPrevious(steps, place) && other.delayDays === step.delayDays,
  );
  return isTaken ? 'Une autre étape a déjà ce délai.' : undefined;
};

const repeatProblem = ({ repeat, level }: DunningStep): string | undefined => {
  if (repeat === undefined) return undefined;
  if (isFormal(level)) return 'Une mise en demeure ne se répète pas.';
  if (!isWithin(repeat.everyDays, repeatDaysRange)) return rangeText(repeatDaysRange, 'jours');
  return isWithin(repeat.times, repeatTimesRange) ? undefined : rangeText(repeatTimesRange, 'fois');
};

const isSpoken = (channel: DunningStep['channel']): boolean => channel === 'call' || channel === 'sms';

const problemsOfStep = (steps: readonly DunningStep[], index: number): readonly StepProblem[] => {
  const step = steps[index];
  if (step === undefined) return [];
  const problems: StepProblem[] = [];
  const add = (field: StepField, message: string | undefined): void => {
    if (message !== undefined) problems.push({ stepId: step.id, field, message });
  };
  const delay = delayProblem(steps, index);
  add('delayDays', delay);
  const day = estimatedDays(steps)[index] ?? 0;
  if (delay === undefined && day < 0 && step.level !== 'courtesy')
    add('level', 'Avant l’échéance, seul un avis est possible.');
  if (!isWithin(step.grantedDays, grantedDaysRange)) add('grantedDays', rangeText(grantedDaysRange, 'jours'));
  else if (isFormal(step.level) && step.grantedDays === 0)
    add('grantedDays', 'Une mise en demeure accorde un délai.');
  if (isFormal(step.level) && isSpoken(step.channel)) add('channel', 'Une mise en demeure s’écrit.');
  if (step.alsoBy?.includes(step.channel))
    add('alsoBy', `«\u00A0${channelNames[step.channel]}\u00A0» est déjà le moyen principal.`);
  add('repeat', repeatProblem(step));
  return problems;
};

/** What is wrong with the steps of a scenario as typed, in their order; empty = it can be saved. */
export const scenarioProblems = ({ steps }: Pick<Scenario, 'steps'>): readonly StepProblem[] =>
  steps.flatMap((_step, index) => problemsOfStep(steps, index));

/** What is wrong with « après N relances automatiques », French; undefined = nothing. */
export const escalationProblem = ({ escalation }: Pick<Scenario, 'escalation'>): string | undefined =>
  escalation === undefined || isWithin(escalation.afterAutomatic, escalationRange)
    ? undefined
    : rangeText(escalationRange, 'relances');
