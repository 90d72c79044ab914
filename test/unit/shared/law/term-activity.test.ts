import { describe, expect, it } from 'vitest';
import { termActivitiesOf, termRules } from '../../../../shared/law/term-activity.ts';

/** Activity, French name, regimes, what the days run from (law-and-formats.md 1.1 and 1.7). */
const expected = [
  ['general', 'Cas général', ['b2b', 'non-professional'], 'issue'],
  ['periodic-invoice', 'Facture périodique ou récapitulative', ['b2b', 'non-professional'], 'issue'],
  [
    'perishable-food',
    'Denrées périssables, surgelés, plats cuisinés',
    ['b2b', 'non-professional'],
    'receipt',
  ],
  ['livestock-and-fresh-meat', 'Bétail sur pied et viandes fraîches', ['b2b', 'non-professional'], 'receipt'],
  [
    'alcohol',
    'Boissons alcooliques (droits de consommation)',
    ['b2b', 'non-professional'],
    'end-of-month-of-receipt',
  ],
  [
    'wine-and-grapes',
    'Raisins, moûts et boissons soumises au droit de circulation',
    ['b2b', 'non-professional'],
    'issue',
  ],
  [
    'transport',
    'Transport, location de véhicules, commission de transport',
    ['b2b', 'non-professional'],
    'issue',
  ],
  [
    'vat-free-export',
    'Achats en franchise de TVA réexportés hors de l’Union européenne',
    ['b2b', 'non-professional'],
    'issue',
  ],
  ['public-body', 'État, collectivité, établissement public', ['public'], 'receipt'],
  ['public-hospital', 'Établissement public de santé', ['public'], 'receipt'],
  ['public-company', 'Entreprise publique', ['public'], 'receipt'],
  ['consumer', 'Consommateur', ['b2c'], 'issue'],
] as const;

describe('the rules of the longest terms', () => {
  it.each(expected)('%s', (activity, name, regimes, runsFrom) => {
    expect(termRules[activity]).toMatchObject({ name, regimes, runsFrom });
  });

  it('are all here', () => {
    expect(Object.keys(termRules)).toEqual(expected.map(([activity]) => activity));
  });

  const activitiesWith = (flag: 'hasEndOfMonthCap' | 'countsDecades' | 'isFined'): readonly string[] =>
    expected.map(([activity]) => activity).filter((activity) => termRules[activity][flag]);

  it('lengthen to an end of month, count décades and are fined where the law says so', () => {
    expect(activitiesWith('hasEndOfMonthCap')).toEqual(['general', 'wine-and-grapes']);
    expect(activitiesWith('countsDecades')).toEqual(['perishable-food']);
    expect(activitiesWith('isFined')).toEqual(termActivitiesOf('b2b'));
  });

  it('concern an association as they do a business', () => {
    expect(termActivitiesOf('non-professional')).toEqual(termActivitiesOf('b2b'));
    expect(termActivitiesOf('b2c')).toEqual(['consumer']);
  });
});
