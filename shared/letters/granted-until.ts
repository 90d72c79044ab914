import { addDays, type Day, laterDay } from '../dates/day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { grantedUntil } from '../reminders/restraint.ts';
import { scenariosOf } from '../reminders/scenario-choice.ts';
import { receivedOn } from './dispatch-clocks.ts';
import type { PaperLetter } from './paper-letter.ts';

/**
 * Last day that a letter grants, once it is known when the client got it: counted from that day, never before
 * the printed one. It is the day by which the plan holds the next step back. Undefined while nobody knows, where
 * it never reached him, and where it grants no time.
 */
export const letterGrantedUntil = (
  ledger: Ledger,
  letter: PaperLetter,
  dispatch: Dispatch,
): Day | undefined => {
  const client = ledger.clients.get(letter.row.clientId);
  const received = receivedOn(dispatch);
  if (client === undefined || received === undefined) return undefined;
  const { calendar } = settingsOf(ledger, 'reminders');
  if (letter.table === 'reminders') {
    const { row } = letter;
    const done = {
      stepId: row.stepId,
      reminder: { ...row, state: { kind: 'posted' as const, ...dispatch } },
      doneOn: dispatch.depositedOn,
      inWriting: true,
      scenarioId: row.scenarioId,
    };
    return grantedUntil([done], scenariosOf(ledger), client, calendar);
  }
  const { grantedDays, deadlineOn } = letter.row;
  if (grantedDays === undefined) return deadlineOn;
  const counted = nextWorkingDay(addDays(received, grantedDays), calendar);
  return deadlineOn === undefined ? counted : laterDay(counted, deadlineOn);
};
