/** « 1,234.56 » of whole cents; negative with U+2212. */
export const formatPlainEnglishAmount = (amountCents: number): string => {
  if (!Number.isSafeInteger(amountCents)) throw new RangeError(`not a whole number of cents: ${amountCents}`);
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  const units = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amountCents < 0 ? '\u2212' : ''}${units}.${digits.slice(-2)}`;
};

/** « €1,234.56 », or « USD 1,234.56 » with the code of another currency; « −€40.00 ». */
export const formatEnglishAmount = (amountCents: number, currency = 'EUR'): string => {
  const plain = formatPlainEnglishAmount(Math.abs(amountCents));
  return `${amountCents < 0 ? '\u2212' : ''}${currency === 'EUR' ? '€' : `${currency}\u00A0`}${plain}`;
};
