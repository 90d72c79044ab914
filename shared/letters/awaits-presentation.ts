import type { Reminder } from '../reminders/reminder.ts';
import { modeFacts, modeOf } from './dispatch-mode.ts';

/**
 * True for a posted letter of which nobody has noted the presentation, by a way that has one: the time it
 * grants is then counted from a probable day.
 */
export const awaitsPresentation = (row: Reminder): boolean => {
  const { state } = row;
  return (
    state.kind === 'posted' &&
    state.presentedOn === undefined &&
    state.outcome === undefined &&
    modeFacts[modeOf({ table: 'reminders', row }, state)].presentation !== undefined
  );
};
