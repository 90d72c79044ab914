import { describe, expect, it } from 'vitest';
import { demoCompany } from '../../../../shared/demo/demo-settings.ts';
import {
  changesIban,
  companyGaps,
  companyProblems,
  normaliseCompany,
} from '../../../../shared/ledger/company-problems.ts';
import { emptyCompany } from '../../../../shared/ledger/default-settings.ts';

const company = { ...emptyCompany, name: 'Atelier Dupré' };

describe('companyProblems', () => {
  it('finds nothing wrong in a company that is only begun, or complete', () => {
    expect(companyProblems(company)).toEqual({});
    expect(companyProblems(demoCompany)).toEqual({});
  });

  it.each([
    [{ name: ' ' }, 'name', 'nom'],
    [{ siren: '732 829 321' }, 'siren', 'chiffre'],
    [{ siren: '73282932' }, 'siren', '9 chiffres'],
    [{ vatNumber: 'FR00732829320' }, 'vatNumber', 'clé'],
    [{ siren: '552 100 554', vatNumber: 'FR44732829320' }, 'vatNumber', 'votre SIREN'],
    [{ address: { lines: [], postcode: '7415', city: '' } }, 'postcode', '5 chiffres'],
    [{ email: 'a@b@c.fr' }, 'email', 'valable'],
    [{ iban: 'FR76 3000 6000 0112 3456 7890 188' }, 'iban', 'RIB'],
    [{ bic: 'AGRI' }, 'bic', '8 ou 11'],
    [{ consumerMediator: 'x'.repeat(301) }, 'consumerMediator', '300'],
  ])('%j', (changes, field, words) => {
    expect(companyProblems({ ...company, ...changes })).toEqual({ [field]: expect.stringContaining(words) });
  });

  it('lets a foreign postcode be', () => {
    const address = { lines: [], postcode: 'L-1234', city: 'Luxembourg', country: 'Luxembourg' };
    expect(companyProblems({ ...company, address })).toEqual({});
  });
});

it('stores numbers compact, takes the SIREN out of a SIRET and the breaks out of the mediator', () => {
  expect(
    normaliseCompany({
      ...company,
      siren: '732 829 320 00074',
      iban: 'fr76 3000 6000 0112 3456 7890 189',
      vatNumber: 'FR 44 732 829 320',
      bic: 'agrifrpp',
      consumerMediator: ' CM2C\n14 rue Saint-Jean ',
      address: { lines: [' 1 rue A ', ''], postcode: ' 69003', city: 'Lyon ' },
    }),
  ).toMatchObject({
    siren: '732829320',
    iban: 'FR7630006000011234567890189',
    vatNumber: 'FR44732829320',
    bic: 'AGRIFRPP',
    consumerMediator: 'CM2C 14 rue Saint-Jean',
    address: { lines: ['1 rue A'], postcode: '69003', city: 'Lyon' },
  });
});

it('names what a letter would lack', () => {
  expect(companyGaps(demoCompany)).toEqual([]);
  expect(companyGaps(company)).toEqual([
    'le SIREN',
    'l’adresse',
    'un téléphone ou un e-mail',
    'l’IBAN',
    'le signataire',
  ]);
});

it('asks before an IBAN that clients know is replaced, not when it is typed for the first time or regrouped', () => {
  const known = { ...company, iban: 'FR7630006000011234567890189' };
  expect(changesIban(company, known)).toBe(false);
  expect(changesIban(known, { ...known, iban: 'FR76 3000 6000 0112 3456 7890 189' })).toBe(false);
  expect(changesIban(known, demoCompany)).toBe(true);
  expect(changesIban(known, company)).toBe(true);
});
