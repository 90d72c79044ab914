import { describe, expect, it } from 'vitest';
import { likelyRegime } from '../../../../shared/importing/likely-regime.ts';

describe('the law a new client seems to fall under', () => {
  it.each([
    ['Mairie de Saint-Étienne', 'public'],
    ['COMMUNAUTÉ DE COMMUNES DU VAL', 'public'],
    ['Conseil départemental du Rhône', 'public'],
    ['Association des Amis du Parc', 'non-professional'],
    ['Syndicat des copropriétaires Les Tilleuls', 'non-professional'],
    ['Mme Anne Roux', 'b2c'],
    ['M. et Mme Petit', 'b2c'],
    ['Monsieur Bricolage SARL', 'b2b'],
    ['La Ville à Vélo', 'b2b'],
    ['Dupont', 'b2b'],
    ['Maison Martin', 'b2b'],
  ])('%s: %s', (name, regime) => expect(likelyRegime(name, undefined)).toBe(regime));

  it('takes a person with a SIREN for a business', () =>
    expect(likelyRegime('M. Jean Petit', '732829320')).toBe('b2b'));
});
