import { type Cents, sumCents } from '../money/cents.ts';
import { amountProblem, bankError, bookingDayProblem, otherDayProblem } from './bank-problem.ts';
import type { BankProblem, BankStatementLine } from './bank-reading.ts';
import { type CamtAmount, camtAmount, camtDateText, camtDay } from './camt053-amount.ts';
import { type CamtDetails, camtBankCode, camtDetails } from './camt053-details.ts';
import { givenReference } from './given-reference.ts';
import { type XmlElement, xmlAt, xmlChildren, xmlText } from './xml-document.ts';

/** What an entry (Ntry) gives. */
export interface CamtEntry {
  readonly lines: readonly BankStatementLine[];
  readonly problems: readonly BankProblem[];
  /** Not booked yet (PDNG) or for information only: it gives no line. */
  readonly isPending: boolean;
}

const nbsp = '\u00a0';

/** `Sts` holds the code until version 7, `Sts/Cd` since version 8. */
const statusOf = (entry: XmlElement): string =>
  (xmlText(entry, 'Sts', 'Cd') ?? xmlText(entry, 'Sts') ?? 'BOOK').toUpperCase();

/** Amount of one transaction: `Amt` since version 4, `AmtDtls/TxAmt` in version 2. */
const amountOfDetails = (details: XmlElement, sign: 1 | -1, currency: string): Cents | undefined => {
  const holder = xmlAt(details, 'Amt') ? details : xmlAt(details, 'AmtDtls', 'TxAmt');
  if (!holder) return undefined;
  const own = camtAmount(holder, sign);
  if (!own.ok || own.value.currency !== currency) return undefined;
  return own.value.cents;
};

/** The transactions of a batch with their amounts, where these are all given and sum up to the entry. */
const batchOf = (
  allDetails: readonly XmlElement[],
  entry: CamtAmount,
): readonly { readonly details: XmlElement; readonly cents: Cents }[] | undefined => {
  if (allDetails.length < 2) return undefined;
  const sign = entry.cents < 0 ? -1 : 1;
  const parts: { readonly details: XmlElement; readonly cents: Cents }[] = [];
  for (const details of allDetails) {
    const amount = amountOfDetails(details, sign, entry.currency);
    if (amount === undefined) return undefined;
    parts.push({ details, cents: amount });
  }
  return sumCents(parts.map((part) => part.cents)) === entry.cents ? parts : undefined;
};

/** What all transactions of an entry that is not split have in common; texts one below the other. */
const merged = (all: readonly CamtDetails[]): CamtDetails => {
  const shared = <Key extends keyof CamtDetails>(key: Key): Partial<Pick<CamtDetails, Key>> => {
    const value = all[0]?.[key];
    return value !== undefined && all.every((details) => details[key] === value)
      ? ({ [key]: value } as Partial<Pick<CamtDetails, Key>>)
      : {};
  };
  return {
    labelLines: all.flatMap((details) => [
      ...(all.length > 1 && details.counterparty !== undefined ? [details.counterparty] : []),
      ...details.labelLines,
      ...(all.length > 1 && details.reference !== undefined ? [details.reference] : []),
    ]),
    ...shared('counterparty'),
    ...shared('counterpartyIban'),
    ...shared('reference'),
    ...shared('bankId'),
    ...shared('bankCode'),
    ...shared('returnReason'),
  };
};

/** Longest text of one movement; a batch of a thousand payments is not shown in full. */
const longestLabel = 2000;

/**
 * Reads an entry: one line for each transaction of a batch where their amounts sum up to the entry's, else one line.
 * @param number of the entry within the file, from 1, for the problems.
 * @param currency of the account; undefined where nothing before told it.
 */
export const camtEntry = (
  entry: XmlElement,
  context: { readonly number: number; readonly statement: number; readonly currency: string },
): CamtEntry => {
  const place = { line: context.number, statement: context.statement };
  const leave = (problem: BankProblem): CamtEntry => ({ lines: [], problems: [problem], isPending: false });
  if (statusOf(entry) !== 'BOOK') return { lines: [], problems: [], isPending: true };
  const amount = camtAmount(entry);
  if (!amount.ok) return leave(amountProblem(amount.error.kind, amount.error.text, place));
  const { currency } = amount.value;
  if (currency !== '' && currency !== context.currency) {
    return leave(
      bankError(
        'unreadable-line',
        `L’écriture n°${nbsp}${context.number} est en ${currency} sur un compte en ${context.currency}. Elle n’est pas importée${nbsp}: vérifiez-la sur votre relevé.`,
        place,
      ),
    );
  }
  const valueText = camtDateText(entry, 'ValDt');
  const valueOn = camtDay(entry, 'ValDt');
  const bookedText = camtDateText(entry, 'BookgDt');
  // The schema leaves the booking date out where it is the value date.
  const bookedOn = bookedText === undefined ? valueOn : camtDay(entry, 'BookgDt');
  if (bookedOn === undefined) return leave(bookingDayProblem(bookedText ?? valueText, place));
  const problems =
    valueText !== undefined && valueOn === undefined
      ? [otherDayProblem('La date de valeur', valueText, place)]
      : [];
  const isReversal = /^(?:true|1)$/i.test(xmlText(entry, 'RvslInd') ?? '');
  const entryInfo = (xmlText(entry, 'AddtlNtryInf') ?? '').replace(/\s+/gu, ' ').trim();
  const entryBankId = givenReference(xmlText(entry, 'AcctSvcrRef'));
  const entryCode = camtBankCode(entry);
  const lineOf = (cents: Cents, details: CamtDetails): BankStatementLine => {
    const bankId = details.bankId ?? entryBankId;
    const bankCode = details.bankCode ?? entryCode;
    const returnReason = details.returnReason ?? (isReversal ? 'RvslInd' : undefined);
    const { counterparty, counterpartyIban, reference } = details;
    const labelLines = entryInfo === '' ? details.labelLines : [entryInfo, ...details.labelLines];
    const label = labelLines.join('\n');
    return {
      bookedOn,
      ...(valueOn !== undefined && { valueOn }),
      amountCents: cents,
      label: label.length > longestLabel ? `${label.slice(0, longestLabel)}…` : label,
      ...(counterparty !== undefined && { counterparty }),
      ...(counterpartyIban !== undefined && { counterpartyIban }),
      ...(reference !== undefined && { reference }),
      ...(bankId !== undefined && { bankId }),
      ...(bankCode !== undefined && { bankCode }),
      ...(returnReason !== undefined && { returnReason }),
      fileLine: context.number,
    };
  };
  const allDetails = xmlChildren(entry, 'NtryDtls').flatMap((block) => xmlChildren(block, 'TxDtls'));
  const batch = batchOf(allDetails, { cents: amount.value.cents, currency: currency || context.currency });
  const lines = batch
    ? batch.map(({ details, cents }) => lineOf(cents, camtDetails(details, cents >= 0)))
    : [
        lineOf(
          amount.value.cents,
          merged(allDetails.map((details) => camtDetails(details, amount.value.cents >= 0))),
        ),
      ];
  return { lines, problems, isPending: false };
};
