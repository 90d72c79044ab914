import { fail, ok, type Result } from '../result.ts';
import { amountProblem, bookingDayProblem, otherDayProblem } from './bank-problem.ts';
import type { BankProblem, BankStatementLine } from './bank-reading.ts';
import { dayOfFrenchDigits } from './bank-values.ts';
import { cfonbAmount } from './cfonb120-amount.ts';
import { cfonbDetails } from './cfonb120-details.ts';
import { type CfonbRecord, rawZone, zone } from './cfonb120-record.ts';
import { givenReference } from './given-reference.ts';

/** Number of decimals at position 20; banks that leave it blank (LCL) mean two. */
export const decimalsOf = (record: CfonbRecord): number => {
  const digit = rawZone(record, 20, 20);
  return /^\d$/.test(digit) ? Number(digit) : 2;
};

const isBlankOrZero = (text: string): boolean => /^0*$/.test(text);

/** A movement that can be kept, with what is wrong but does no harm. */
export interface CfonbMovement {
  readonly line: BankStatementLine;
  readonly problems: readonly BankProblem[];
}

/**
 * A movement of its 04 record and the 05 records that follow it.
 * @returns the movement, or why it cannot be kept (no amount, no day).
 */
export const cfonbMovement = (
  record: CfonbRecord,
  details: readonly CfonbRecord[],
  statement: number,
): Result<CfonbMovement, { readonly kind: 'left-out'; readonly problem: BankProblem }> => {
  const place = { line: record.line, statement };
  const amount = cfonbAmount(rawZone(record, 91, 104), decimalsOf(record));
  if (!amount.ok) {
    return fail({
      kind: 'left-out',
      problem: amountProblem(amount.error.kind, rawZone(record, 91, 104), place),
    });
  }
  const bookedText = zone(record, 35, 40);
  const bookedOn = dayOfFrenchDigits(bookedText);
  if (bookedOn === undefined)
    return fail({ kind: 'left-out', problem: bookingDayProblem(bookedText, place) });
  const valueText = zone(record, 43, 48);
  const valueOn = dayOfFrenchDigits(valueText);
  const problems =
    valueOn === undefined && !isBlankOrZero(valueText)
      ? [otherDayProblem('La date de valeur', valueText, place)]
      : [];
  const found = cfonbDetails(zone(record, 49, 79), details);
  const isCredit = amount.value >= 0;
  const counterparty = isCredit ? (found.debtor ?? found.creditor) : (found.creditor ?? found.debtor);
  const reference = found.reference ?? givenReference(zone(record, 105, 120));
  const entryNumber = zone(record, 82, 88);
  const bankId = found.bankReference ?? (isBlankOrZero(entryNumber) ? undefined : entryNumber);
  const bankCode = zone(record, 33, 34);
  const rejectCode = zone(record, 41, 42);
  return ok({
    line: {
      bookedOn,
      ...(valueOn !== undefined && { valueOn }),
      amountCents: amount.value,
      label: found.labelLines.join('\n'),
      ...(counterparty !== undefined && { counterparty }),
      ...(reference !== undefined && { reference }),
      ...(bankId !== undefined && { bankId }),
      ...(bankCode !== '' && { bankCode }),
      ...(!isBlankOrZero(rejectCode) && { returnReason: rejectCode }),
      fileLine: record.line,
    },
    problems,
  });
};
