import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import { type BankPlace, balanceAmountProblem, otherDayProblem, quotedFrench } from './bank-problem.ts';
import type { BankProblem } from './bank-reading.ts';
import { dayOfSwiftDigits, parseBankAmount } from './bank-values.ts';
import type { SwiftField } from './mt940-fields.ts';

/** A balance as :60F:, :60M:, :62F: and :62M: give it. */
export interface SwiftBalance {
  /** Negative when the account is overdrawn. */
  readonly cents: Cents;
  readonly currency: string;
  readonly on?: Day;
}

const pattern = /^([CD])(\d{6})([A-Z]{3})([\d.,]{1,25})$/;

const writtenValue = (field: SwiftField): string => (field.lines[0] ?? '').trim();

/** Its currency alone: what the other balances (:64:, :65:) are read for. */
export const swiftBalanceCurrency = (field: SwiftField): string | undefined =>
  pattern.exec(writtenValue(field))?.[3];

/**
 * Reads the field of a balance; without a day where that cannot be read.
 * @param what « Le solde initial », for the problems
 * @returns no balance where the amount cannot be read
 */
export const swiftBalance = (
  field: SwiftField,
  what: string,
  place: BankPlace,
): { readonly balance?: SwiftBalance; readonly problems: readonly BankProblem[] } => {
  const value = writtenValue(field);
  const match = pattern.exec(value);
  const [, mark, dayText = '', currency = '', amountText = ''] = match ?? [];
  const amount = match && /[.,]/.test(amountText) ? parseBankAmount(amountText) : undefined;
  if (!amount?.ok)
    return { problems: [balanceAmountProblem(what, value === '' ? '' : quotedFrench(value), place)] };
  const on = dayOfSwiftDigits(dayText);
  return {
    balance: { cents: cents(mark === 'D' ? -amount.value : amount.value), currency, ...(on && { on }) },
    problems: on === undefined ? [otherDayProblem('La date du solde', dayText, place)] : [],
  };
};
