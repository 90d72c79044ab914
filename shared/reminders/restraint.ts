import { addDays, type Day, laterDay } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { type HolidayCalendar, nextWorkingDay } from '../dates/working-days.ts';
import type { Client } from '../ledger/client.ts';
import type { ReminderSettings } from '../ledger/settings.ts';
import { receivedOn } from '../letters/dispatch-clocks.ts';
import type { Block } from './block.ts';
import { deadlineFor, grantedDaysFor } from './deadline.ts';
import type { DoneLine, ReminderHistory } from './reminder-history.ts';
import type { Opening } from './reminder-rhythm.ts';
import { stepWithId } from './rungs.ts';
import type { ReminderChannel, Scenario } from './scenario.ts';

/** Days over which the messages to one client are counted. */
const monthDays = 30;
const defaultMessagesPerMonth = 4;

/** What holds every message to one client back for a while; undefined days hold nothing. */
export interface Restraint {
  readonly inProgress: boolean;
  /** First day without a message too recently. */
  readonly gapEnd: Day | undefined;
  /** First day on which the client has had fewer messages in 30 days than the cap. */
  readonly capEnd: Day | undefined;
  readonly messagesPerMonth: number;
  readonly opening: Opening;
}

/** First day on which the client may be written to again; undefined where no message stands in the way. */
export const gapEndsOn = (
  history: ReminderHistory,
  clientId: string,
  minimumGapDays: number,
): Day | undefined => {
  const last = history.lastMessageByClient.get(clientId);
  return last === undefined ? undefined : addDays(last.on, minimumGapDays);
};

/** First day on which fewer than `cap` messages lie in the 30 days before; what goes with another is one with it. */
const capEndsOn = (history: ReminderHistory, clientId: string, cap: number): Day | undefined => {
  const messages = history.messagesByClient.get(clientId);
  if (messages === undefined || messages.length < cap) return undefined;
  const days = messages
    .filter(({ reminder }) => reminder.companionOf === undefined)
    .map(({ on }) => on)
    .sort();
  const oldestCounted = days[days.length - cap];
  return oldestCounted === undefined ? undefined : addDays(oldestCounted, monthDays);
};

/** Messages in writing that one client may get in 30 days, 1 or more. */
export const messagesPerMonthOf = ({ messagesPerMonth }: ReminderSettings): number =>
  Math.max(1, messagesPerMonth ?? defaultMessagesPerMonth);

/** What the messages to a client so far mean for the next one. */
export const restraintOn = (
  history: ReminderHistory,
  client: Client,
  settings: ReminderSettings,
  opening: Opening,
): Restraint => {
  const messagesPerMonth = messagesPerMonthOf(settings);
  return {
    inProgress: history.inProgressByClient.has(client.id),
    gapEnd: gapEndsOn(history, client.id, settings.minimumGapDays),
    capEnd: capEndsOn(history, client.id, messagesPerMonth),
    messagesPerMonth,
    opening,
  };
};

/**
 * Last day of the time that a message grants, counted from the day the client got it: for a letter its
 * delivery, else its first presentation, and the probable one until either is known; the printed text says « à
 * compter de la réception ».
 */
const countedUntil = (line: DoneLine, granted: number, calendar: HolidayCalendar): Day | undefined => {
  const { state, channel } = line.reminder;
  if (state.kind !== 'posted') return addDays(line.doneOn, granted);
  const received = receivedOn(state);
  return received === undefined
    ? deadlineFor(granted, channel, state.depositedOn, calendar)
    : nextWorkingDay(addDays(received, granted), calendar);
};

/**
 * Last day granted by what the client got for an invoice: as printed, or counted from the day he got it where
 * that is later. Undefined where no time was granted.
 */
export const grantedUntil = (
  done: readonly DoneLine[],
  scenarios: ReadonlyMap<string, Scenario>,
  client: Client,
  calendar: HolidayCalendar,
): Day | undefined => {
  let until: Day | undefined;
  for (const line of done) {
    if (!line.inWriting) continue;
    const { reminder } = line;
    const step = stepWithId(scenarios.get(reminder.scenarioId), reminder.stepId);
    const granted = step === undefined ? 0 : grantedDaysFor(step, client);
    const counted = granted > 0 ? countedUntil(line, granted, calendar) : undefined;
    if (counted !== undefined) until = until === undefined ? counted : laterDay(until, counted);
    if (reminder.deadlineOn !== undefined)
      until = until === undefined ? reminder.deadlineOn : laterDay(until, reminder.deadlineOn);
  }
  return until;
};

/**
 * First day on which what ended on a day may go on. With a rhythm of its own the client is next written to on
 * an allowed day; without one, on that very day.
 */
const freeOn = (opening: Opening, on: Day): Day => (opening.isDaily ? on : opening.next(on));

/** First day, from the one given on, on which a message by that channel is free of gap, cap and time granted. */
export const freeFrom = (
  { gapEnd, capEnd, opening }: Restraint,
  channel: ReminderChannel,
  until: Day | undefined,
  from: Day,
): Day => {
  let day = from;
  if (until !== undefined) day = laterDay(day, freeOn(opening, addDays(until, 1)));
  // A call disturbs less than a second letter, and the user decides when to pick up the phone.
  if (channel === 'call') return day;
  if (gapEnd !== undefined) day = laterDay(day, freeOn(opening, gapEnd));
  if (capEnd !== undefined) day = laterDay(day, freeOn(opening, capEnd));
  return day;
};

/** What holds a due step back although the invoice itself is free: something on its way, the time granted, the gap, the cap. */
export const restraintBlock = (
  restraint: Restraint,
  channel: ReminderChannel,
  until: Day | undefined,
  today: Day,
): Block | undefined => {
  const { inProgress, gapEnd, capEnd, messagesPerMonth, opening } = restraint;
  if (inProgress) return { kind: 'in-progress', reason: 'Un message à ce client est déjà en route.' };
  if (until !== undefined && today < freeOn(opening, addDays(until, 1)))
    return {
      kind: 'granted-days',
      reason: `Délai accordé au client jusqu’au ${formatLongDay(until)}.`,
      resumesOn: opening.next(addDays(until, 1)),
    };
  if (channel === 'call') return undefined;
  if (gapEnd !== undefined && today < freeOn(opening, gapEnd))
    return {
      kind: 'minimum-gap',
      reason: 'Un message est parti à ce client il y a trop peu de jours.',
      resumesOn: opening.next(gapEnd),
    };
  if (capEnd !== undefined && today < freeOn(opening, capEnd))
    return {
      kind: 'monthly-cap',
      reason: `${messagesPerMonth === 1 ? 'Un message est déjà parti' : `${messagesPerMonth} messages sont déjà partis`} à ce client en ${monthDays}\u00A0jours.`,
      resumesOn: opening.next(capEnd),
    };
  return undefined;
};
