import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { fail, ok } from '../../../shared/result.ts';

/**
 * First presentation of a registered letter at the client's, as the post's tracking or the receipt tells it.
 * A letter that was refused or never fetched is presented all the same. Interest of a consumer runs from the
 * day after it (C. civ. 1231-6, 1344-1). Undefined takes a wrong day back.
 */
export const recordPresentation: Command<{
  readonly id: string;
  readonly presentedOn: Day | undefined;
}> = (ledger, { id, presentedOn }, context) => {
  const letter = ledger.reminders.get(id);
  if (letter?.state.kind !== 'posted')
    return fail({ kind: 'not-posted', message: 'Notez d’abord le dépôt de ce courrier.' });
  const { presentedOn: _before, ...state } = letter.state;
  if (presentedOn !== undefined && presentedOn < state.depositedOn)
    return fail({
      kind: 'before-deposit',
      message: `La présentation suit le dépôt du ${formatDay(state.depositedOn)}.`,
    });
  if (presentedOn !== undefined && presentedOn > context.today)
    return fail({ kind: 'future', message: 'La date de présentation est dans le futur.' });
  const name = ledger.clients.get(letter.clientId)?.name ?? '';
  return ok({
    command: 'record-presentation',
    label:
      presentedOn === undefined
        ? `Présentation du courrier à ${name} retirée`
        : `Courrier à ${name} présenté le ${formatDay(presentedOn)}`,
    clientId: letter.clientId,
    undo: 'allowed',
    writes: [
      put('reminders', {
        ...letter,
        state: presentedOn === undefined ? state : { ...state, presentedOn },
      }),
    ],
  });
};
