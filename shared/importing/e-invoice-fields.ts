import { type Day, isDay } from '../dates/day.ts';
import { compact } from '../identifiers/compact.ts';
import { isEmailAddress } from '../identifiers/email-address.ts';
import { type Cents, cents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import type { EInvoice, EInvoiceError, EInvoiceField, EInvoiceParty } from './e-invoice-contract.ts';

/** Largest amount taken for one, in euros: a thousand milliards. */
const longestWhole = 12;

/** An amount of a document (xs:decimal, no thousands separators) in cents. */
export const readAmount = (text: string, field: EInvoiceField): Result<Cents, EInvoiceError> => {
  const match = /^([+-]?)(\d{0,20})(?:\.(\d{0,20}))?$/.exec(text);
  const [, sign = '', whole = '', decimals = ''] = match ?? [];
  if (!match || whole.length + decimals.length === 0 || whole.replace(/^0+/, '').length > longestWhole) {
    return fail({ kind: 'unreadable-field', field, value: text });
  }
  if (!/^0*$/.test(decimals.slice(2))) return fail({ kind: 'too-precise', field, value: text });
  const value = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  return ok(cents(sign === '-' ? -value : value));
};

/** A day as CII (`20260131`, format 102) or UBL (`2026-01-31`, perhaps with a zone or a time) writes it. */
export const readDocumentDay = (text: string, field: EInvoiceField): Result<Day, EInvoiceError> => {
  const [, year, month, dayOfMonth] = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[TZ+ -]|\d{4})/.exec(text) ?? [];
  const day = `${year}-${month}-${dayOfMonth}`;
  return isDay(day) ? ok(day) : fail({ kind: 'unreadable-field', field, value: text });
};

/** What a syntax gives of a party, before the identifiers are sorted out. */
export interface RawParty {
  readonly name: string | undefined;
  readonly tradingName?: string | undefined;
  /** Every identifier of the party with its scheme (ISO 6523): 0002 SIREN, 0009 SIRET. */
  readonly ids: readonly { readonly scheme: string | undefined; readonly id: string }[];
  readonly legalId?: string | undefined;
  readonly vat?: string | undefined;
  readonly addressLines: readonly (string | undefined)[];
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly country?: string | undefined;
  /** The likeliest first; what is no address (« XX ») is passed over. */
  readonly emails: readonly (string | undefined)[];
  readonly phone?: string | undefined;
  readonly contactName?: string | undefined;
}

/** Leaves out what is undefined or empty, for contracts with exact optional properties. */
const present = <Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

const frenchIdentifiers = (raw: RawParty): { siren: string | undefined; siret: string | undefined } => {
  const digits = (scheme: string, length: number): string | undefined =>
    raw.ids
      .filter((entry) => entry.scheme === scheme)
      .map(({ id }) => compact(id))
      .find((id) => id.length === length && /^\d+$/.test(id));
  // Scheme 0002 should carry a SIREN; many programs put the SIRET there.
  const siret = digits('0009', 14) ?? digits('0002', 14);
  const ofVat = /^FR[0-9A-Z]{2}(\d{9})$/.exec(compact(raw.vat ?? ''))?.[1];
  // A VAT number of Monaco stands on no SIREN: it begins with 000.
  const siren = digits('0002', 9) ?? siret?.slice(0, 9) ?? (ofVat?.startsWith('000') ? undefined : ofVat);
  return { siren, siret };
};

/** The party of a raw one; undefined when it has no name. */
export const partyOf = (raw: RawParty): EInvoiceParty | undefined => {
  const name = raw.name ?? raw.tradingName;
  if (name === undefined) return undefined;
  const addressLines = raw.addressLines.filter((line) => line !== undefined);
  return {
    name: name.replace(/\s+/g, ' '),
    ...present({
      tradingName: raw.tradingName === name ? undefined : raw.tradingName,
      ...frenchIdentifiers(raw),
      vat: raw.vat,
      legalId: raw.legalId,
      addressLines: addressLines.length > 0 ? addressLines : undefined,
      postcode: raw.postcode,
      city: raw.city,
      country: raw.country,
      email: raw.emails.find((email) => email !== undefined && isEmailAddress(email)),
      phone: raw.phone,
      contactName: raw.contactName,
    }),
  };
};

/** Credit notes of UNTDID 1001 as EN 16931 and the French reform use them. */
const creditTypes = new Set(['261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532']);

/** Types that ask for no payment: pro forma and offers. */
const unpayableTypes = new Set(['310', '325']);

/** What a syntax read of a document; amounts and days still as text. */
export interface RawInvoice {
  readonly syntax: EInvoice['syntax'];
  readonly profile: string | undefined;
  readonly businessProcess: string | undefined;
  readonly number: string | undefined;
  readonly typeCode: string | undefined;
  readonly issuedOn: string | undefined;
  readonly dueOn: readonly string[];
  readonly currency: string | undefined;
  readonly seller: RawParty | undefined;
  readonly buyer: RawParty | undefined;
  readonly payee: RawParty | undefined;
  readonly orderReference: string | undefined;
  readonly buyerReference: string | undefined;
  readonly paymentTerms: readonly string[];
  readonly notes: EInvoice['notes'];
  readonly paymentReference: string | undefined;
  readonly ibans: readonly string[];
  readonly bic: string | undefined;
  readonly precedingInvoices: readonly string[];
  readonly taxExclusive: string | undefined;
  readonly vat: string | undefined;
  readonly total: string | undefined;
  readonly prepaid: string | undefined;
  readonly rounding: string | undefined;
  readonly due: string | undefined;
}

const amountIfAny = (text: string | undefined): Cents | undefined => {
  const amount = text === undefined ? undefined : readAmount(text, 'totalCents');
  return amount?.ok ? amount.value : undefined;
};

/** Checks what every invoice needs and brings it into the one shape. */
export const assembleEInvoice = (raw: RawInvoice): Result<EInvoice, EInvoiceError> => {
  const missing = (field: EInvoiceField) => fail({ kind: 'missing-field', field } as const);
  if (raw.number === undefined) return missing('number');
  if (raw.issuedOn === undefined) return missing('issuedOn');
  const issuedOn = readDocumentDay(raw.issuedOn, 'issuedOn');
  if (!issuedOn.ok) return issuedOn;
  if (raw.currency === undefined) return missing('currency');
  if (!/^[A-Z]{3}$/.test(raw.currency)) {
    return fail({ kind: 'unreadable-field', field: 'currency', value: raw.currency });
  }
  const seller = raw.seller && partyOf(raw.seller);
  const buyer = raw.buyer && partyOf(raw.buyer);
  if (!seller) return missing('seller');
  if (!buyer) return missing('buyer');
  if (raw.total === undefined) return missing('totalCents');
  const total = readAmount(raw.total, 'totalCents');
  if (!total.ok) return total;
  const prepaid = raw.prepaid === undefined ? undefined : readAmount(raw.prepaid, 'prepaidCents');
  if (prepaid && !prepaid.ok) return prepaid;
  if (raw.due === undefined) return missing('dueCents');
  const due = readAmount(raw.due, 'dueCents');
  if (!due.ok) return due;
  let dueOn: Day | undefined;
  for (const text of raw.dueOn) {
    const read = readDocumentDay(text, 'dueOn');
    if (!read.ok) return read;
    // Of several instalments the last: a reminder before would be one too early.
    if (dueOn === undefined || read.value > dueOn) dueOn = read.value;
  }
  const typeCode = raw.typeCode ?? (raw.syntax === 'ubl-credit-note' ? '381' : '380');
  if (unpayableTypes.has(typeCode)) return fail({ kind: 'not-an-invoice', root: `type ${typeCode}` });
  const [iban] = raw.ibans;
  const [precedingInvoice] = raw.precedingInvoices;
  return ok({
    syntax: raw.syntax,
    ...present({ profile: raw.profile, businessProcess: raw.businessProcess }),
    number: raw.number.replace(/\s+/g, ' '),
    typeCode,
    isCreditNote: raw.syntax === 'ubl-credit-note' || creditTypes.has(typeCode) || total.value < 0,
    issuedOn: issuedOn.value,
    ...present({ dueOn }),
    currency: raw.currency,
    seller,
    buyer,
    ...present({
      payee: raw.payee && partyOf(raw.payee),
      orderReference: raw.orderReference,
      buyerReference: raw.buyerReference,
      paymentTerms: raw.paymentTerms.join('\n'),
    }),
    notes: raw.notes,
    ...present({ paymentReference: raw.paymentReference, iban, bic: raw.bic, precedingInvoice }),
    ibans: raw.ibans,
    precedingInvoices: raw.precedingInvoices,
    ...present({ taxExclusiveCents: amountIfAny(raw.taxExclusive), vatCents: amountIfAny(raw.vat) }),
    totalCents: total.value,
    ...present({ prepaidCents: prepaid?.value, roundingCents: amountIfAny(raw.rounding) }),
    dueCents: due.value,
    isAlreadyPaid: /^[BSM]2$/.test(raw.businessProcess ?? ''),
  });
};
