import { isIban } from '../identifiers/iban.ts';
import type { BankStatementLine } from './bank-reading.ts';
import { givenReference } from './given-reference.ts';
import { swiftInformation } from './mt940-information.ts';
import type { SwiftMovement } from './mt940-movement.ts';

/** The account of :25: without spaces; the IBAN alone where a BIC stands before it or a currency behind it. */
export const swiftAccount = (value: string): string => {
  const bare = value.replace(/\s+/gu, '');
  const iban = bare
    .split('/')
    .flatMap((part) => [part, part.replace(/[A-Z]{3}$/, '')])
    .find(isIban);
  return iban ?? bare;
};

/** A movement with the text of its :86: (`information`) and of fields that only some banks have (`extra`). */
export const swiftLine = (
  movement: SwiftMovement,
  information: readonly string[],
  extra: readonly string[],
  fileLine: number,
): BankStatementLine => {
  const details = swiftInformation(information);
  const toldText = details.labelLines.join(' ');
  const supplement = movement.supplement.replace(/\s+/gu, ' ');
  const label = [
    ...details.labelLines,
    ...(supplement !== '' && !toldText.includes(supplement) ? [supplement] : []),
    ...extra.map((line) => line.trim()).filter((line) => line !== ''),
  ].join('\n');
  // « KREF+ » says that the reference is in :86:; some banks put the other side's account there.
  const ownReference = givenReference(movement.customerReference.replace(/^[A-Z]{4}\+$/, ''));
  const reference =
    details.reference ?? (ownReference === details.counterpartyIban ? undefined : ownReference);
  const bankId = givenReference(movement.bankReference);
  const { bookedOn, valueOn, amountCents, typeCode, isReversal } = movement;
  return {
    bookedOn,
    ...(valueOn !== undefined && { valueOn }),
    amountCents,
    label,
    ...(details.counterparty !== undefined && { counterparty: details.counterparty }),
    ...(details.counterpartyIban !== undefined && { counterpartyIban: details.counterpartyIban }),
    ...(reference !== undefined && { reference }),
    ...(bankId !== undefined && { bankId }),
    ...(typeCode !== '' && { bankCode: typeCode }),
    ...(isReversal && { returnReason: amountCents < 0 ? 'RC' : 'RD' }),
    fileLine,
  };
};
