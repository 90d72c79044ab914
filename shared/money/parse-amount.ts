import { fail, ok, type Result } from '../result.ts';
import { type Cents, cents } from './cents.ts';

/** Why a text is no amount; `text` is what was read, to be shown beside the line number. */
export type AmountError = {
  readonly kind: 'empty' | 'not-an-amount' | 'ambiguous' | 'too-precise' | 'too-large';
  readonly text: string;
};

export interface AmountOptions {
  /** The decimal separator of the column, once known; decides `1,234`. */
  readonly decimal?: ',' | '.';
}

const currency = /^(?:€|EUR|euros?)\s*|\s*(?:€|EUR|euros?)$/giu;
/** Spaces (U+00A0 and U+202F are in `\s`), and the three apostrophes Swiss and OCR sources group with. */
const softGroup = /[\s'’ʼ]/u;
const minus = /[-−–]/u;

/** Takes one sign off: `-12`, `12-`, `(12)`, `+12`; undefined when signs contradict or repeat. */
const takeSign = (text: string): { readonly negative: boolean; readonly rest: string } | undefined => {
  const bracketed = /^\((.*)\)$/u.exec(text);
  const inner = (bracketed?.[1] ?? text).replace(currency, '').trim();
  const leading = /^[-−–+]/u.test(inner);
  const trailing = /[-−–]$/u.test(inner);
  if (Number(Boolean(bracketed)) + Number(leading) + Number(trailing) > 1) return undefined;
  const rest = inner
    .slice(leading ? 1 : 0, trailing ? -1 : undefined)
    .trim()
    .replace(currency, '')
    .trim();
  return { negative: Boolean(bracketed) || trailing || (leading && minus.test(inner.charAt(0))), rest };
};

/** `1 234 567` by threes with one kind of separator, or digits alone. */
const isGrouped = (text: string, separator: string): boolean => {
  const groups = text.split(separator);
  const [first = '', ...others] = groups;
  return /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
};

/** Digits of the whole part, or undefined when its grouping is not by threes. */
const wholeDigits = (text: string, hardGroup: ',' | '.' | undefined): string | undefined => {
  if (/^\d*$/.test(text)) return text;
  const soft = softGroup.exec(text)?.[0];
  const separator = soft ?? hardGroup;
  if (separator === undefined || (soft !== undefined && hardGroup !== undefined && text.includes(hardGroup)))
    return undefined;
  const even = soft === undefined ? text : text.replace(/\s/gu, soft);
  return isGrouped(even, separator) ? even.replaceAll(separator, '') : undefined;
};

/** Which of comma and dot is the decimal one in `body`; undefined when there is none. */
const decimalSeparator = (
  body: string,
  told: ',' | '.' | undefined,
): { readonly decimal: ',' | '.' | undefined } | 'ambiguous' | 'contradicts' => {
  const comma = body.lastIndexOf(',');
  const dot = body.lastIndexOf('.');
  if (comma < 0 && dot < 0) return { decimal: undefined };
  const last = comma > dot ? ',' : '.';
  if (comma >= 0 && dot >= 0) return told !== undefined && told !== last ? 'contradicts' : { decimal: last };
  if (told !== undefined) return { decimal: told === last ? told : undefined };
  const [before = '', ...after] = body.split(last);
  if (after.length > 1) return { decimal: undefined };
  // « 1,234 » is 1234 in English and 1.234 in French: only a column that shows more can tell.
  const couldGroup = /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(after[0] ?? '');
  return couldGroup ? 'ambiguous' : { decimal: last };
};

/**
 * Reads an amount in euros as people, spreadsheets and banks write it: `1 234,56`, `1.234,56`, `1,234.56`,
 * `1234.56`, `-12,00`, `12,00-`, `(12,00)`, `12,00 €`, `EUR 12`, `1'234.56`; any kind of space.
 * @returns whole cents; fails on an empty text, anything else than one amount, `1,234` without
 * `decimal` (ambiguous), a part of a cent (too-precise; trailing zeros are fine), or beyond 2^53 cents.
 */
export const parseAmount = (text: string, options: AmountOptions = {}): Result<Cents, AmountError> => {
  const trimmed = text.trim();
  if (trimmed === '') return fail({ kind: 'empty', text });
  const notAnAmount = fail<AmountError>({ kind: 'not-an-amount', text });
  const signed = takeSign(trimmed.replace(currency, '').trim());
  if (!signed || !/^[\d.,\s'’ʼ]*\d[\d.,\s'’ʼ]*$/u.test(signed.rest)) return notAnAmount;
  const body = signed.rest;
  const choice = decimalSeparator(body, options.decimal);
  if (choice === 'contradicts') return notAnAmount;
  if (choice === 'ambiguous') return fail({ kind: 'ambiguous', text });
  const { decimal } = choice;
  const cut = decimal === undefined ? body.length : body.lastIndexOf(decimal);
  const whole = wholeDigits(body.slice(0, cut), decimal === ',' ? '.' : decimal === '.' ? ',' : hardIn(body));
  const fraction = body.slice(cut + 1);
  if (whole === undefined || !/^\d*$/.test(fraction) || whole + fraction === '') return notAnAmount;
  if (/[1-9]/.test(fraction.slice(2))) return fail({ kind: 'too-precise', text });
  const value = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(value)) return fail({ kind: 'too-large', text });
  return ok(cents(signed.negative ? -value : value));
};

const hardIn = (body: string): ',' | '.' | undefined =>
  body.includes(',') ? ',' : body.includes('.') ? '.' : undefined;
