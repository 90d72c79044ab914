import { describe, expect, it } from 'vitest';
import type { DebtorRegime } from '../../../../shared/ledger/client.ts';
import { missingElements } from '../../../../shared/letters/mandatory-content.ts';
import { client, letter } from './sample-letter.ts';

/** The articles that a notice must cite (law-and-formats.md 2.2 no. 8), every one of them by itself. */
const asked: readonly (readonly [DebtorRegime, readonly string[]])[] = [
  ['b2b', ['L441-10', 'D441-5']],
  ['public', ['R2192-31', 'D2192-35']],
  ['b2c', ['1231-6', '1344', '1344-1']],
  ['non-professional', ['1231-6', '1344', '1344-1']],
];

describe.each(asked)('the articles of a notice, %s', (regime, articles) => {
  const cites = (text: string): boolean =>
    missingElements(
      { ...letter({ client: client({ regime }) }), legalReferences: `Articles ${text}.` },
      regime,
    ).every(({ element }) => element !== 'legal-references');

  it('are there by construction, and together are enough', () => {
    const model = letter({ client: client({ regime }) });
    expect(missingElements(model, regime).map(({ element }) => element)).not.toContain('legal-references');
    expect(cites(articles.join(', '))).toBe(true);
    expect(cites(articles.map((article) => article.replace(/^([LDR])/u, '$1. ')).join(' et '))).toBe(true);
  });

  it.each(articles.map((article) => [article]))('do not do without %s', (article) => {
    expect(cites(articles.filter((other) => other !== article).join(', '))).toBe(false);
  });
});
