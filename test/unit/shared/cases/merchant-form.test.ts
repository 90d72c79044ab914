import { describe, expect, it } from 'vitest';
import { isMerchantByForm } from '../../../../shared/cases/merchant-form.ts';

describe('the merchant test by legal form', () => {
  it.each([
    ['SARL', true],
    ['S.A.R.L.', true],
    ['Durand SAS', true],
    ['SNC Les Tilleuls', true],
    ['SCI du Parc', false],
    ['Association Les Amis', false],
    ['GAEC des Prés', false],
    ['EI', undefined],
    ['Menuiserie Œuvre', undefined],
    ['Cabinet SA Conseil et fils', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(isMerchantByForm(text)).toBe(expected);
  });
});
