import type { Day } from '../../dates/day.ts';
import { settingsOf } from '../../ledger/default-settings.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { deadlineFor } from '../../reminders/deadline.ts';
import { forfeitureNoticeLetter } from '../../reminders/forfeiture-text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { figuresMarker } from '../letter-text.ts';
import { accountStatementProposal } from './account-statement.ts';
import { discountProposal } from './discount-letter.ts';
import { bodyOf, type LetterProposal, type LetterWish, type LetterWishFailure } from './letter-wish.ts';
import { mandateProposal } from './mandate-letter.ts';
import { paymentPlanProposal, usualForfeitureDays } from './payment-plan-letter.ts';
import { englishClosing, englishSalutation, politeClosing, salutation } from './polite-forms.ts';
import { thanksProposal } from './thanks-letter.ts';

const freeProposal = ({ language, invoiceIds }: LetterWish): LetterProposal => ({
  subject: '',
  body: bodyOf([
    language === 'en' ? englishSalutation : salutation,
    invoiceIds.length > 0 ? figuresMarker : '',
    language === 'en' ? englishClosing : politeClosing,
  ]),
  invoiceIds,
  enclosures: [],
  registered: false,
});

/** Asks for what is missed of a plan; the body is told what the plan's own dialog tells. */
const forfeitureProposal = (
  ledger: Ledger,
  { planId, forfeitureDays = usualForfeitureDays }: LetterWish,
  today: Day,
): Result<LetterProposal, LetterWishFailure> => {
  const plan = ledger.plans.get(planId ?? '');
  if (plan === undefined)
    return fail({ kind: 'no-plan', message: 'Aucun échéancier n’est en cours pour ce client.' });
  const { calendar } = settingsOf(ledger, 'reminders');
  const deadlineOn = deadlineFor(forfeitureDays, 'registered-letter', today, calendar) ?? today;
  return ok({
    ...forfeitureNoticeLetter(ledger, plan, today, deadlineOn, {
      paper: 'letterhead',
      grantedDays: forfeitureDays,
    }),
    invoiceIds: plan.invoiceIds,
    enclosures: ['Copie de l’échéancier'],
    registered: true,
  });
};

/**
 * A text for the letter that the user wants, for him to change. Fails, in French, where what the letter is about
 * is not there: no plan, a reversed payment, no escompte in the terms of sale.
 */
export const proposeLetter = (
  ledger: Ledger,
  wish: LetterWish,
  today: Day,
): Result<LetterProposal, LetterWishFailure> => {
  const client = ledger.clients.get(wish.clientId);
  if (client === undefined) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
  switch (wish.kind) {
    case 'account-statement':
      return ok(accountStatementProposal(ledger, wish, today));
    case 'payment-plan':
      return paymentPlanProposal(ledger, wish, client);
    case 'discount-offer':
      return discountProposal(ledger, wish, client, today);
    case 'thanks':
      return thanksProposal(ledger, wish, client);
    case 'mandate':
      return mandateProposal(ledger, wish, client);
    case 'forfeiture-notice':
      return forfeitureProposal(ledger, wish, today);
    case 'free':
      return ok(freeProposal(wish));
  }
};
