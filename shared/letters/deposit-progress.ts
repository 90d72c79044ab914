import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isSettled } from '../reminders/is-settled.ts';
import { modeOf } from './dispatch-mode.ts';
import { dispatchOf, isRegistered, type PaperLetter } from './paper-letter.ts';
import { postingObjection } from './posting-objection.ts';

/** How far a batch that was taken to the post office is noted. */
export interface DepositProgress {
  /** Letters that the post office took on that day, by whatever of its ways. */
  readonly noted: readonly PaperLetter[];
  /** Those among them that its stamped list proves: registered and followed ones. */
  readonly onSlip: readonly PaperLetter[];
  /** Printed and not noted yet. */
  readonly left: number;
}

const atCounter: ReadonlySet<string> = new Set(['registered', 'tracked', 'plain']);

/** The batch of a day among the letters that are printed and those that left. */
export const depositProgress = (
  printed: readonly PaperLetter[],
  posted: readonly PaperLetter[],
  on: Day | undefined,
): DepositProgress => {
  const noted = posted.filter((letter) => {
    const dispatch = dispatchOf(letter);
    return dispatch !== undefined && dispatch.depositedOn === on && atCounter.has(modeOf(letter, dispatch));
  });
  const onSlip = noted.filter((letter) => {
    const dispatch = dispatchOf(letter);
    return dispatch !== undefined && modeOf(letter, dispatch) !== 'plain';
  });
  return { noted, onSlip, left: printed.length };
};

/** Printed letters that go without a number and that nothing keeps from the post: they can be noted all at once. */
export const plainToPost = (
  ledger: Ledger,
  printed: readonly PaperLetter[],
  today: Day,
): readonly PaperLetter[] =>
  printed.filter(
    (letter) =>
      !isRegistered(letter) &&
      !(letter.table === 'reminders' && isSettled(ledger, letter.row)) &&
      postingObjection(ledger, letter, today) === undefined,
  );
