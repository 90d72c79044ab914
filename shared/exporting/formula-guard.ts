/**
 * What makes a spreadsheet read a text as a formula (OWASP « CSV Injection »): = + - @, tab or line break in
 * front, the full-width forms that Excel folds to ASCII, and any of them behind blanks, which some programs trim.
 */
const opensFormula = /^(?:[\t\r\n]|[\s\u00A0\u202F\uFEFF]*[=+\-@＝＋－＠])/u;

/** `-12`, `-12,50`, `-12.5`: shown as the number it is, and no formula in any program. */
const plainNegativeNumber = /^-\d+(?:[.,]\d+)?$/u;

/** The text for a cell, with an apostrophe in front where a spreadsheet would run it as a formula. */
export const guardedText = (text: string): string =>
  opensFormula.test(text) && !plainNegativeNumber.test(text) ? `'${text}` : text;
