import type { Refusal } from '../../../shared/ledger/decision.ts';
import type { Dispatch, DispatchMode } from '../../../shared/ledger/dispatch.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { modeOf } from '../../../shared/letters/dispatch-mode.ts';
import { dispatchOf, type PaperLetter, paperLetterOf } from '../../../shared/letters/paper-letter.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** The letter with that id in one of the states, reminder or not. */
export const letterAt = (
  ledger: Ledger,
  id: string,
  kinds: readonly PaperLetter['row']['state']['kind'][],
): Result<PaperLetter, Refusal> => {
  const letter = paperLetterOf(ledger, id);
  return letter && kinds.includes(letter.row.state.kind)
    ? ok(letter)
    : fail({
        kind: 'wrong-state',
        message: 'Ce courrier a changé d’état entre-temps. La liste vient d’être remise à jour.',
      });
};

/** A letter that went out, with its chain so far. */
export interface PostedLetter {
  readonly letter: PaperLetter;
  readonly dispatch: Dispatch;
  readonly mode: DispatchMode;
  readonly clientName: string;
}

/** The letter with that id, once it was deposited. */
export const postedLetter = (ledger: Ledger, id: string): Result<PostedLetter, Refusal> => {
  const letter = paperLetterOf(ledger, id);
  const dispatch = letter && dispatchOf(letter);
  return letter === undefined || dispatch === undefined
    ? fail({ kind: 'not-posted', message: 'Notez d’abord le dépôt de ce courrier.' })
    : ok({
        letter,
        dispatch,
        mode: modeOf(letter, dispatch),
        clientName: ledger.clients.get(letter.row.clientId)?.name ?? '',
      });
};
