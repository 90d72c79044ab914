const nbsp = '\u00a0';

/**
 * A telephone number as it is printed: a French one of ten digits in pairs, any other as typed; never torn
 * apart at the end of a line.
 */
export const printedPhone = (phone: string): string => {
  const typed = phone.trim();
  const digits = typed.replaceAll(/[\s.\u2011-]/gu, '');
  return /^0\d{9}$/.test(digits)
    ? (digits.match(/\d{2}/g) ?? []).join(nbsp)
    : typed.replaceAll(/\s+/gu, nbsp);
};
