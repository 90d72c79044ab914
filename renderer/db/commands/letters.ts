import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { type Command, put, type Refusal, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { Reminder, ReminderState } from '../../../shared/reminders/reminder.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

const letterAt = (
  ledger: Ledger,
  id: string,
  kinds: readonly ReminderState['kind'][],
): Result<Reminder, Refusal> => {
  const reminder = ledger.reminders.get(id);
  return reminder && kinds.includes(reminder.state.kind)
    ? ok(reminder)
    : fail({
        kind: 'wrong-state',
        message: 'Ce courrier a changé d’état entre-temps. La liste vient d’être remise à jour.',
      });
};

/** Letters that came well out of the printer, with their PDF. */
export const markPrinted: Command<{
  readonly letters: readonly { readonly id: string; readonly document: DocumentRef }[];
}> = (ledger, { letters }, context) => {
  const writes: RowWrite[] = [];
  for (const { id, document } of letters) {
    const letter = letterAt(ledger, id, ['to-print', 'printed']);
    if (!letter.ok) return letter;
    const known = letter.value.documents.some(({ hash }) => hash === document.hash);
    writes.push(put('documents', document));
    writes.push(
      put('reminders', {
        ...letter.value,
        state: { kind: 'printed', printedAt: context.now },
        documents: known ? letter.value.documents : [...letter.value.documents, document],
      }),
    );
  }
  return ok({
    command: 'mark-printed',
    label: `${letters.length} ${letters.length > 1 ? 'courriers imprimés' : 'courrier imprimé'}`,
    undo: 'allowed',
    writes,
  });
};

/** Deposit at the post office: the step is done from here, and the time granted runs. */
export const recordPosting: Command<{
  readonly id: string;
  readonly depositedOn: Day;
  readonly trackingNumber: string;
}> = (ledger, { id, depositedOn, trackingNumber }, context) => {
  const letter = letterAt(ledger, id, ['to-print', 'printed', 'posted']);
  if (!letter.ok) return letter;
  const number = trackingNumber.replaceAll(/\s/g, '').toUpperCase();
  if (depositedOn > context.today)
    return fail({ kind: 'future', message: 'La date de dépôt est dans le futur.' });
  if (letter.value.channel === 'registered-letter' && !/^[0-9A-Z]{11,15}$/.test(number))
    return fail({
      kind: 'number',
      message: 'Le numéro de suivi compte 11 à 15 lettres et chiffres, par exemple 1A 123 456 7890 1.',
    });
  if (number !== '')
    for (const other of ledger.reminders.values())
      if (other.id !== id && other.state.kind === 'posted' && other.state.trackingNumber === number)
        return fail({
          kind: 'duplicate',
          message: `Le numéro ${number} est déjà celui d’un autre courrier.`,
        });
  const name = ledger.clients.get(letter.value.clientId)?.name ?? '';
  return ok({
    command: 'record-posting',
    label: `Courrier à ${name} posté${number === '' ? '' : ` (${number})`}`,
    clientId: letter.value.clientId,
    undo: 'allowed',
    writes: [
      put('reminders', {
        ...letter.value,
        // A corrected deposit keeps the presentation where it still follows it.
        state: {
          kind: 'posted',
          depositedOn,
          trackingNumber: number,
          ...(letter.value.state.kind === 'posted' &&
          letter.value.state.presentedOn !== undefined &&
          letter.value.state.presentedOn >= depositedOn
            ? { presentedOn: letter.value.state.presentedOn }
            : {}),
          recordedAt: context.now,
        },
      }),
    ],
  });
};

/** A document (scan of a proof, returned envelope) added to a message. */
export const attachDocument: Command<{ readonly reminderId: string; readonly document: DocumentRef }> = (
  ledger,
  { reminderId, document },
) => {
  const reminder = ledger.reminders.get(reminderId);
  if (!reminder) return fail({ kind: 'no-reminder', message: 'Ce courrier n’existe plus.' });
  if (reminder.documents.some(({ hash }) => hash === document.hash))
    return fail({ kind: 'known', message: 'Ce document est déjà joint.' });
  return ok({
    command: 'attach-document',
    label: `Document «\u00A0${document.name}\u00A0» joint`,
    clientId: reminder.clientId,
    undo: 'allowed',
    writes: [
      put('documents', document),
      put('reminders', { ...reminder, documents: [...reminder.documents, document] }),
    ],
  });
};

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
