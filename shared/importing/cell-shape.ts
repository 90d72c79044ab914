/** The order of the numbers in a written date. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type DecimalSign = ',' | '.';

/** What a cell looks like, before its column has told how to read it. */
export type CellShape = 'empty' | 'date' | 'number' | 'text';

const monthWord =
  /^(jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jui|jul|juil|aug|aou|sep|oct|nov|dec)[a-z]*\.?$/;

const foldMonth = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const timeOfDay = String.raw`(?:[T ]+\d{1,2}[:h]\d{2}.*)?`;
const yearFirst = new RegExp(String.raw`^\d{4}([-/.])(\d{1,2})\1(\d{1,2})\.?${timeOfDay}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${timeOfDay}$`);
const compact = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

const hasMonthWord = (text: string): boolean => {
  if (!/^\d{1,4}(er)?[\s,.-]+\p{L}|^\p{L}{3,9}\.? \d/u.test(text)) return false;
  const words = text.split(/[\s,.-]+/).filter((word) => word !== '');
  return (
    words.length === 3 &&
    words.filter((word) => /^\d{1,4}(er)?$/.test(word)).length === 2 &&
    words.some((word) => monthWord.test(foldMonth(word)))
  );
};

/** True for any usual spelling of a calendar day, whether or not that day exists. */
export const looksLikeDate = (text: string): boolean =>
  text.length <= 40 &&
  (yearFirst.test(text) || yearLast.test(text) || compact.test(text) || hasMonthWord(text));

/** An amount without its currency, spaces and sign: what is left are digits and separators. */
const bareNumber = (text: string): string =>
  text
    .replace(/^'/, '')
    .replace(/€|\$|£|\b(EUR|USD|GBP|CHF)\b/gi, '')
    .replace(/[\s\u00a0\u202f\u2009]+/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^[-+−]|[-+−]$/g, '');

/** True for any usual spelling of a number, with or without currency. */
export const looksLikeNumber = (text: string): boolean => {
  if (text.length > 40 || (/[A-Za-z]/.test(text) && !/EUR|USD|GBP|CHF/i.test(text))) return false;
  const bare = bareNumber(text);
  return /^\d[\d.,'’]*$/.test(bare) || /^[.,]\d+$/.test(bare);
};

/** What the cell looks like. */
export const cellShape = (cell: string): CellShape => {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (!/\d/.test(text)) return 'text';
  if (looksLikeDate(text)) return 'date';
  return looksLikeNumber(text) ? 'number' : 'text';
};

/** What a number alone proves about the decimal sign; undefined for `1,234`, which proves nothing. */
export const decimalEvidence = (text: string): DecimalSign | undefined => {
  const bare = bareNumber(text.trim()).replace(/['’]/g, '');
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  if (comma !== -1 && point !== -1) return comma > point ? ',' : '.';
  const at = Math.max(comma, point);
  if (at === -1) return undefined;
  const sign: DecimalSign = comma !== -1 ? ',' : '.';
  const other: DecimalSign = comma !== -1 ? '.' : ',';
  if (bare.indexOf(sign) !== at) return other;
  const after = bare.length - at - 1;
  // Groups have three digits, and none is written after a leading zero.
  return after === 3 && /^[1-9]\d{0,2}$/.test(bare.slice(0, at)) ? undefined : sign;
};

/** What a date alone proves about the order of its numbers; undefined for `05/04/2026`. */
export const dateOrderEvidence = (text: string): DateOrder | undefined => {
  const trimmed = text.trim();
  if (yearFirst.test(trimmed) || compact.test(trimmed)) return 'ymd';
  const match = yearLast.exec(trimmed);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return undefined;
};

/** True when the order of the numbers matters for reading this date. */
export const dateOrderMatters = (text: string): boolean => yearLast.test(text.trim());
