import { isFormal } from './level.ts';
import type { DunningStep, Scenario } from './scenario.ts';

export interface StepProblem {
  readonly stepId: string;
  readonly field: 'delayDays' | 'grantedDays' | 'channel' | 'level';
  /** French. */
  readonly message: string;
}

/** The earliest and latest step that a scenario may have, days after the due date. */
export const stepDelayRange = { from: -30, to: 365 } as const;
export const grantedDaysRange = { from: 0, to: 60 } as const;

const isWithin = (value: number, range: { readonly from: number; readonly to: number }): boolean =>
  Number.isInteger(value) && value >= range.from && value <= range.to;

const problemsOfStep = (step: DunningStep, steps: readonly DunningStep[]): readonly StepProblem[] => {
  const problems: StepProblem[] = [];
  const add = (field: StepProblem['field'], message: string): void => {
    problems.push({ stepId: step.id, field, message });
  };
  if (!isWithin(step.delayDays, stepDelayRange))
    add('delayDays', `De ${stepDelayRange.from} à ${stepDelayRange.to} jours.`.replace('-', '−'));
  else if (steps.some((other) => other.id !== step.id && other.delayDays === step.delayDays))
    add('delayDays', 'Une autre étape a déjà ce délai.');
  else if (step.delayDays < 0 && step.level !== 'courtesy')
    add('level', 'Avant l’échéance, seul un avis est possible.');
  if (!isWithin(step.grantedDays, grantedDaysRange)) add('grantedDays', 'De 0 à 60 jours.');
  else if (isFormal(step.level) && step.grantedDays === 0)
    add('grantedDays', 'Une mise en demeure accorde un délai.');
  if (isFormal(step.level) && step.channel === 'call') add('channel', 'Une mise en demeure s’écrit.');
  return problems;
};

/** What is wrong with the steps of a scenario as typed; empty = it can be saved. */
export const scenarioProblems = (scenario: Scenario): readonly StepProblem[] =>
  scenario.steps.flatMap((step) => problemsOfStep(step, scenario.steps));
