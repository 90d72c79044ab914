import { describe, expect, it } from 'vitest';
import { badDebtMentions, badDebtText, badDebtTotals } from '../../../../shared/claims/bad-debt-mention.ts';
import type { InsolvencyClaimLine } from '../../../../shared/claims/insolvency-claim.ts';
import { cents } from '../../../../shared/money/cents.ts';

const line = (number: string, principalCents: number) =>
  ({ invoice: { number }, principalCents: cents(principalCents) }) as InsolvencyClaimLine;

describe('the duplicate of an unpaid invoice', () => {
  // law-and-formats.md 9.8: 7 350,50 including 20 % are 6 125,42 and 1 225,08.
  const mentions = badDebtMentions(
    { lines: [line('FA-1', 735_050), line('FA-2', 0), line('FA-3', 3)] },
    2000,
  );

  it('says net and VAT of what is owed, and nothing of a paid invoice', () => {
    expect(mentions.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['FA-1', 'FA-3']);
    expect(mentions[0]?.mention.replace(/[\u00A0\u202F]/g, ' ')).toBe(
      'Facture demeurée impayée pour la somme de 6 125,42 € (prix net) et pour la somme de 1 225,08 € (TVA correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI)',
    );
  });

  it('adds up invoice by invoice', () => {
    expect(badDebtTotals(mentions)).toEqual({ netCents: 612_545, vatCents: 122_508 });
  });

  it('is copied with the number of each invoice', () => {
    const paragraphs = badDebtText(mentions).split('\n\n');
    expect(paragraphs.map((paragraph) => paragraph.split('\n')[0])).toEqual([
      'Facture FA-1\u00A0:',
      'Facture FA-3\u00A0:',
    ]);
  });
});
