import { describe, expect, it } from 'vitest';
import type { DebtorRegime, InterestRate } from '../../../../shared/ledger/client.ts';
import { interestTermFor, legalReferencesOf } from '../../../../shared/letters/legal-references.ts';

const references = (regime: DebtorRegime, over: Partial<Parameters<typeof legalReferencesOf>[0]> = {}) =>
  legalReferencesOf({
    regime,
    rate: { kind: 'statutory' },
    kind: 'formal-notice',
    claimsInterest: true,
    claimsIndemnity: true,
    paymentsSettledInterest: false,
    ...over,
  }).replace(/\s/gu, ' ');

describe('what a letter rests on (law-and-formats.md 2.2 no. 8)', () => {
  it('between businesses: demand, penalties by semester, 40 €', () => {
    expect(references('b2b')).toBe(
      'Articles 1344 et 1344-1 du Code civil ; articles L441-10 II et D441-5 du Code de commerce. Pénalités au taux de refinancement de la Banque centrale européenne majoré de 10 points, fixé par semestre, calculées sur les montants TTC. Indemnité forfaitaire de recouvrement : 40 € par facture payée en retard.',
    );
  });

  it('of a public buyer: 8 points, frozen on the first day of the semester', () => {
    expect(references('public')).toBe(
      'Articles 1344 et 1344-1 du Code civil ; articles L2192-13, R2192-31 et D2192-35 du Code de la commande publique. Intérêts au taux de refinancement de la Banque centrale européenne en vigueur au premier jour du semestre où ils ont commencé à courir, majoré de 8 points, calculés sur les montants TTC. Indemnité forfaitaire de recouvrement : 40 € par facture payée en retard.',
    );
  });

  it.each(['b2c', 'non-professional'] as const)('of %s: legal interest from the notice', (regime) => {
    const none = { claimsInterest: false, claimsIndemnity: false };
    expect(references(regime, none)).toBe(
      'Articles 1231-6, 1344 et 1344-1 du Code civil. À compter de la présente mise en demeure, la somme due porte intérêt au taux légal.',
    );
    expect(references(regime, { ...none, kind: 'last-notice', claimsInterest: true })).toBe(
      'Articles 1231-6, 1344 et 1344-1 du Code civil. Intérêts au taux légal à compter de la mise en demeure.',
    );
  });

  it.each<[InterestRate, string]>([
    [{ kind: 'fixed', basisPoints: 1500 }, 'Pénalités au taux convenu de 15,00 % l’an'],
    [{ kind: 'legal-multiple', times: 3 }, 'Pénalités au taux convenu de 3 fois le taux d’intérêt légal'],
    [{ kind: 'ecb-plus', points: 12 }, 'de la Banque centrale européenne majoré de 12 points, calculées'],
  ])('says the rate that was agreed: %o', (rate, said) => {
    expect(references('b2b', { rate })).toContain(said);
  });

  it('says that payments settled interest first only where they did', () => {
    const article =
      'Les règlements partiels ont été imputés d’abord sur les intérêts (article 1343-1 du Code civil).';
    expect(references('b2b', { paymentsSettledInterest: true })).toContain(article);
    expect(references('b2b')).not.toContain('1343-1');
    expect(references('b2b', { paymentsSettledInterest: true, claimsInterest: false })).not.toContain(
      '1343-1',
    );
  });

  it('names the 40 € only where they are claimed, and nothing in a plain reminder', () => {
    expect(references('b2b', { claimsIndemnity: false })).not.toContain('40 €');
    const plain = { kind: 'reminder', claimsInterest: false, claimsIndemnity: false } as const;
    for (const regime of ['b2b', 'public', 'b2c', 'non-professional'] as const)
      expect(references(regime, plain)).toBe('');
    expect(references('b2b', { kind: 'reminder' })).toMatch(
      /^Articles L441-10 II et D441-5 du Code de commerce\./u,
    );
  });

  it('calls interest what the law of the debtor calls it', () => {
    expect((['b2b', 'public', 'b2c', 'non-professional'] as const).map(interestTermFor)).toEqual([
      'penalties',
      'moratory-interest',
      'legal-interest',
      'legal-interest',
    ]);
  });
});
