import type { Day } from '../../../shared/dates/day.ts';
import type { TimeOfDay } from '../../../shared/dates/time-of-day.ts';
import { type Command, put, remove } from '../../../shared/ledger/decision.ts';
import type { CallOutcome, HistoryNote } from '../../../shared/ledger/history.ts';
import { fail, ok } from '../../../shared/result.ts';

/** Writes a note, a call with its outcome, a received e-mail or a service note into a client's timeline. */
export const addNote: Command<{
  readonly clientId: string;
  readonly kind: HistoryNote['kind'];
  readonly text: string;
  readonly invoiceId?: string | undefined;
  readonly outcome?: CallOutcome | undefined;
  readonly followUpOn?: Day | undefined;
  readonly followUpTime?: TimeOfDay | undefined;
}> = (ledger, wish, context) => {
  const client = ledger.clients.get(wish.clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  if (wish.text.trim() === '' && wish.outcome === undefined)
    return fail({ kind: 'empty', message: 'Écrivez quelques mots avant d’enregistrer.' });
  return ok({
    command: 'add-note',
    label: wish.kind === 'call' ? `Appel à ${client.name} noté` : `Note ajoutée à ${client.name}`,
    clientId: client.id,
    undo: 'allowed',
    writes: [
      put('notes', {
        id: context.newId(),
        clientId: client.id,
        kind: wish.kind,
        occurredAt: context.now,
        text: wish.text.trim(),
        ...(wish.invoiceId === undefined ? {} : { invoiceId: wish.invoiceId }),
        ...(wish.outcome === undefined ? {} : { outcome: wish.outcome }),
        ...(wish.followUpOn === undefined ? {} : { followUpOn: wish.followUpOn }),
        ...(wish.followUpTime === undefined ? {} : { followUpTime: wish.followUpTime }),
      }),
    ],
  });
};

export const removeNote: Command<{ readonly noteId: string }> = (ledger, { noteId }) => {
  const note = ledger.notes.get(noteId);
  if (!note) return fail({ kind: 'no-note', message: 'Cette note n’existe plus.' });
  return ok({
    command: 'remove-note',
    label: 'Note supprimée',
    clientId: note.clientId,
    undo: 'allowed',
    writes: [remove('notes', noteId)],
  });
};
