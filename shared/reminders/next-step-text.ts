import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { remainingCents } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { awaitsPresentation } from '../letters/awaits-presentation.ts';
import type { Planning } from './planning.ts';
import type { Reminder } from './reminder.ts';
import { levelNames } from './reminder-names.ts';

const probably =
  ' La présentation n’étant pas notée, le délai accordé est compté sur un acheminement probable.';

/**
 * What comes after a letter, one French sentence: the step that is due, what holds it back and until when, or
 * the day on which the plan will propose it. It says what the plan says, and nothing of its own.
 */
export const nextStepText = (ledger: Ledger, planning: Planning, letter: Reminder, today: Day): string => {
  const open = new Set(
    letter.lines.map(({ invoiceId }) => invoiceId).filter((id) => remainingCents(ledger, id) > 0),
  );
  if (open.size === 0) return 'Tout est réglé\u00A0: aucune relance ne suit.';
  const due = planning.proposals.find(
    ({ clientId, lines }) =>
      clientId === letter.clientId && lines.some(({ invoice }) => open.has(invoice.id)),
  );
  if (due !== undefined)
    return `${levelNames[due.level]}\u00A0: à valider dès maintenant dans «\u00A0Relances\u00A0».${awaitsPresentation(letter) ? probably : ''}`;
  const held = planning.waiting.find(({ invoiceId }) => open.has(invoiceId));
  if (held !== undefined) {
    const { reason, resumesOn } = held.block;
    return resumesOn === undefined || resumesOn <= today
      ? reason
      : `${reason} La relance suivante sera proposée le ${formatDay(resumesOn)}.`;
  }
  const coming = planning.coming.find(({ clientId }) => clientId === letter.clientId);
  return coming === undefined
    ? 'Plus aucune étape n’est prévue\u00A0: la suite est votre décision.'
    : `La relance suivante sera proposée le ${formatDay(coming.on)}.`;
};
