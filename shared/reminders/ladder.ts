import { addDays, type Day } from '../dates/day.ts';
import { type HolidayCalendar, nextWorkingDay } from '../dates/working-days.ts';
import { isFormal, levelRank } from './level.ts';
import type { DoneLine } from './reminder-history.ts';
import type { DunningStep, Scenario } from './scenario.ts';

/** The steps of a scenario in their order, with the working day of each for a due date. */
export interface Ladder {
  readonly scenario: Scenario;
  readonly steps: readonly DunningStep[];
  /** Working day of every step for an invoice due on a day, in the order of `steps`. */
  readonly plannedDays: (dueOn: Day) => readonly Day[];
}

/** Orders the steps and remembers the planned days, which a hundred thousand invoices share. */
export const ladderOf = (scenario: Scenario, calendar: HolidayCalendar): Ladder => {
  const steps = [...scenario.steps].sort(
    (a, b) => a.delayDays - b.delayDays || levelRank(a.level) - levelRank(b.level),
  );
  const known = new Map<Day, readonly Day[]>();
  return {
    scenario,
    steps,
    plannedDays: (dueOn) => {
      let days = known.get(dueOn);
      if (!days) {
        days = steps.map((step) => nextWorkingDay(addDays(dueOn, step.delayDays), calendar));
        known.set(dueOn, days);
      }
      return days;
    },
  };
};

/** How far an invoice has come on a ladder. */
export interface LadderPosition {
  /** Index of the highest step done; -1 = none. That step and all below are over. */
  readonly index: number;
  /** True once a message or call of friendly level or above was done: only then may a formal notice follow. */
  readonly reminded: boolean;
}

export const notStarted: LadderPosition = { index: -1, reminded: false };

/**
 * Where the done lines put an invoice on this ladder. A step done under another scenario counts for its
 * level, so that changing the scenario of a client never starts again from the bottom.
 */
export const positionOn = (
  ladder: Ladder,
  done: readonly DoneLine[],
  scenarios: ReadonlyMap<string, Scenario>,
): LadderPosition => {
  let index = -1;
  let reminded = false;
  for (const line of done) {
    const own = ladder.steps.findIndex((step) => step.id === line.stepId);
    const foreign = scenarios
      .get(line.reminder.scenarioId)
      ?.steps.find((step) => step.id === line.stepId)?.level;
    const level = ladder.steps[own]?.level ?? foreign ?? line.reminder.level;
    const reached =
      own >= 0 ? own : ladder.steps.findLastIndex((step) => levelRank(step.level) <= levelRank(level));
    index = Math.max(index, reached);
    if (level !== 'courtesy') reminded = true;
  }
  return { index, reminded };
};

/** A step that is due, and how many it stands for. */
export interface DueStep {
  readonly index: number;
  /** Steps of the ladder that are due and that this one does: 1, or more after days off. */
  readonly stepCount: number;
  /** Planned day of the first of them. */
  readonly firstPlannedOn: Day;
}

/**
 * The step to do today for an invoice, or undefined when none is due.
 *
 * A step is due when its working day has come and neither it nor a higher one was done; whether a timer
 * fired on that day plays no part. Of several that are due, the highest is done and stands for the others,
 * with two exceptions. An invoice nobody was reminded of starts at the highest step below the formal
 * notices: a mise en demeure is never the first word. And a formal notice is never jumped over: after days
 * off the mise en demeure leaves before the last notice. A notice before the due date is void once the due
 * date has passed.
 */
export const dueStepOf = (
  ladder: Ladder,
  planned: readonly Day[],
  position: LadderPosition,
  dueOn: Day,
  today: Day,
): DueStep | undefined => {
  let chosen = -1;
  let firstFormal = -1;
  let stepCount = 0;
  let firstPlannedOn: Day | undefined;
  for (let index = position.index + 1; index < ladder.steps.length; index += 1) {
    const step = ladder.steps[index];
    const plannedOn = planned[index];
    if (step === undefined || plannedOn === undefined || plannedOn > today) continue;
    if (step.delayDays < 0 && today > dueOn) continue;
    if (isFormal(step.level)) {
      if (firstFormal < 0) firstFormal = index;
      if (chosen >= 0 && !position.reminded) break;
      chosen = firstFormal;
    } else if (firstFormal < 0) chosen = index;
    if (index > chosen) break;
    stepCount += 1;
    firstPlannedOn ??= plannedOn;
  }
  return chosen < 0 || firstPlannedOn === undefined
    ? undefined
    : { index: chosen, stepCount, firstPlannedOn };
};
