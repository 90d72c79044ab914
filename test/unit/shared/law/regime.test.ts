import { describe, expect, it } from 'vitest';
import { regimeName, regimeRules } from '../../../../shared/law/regime.ts';

/** Regime, French name, where interest starts, default rate, floor, 40 €, articles (law-and-formats.md 0.2, 2.2). */
const expected = [
  [
    'b2b',
    'Professionnel',
    'due-date',
    'ecb-per-semester',
    true,
    true,
    'articles L441-10 II et D441-5 du Code de commerce',
  ],
  [
    'public',
    'Organisme public',
    'due-date',
    'ecb-frozen',
    false,
    true,
    'articles L2192-13, R2192-31 et D2192-35 du Code de la commande publique',
  ],
  [
    'b2c',
    'Particulier',
    'formal-notice',
    'legal-per-semester',
    false,
    false,
    'articles 1231-6, 1344 et 1344-1 du Code civil',
  ],
  [
    'non-professional',
    'Association ou autre non-professionnel',
    'formal-notice',
    'legal-per-semester',
    false,
    false,
    'articles 1231-6, 1344 et 1344-1 du Code civil',
  ],
] as const;

describe('the debtor regimes', () => {
  it.each(expected)(
    '%s',
    (regime, name, interestStartsAfter, statutoryRate, hasRateFloor, hasIndemnity, legalReferences) => {
      expect(regimeRules[regime]).toEqual({
        name,
        interestStartsAfter,
        statutoryRate,
        hasRateFloor,
        hasIndemnity,
        legalReferences,
      });
      expect(regimeName(regime)).toBe(name);
    },
  );

  it('are these four', () => {
    expect(Object.keys(regimeRules)).toEqual(expected.map(([regime]) => regime));
  });
});
