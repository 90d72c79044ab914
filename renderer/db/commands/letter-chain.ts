import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type Command, put, type Refusal, type RowWrite, remove } from '../../../shared/ledger/decision.ts';
import type { Dispatch, DispatchOutcome } from '../../../shared/ledger/dispatch.ts';
import { isUndelivered } from '../../../shared/letters/dispatch-clocks.ts';
import { stageName, stageText } from '../../../shared/letters/dispatch-stage.ts';
import { conclude, file, present, reopen } from '../../../shared/letters/dispatch-transition.ts';
import { writeLetter } from '../../../shared/letters/paper-letter.ts';
import { resentRow } from '../../../shared/letters/resent-row.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type PostedLetter, postedLetter } from './letter-lookup.ts';

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const written = ({ letter }: PostedLetter, dispatch: Dispatch): RowWrite =>
  writeLetter(letter, { state: { kind: 'posted', ...dispatch } });

/**
 * First presentation of a letter at the client's, as the post's tracking or the receipt tells it. A letter that
 * was refused or never fetched is presented all the same. Interest of a consumer runs from the day after it
 * (C. civ. 1231-6, 1344-1). Undefined takes a wrong day back.
 */
export const recordPresentation: Command<{
  readonly id: string;
  readonly presentedOn: Day | undefined;
}> = (ledger, { id, presentedOn }, context) => {
  const posted = postedLetter(ledger, id);
  if (!posted.ok) return posted;
  const { letter, dispatch, mode, clientName } = posted.value;
  const next = present(dispatch, mode, presentedOn, context);
  if (!next.ok) return next;
  const what = lower(stageName('presented', mode).replace(/e$/, ''));
  return ok({
    command: 'record-presentation',
    label:
      presentedOn === undefined
        ? `Présentation du courrier à ${clientName} retirée`
        : `Courrier à ${clientName} ${what} le ${formatDay(presentedOn)}`,
    clientId: letter.row.clientId,
    undo: 'allowed',
    writes: [written(posted.value, next.value)],
  });
};

/**
 * What became of a letter, with its first presentation where the receipt tells both. Undefined outcome takes
 * it back; `presentedOn` undefined leaves the presentation as it is.
 */
export const recordOutcome: Command<{
  readonly id: string;
  readonly outcome: DispatchOutcome | undefined;
  readonly presentedOn?: Day | undefined;
}> = (ledger, { id, outcome, presentedOn }, context) => {
  const posted = postedLetter(ledger, id);
  if (!posted.ok) return posted;
  const { letter, dispatch, mode, clientName } = posted.value;
  // Corrected together, both days are measured against each other and not against what was noted before.
  const { outcome: _before, ...bare } = dispatch;
  const start: Result<Dispatch, Refusal> =
    presentedOn === undefined ? ok(dispatch) : present(bare, mode, presentedOn, context);
  const next = start.ok ? conclude(start.value, mode, outcome, context) : start;
  if (!next.ok) return next;
  return ok({
    command: 'record-letter-outcome',
    label:
      outcome === undefined
        ? `Suite du courrier à ${clientName} retirée`
        : `Courrier à ${clientName}\u00A0: ${lower(stageText(next.value, mode))}`,
    clientId: letter.row.clientId,
    undo: 'allowed',
    writes: [written(posted.value, next.value)],
  });
};

/** « Classer » letters about which nothing more is to be done, all or none. */
export const fileLetters: Command<{ readonly ids: readonly string[]; readonly filedOn?: Day | undefined }> = (
  ledger,
  { ids, filedOn },
  context,
) => {
  const writes: RowWrite[] = [];
  let clientId: string | undefined;
  let name = '';
  for (const id of ids) {
    const posted = postedLetter(ledger, id);
    if (!posted.ok) return posted;
    const next = file(posted.value.dispatch, posted.value.mode, filedOn ?? context.today, context);
    if (!next.ok)
      return ids.length === 1
        ? next
        : fail({ ...next.error, message: `Courrier à ${posted.value.clientName}. ${next.error.message}` });
    writes.push(written(posted.value, next.value));
    clientId = posted.value.letter.row.clientId;
    name = posted.value.clientName;
  }
  if (writes.length === 0) return fail({ kind: 'none', message: 'Aucun courrier à classer.' });
  return ok({
    command: 'file-letters',
    label: writes.length > 1 ? `${writes.length} courriers classés` : `Courrier à ${name} classé`,
    ...(writes.length === 1 ? { clientId } : {}),
    undo: 'allowed',
    writes,
  });
};

/** Takes « Classer » back. */
export const reopenLetter: Command<{ readonly id: string }> = (ledger, { id }) => {
  const posted = postedLetter(ledger, id);
  if (!posted.ok) return posted;
  const next = reopen(posted.value.dispatch);
  if (!next.ok) return next;
  return ok({
    command: 'reopen-letter',
    label: `Courrier à ${posted.value.clientName} rouvert`,
    clientId: posted.value.letter.row.clientId,
    undo: 'allowed',
    writes: [written(posted.value, next.value)],
  });
};

/**
 * « Renvoyer » a letter that never reached the client. A reminder's step is due again: the plan proposes it
 * with the amounts and the time granted of that day, and the letter that failed stays in the history under an
 * id of its own. Any other letter is to be printed again as it was written.
 */
export const resendLetter: Command<{ readonly id: string }> = (ledger, { id }, context) => {
  const posted = postedLetter(ledger, id);
  if (!posted.ok) return posted;
  const { letter, dispatch, clientName } = posted.value;
  if (dispatch.resentOn !== undefined)
    return fail({ kind: 'resent', message: 'Ce courrier a déjà été renvoyé.' });
  if (dispatch.outcome === undefined || !isUndelivered(dispatch.outcome.kind))
    return fail({
      kind: 'delivered',
      message: 'Seul un courrier revenu sans avoir atteint le client, ou perdu, se renvoie.',
    });
  if (context.today < dispatch.outcome.on)
    return fail({ kind: 'order', message: 'Le renvoi suit le retour du courrier.' });
  const state = {
    kind: 'posted' as const,
    ...dispatch,
    filedOn: dispatch.filedOn ?? context.today,
    resentOn: context.today,
  };
  const { clientId } = letter.row;
  if (letter.table === 'letters') {
    const { letterHash: _printed, ...bareRow } = letter.row;
    return ok({
      command: 'resend-letter',
      label: `Courrier à ${clientName} à imprimer de nouveau`,
      clientId,
      undo: 'allowed',
      writes: [
        put('letters', { ...letter.row, state }),
        put('letters', {
          ...bareRow,
          id: context.newId(),
          writtenOn: context.today,
          state: { kind: 'to-print', writtenAt: context.now },
          documents: [],
        }),
      ],
    });
  }
  const kept = resentRow(ledger, { ...letter.row, state });
  return ok({
    command: 'resend-letter',
    label: `Courrier à ${clientName} à renvoyer\u00A0: la relance est de nouveau à valider`,
    clientId,
    undo: 'allowed',
    writes: [
      remove('reminders', letter.row.id),
      put('reminders', kept),
      ...[...ledger.reminders.values()]
        .filter(({ companionOf }) => companionOf === letter.row.id)
        .map((companion) => put('reminders', { ...companion, companionOf: kept.id })),
    ],
  });
};
