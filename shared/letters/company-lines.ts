import { printedPhone } from '../identifiers/printed-phone.ts';
import { formatSiren } from '../identifiers/siren.ts';
import { formatVatNumber } from '../identifiers/vat-number.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { CompanySettings } from '../ledger/settings.ts';
import { printedAccent } from './accent.ts';

/**
 * « SARL au capital de 10 000 € · SIREN 732 829 320 · RCS Lyon · TVA FR 44 732829320 »: what a business
 * states on its letters (C. com. R123-237, R123-238), as far as the settings hold it.
 */
export const legalLine = (company: CompanySettings): string => {
  const form = company.legalForm.trim();
  const capital = company.capital.trim();
  const registry = company.registry.trim();
  return [
    capital === ''
      ? form
      : `${form === '' ? 'Société' : form} au capital de ${capital}${/€|euro/iu.test(capital) ? '' : '\u00A0€'}`,
    company.siren.trim() === '' ? '' : `SIREN\u00A0${formatSiren(company.siren)}`,
    registry === '' || /^(?:RCS|RNE|RM)\b/iu.test(registry) ? registry : `RCS ${registry}`,
    company.vatNumber.trim() === '' ? '' : `TVA\u00A0${formatVatNumber(company.vatNumber)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

/** The sender of a letter from the company's settings. */
export const senderOf = (company: CompanySettings): LetterModel['sender'] => {
  const { address } = company;
  const accent = printedAccent(company.accent);
  const town = `${address.postcode} ${address.city}`.trim();
  return {
    name: company.name,
    lines: [...address.lines, town, address.country ?? ''].filter((line) => line.trim() !== ''),
    legalLine: legalLine(company),
    phone: printedPhone(company.phone),
    email: company.email,
    signatoryName: company.signatoryName,
    signatoryCapacity: company.signatoryCapacity,
    place: address.city,
    ...(accent === undefined ? {} : { accent }),
    ...(company.logoHash === undefined ? {} : { logoHash: company.logoHash }),
    ...(company.signatureHash === undefined ? {} : { signatureHash: company.signatureHash }),
  };
};
