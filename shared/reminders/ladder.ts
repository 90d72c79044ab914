import { addDays, type Day } from '../dates/day.ts';
import { isFormal, levelRank } from './level.ts';
import type { DoneLine } from './reminder-history.ts';
import type { Opening } from './reminder-rhythm.ts';
import { rungsOf, stepWithId } from './rungs.ts';
import type { DunningStep, Scenario } from './scenario.ts';
import { countsFromPrevious, daysAfterDue } from './step-order.ts';

/** The steps of a scenario in their order, with the working day of each for a due date. */
export interface Ladder {
  readonly scenario: Scenario;
  readonly opening: Opening;
  /** Repetitions are steps of their own (rungs.ts). */
  readonly steps: readonly DunningStep[];
  /** Days after the due date on which each step falls when all before it were done on their day. */
  readonly offsets: readonly number[];
  /**
   * Day of every step for an invoice due on a day, in the order of `steps`: a working day that the rhythm
   * allows. What is counted from the step before it runs from the day on which that one was done, where it was.
   */
  readonly plannedDays: (dueOn: Day, position?: LadderPosition) => readonly Day[];
}

/** How far an invoice has come on a ladder. */
export interface LadderPosition {
  /** Index of the highest step done; -1 = none. That step and all below are over. */
  readonly index: number;
  /** True once a message or call of friendly level or above was done: only then may a formal notice follow. */
  readonly reminded: boolean;
  /** Day on which that highest step was done, the last time. */
  readonly doneOn?: Day | undefined;
}

export const notStarted: LadderPosition = { index: -1, reminded: false };

/** Orders the steps and remembers the planned days, which a hundred thousand invoices share. */
export const ladderOf = (scenario: Scenario, opening: Opening): Ladder => {
  const steps = rungsOf(scenario);
  const follows = steps.map((_step, index) => countsFromPrevious(steps, index));
  const isAnchored = follows.includes(true);
  const planned = (dueOn: Day, position: LadderPosition): readonly Day[] => {
    const days: Day[] = [];
    steps.forEach((step, index) => {
      const before = index - 1 === position.index ? position.doneOn : undefined;
      const anchor = follows[index] ? (before ?? days[index - 1] ?? dueOn) : dueOn;
      days.push(opening.next(addDays(anchor, step.delayDays)));
    });
    return days;
  };
  const known = new Map<Day, readonly Day[]>();
  return {
    scenario,
    opening,
    steps,
    offsets: daysAfterDue(steps),
    plannedDays: (dueOn, position = notStarted) => {
      if (isAnchored && position.doneOn !== undefined) return planned(dueOn, position);
      let days = known.get(dueOn);
      if (!days) {
        days = planned(dueOn, notStarted);
        known.set(dueOn, days);
      }
      return days;
    },
  };
};

/** Index on the ladder of a step of that id, a repetition that is no longer foreseen being the last of its step. */
const ownIndex = (ladder: Ladder, stepId: string): number => {
  const exact = ladder.steps.findIndex((step) => step.id === stepId);
  if (exact >= 0) return exact;
  const step = stepWithId(ladder.scenario, stepId);
  return step === undefined ? -1 : ladder.steps.indexOf(step);
};

/** True for what went along with a message that is done itself, and for a call beside one that is not. */
const isSecondOfTwo = ({ reminder, inWriting }: DoneLine, done: readonly DoneLine[]): boolean =>
  reminder.companionOf !== undefined &&
  (!inWriting || done.some((other) => other.reminder.id === reminder.companionOf));

/**
 * Where the done lines put an invoice on this ladder. A step done under another scenario counts for its
 * level, so that changing the scenario of a client never starts again from the bottom. The step is done when
 * its first channel is; where that one failed, when the client got it in writing by another.
 */
export const positionOn = (
  ladder: Ladder,
  done: readonly DoneLine[],
  scenarios: ReadonlyMap<string, Scenario>,
): LadderPosition => {
  let index = -1;
  let reminded = false;
  let doneOn: Day | undefined;
  for (const line of done) {
    if (isSecondOfTwo(line, done)) continue;
    const own = ownIndex(ladder, line.stepId);
    const foreign = stepWithId(scenarios.get(line.scenarioId), line.stepId)?.level;
    const level = ladder.steps[own]?.level ?? foreign ?? line.reminder.level;
    const reached =
      own >= 0 ? own : ladder.steps.findLastIndex((step) => levelRank(step.level) <= levelRank(level));
    if (reached > index || (reached === index && (doneOn === undefined || doneOn < line.doneOn)))
      doneOn = line.doneOn;
    index = Math.max(index, reached);
    if (level !== 'courtesy') reminded = true;
  }
  return { index, reminded, doneOn: index < 0 ? undefined : doneOn };
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
 * @param highestRank steps of a higher level are left alone, as if they were not due.
 */
export const dueStepOf = (
  ladder: Ladder,
  planned: readonly Day[],
  position: LadderPosition,
  dueOn: Day,
  today: Day,
  highestRank = Number.POSITIVE_INFINITY,
): DueStep | undefined => {
  let chosen = -1;
  let firstFormal = -1;
  let stepCount = 0;
  let firstPlannedOn: Day | undefined;
  for (let index = position.index + 1; index < ladder.steps.length; index += 1) {
    const step = ladder.steps[index];
    const plannedOn = planned[index];
    if (step === undefined || plannedOn === undefined || plannedOn > today) continue;
    if (levelRank(step.level) > highestRank) continue;
    if (today > dueOn && (ladder.offsets[index] ?? 0) < 0) continue;
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
