/** Narrow no-break space between the groups of three, no-break space before the sign of the currency. */
const groupSpace = '\u202F';
const noBreakSpace = '\u00A0';
/** The minus sign proper: as wide as a figure, and no line breaks after it. */
const minusSign = '\u2212';

/**
 * « 1 234,56 » of whole cents, negative with U+2212. Written by hand and not by Intl, whose spaces
 * changed between versions of ICU: the same letter must come out of every build.
 */
export const formatPlainAmount = (amountCents: number): string => {
  if (!Number.isSafeInteger(amountCents)) throw new RangeError(`not a whole number of cents: ${amountCents}`);
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, groupSpace);
  return `${amountCents < 0 ? minusSign : ''}${euros},${digits.slice(-2)}`;
};

/** « 1 234,56 € » of whole cents: U+202F between groups, U+00A0 before the sign. */
export const formatAmount = (amountCents: number): string =>
  `${formatPlainAmount(amountCents)}${noBreakSpace}€`;
