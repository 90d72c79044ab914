/**
 * What a telephone dials for a number as it is written on a client's file: « 04 78 11 22 33 » and
 * « +33 (0)4 78 11 22 33 » become « +33478112233 » (E.164), short numbers and extensions after a word are left
 * as they are and left out. Undefined where there is no number to dial.
 */
export const dialledPhone = (phone: string): string | undefined => {
  const [written] = /^\+?[\d\s.()/\u2011-]+/u.exec(phone.trim()) ?? [''];
  const digits = written.replace('(0)', '').replaceAll(/[^\d+]/g, '');
  if (digits.replace('+', '').length < 3) return undefined;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (/^330\d{9}$/.test(digits)) return `+33${digits.slice(3)}`;
  return /^0\d{9}$/.test(digits) ? `+33${digits.slice(1)}` : digits;
};

/** False for the French numbers that no text message reaches: landlines, and those that begin with 08 or 09. */
export const takesTextMessages = (phone: string): boolean => {
  const dialled = dialledPhone(phone);
  return dialled !== undefined && dialled.length > 6 && !/^\+33[1-589]/.test(dialled);
};
