import type { Day } from '../../dates/day.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { fail, ok, type Result } from '../../result.ts';
import { figuresMarker } from '../letter-text.ts';
import { accountStatementProposal } from './account-statement.ts';
import { discountProposal } from './discount-letter.ts';
import { bodyOf, type LetterProposal, type LetterWish, type LetterWishFailure } from './letter-wish.ts';
import { mandateProposal } from './mandate-letter.ts';
import { paymentPlanProposal } from './payment-plan-letter.ts';
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
    case 'free':
      return ok(freeProposal(wish));
  }
};
