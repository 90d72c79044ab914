import { businessDay } from '../dates/clock.ts';
import { addDays, type Day, laterDay } from '../dates/day.ts';
import type { TimeOfDay } from '../dates/time-of-day.ts';
import { addWorkingDays, type HolidayCalendar, nextWorkingDay } from '../dates/working-days.ts';
import type { CallOutcome, HistoryNote } from '../ledger/history.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Calls to one client within seven days: more would be insistent (C. pén. 222-16; C. consom. L121-6). */
const callsPerWeek = 2;

/** Calls without an answer after which the next step of the scenario is proposed. */
export const triesBeforeNextStep = 3;

/** True where the person who can answer was spoken to: the call is done. */
export const wasReached = (outcome: CallOutcome): boolean =>
  outcome !== 'unreachable' && outcome !== 'message-left' && outcome !== 'call-back';

/** What was tried since a call is due, and when to try next. */
export interface CallAttempts {
  /** Calls that nobody answered, and messages left, since the day the call is due. */
  readonly tries: number;
  /** Day of the last of them. */
  readonly triedOn?: Day | undefined;
  /** The day and time that the client, or the user, asked for. */
  readonly appointment?: { readonly on: Day; readonly at?: TimeOfDay | undefined } | undefined;
  /** First day to call again, on or after today; undefined where the call is due now. */
  readonly waitsUntil?: Day | undefined;
  /** Why it waits, French sentence. */
  readonly why?: string | undefined;
}

const noAttempts: CallAttempts = { tries: 0 };

/** The calls noted for each client, oldest first. */
export const callsByClient = (ledger: Ledger): ReadonlyMap<string, readonly HistoryNote[]> => {
  const calls = new Map<string, HistoryNote[]>();
  for (const note of ledger.notes.values()) {
    if (note.kind !== 'call') continue;
    const known = calls.get(note.clientId);
    if (known) known.push(note);
    else calls.set(note.clientId, [note]);
  }
  for (const own of calls.values()) own.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  return calls;
};

const dayOf = ({ occurredAt }: HistoryNote): Day => businessDay(Date.parse(occurredAt));

/**
 * Where the attempts to reach a client stand: an appointment counts before anything else; else the next try is
 * a working day later, and never the third call within seven days.
 * @param calls the calls noted for the client, oldest first.
 * @param dueSince the day since which the call is due.
 */
export const callAttempts = (
  calls: readonly HistoryNote[],
  dueSince: Day,
  today: Day,
  calendar: HolidayCalendar,
): CallAttempts => {
  const since = calls.filter((call) => dayOf(call) >= dueSince);
  const unanswered = since.filter(({ outcome }) => outcome === 'unreachable' || outcome === 'message-left');
  const last = unanswered.at(-1);
  const found = {
    tries: unanswered.length,
    ...(last === undefined ? {} : { triedOn: dayOf(last) }),
  };
  const newest = since.at(-1);
  if (newest?.followUpOn !== undefined && newest.outcome !== undefined && !wasReached(newest.outcome)) {
    const { followUpOn: on, followUpTime: at } = newest;
    const appointment = { on, ...(at === undefined ? {} : { at }) };
    return on > today
      ? { ...found, appointment, waitsUntil: on, why: 'Rappel convenu.' }
      : { ...found, appointment };
  }
  const recent = calls.map(dayOf).filter((on) => on > addDays(today, -7));
  const limiting = recent.at(-callsPerWeek);
  const capEnd = limiting === undefined ? undefined : nextWorkingDay(addDays(limiting, 7), calendar);
  const retryOn = last === undefined ? undefined : addWorkingDays(dayOf(last), 1, calendar);
  if (capEnd !== undefined && capEnd > today)
    return {
      ...found,
      waitsUntil: retryOn === undefined ? capEnd : laterDay(capEnd, retryOn),
      why: 'Deux appels en sept jours\u00A0: un troisième serait insistant.',
    };
  if (retryOn !== undefined && retryOn > today)
    return { ...found, waitsUntil: retryOn, why: 'Personne n’a répondu.' };
  return since.length === 0 ? noAttempts : found;
};
