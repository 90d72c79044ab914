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

/** The same for a reader abroad: « 04 78 00 00 00 » becomes « +33 4 78 00 00 00 ». */
export const internationalPhone = (phone: string): string => {
  const printed = printedPhone(phone);
  return /^0\d(?:\u00a0\d{2}){4}$/u.test(printed) ? `+33${nbsp}${printed.slice(1)}` : printed;
};
