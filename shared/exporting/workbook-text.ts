/** Most characters that a cell of Excel holds; a longer one makes it « repair » the file. */
const longest = 32_767;

/** What XML 1.0 does not allow (§ 2.2), single halves of surrogate pairs among it. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Excel reads `_x0041_` in a text as the character of that number (ECMA-376 § 22.9.2.19). */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * The library that writes the file looks texts up in a plain object, where these are found without having been put
 * there (`constructor`, `__proto__`…): a blank that nobody sees makes them others.
 */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A text for a cell of a workbook, as it is: without what XML forbids, cut where Excel’s cells end. */
export const workbookText = (text: string): string => {
  const clean = text.replaceAll(forbidden, '').replaceAll(escapeLike, '_x005F_');
  if (inherited.has(clean)) return `${clean} `;
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
