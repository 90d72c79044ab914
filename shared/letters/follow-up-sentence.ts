import { formatDay } from '../dates/format-day.ts';
import type { DispatchOutcomeKind } from '../ledger/dispatch.ts';
import { isFormal } from '../reminders/level.ts';
import { unreachable } from '../result.ts';
import type { DispatchFollowUp } from './dispatch-follow-up.ts';
import { dispatchOf, letterName, type PaperLetter } from './paper-letter.ts';

const outcomes: Readonly<Record<DispatchOutcomeKind, string>> = {
  delivered: 'distribuée',
  refused: 'refusée',
  unclaimed: 'avisée et non réclamée',
  'unknown-address': 'revenue, destinataire inconnu à l’adresse',
  'no-access': 'revenue pour défaut d’accès ou d’adressage',
  lost: 'perdue',
};

/** What a letter asks for, one French sentence without the client's name. */
export const followUpSentence = (letter: PaperLetter, followUp: DispatchFollowUp): string => {
  const dispatch = dispatchOf(letter);
  const sent = dispatch === undefined ? '' : ` du ${formatDay(dispatch.depositedOn)}`;
  const name = `${letterName(letter)}${sent}`;
  switch (followUp.kind) {
    case 'receipt-missing':
      return `${name}\u00A0: aucun avis de réception. Suivez l’envoi et notez ce qu’il est devenu.`;
    case 'undelivered':
      return `${name}\u00A0: ${outcomes[followUp.outcome]} le ${formatDay(followUp.on)}. ${followUp.outcome === 'lost' ? 'Renvoyez ce courrier.' : 'Corrigez l’adresse, puis renvoyez.'}`;
    case 'returned':
      return `${name}\u00A0: ${outcomes[followUp.outcome]}. ${letter.table === 'reminders' && isFormal(letter.row.level) ? 'Elle reste valable' : 'L’envoi reste prouvé'}\u00A0: joignez l’enveloppe, puis classez.`;
    case 'proof-to-archive':
      return `${name}\u00A0: joignez les preuves du prestataire avant le ${formatDay(followUp.before)}, il ne les garde qu’un an.`;
    default:
      return unreachable(followUp);
  }
};
