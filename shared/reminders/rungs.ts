import type { DunningStep, Scenario } from './scenario.ts';
import { inLadderOrder } from './step-order.ts';

const separator = '#';

/** Id of the `count`-th time that a step is done, from 1 on; the first keeps the id of the step. */
export const rungId = (stepId: string, count: number): string =>
  count === 1 ? stepId : `${stepId}${separator}${count}`;

/** A step that repeats, as one rung for each time, each counted from the one before it. */
const repeated = (step: DunningStep): readonly DunningStep[] => {
  const { repeat, ...once } = step;
  if (repeat === undefined || repeat.times < 1) return [step];
  const again = Array.from(
    { length: repeat.times },
    (_unused, index): DunningStep => ({
      ...once,
      id: rungId(step.id, index + 2),
      anchor: 'previous-step',
      delayDays: repeat.everyDays,
    }),
  );
  return [step, ...again];
};

/** Id of the step that a rung is a time of. */
export const baseStepId = (id: string): string => {
  const end = id.lastIndexOf(separator);
  return end < 0 ? id : id.slice(0, end);
};

const known = new WeakMap<Scenario, readonly DunningStep[]>();

/** The steps of a scenario in their order, every repetition of one as a step of its own. */
export const rungsOf = (scenario: Scenario): readonly DunningStep[] => {
  let rungs = known.get(scenario);
  if (!rungs) {
    rungs = inLadderOrder(scenario.steps).flatMap(repeated);
    known.set(scenario, rungs);
  }
  return rungs;
};

/**
 * The step of a scenario with that id, repetitions included. A repetition beyond those that the scenario has
 * today is still a time of its step.
 */
export const stepWithId = (scenario: Scenario | undefined, stepId: string): DunningStep | undefined => {
  if (scenario === undefined) return undefined;
  const rungs = rungsOf(scenario);
  const exact = rungs.find(({ id }) => id === stepId);
  if (exact !== undefined) return exact;
  const base = baseStepId(stepId);
  return base === stepId ? undefined : rungs.findLast(({ id }) => baseStepId(id) === base);
};
