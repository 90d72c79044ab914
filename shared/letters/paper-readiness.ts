import type { Day } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { clientLetterReadiness } from './kinds/client-letter-readiness.ts';
import { type LetterReadiness, letterReadiness } from './letter-readiness.ts';
import type { PaperLetter } from './paper-letter.ts';

/** May a letter be printed on a day, be it a step of a scenario or one written beside the reminders? */
export const paperReadiness = (ledger: Ledger, letter: PaperLetter, today: Day): LetterReadiness =>
  letter.table === 'reminders'
    ? letterReadiness(ledger, letter.row, today)
    : clientLetterReadiness(ledger, letter.row, today);
