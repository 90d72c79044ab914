import { addDays, type Day } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Dispatch, DispatchOutcomeKind } from '../ledger/dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReminderSettings } from '../ledger/settings.ts';
import { isUndelivered, providerKeepsUntil } from './dispatch-clocks.ts';
import { modeFacts, modeOf } from './dispatch-mode.ts';
import { proofStateOf } from './expected-proofs.ts';
import { dispatchOf, invoiceIdsOf, type PaperLetter, paperLetters } from './paper-letter.ts';

const defaultReceiptDays = 20;

/** Days after the deposit on which a receipt that has not come is asked about, 1 or more. */
export const receiptDaysOf = ({ receiptMissingDays }: Pick<ReminderSettings, 'receiptMissingDays'>): number =>
  Math.max(1, receiptMissingDays ?? defaultReceiptDays);

/** What is still to be seen to about a letter that went out. */
export type DispatchFollowUp =
  /** Nothing is known of it although a receipt should have come. */
  | { readonly kind: 'receipt-missing'; readonly since: Day }
  /** It never reached the client: correct and send again. */
  | { readonly kind: 'undelivered'; readonly outcome: DispatchOutcomeKind; readonly on: Day }
  /** Refused or never fetched: keep the envelope, file it. */
  | { readonly kind: 'returned'; readonly outcome: 'refused' | 'unclaimed'; readonly on: Day }
  /** The provider deletes the proofs of an electronic registered letter. */
  | { readonly kind: 'proof-to-archive'; readonly before: Day };

/**
 * What a letter asks for on a day; undefined where it is filed or rests.
 * @param receiptDays days after the deposit on which a missing receipt is asked about.
 */
export const followUpOf = (
  letter: PaperLetter,
  dispatch: Dispatch,
  today: Day,
  receiptDays: number,
): DispatchFollowUp | undefined => {
  const { outcome, depositedOn, filedOn } = dispatch;
  const mode = modeOf(letter, dispatch);
  const { missing, unnamed } = proofStateOf(letter, dispatch);
  if (filedOn !== undefined) return undefined;
  if (outcome !== undefined && isUndelivered(outcome.kind))
    return { kind: 'undelivered', outcome: outcome.kind, on: outcome.on };
  if (outcome?.kind === 'refused' || outcome?.kind === 'unclaimed')
    return { kind: 'returned', outcome: outcome.kind, on: outcome.on };
  const since = addDays(depositedOn, receiptDays);
  if (outcome === undefined && modeFacts[mode].presentation !== undefined && today >= since)
    return { kind: 'receipt-missing', since };
  return mode === 'electronic-registered' &&
    outcome !== undefined &&
    missing.length > 0 &&
    unnamed.length === 0
    ? { kind: 'proof-to-archive', before: providerKeepsUntil(depositedOn) }
    : undefined;
};

/** A letter that needs the user's eye. */
export interface LetterToFollow {
  readonly letter: PaperLetter;
  readonly dispatch: Dispatch;
  readonly followUp: DispatchFollowUp;
}

/**
 * Letters to look at on a day, the earliest deposit first. Once everything they claim is paid, nobody needs
 * their receipts any more.
 */
export const lettersToFollow = (ledger: Ledger, today: Day): readonly LetterToFollow[] => {
  const receiptDays = receiptDaysOf(settingsOf(ledger, 'reminders'));
  const { remainingByInvoice } = currentBalances(ledger);
  const isPaid = (letter: PaperLetter): boolean => {
    const ids = invoiceIdsOf(letter);
    return ids.length > 0 && ids.every((id) => (remainingByInvoice.get(id) ?? 0) <= 0);
  };
  return paperLetters(ledger)
    .flatMap((letter): readonly LetterToFollow[] => {
      const dispatch = dispatchOf(letter);
      const followUp = dispatch && followUpOf(letter, dispatch, today, receiptDays);
      return dispatch === undefined || followUp === undefined || isPaid(letter)
        ? []
        : [{ letter, dispatch, followUp }];
    })
    .sort((a, b) =>
      a.dispatch.depositedOn === b.dispatch.depositedOn
        ? a.letter.row.id < b.letter.row.id
          ? -1
          : 1
        : a.dispatch.depositedOn < b.dispatch.depositedOn
          ? -1
          : 1,
    );
};
