import { isBic, normaliseBic } from '../identifiers/bic.ts';
import { compact } from '../identifiers/compact.ts';
import { isCreditorReference } from '../identifiers/creditor-reference.ts';
import { normaliseIban } from '../identifiers/iban.ts';
import { fail, ok, type Result } from '../result.ts';

export interface EpcInput {
  /** Exact account holder, 1 to 70 characters: banks compare it with the IBAN, so it is never shortened. */
  readonly name: string;
  readonly iban: string;
  /** Needed for an account outside the European Economic Area only. */
  readonly bic?: string | undefined;
  /** 1 to 99,999,999,999 cents. */
  readonly amountCents: number;
  /** RF reference; excludes `text`. */
  readonly reference?: string | undefined;
  /** Free text, 1 to 140 characters; excludes `reference`. */
  readonly text?: string | undefined;
}

export type EpcError = {
  readonly kind:
    | 'invalid-name'
    | 'invalid-iban'
    | 'invalid-bic'
    | 'missing-bic'
    | 'invalid-amount'
    | 'invalid-reference'
    | 'invalid-text'
    | 'reference-and-text'
    | 'no-remittance'
    | 'too-long';
};

/** How the code must be drawn: level M exactly, at most version 13. */
export const epcSymbol = { errorCorrection: 'M', maximumVersion: 13 } as const;

const mostCents = 99_999_999_999;
const mostBytes = 331;

/** Bytes in UTF-8, counted by hand: `shared/` knows no TextEncoder. */
const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/**
 * True for what stays one line of the payload as it is: a line end inside would move every field after it, and
 * half a surrogate pair would come out of UTF-8 as another sign. `longest` in characters, outer spaces aside.
 */
const isLine = (text: string, longest: number): boolean =>
  text.trim() !== '' && [...text.trim()].length <= longest && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text);

/** Countries whose accounts need no BIC in version 002 (European Economic Area). */
const noBicNeeded =
  /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|FR|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)/;

/** `EUR1512.4`: a dot, no groups, no zeros at the end. */
const amountField = (amountCents: number): string => {
  const fraction = String(amountCents % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `EUR${Math.trunc(amountCents / 100)}${fraction === '' ? '' : `.${fraction}`}`;
};

/**
 * Payload of the SEPA credit transfer QR code (EPC069-12, version 002, UTF-8): the banking app that scans it
 * fills in account, amount and reference. Fails on a field out of its limits, both or none of reference and
 * text, or more than 331 bytes: nothing is cut, for a name or a reference that changes on the way is worse
 * than no code. Spaces round name and text are dropped, a blank reference, text or BIC counts as absent.
 */
export const epcPayload = (input: EpcInput): Result<string, EpcError> => {
  const { amountCents, text = '' } = input;
  const iban = normaliseIban(input.iban);
  const bic = normaliseBic(input.bic ?? '');
  const reference = compact(input.reference ?? '');
  const hasText = text.trim() !== '';
  if (!isLine(input.name, 70)) return fail({ kind: 'invalid-name' });
  if (!iban.ok) return fail({ kind: 'invalid-iban' });
  if (bic !== '' && !isBic(bic)) return fail({ kind: 'invalid-bic' });
  if (bic === '' && !noBicNeeded.test(iban.value)) return fail({ kind: 'missing-bic' });
  if (!Number.isSafeInteger(amountCents) || amountCents < 1 || amountCents > mostCents)
    return fail({ kind: 'invalid-amount' });
  if (reference !== '' && hasText) return fail({ kind: 'reference-and-text' });
  if (reference === '' && !hasText) return fail({ kind: 'no-remittance' });
  if (reference !== '' && !isCreditorReference(reference)) return fail({ kind: 'invalid-reference' });
  if (hasText && !isLine(text, 140)) return fail({ kind: 'invalid-text' });
  const payload = [
    'BCD',
    '002',
    '1',
    'SCT',
    bic,
    input.name.trim(),
    iban.value,
    amountField(amountCents),
    '',
    ...(reference !== '' ? [reference] : ['', text.trim()]),
  ].join('\n');
  return utf8Length(payload) > mostBytes ? fail({ kind: 'too-long' }) : ok(payload);
};
