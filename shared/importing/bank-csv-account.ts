import { isIban } from '../identifiers/iban.ts';
import { plainCell } from './bank-csv-cells.ts';
import { controlKind } from './bank-csv-words.ts';
import { foldText } from './fold-text.ts';

/** A day in figures inside a text. */
export const datePattern = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}[/.-]\d{2}[/.-]\d{2}\b/;

const ibanIn = (text: string): string | undefined => {
  const found = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/.exec(text.toUpperCase())?.[0];
  const compact = found?.replace(/\s/g, '');
  return compact !== undefined && isIban(compact) ? compact : undefined;
};

const accountWords =
  /\b(numero (de )?compte|n (de )?compte|compte n|no (de )?compte|account (no|number|details)|account details for|iban|kontonummer|auftragskonto|rekeningnummer|cislo uctu|compte|livret|carte)\b/;
const codeWords = {
  bank: /^(code (de la |)banque|bank code)\b/,
  branch: /^(code (de l |)agence|code guichet|agency code|branch code)\b/,
};
/**
 * Digits in groups, some of them hidden: `12345678901`, `666-666666-666`, `****6388`, `00451 098285A`; those of La
 * Banque Postale go on behind their letter: `1234567A020`.
 */
const accountNumber = /[*xX\d][*xX\d -]{2,30}(?:[*xX\d]|[A-Z](?:\d{3})?)(?![A-Za-z])/;

const accountNumberIn = (text: string): string | undefined => {
  const found = accountNumber.exec(text.replace(datePattern, ' '))?.[0].replace(/[\s-]/g, '');
  return found !== undefined && (found.match(/\d/g)?.length ?? 0) >= 4 ? found : undefined;
};

/** The value of « Libellé : valeur », or of the next cell. */
const statedValue = (cell: string, next: string | undefined): string => {
  const colon = cell.indexOf(':');
  const inside = colon === -1 ? '' : cell.slice(colon + 1).trim();
  return inside === '' ? (next ?? '') : inside;
};

/**
 * The account that lines above (or below) the movements name: an IBAN, else the number beside a word for it, with
 * the codes of bank and branch before it where they are there. Without spaces.
 */
export const accountIn = (records: readonly (readonly string[])[]): string | undefined => {
  const iban = records
    .flat()
    .map(ibanIn)
    .find((found) => found !== undefined);
  if (iban !== undefined) return iban;
  let bank = '';
  let branch = '';
  let number: string | undefined;
  for (const record of records) {
    record.forEach((cell, index) => {
      const folded = foldText(cell);
      const value = statedValue(cell, record[index + 1]);
      if (codeWords.bank.test(folded)) bank = value.replace(/\D/g, '');
      else if (codeWords.branch.test(folded)) branch = value.replace(/\D/g, '');
      else if (number === undefined && accountWords.test(folded) && !controlKind(cell))
        number = accountNumberIn(cell) ?? accountNumberIn(plainCell(record[index + 1] ?? ''));
      else if (number === undefined && index === 0 && /^=?"?[\dX*]{10,23}"?$/.test(cell))
        number = plainCell(cell);
    });
  }
  return number === undefined ? undefined : `${bank}${branch}${number}`;
};
