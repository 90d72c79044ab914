import { isEmailAddress } from '../identifiers/email-address.ts';
import { isSiren } from '../identifiers/siren.ts';
import type { ImportedContact } from './invoice-row.ts';
import type { MappedCells } from './mapped-cells.ts';

/** The address a cell names: several may be listed, as « compta@x.fr ; direction@x.fr »; the first counts. */
const firstEmail = (cells: MappedCells): string | undefined => {
  const value = cells.text('email');
  if (value === '') return undefined;
  const first = (value.split(/[;,\s]+/)[0] ?? '').replace(/^<|>$/g, '');
  if (isEmailAddress(first)) return first;
  cells.report({ kind: 'invalid-email', target: 'email', value });
  return undefined;
};

const sirenOf = (cells: MappedCells): string | undefined => {
  const value = cells.text('siren');
  const digits = value.replace(/\D/g, '');
  if (value === '') return undefined;
  // A SIRET begins with the SIREN of its company.
  const siren = digits.slice(0, 9);
  if ((digits.length === 9 || digits.length === 14) && isSiren(siren)) return siren;
  cells.report({ kind: 'invalid-siren', target: 'siren', value });
  return undefined;
};

/** Reads what the row tells about the client; unusable values are reported and left out. */
export const importedContact = (cells: MappedCells): ImportedContact => {
  const email = firstEmail(cells);
  const siren = sirenOf(cells);
  const phone = cells.text('phone');
  const postcode = cells.text('postcode');
  const city = cells.text('city');
  const vatNumber = cells.text('vatNumber').replace(/\s/g, '').toUpperCase();
  const addressLines = [cells.text('addressLine1'), cells.text('addressLine2')]
    .flatMap((text) => text.split(/\r\n|\r|\n/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return {
    ...(email !== undefined && { email }),
    ...(phone !== '' && { phone }),
    ...(addressLines.length > 0 && { addressLines }),
    ...(postcode !== '' && { postcode }),
    ...(city !== '' && { city }),
    ...(siren !== undefined && { siren }),
    ...(vatNumber !== '' && { vatNumber }),
  };
};
