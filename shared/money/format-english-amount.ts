/**
 * « €1,234.56 », or « USD 1,234.56 » with the code of another currency, of whole cents; negative with U+2212.
 */
export const formatEnglishAmount = (amountCents: number, currency = 'EUR'): string => {
  if (!Number.isSafeInteger(amountCents)) throw new RangeError(`not a whole number of cents: ${amountCents}`);
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  const units = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const sign = currency === 'EUR' ? '€' : `${currency}\u00A0`;
  return `${amountCents < 0 ? '\u2212' : ''}${sign}${units}.${digits.slice(-2)}`;
};
