import type { Day } from '../../dates/day.ts';
import type { LetterBlock } from '../../ipc/letter-block.ts';
import type { PaymentPlan } from '../../ledger/agreement.ts';
import type { ClientLetter } from '../../ledger/client-letter.ts';
import { settingsOf } from '../../ledger/default-settings.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OpenInstalment } from '../../ledger/plan-schedule.ts';
import { type Cents, sumCents } from '../../money/cents.ts';
import { missedInstalments } from '../../reminders/plan-progress.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { LetterWishFailure } from './letter-wish.ts';

/** What a notice before the déchéance du terme asks for on a day. */
export interface ForfeitureDemand {
  readonly plan: PaymentPlan;
  readonly missed: readonly OpenInstalment[];
  readonly missedCents: Cents;
}

const changed: LetterWishFailure = {
  kind: 'no-plan',
  message:
    'Les échéances manquées ont été réglées ou ont changé depuis\u00A0: retirez cette lettre, puis préparez-la de nouveau s’il le faut.',
};

/**
 * The instalments that a notice asks for. Fails, in French, once they are not those any more for which it was
 * written: its text would ask for another sum than its table.
 */
export const forfeitureDemand = (
  ledger: Ledger,
  { planId, totalCents }: Pick<ClientLetter, 'planId' | 'totalCents'>,
  on: Day,
): Result<ForfeitureDemand, LetterWishFailure> => {
  const plan = ledger.plans.get(planId ?? '');
  if (plan === undefined || plan.endedOn !== undefined)
    return fail({ kind: 'no-plan', message: 'L’échéancier de cette lettre a pris fin\u00A0: retirez-la.' });
  const missed = missedInstalments(ledger, plan, on, settingsOf(ledger, 'reminders').calendar);
  const missedCents = sumCents(missed.map(({ leftCents }) => leftCents));
  return missedCents > 0 && missedCents === totalCents ? ok({ plan, missed, missedCents }) : fail(changed);
};

/** The missed instalments under their places in the plan, and what they come to. */
export const forfeitureBlocks = ({ plan, missed, missedCents }: ForfeitureDemand): readonly LetterBlock[] => {
  const days = plan.instalments.map(({ dueOn }) => dueOn).sort();
  return [
    {
      kind: 'instalments',
      rows: missed.map(({ dueOn, leftCents }) => ({
        dueOn,
        cents: leftCents,
        rank: days.indexOf(dueOn) + 1,
      })),
    },
    { kind: 'total', label: 'Échéances à régler', cents: missedCents },
  ];
};
