import type { ClientLetter } from '../../../shared/ledger/client-letter.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { clientLetterReadiness } from '../../../shared/letters/kinds/client-letter-readiness.ts';
import { clientLetterNames } from '../../../shared/letters/paper-letter.ts';
import { fail, ok } from '../../../shared/result.ts';

/** What the user decided about a letter; the rest the ledger knows. */
export type NewLetter = Pick<
  ClientLetter,
  | 'clientId'
  | 'kind'
  | 'invoiceIds'
  | 'planId'
  | 'paymentId'
  | 'handoverId'
  | 'registered'
  | 'language'
  | 'subject'
  | 'body'
  | 'deadlineOn'
  | 'grantedDays'
  | 'totalCents'
  | 'statementFrom'
  | 'handwritten'
  | 'enclosures'
>;

const longestSubject = 400;

/** Puts a letter on the pile of those to print. Refused where it could not be printed. */
export const addClientLetter: Command<NewLetter> = (ledger, wish, context) => {
  const client = ledger.clients.get(wish.clientId);
  if (client === undefined) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  if (wish.subject.length > longestSubject)
    return fail({ kind: 'too-long', message: `L’objet compte ${longestSubject} caractères au plus.` });
  const letter: ClientLetter = {
    ...wish,
    id: context.newId(),
    writtenOn: context.today,
    state: { kind: 'to-print', writtenAt: context.now },
    documents: [],
  };
  const readiness = clientLetterReadiness(ledger, letter, context.today);
  if (readiness.kind === 'incomplete')
    return fail({
      kind: 'incomplete',
      message: readiness.problems[0]?.message ?? 'Cette lettre est incomplète.',
    });
  return ok({
    command: 'add-client-letter',
    label: `${clientLetterNames[wish.kind]} à ${client.name}\u00A0: à imprimer`,
    clientId: client.id,
    undo: 'allowed',
    writes: [put('letters', letter)],
  });
};

/** The letter is not sent after all; it stays in the history. */
export const withdrawClientLetter: Command<{ readonly id: string }> = (ledger, { id }, context) => {
  const letter = ledger.letters.get(id);
  if (letter === undefined || (letter.state.kind !== 'to-print' && letter.state.kind !== 'printed'))
    return fail({
      kind: 'wrong-state',
      message: 'Cette lettre a changé d’état entre-temps. La liste vient d’être remise à jour.',
    });
  return ok({
    command: 'withdraw-client-letter',
    label: `Courrier à ${ledger.clients.get(letter.clientId)?.name ?? ''} retiré`,
    clientId: letter.clientId,
    undo: 'allowed',
    writes: [put('letters', { ...letter, state: { kind: 'withdrawn', withdrawnAt: context.now } })],
  });
};
