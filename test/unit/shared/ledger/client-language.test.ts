import { expect, it } from 'vitest';
import { suggestedLanguage } from '../../../../shared/ledger/client-language.ts';

it.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['FRANCE', 'fr'],
  ['Belgique', 'fr'],
  [' Suisse ', 'fr'],
  ['Sénégal', 'fr'],
  ['Côte d’Ivoire', 'fr'],
  ['Allemagne', 'en'],
  ['United Kingdom', 'en'],
  ['Espagne', 'en'],
] as const)('%s: %s', (country, language) => {
  expect(suggestedLanguage(country)).toBe(language);
});
