import { addMonths, compareDays, type Day, day, earlierDay, laterDay } from '../dates/day.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { ok, type Result } from '../result.ts';
import type { Interruption } from './interruption.ts';
import { dueStartName, limitationReason, type StartName, startName } from './limitation-reason.ts';
import { shippedParameters } from './parameter-data.ts';
import {
  type LegalParameters,
  type MissingParameter,
  type ParameterName,
  parameterOn,
} from './parameters.ts';

/** Something that may have interrupted the period, on a day `YYYY-MM-DD`. */
export interface InterruptingAct {
  readonly on: string;
  readonly cause: Interruption;
}

/** From what a period runs in the end. */
export type LimitationStart = 'performance' | 'issue' | 'title' | Interruption;

export interface LimitationInput<Act extends InterruptingAct = InterruptingAct> {
  readonly regime: DebtorRegime;
  /** Carriage of goods: one year, whoever the debtor (C. com. L133-6). */
  readonly isTransport?: boolean | undefined;
  readonly issuedOn: string;
  /** End of the work or service, or delivery. */
  readonly performedOn?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly interruptions?: readonly Act[] | undefined;
  /** Day of the enforceable title, when there is one. */
  readonly titleOn?: string | undefined;
}

/**
 * `renews`: a new full period from that day (C. civ. 2231). `too-late`: the period was over, nothing brings it
 * back. `before-start`: earlier than the day from which the period runs. `not-interrupting`: a written claim
 * on a private debtor.
 */
export type ActEffect = 'renews' | 'too-late' | 'before-start' | 'not-interrupting';

export interface JudgedAct<Act extends InterruptingAct = InterruptingAct> {
  readonly act: Act;
  readonly effect: ActEffect;
}

export interface Limitation<Act extends InterruptingAct = InterruptingAct> {
  /** Last day to act, by the earliest start: the day of the alarm. Never moved off a Sunday. */
  readonly lastDay: Day;
  /** Last day to act if the period only starts at the due date (C. civ. 2233 3°); never before `lastDay`. */
  readonly optimisticLastDay: Day;
  readonly startsOn: Day;
  readonly start: LimitationStart;
  /** The reason in French, with its article. */
  readonly reason: string;
  /** The reason of `optimisticLastDay`; undefined where both days are the same. */
  readonly optimisticReason: string | undefined;
  /** Every act given, by date, and what it does to `lastDay`. */
  readonly acts: readonly JudgedAct<Act>[];
}

const periodName = (input: LimitationInput): ParameterName => {
  if (input.titleOn !== undefined) return 'limitation-title';
  if (input.isTransport) return 'limitation-transport';
  switch (input.regime) {
    case 'b2c':
      return 'limitation-b2c';
    case 'public':
      return 'limitation-public';
    // Consumers alone are protected by the two years of L218-2.
    case 'b2b':
    case 'non-professional':
      return 'limitation-b2b';
  }
};

interface Period {
  readonly name: ParameterName;
  readonly months: number;
}

/** A claim on a public body counts whole years from the 1 January that follows (loi 68-1250 art. 1 and 2). */
const lastDayFrom = (start: Day, { name, months }: Period): Day =>
  name === 'limitation-public'
    ? day(`${Number(start.slice(0, 4)) + months / 12}-12-31`)
    : addMonths(start, months);

const firstStart = (input: LimitationInput): { readonly on: Day; readonly start: LimitationStart } => {
  if (input.titleOn !== undefined) return { on: day(input.titleOn), start: 'title' };
  const issuedOn = day(input.issuedOn);
  if (input.performedOn === undefined) return { on: issuedOn, start: 'issue' };
  const performedOn = day(input.performedOn);
  const on = earlierDay(performedOn, issuedOn);
  return { on, start: on === performedOn ? 'performance' : 'issue' };
};

interface Run<Act extends InterruptingAct> {
  readonly lastDay: Day;
  /** The act from which the period runs in the end. */
  readonly latest: Act | undefined;
  readonly acts: readonly JudgedAct<Act>[];
}

/** Runs a period from its start through the acts, given by date, each of which renews it if it came in time. */
const run = <Act extends InterruptingAct>(startsOn: Day, period: Period, acts: readonly Act[]): Run<Act> => {
  let lastDay = lastDayFrom(startsOn, period);
  let latest: Act | undefined;
  const judged = acts.map((act): JudgedAct<Act> => {
    const on = day(act.on);
    if (act.cause === 'written-claim' && period.name !== 'limitation-public')
      return { act, effect: 'not-interrupting' };
    if (on < startsOn) return { act, effect: 'before-start' };
    if (on > lastDay) return { act, effect: 'too-late' };
    latest = act;
    lastDay = laterDay(lastDay, lastDayFrom(on, period));
    return { act, effect: 'renews' };
  });
  return { lastDay, latest, acts: judged };
};

const byDay = (a: InterruptingAct, b: InterruptingAct): number => compareDays(day(a.on), day(b.on));

/**
 * Until when a claim can be brought (law-and-formats.md 1.10): alarm from the earliest of performance and
 * invoice, a new full period from each interruption that came in time. Whole days: the claim is barred once
 * the last one is over (C. civ. 2228, 2229). A mediation or conciliation only suspends (2238), and is not
 * counted: the day given is never too late for it.
 */
export const limitation = <Act extends InterruptingAct = InterruptingAct>(
  input: LimitationInput<Act>,
  parameters: LegalParameters = shippedParameters,
): Result<Limitation<Act>, MissingParameter> => {
  const name = periodName(input);
  const first = firstStart(input);
  const found = parameterOn(parameters, name, first.on);
  if (!found.ok) return found;
  const { value: months, source } = found.value;
  const period: Period = { name, months };
  const isPublic = name === 'limitation-public';
  const acts = [...(input.interruptions ?? [])].sort(byDay);
  const { lastDay, latest, acts: judged } = run(first.on, period, acts);
  const fromDue =
    input.dueOn === undefined || input.titleOn !== undefined
      ? undefined
      : run(day(input.dueOn), period, acts);
  const isLater = fromDue !== undefined && fromDue.lastDay > lastDay;
  const reasonFrom = (start: StartName): string => limitationReason(start, months, source, isPublic);
  const start = latest?.cause ?? first.start;
  return ok({
    lastDay,
    optimisticLastDay: isLater ? fromDue.lastDay : lastDay,
    startsOn: latest === undefined ? first.on : day(latest.on),
    start,
    reason: reasonFrom(startName(start, isPublic)),
    optimisticReason: isLater ? reasonFrom(dueStartName(fromDue.latest, isPublic)) : undefined,
    acts: judged,
  });
};
