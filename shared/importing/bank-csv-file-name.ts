import { isIban } from '../identifiers/iban.ts';

/**
 * The account that a file is named after: an IBAN in its name, or a name that is nothing but a French account
 * number (Crédit Mutuel: `00000000001.csv`). Empty where the name says neither: other figures in names are
 * days and download numbers, and a wrong account would be a new one every month.
 */
export const accountOfFileName = (fileName: string): string => {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[a-z]{2,4}$/i, '');
  const iban = /[A-Z]{2}\d{2}[A-Z0-9]{11,30}/.exec(stem.toUpperCase().slice(0, 200))?.[0];
  if (iban !== undefined && isIban(iban)) return iban;
  return /^(\d{11}|\d{21}|\d{23})$/.test(stem) ? stem : '';
};
