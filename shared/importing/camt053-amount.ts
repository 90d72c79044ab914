import type { Cents } from '../money/cents.ts';
import { cents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import { type BankAmountError, dayOfIsoDate, parseBankAmount } from './bank-values.ts';
import { type XmlElement, xmlChild, xmlText } from './xml-document.ts';

export interface CamtAmount {
  /** Signed: CdtDbtInd DBIT is negative. */
  readonly cents: Cents;
  /** ISO 4217, « » where the element has no Ccy. */
  readonly currency: string;
}

/**
 * `Amt` with its `Ccy`, and the `CdtDbtInd` beside it.
 * @param holder the element that has both (Bal, Ntry, TxDtls).
 * @param defaultSign used where there is no CdtDbtInd (a TxDtls of version 2 takes that of its entry).
 */
export const camtAmount = (
  holder: XmlElement,
  defaultSign?: 1 | -1,
): Result<CamtAmount, BankAmountError & { readonly text: string }> => {
  const amount = xmlChild(holder, 'Amt');
  const text = amount?.text ?? '';
  const read = parseBankAmount(text);
  // The schema knows no signed amounts: a minus there and DBIT beside it could mean two things.
  if (!read.ok) return fail({ ...read.error, text });
  if (/^[-+]/.test(text)) return fail({ kind: 'not-an-amount', text });
  const indicator = xmlText(holder, 'CdtDbtInd')?.toUpperCase();
  const sign =
    indicator === 'CRDT' ? 1 : indicator === 'DBIT' ? -1 : indicator === undefined ? defaultSign : undefined;
  if (sign === undefined) return fail({ kind: 'not-an-amount', text: `${text} ${indicator ?? ''}`.trim() });
  return ok({
    cents: cents(sign * read.value),
    currency: amount?.attributes.get('Ccy')?.toUpperCase() ?? '',
  });
};

/** The text of a date choice (`Dt` or `DtTm`) below an element. */
export const camtDateText = (element: XmlElement | undefined, name: string): string | undefined =>
  xmlText(element, name, 'Dt') ?? xmlText(element, name, 'DtTm');

/** The day of a date choice, as written: no zone moves it. */
export const camtDay = (element: XmlElement | undefined, name: string) =>
  dayOfIsoDate(camtDateText(element, name) ?? '');
