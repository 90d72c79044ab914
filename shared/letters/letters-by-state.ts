import { clientLetterMoment } from '../ledger/client-letter-moment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { reminderMoment } from '../ledger/reminder-moment.ts';
import { type PaperLetter, paperLetters } from './paper-letter.ts';

export interface LettersByState {
  /** Letters of every kind to print, the first approved first. */
  readonly toPrint: readonly PaperLetter[];
  /** Letters of every kind to take to the post, the first printed first. */
  readonly printed: readonly PaperLetter[];
  /** Letters of every kind that went out, the last first. */
  readonly posted: readonly PaperLetter[];
}

const momentOf = (letter: PaperLetter): string =>
  letter.table === 'reminders' ? reminderMoment(letter.row.state) : clientLetterMoment(letter.row.state);

const by =
  (direction: 1 | -1) =>
  (a: PaperLetter, b: PaperLetter): number => {
    const [left, right] = [momentOf(a), momentOf(b)];
    if (left !== right) return left < right ? -direction : direction;
    return a.row.id < b.row.id ? -1 : 1;
  };

/** The letters of a ledger by what is to be done with them. */
export const lettersByState = (ledger: Ledger): LettersByState => {
  const letters = paperLetters(ledger);
  const inState = (kind: PaperLetter['row']['state']['kind']): PaperLetter[] =>
    letters.filter(({ row }) => row.state.kind === kind);
  return {
    toPrint: inState('to-print').sort(by(1)),
    printed: inState('printed').sort(by(1)),
    posted: inState('posted').sort(by(-1)),
  };
};
