/** « 12 345 » of a whole number of things: U+202F between groups of three. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202F');

/** « 132 factures », « 1 facture », « 0 facture »: in French the plural begins with two. U+00A0 between. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)}\u00A0${count > 1 ? many : one}`;

/** The same as a part of an enumeration: none where there are none. */
export const countedIfAny = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [counted(count, one, many)];
