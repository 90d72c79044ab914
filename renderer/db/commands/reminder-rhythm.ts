import type { LenientPeriod, ReminderRhythm } from '../../../shared/ledger/client.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { lenientProblem, rhythmProblem } from '../../../shared/reminders/rhythm-text.ts';
import { fail, ok } from '../../../shared/result.ts';

/** When reminders may reach a client, and the days on which only courteous ones do; undefined = as for all. */
export const setClientRhythm: Command<{
  readonly clientId: string;
  readonly rhythm: ReminderRhythm | undefined;
  readonly lenient: LenientPeriod | undefined;
}> = (ledger, { clientId, rhythm, lenient }) => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  const message = rhythmProblem(rhythm) ?? lenientProblem(lenient);
  if (message !== undefined) return fail({ kind: 'invalid', message });
  return ok({
    command: 'set-client-rhythm',
    label: `Rythme des relances de ${client.name} modifié`,
    clientId,
    undo: 'allowed',
    writes: [put('clients', { ...client, rhythm, lenient })],
  });
};
