import { addDays, type Day, isDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { currentBalances } from '../../../shared/ledger/balance.ts';
import { type Command, put, type Refusal } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { proposeLetter } from '../../../shared/letters/kinds/propose-letter.ts';
import { sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { deadlineFor } from '../../../shared/reminders/deadline.ts';
import {
  type ForfeitureStanding,
  forfeitureStanding,
} from '../../../shared/reminders/forfeiture-standing.ts';
import { forfeitureLetter } from '../../../shared/reminders/forfeiture-text.ts';
import { missedInstalments } from '../../../shared/reminders/plan-progress.ts';
import { fail, ok, unreachable } from '../../../shared/result.ts';
import { addClientLetter } from './client-letters.ts';

const noPlan: Refusal = { kind: 'no-plan', message: 'Cet échéancier est déjà terminé.' };
const nothingMissed: Refusal = {
  kind: 'nothing-missed',
  message: 'Aucune échéance de cet échéancier n’est manquée.',
};

const longestNoticeDays = 60;

const grantedRefusal = (grantedDays: number): Refusal | undefined =>
  Number.isInteger(grantedDays) && grantedDays >= 1 && grantedDays <= longestNoticeDays
    ? undefined
    : {
        kind: 'invalid',
        message: `Le délai accordé se compte en jours, de 1 à ${longestNoticeDays}.`,
      };

/**
 * Puts the formal notice before the « déchéance du terme » on the pile of letters to print, tied to its plan:
 * from its posting on, its chain of proof says from when its days run.
 * @param grantedDays 1 to 60.
 */
export const writeForfeitureNotice: Command<{ readonly planId: string; readonly grantedDays: number }> = (
  ledger,
  { planId, grantedDays },
  context,
) => {
  const plan = ledger.plans.get(planId);
  if (!plan || plan.endedOn !== undefined) return fail(noPlan);
  const wrong = grantedRefusal(grantedDays);
  if (wrong !== undefined) return fail(wrong);
  const standing = forfeitureStanding(ledger, plan);
  if (standing.kind === 'to-send')
    return fail({
      kind: 'known',
      message:
        'Cette mise en demeure est déjà prête : imprimez-la et postez-la depuis «\u00A0Courriers\u00A0».',
    });
  const { calendar } = settingsOf(ledger, 'reminders');
  const missed = missedInstalments(ledger, plan, context.today, calendar);
  if (missed.length === 0) return fail(nothingMissed);
  const { clientId } = plan;
  const text = proposeLetter(
    ledger,
    { clientId, kind: 'forfeiture-notice', invoiceIds: [], planId, forfeitureDays: grantedDays },
    context.today,
  );
  if (!text.ok) return fail({ kind: text.error.kind, message: text.error.message });
  const deadlineOn = deadlineFor(grantedDays, 'registered-letter', context.today, calendar);
  const added = addClientLetter(
    ledger,
    {
      clientId,
      kind: 'forfeiture-notice',
      planId,
      grantedDays,
      ...text.value,
      totalCents: sumCents(missed.map(({ leftCents }) => leftCents)),
      ...(deadlineOn === undefined ? {} : { deadlineOn }),
    },
    context,
  );
  return added.ok ? ok({ ...added.value, command: 'write-forfeiture-notice' }) : added;
};

/**
 * Records the formal notice that announces the « déchéance du terme »: the missed instalments must come
 * within the days it grants, else everything becomes due (the plan must say so; law-and-formats.md 5.4).
 * @param grantedDays 1 to 60.
 */
export const recordForfeitureNotice: Command<{
  readonly planId: string;
  readonly sentOn: Day;
  readonly grantedDays: number;
}> = (ledger, { planId, sentOn, grantedDays }, context) => {
  const plan = ledger.plans.get(planId);
  if (!plan || plan.endedOn !== undefined) return fail(noPlan);
  if (!isDay(sentOn)) return fail({ kind: 'invalid', message: 'Indiquez la date d’envoi.' });
  if (sentOn > context.today) return fail({ kind: 'future', message: 'La date d’envoi est dans le futur.' });
  const wrong = grantedRefusal(grantedDays);
  if (wrong !== undefined) return fail(wrong);
  const { calendar } = settingsOf(ledger, 'reminders');
  const [missed] = missedInstalments(ledger, plan, context.today, calendar);
  if (!missed) return fail(nothingMissed);
  if (sentOn < missed.dueOn)
    return fail({
      kind: 'too-early',
      message: `L’échéance manquée est du ${formatDay(missed.dueOn)}\u00A0: la mise en demeure la suit.`,
    });
  const endsOn = addDays(sentOn, grantedDays);
  return ok({
    command: 'record-forfeiture-notice',
    label: `Mise en demeure avant déchéance du terme envoyée le ${formatDay(sentOn)}, délai jusqu’au ${formatDay(endsOn)}`,
    clientId: plan.clientId,
    undo: 'allowed',
    writes: [put('plans', { ...plan, forfeitureNotice: { sentOn, endsOn } })],
  });
};

/** Why the term cannot be forfeited yet: its notice must have come before the client, and its days be over. */
const noticeRefusal = (standing: ForfeitureStanding, today: Day): Refusal | undefined => {
  switch (standing.kind) {
    case 'none':
      return {
        kind: 'no-notice',
        message: 'La déchéance du terme suit une mise en demeure restée sans effet. Envoyez-la d’abord.',
      };
    case 'to-send':
      return { kind: 'no-notice', message: 'La mise en demeure n’est pas encore postée.' };
    case 'on-its-way':
      return {
        kind: 'not-received',
        message:
          'Notez d’abord, dans «\u00A0Courriers\u00A0», la présentation de la mise en demeure : son délai court de sa réception.',
      };
    case 'returned':
      return {
        kind: 'not-received',
        message: `La mise en demeure est revenue le ${formatDay(standing.on)} sans atteindre le client : renvoyez-la d’abord.`,
      };
    case 'granted':
      return today <= standing.endsOn
        ? {
            kind: 'too-early',
            message: `Le délai de la mise en demeure court jusqu’au ${formatDay(standing.endsOn)}.`,
          }
        : undefined;
    default:
      return unreachable(standing);
  }
};

/**
 * « Déchéance du terme »: ends the plan once its formal notice went unanswered, so that everything owed is
 * due at once and reminded by the ordinary steps.
 */
export const forfeitPlan: Command<{
  readonly planId: string;
  /** Puts the letter that pronounces it on the pile of those to print. */
  readonly withLetter?: boolean | undefined;
}> = (ledger, { planId, withLetter }, context) => {
  const plan = ledger.plans.get(planId);
  if (!plan || plan.endedOn !== undefined) return fail(noPlan);
  const early = noticeRefusal(forfeitureStanding(ledger, plan), context.today);
  if (early !== undefined) return fail(early);
  const { calendar } = settingsOf(ledger, 'reminders');
  if (missedInstalments(ledger, plan, context.today, calendar).length === 0) return fail(nothingMissed);
  const { remainingByInvoice } = currentBalances(ledger);
  const owed = sumCents(plan.invoiceIds.map((id) => remainingByInvoice.get(id) ?? zeroCents));
  const ended = put('plans', { ...plan, endedOn: context.today, endReason: 'forfeited' });
  const letter =
    withLetter === true
      ? addClientLetter(
          ledger,
          {
            clientId: plan.clientId,
            kind: 'free',
            invoiceIds: plan.invoiceIds,
            planId,
            registered: true,
            totalCents: owed,
            ...forfeitureLetter(ledger, plan, 'letterhead'),
          },
          context,
        )
      : undefined;
  if (letter?.ok === false) return letter;
  return ok({
    command: 'forfeit-plan',
    label: `Déchéance du terme prononcée\u00A0: ${formatAmount(owed)} exigibles immédiatement`,
    clientId: plan.clientId,
    undo: 'allowed',
    writes: [ended, ...(letter?.value.writes ?? [])],
  });
};
