import { addDays, type Day, daysBetween, isDay } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import { cents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import {
  amountProblem,
  bankError,
  bookingDayProblem,
  otherDayProblem,
  quotedFrench,
} from './bank-problem.ts';
import type { BankProblem } from './bank-reading.ts';
import { dayOfSwiftDigits, parseBankAmount } from './bank-values.ts';
import type { SwiftField } from './mt940-fields.ts';

/** What the :61: field of a movement says. */
export interface SwiftMovement {
  readonly bookedOn: Day;
  readonly valueOn?: Day;
  readonly amountCents: Cents;
  /** « RC » and « RD » take an earlier movement back. */
  readonly isReversal: boolean;
  /** Expected, not booked (« EC », « ED »). */
  readonly isExpected: boolean;
  /** « NTRF », « NMSC », « FMSC »… */
  readonly typeCode: string;
  readonly customerReference: string;
  readonly bankReference: string;
  /** Supplementary details, on the second line. */
  readonly supplement: string;
  readonly problems: readonly BankProblem[];
}

/**
 * Value date, entry date (month and day), mark, third letter of the currency, amount, type, references. The type is
 * a letter and three more, which some banks fill with blanks.
 */
const statementLine = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?([\d.,]{1,20})([A-Z][A-Z0-9 ]{3})?(.*)$/;

/**
 * The day of an entry date, which has no year: the one next to the value date, since a movement valued on
 * 31 December may be entered on 2 January.
 */
const entryDay = (monthAndDay: string, near: string): Day | undefined => {
  const year = Number(near.slice(0, 4));
  const month = monthAndDay.slice(0, 2);
  const dayOfMonth = monthAndDay.slice(2, 4);
  const candidates = [year - 1, year, year + 1]
    .map((candidate) => `${candidate}-${month}-${dayOfMonth}`)
    .filter(isDay);
  const target = isDay(near) ? near : addDays(`${near.slice(0, 7)}-01` as Day, 27);
  const distance = (candidate: Day): number => Math.abs(daysBetween(target, candidate));
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
};

/**
 * Reads a :61: field.
 * @param statement number of the statement, for the problems.
 * @returns the movement, or why it is left out (its amount or both its dates cannot be read).
 */
export const swiftMovement = (
  field: SwiftField,
  statement: number,
): Result<SwiftMovement, { readonly kind: 'left-out'; readonly problem: BankProblem }> => {
  const place = { line: field.line, statement };
  const [first = '', ...more] = field.lines;
  const leave = (problem: BankProblem) => fail({ kind: 'left-out', problem } as const);
  const match = statementLine.exec(first);
  if (!match) {
    return leave(
      bankError(
        'unreadable-line',
        `Le mouvement ${quotedFrench(first)} n’est pas lisible. Il n’est pas importé\u00a0: vérifiez-le sur votre relevé.`,
        place,
      ),
    );
  }
  const [, valueText = '', entryText, mark = '', , amountText = '', typeCode = '', references = ''] = match;
  // The standard wants the comma: without it the amount may have been cut off.
  const amount =
    amountText.includes(',') || amountText.includes('.') ? parseBankAmount(amountText) : undefined;
  if (!amount?.ok) return leave(amountProblem(amount?.error.kind ?? 'not-an-amount', amountText, place));
  const valueOn = dayOfSwiftDigits(valueText);
  // Banks that count every month as thirty days write 30 February; the year and month still tell the year.
  const near =
    valueOn ??
    `${Number(valueText.slice(0, 2)) < 80 ? '20' : '19'}${valueText.slice(0, 2)}-${valueText.slice(2, 4)}`;
  const nearIsUsable = valueOn !== undefined || /^\d{4}-(?:0[1-9]|1[0-2])$/.test(near);
  const entryOn = entryText === undefined || !nearIsUsable ? undefined : entryDay(entryText, near);
  const bookedOn = entryOn ?? valueOn;
  if (bookedOn === undefined) return leave(bookingDayProblem(valueText, place));
  const problems: BankProblem[] = [];
  if (valueOn === undefined) problems.push(otherDayProblem('La date de valeur', valueText, place));
  if (entryText !== undefined && entryOn === undefined)
    problems.push(otherDayProblem('La date d’écriture', entryText, place));
  const [customerReference = '', ...bankReferences] = references.split('//');
  const isDebit = mark === 'D' || mark === 'RC' || mark === 'ED';
  return ok({
    bookedOn,
    ...(valueOn !== undefined && { valueOn }),
    amountCents: cents(isDebit ? -amount.value : amount.value),
    isReversal: mark.startsWith('R'),
    isExpected: mark.startsWith('E'),
    typeCode: typeCode.trim(),
    customerReference: customerReference.trim(),
    bankReference: bankReferences.join('//').trim(),
    supplement: more.join(' ').trim(),
    problems,
  });
};
