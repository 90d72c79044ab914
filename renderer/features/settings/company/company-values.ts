import { formatIban } from '../../../../shared/identifiers/iban.ts';
import { formatSiren } from '../../../../shared/identifiers/siren.ts';
import { formatVatNumber } from '../../../../shared/identifiers/vat-number.ts';
import { normaliseCompany } from '../../../../shared/ledger/company-problems.ts';
import type { CompanySettings } from '../../../../shared/ledger/settings.ts';

/** The company as texts of a form. */
export type CompanyValues = {
  name: string;
  legalForm: string;
  capital: string;
  siren: string;
  registry: string;
  vatNumber: string;
  addressLines: string;
  postcode: string;
  city: string;
  phone: string;
  email: string;
  iban: string;
  bic: string;
  accountHolder: string;
  signatoryName: string;
  signatoryCapacity: string;
  paymentLink: string;
  chequeOrder: string;
  /** « #1f3a5f »; empty = ink. */
  accent: string;
  consumerMediator: string;
  /** Hash of the picture; empty = none. */
  logoHash: string;
  signatureHash: string;
};

/** What is stored, as the form shows it: numbers in groups. */
export const companyValues = (company: CompanySettings): CompanyValues => ({
  name: company.name,
  legalForm: company.legalForm,
  capital: company.capital,
  siren: formatSiren(company.siren),
  registry: company.registry,
  vatNumber: formatVatNumber(company.vatNumber),
  addressLines: company.address.lines.join('\n'),
  postcode: company.address.postcode,
  city: company.address.city,
  phone: company.phone,
  email: company.email,
  iban: formatIban(company.iban),
  bic: company.bic,
  accountHolder: company.accountHolder,
  signatoryName: company.signatoryName,
  signatoryCapacity: company.signatoryCapacity,
  paymentLink: company.paymentLink ?? '',
  chequeOrder: company.chequeOrder ?? '',
  accent: company.accent ?? '',
  consumerMediator: company.consumerMediator ?? '',
  logoHash: company.logoHash ?? '',
  signatureHash: company.signatureHash ?? '',
});

/** What the form holds, as it is stored; the country stays what it was. */
export const companyOf = (values: CompanyValues, stored: CompanySettings): CompanySettings => {
  const { addressLines, postcode, city, logoHash, signatureHash, ...texts } = values;
  return normaliseCompany({
    ...stored,
    ...texts,
    address: { ...stored.address, lines: addressLines.split('\n'), postcode, city },
    logoHash: logoHash === '' ? undefined : logoHash,
    signatureHash: signatureHash === '' ? undefined : signatureHash,
  });
};
