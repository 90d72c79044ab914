import { addDays, type Day, isDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { currentBalances } from '../../../shared/ledger/balance.ts';
import { type Command, put, type Refusal } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { missedInstalments } from '../../../shared/reminders/plan-progress.ts';
import { fail, ok } from '../../../shared/result.ts';

const noPlan: Refusal = { kind: 'no-plan', message: 'Cet échéancier est déjà terminé.' };
const nothingMissed: Refusal = {
  kind: 'nothing-missed',
  message: 'Aucune échéance de cet échéancier n’est manquée.',
};

const longestNoticeDays = 60;

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
  if (!Number.isInteger(grantedDays) || grantedDays < 1 || grantedDays > longestNoticeDays)
    return fail({
      kind: 'invalid',
      message: `Le délai accordé se compte en jours, de 1 à ${longestNoticeDays}.`,
    });
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

/**
 * « Déchéance du terme »: ends the plan once its formal notice went unanswered, so that everything owed is
 * due at once and reminded by the ordinary steps.
 */
export const forfeitPlan: Command<{ readonly planId: string }> = (ledger, { planId }, context) => {
  const plan = ledger.plans.get(planId);
  if (!plan || plan.endedOn !== undefined) return fail(noPlan);
  const { forfeitureNotice: notice } = plan;
  if (notice === undefined)
    return fail({
      kind: 'no-notice',
      message: 'La déchéance du terme suit une mise en demeure restée sans effet. Envoyez-la d’abord.',
    });
  if (context.today <= notice.endsOn)
    return fail({
      kind: 'too-early',
      message: `Le délai de la mise en demeure court jusqu’au ${formatDay(notice.endsOn)}.`,
    });
  const { calendar } = settingsOf(ledger, 'reminders');
  if (missedInstalments(ledger, plan, context.today, calendar).length === 0) return fail(nothingMissed);
  const { remainingByInvoice } = currentBalances(ledger);
  const owed = sumCents(plan.invoiceIds.map((id) => remainingByInvoice.get(id) ?? zeroCents));
  return ok({
    command: 'forfeit-plan',
    label: `Déchéance du terme prononcée\u00A0: ${formatAmount(owed)} exigibles immédiatement`,
    clientId: plan.clientId,
    undo: 'allowed',
    writes: [put('plans', { ...plan, endedOn: context.today, endReason: 'forfeited' })],
  });
};
