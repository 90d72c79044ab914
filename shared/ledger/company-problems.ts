import { isBic, normaliseBic } from '../identifiers/bic.ts';
import { compact } from '../identifiers/compact.ts';
import { isEmailAddress } from '../identifiers/email-address.ts';
import { isIban } from '../identifiers/iban.ts';
import { isSiren, sirenOf } from '../identifiers/siren.ts';
import { isVatNumber, vatNumber } from '../identifiers/vat-number.ts';
import { accentProblem } from '../letters/accent.ts';
import { paymentLinkProblem } from '../letters/payment-link.ts';
import type { CompanySettings } from './settings.ts';

/** A field of the company that can be wrong; `postcode` is that of its address. */
export type CompanyField =
  | 'name'
  | 'siren'
  | 'vatNumber'
  | 'postcode'
  | 'email'
  | 'iban'
  | 'bic'
  | 'paymentLink'
  | 'chequeOrder'
  | 'accent'
  | 'consumerMediator';

const longestMediator = 300;
const longestChequeOrder = 120;

const isDomestic = (country: string | undefined): boolean =>
  country === undefined || /^(?:|france)$/iu.test(country.trim());

const sirenProblem = (siren: string): string => {
  const digits = compact(siren);
  return /^\d{9}$/.test(digits)
    ? 'Ce numéro n’est pas un SIREN\u00A0: un chiffre est sans doute faux.'
    : 'Un SIREN a 9 chiffres.';
};

const vatProblem = ({ siren, vatNumber: number }: CompanySettings): string | undefined => {
  if (!isVatNumber(number)) return 'Ce numéro de TVA n’est pas valable\u00A0: vérifiez sa clé.';
  const expected = vatNumber(siren);
  if (!expected.ok || !compact(number).startsWith('FR')) return undefined;
  return compact(number).endsWith(compact(siren))
    ? undefined
    : 'Ce numéro de TVA n’est pas celui de votre SIREN.';
};

/**
 * What is wrong with the company as typed, by field (French). Only what is typed is judged: an incomplete
 * company may be saved, letters say what they miss.
 */
export const companyProblems = (
  company: CompanySettings,
): Readonly<Partial<Record<CompanyField, string>>> => {
  const { siren, address, email, iban, bic } = company;
  const problems: Partial<Record<CompanyField, string>> = {};
  if (company.name.trim() === '') problems.name = 'Indiquez le nom de votre société.';
  if (siren.trim() !== '' && !isSiren(siren)) problems.siren = sirenProblem(siren);
  if (company.vatNumber.trim() !== '') {
    const problem = vatProblem(company);
    if (problem !== undefined) problems.vatNumber = problem;
  }
  if (
    address.postcode.trim() !== '' &&
    isDomestic(address.country) &&
    !/^\d{5}$/.test(address.postcode.trim())
  )
    problems.postcode = 'Un code postal a 5 chiffres.';
  if (email.trim() !== '' && !isEmailAddress(email.trim()))
    problems.email = 'Cette adresse e-mail n’est pas valable.';
  if (iban.trim() !== '' && !isIban(iban))
    problems.iban = 'Cet IBAN n’est pas valable\u00A0: vérifiez-le sur votre RIB.';
  if (bic.trim() !== '' && !isBic(bic)) problems.bic = 'Un BIC a 8 ou 11 caractères.';
  const linkProblem = paymentLinkProblem(company.paymentLink ?? '');
  if (linkProblem !== undefined) problems.paymentLink = linkProblem;
  if ((company.chequeOrder ?? '').length > longestChequeOrder)
    problems.chequeOrder = `Limitez-vous à ${longestChequeOrder} caractères.`;
  const colourProblem = accentProblem(company.accent ?? '');
  if (colourProblem !== undefined) problems.accent = colourProblem;
  if ((company.consumerMediator ?? '').length > longestMediator)
    problems.consumerMediator = `Limitez-vous à ${longestMediator} caractères.`;
  return problems;
};

/** The company as it is stored: no spaces round the texts, numbers compact and in capitals. */
export const normaliseCompany = (company: CompanySettings): CompanySettings => ({
  ...company,
  name: company.name.trim(),
  legalForm: company.legalForm.trim(),
  capital: company.capital.trim(),
  siren: sirenOf(company.siren) ?? company.siren.trim(),
  registry: company.registry.trim(),
  vatNumber: compact(company.vatNumber),
  address: {
    ...company.address,
    lines: company.address.lines.map((line) => line.trim()).filter((line) => line !== ''),
    postcode: company.address.postcode.trim(),
    city: company.address.city.trim(),
  },
  phone: company.phone.trim(),
  email: company.email.trim(),
  iban: compact(company.iban),
  bic: normaliseBic(company.bic),
  accountHolder: company.accountHolder.trim(),
  signatoryName: company.signatoryName.trim(),
  signatoryCapacity: company.signatoryCapacity.trim(),
  paymentLink: (company.paymentLink ?? '').trim(),
  chequeOrder: (company.chequeOrder ?? '').replace(/\s+/gu, ' ').trim(),
  accent: (company.accent ?? '').trim().toLowerCase(),
  consumerMediator: (company.consumerMediator ?? '').replace(/\s+/gu, ' ').trim(),
});

/** What a letter would still lack of its sender, French nouns in the order of the form; empty = complete. */
export const companyGaps = (company: CompanySettings): readonly string[] => {
  const { address } = company;
  const gaps: readonly (readonly [boolean, string])[] = [
    [company.name.trim() === '', 'le nom'],
    [company.siren.trim() === '', 'le SIREN'],
    [
      address.lines.every((line) => line.trim() === '') || !address.postcode.trim() || !address.city.trim(),
      'l’adresse',
    ],
    [company.phone.trim() === '' && company.email.trim() === '', 'un téléphone ou un e-mail'],
    [company.iban.trim() === '', 'l’IBAN'],
    [company.signatoryName.trim() === '' || company.signatoryCapacity.trim() === '', 'le signataire'],
  ];
  return gaps.filter(([isMissing]) => isMissing).map(([, name]) => name);
};

/** True when an IBAN that clients already know would be replaced by another one. */
export const changesIban = (stored: CompanySettings, next: CompanySettings): boolean =>
  stored.iban.trim() !== '' && compact(stored.iban) !== compact(next.iban);
