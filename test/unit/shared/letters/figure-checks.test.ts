import { describe, expect, it } from 'vitest';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import { missingElements } from '../../../../shared/letters/mandatory-content.ts';
import { client, invoice, letter } from './sample-letter.ts';

const notice = letter({
  lines: [
    { invoice: invoice('FA1', 189_000, '2026-08-31'), settlements: [], remainingCents: 189_000 },
    { invoice: invoice('FA2', 45_630, '2026-09-30'), settlements: [], remainingCents: 45_630 },
  ],
});

const elements = (model: LetterModel, regime: 'b2b' | 'b2c' | 'non-professional' = 'b2b') =>
  missingElements(model, regime).map(({ element }) => element);

describe('the totals of a letter, each held against the lines', () => {
  it('agree in a letter as it is computed', () => {
    expect(elements(notice)).not.toContain('totals');
  });

  it.each(['principalCents', 'interestCents', 'indemnityCents'] as const)(
    'finds %s wrong, though the total follows it and a credit makes up for it',
    (name) => {
      const { totals } = notice;
      const wrong = { ...totals, [name]: totals[name] + 1 };
      expect(elements({ ...notice, totals: { ...wrong, totalCents: totals.totalCents + 1 } })).toContain(
        'totals',
      );
      expect(elements({ ...notice, totals: { ...wrong, creditsCents: 1 }, annex: [] })).toContain('totals');
    },
  );

  it('finds a credit that is not deducted, and one that is deducted twice', () => {
    const { totals } = notice;
    const deducting = (creditsCents: number, totalCents: number): LetterModel => ({
      ...notice,
      totals: { ...totals, creditsCents, totalCents },
    });
    expect(elements(deducting(5000, totals.totalCents - 5000))).not.toContain('totals');
    expect(elements(deducting(5000, totals.totalCents))).toContain('totals');
    expect(elements(deducting(5000, totals.totalCents - 10_000))).toContain('totals');
  });

  it('finds a décompte that does not come to the claim, or whose lines do not come to it', () => {
    const [first, second] = notice.annex;
    if (first === undefined || second === undefined) throw new Error('no décompte');
    const doubled = { ...first, lines: [...first.lines, ...first.lines], totalCents: 2 * first.totalCents };
    expect(elements({ ...notice, annex: [doubled, second] })).toContain('totals');
    const torn = { ...first, lines: first.lines.slice(1) };
    expect(elements({ ...notice, annex: [torn, second] })).toContain('totals');
  });
});

describe('what a consumer or a non-professional never owes', () => {
  const model = letter({ client: client({ regime: 'b2c' }) });
  const regimes = ['b2c', 'non-professional'] as const;

  it.each(regimes)('%s: the 40 € are refused in the totals and in a line, each alone', (regime) => {
    expect(elements(model, regime)).not.toContain('consumer-penalties');
    const inTotals = { ...model, totals: { ...model.totals, indemnityCents: 4000 } };
    expect(elements(inTotals, regime)).toContain('consumer-penalties');
    const inLine = { ...model, table: model.table.map((row) => ({ ...row, indemnityCents: 4000 })) };
    expect(elements(inLine, regime)).toContain('consumer-penalties');
  });

  it.each(regimes)('%s: every wording of them is refused', (regime) => {
    for (const text of [
      'Une indemnité forfaitaire pour frais de recouvrement vous sera demandée.',
      'S’y ajoutent 40 € par facture.',
      'S’y ajoutent 40 euros.',
      'Pénalités de l’article L. 441-10 du Code de commerce.',
      'Voir l’article D 441-5.',
    ])
      expect(elements({ ...model, paragraphsAfter: [text] }, regime), text).toContain('consumer-penalties');
    expect(elements({ ...model, paragraphsAfter: ['Il reste 140 € à régler.'] }, regime)).not.toContain(
      'consumer-penalties',
    );
  });

  it.each(regimes)('%s: the model itself claims neither, whatever is asked for', (regime) => {
    const { totals, table, annex, legalReferences } = letter({
      client: client({ regime }),
      claim: { penalties: true, indemnity: true },
    });
    expect(totals.indemnityCents).toBe(0);
    expect(table.map(({ indemnityCents }) => indemnityCents)).toEqual([0]);
    expect(annex.flatMap(({ lines }) => lines).some(({ cents }) => cents === 4000)).toBe(false);
    expect(legalReferences).not.toMatch(/40|L441-10|D441-5/u);
  });
});
