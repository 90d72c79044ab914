import type { DunningStep } from './scenario.ts';

/** The first step has nothing before it: its delay always counts from the due date. */
export const countsFromPrevious = (steps: readonly DunningStep[], index: number): boolean =>
  index > 0 && steps[index]?.anchor === 'previous-step';

/**
 * Steps in the order in which they follow one another: those counted from the due date by their delay, each
 * with the steps that are counted from it. Equal delays keep their order.
 */
export const inLadderOrder = (steps: readonly DunningStep[]): readonly DunningStep[] => {
  const chains: DunningStep[][] = [];
  steps.forEach((step, index) => {
    const chain = chains.at(-1);
    if (chain && countsFromPrevious(steps, index)) chain.push(step);
    else chains.push([step]);
  });
  const delayOf = (chain: readonly DunningStep[]): number => chain[0]?.delayDays ?? 0;
  return chains.sort((a, b) => delayOf(a) - delayOf(b) || 0).flat();
};

/**
 * Days after the due date on which each step falls when every step before it was done on its day, in the
 * order given. NaN from a delay that is not typed yet, to what is counted from it.
 */
export const daysAfterDue = (steps: readonly DunningStep[]): readonly number[] => {
  const days: number[] = [];
  steps.forEach((step, index) => {
    days.push(step.delayDays + (countsFromPrevious(steps, index) ? (days[index - 1] ?? 0) : 0));
  });
  return days;
};

/** {@link daysAfterDue} of steps as the user writes them: what follows a repeated step waits for its last time. */
export const estimatedDays = (steps: readonly DunningStep[]): readonly number[] => {
  const days: number[] = [];
  steps.forEach((step, index) => {
    const { repeat } = steps[index - 1] ?? {};
    const repeated = repeat === undefined ? 0 : repeat.everyDays * repeat.times;
    const from = countsFromPrevious(steps, index) ? (days[index - 1] ?? 0) + repeated : 0;
    days.push(from + step.delayDays);
  });
  return days;
};

/**
 * Moves a step to another place. The places keep their days: what a step says and how it is sent moves, so
 * that the ladder still rises in time whatever the user drags.
 * @param to index among the steps, clamped to them.
 */
export const moveStep = (
  steps: readonly DunningStep[],
  stepId: string,
  to: number,
): readonly DunningStep[] => {
  const from = steps.findIndex(({ id }) => id === stepId);
  const moved = steps[from];
  if (moved === undefined) return steps;
  const place = Math.min(Math.max(0, to), steps.length - 1);
  const rest = steps.filter(({ id }) => id !== stepId);
  const next = [...rest.slice(0, place), moved, ...rest.slice(place)];
  return next.map((step, index) => {
    const slot = steps[index] ?? step;
    return { ...step, delayDays: slot.delayDays, anchor: slot.anchor };
  });
};
