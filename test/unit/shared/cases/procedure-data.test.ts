import { describe, expect, it } from 'vitest';
import { caseFigures } from '../../../../shared/cases/case-figures.ts';
import { procedureData, sectionText } from '../../../../shared/cases/procedure-data.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { LegalCase } from '../../../../shared/ledger/legal-case.ts';
import { zeroCents } from '../../../../shared/money/cents.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import { claimsInvoice, claimsLedger } from '../claims/claims-ledger.ts';

const ledger = claimsLedger({ invoices: [claimsInvoice('F-1', 100_000, '2026-06-30')] });
const legalCase: LegalCase = {
  id: 'k1',
  clientId: 'c1',
  invoiceIds: ['F-1'],
  openedOn: day('2026-11-01'),
  facts: {},
  procedure: 'order-for-payment',
  costsCents: zeroCents,
  note: '',
  documents: [],
};

describe('data to copy for a procedure', () => {
  it('gives each figure with what it rests on', () => {
    const data = procedureData(ledger, legalCase, day('2026-11-22'));
    const fields = data?.sections.flatMap((section) => section.fields) ?? [];
    // 1 000 € at 12,40 % for 145 days from 1 July.
    expect(fields.find(({ label }) => label === 'Intérêts échus')?.value).toBe('49,26\u00A0€');
    expect(fields.find(({ label }) => label === 'Total')?.value).toBe('1\u202F089,26\u00A0€');
    expect(fields.every(({ source }) => source !== '')).toBe(true);
    const [first] = data?.sections ?? [];
    expect(first && sectionText(first)).toContain('Principal\u00A0: 1\u202F000,00\u00A0€');
  });

  it('is nothing before a procedure is chosen', () => {
    const { procedure: _none, ...open } = legalCase;
    expect(procedureData(ledger, open, day('2026-11-22'))).toBeUndefined();
  });

  it.each([
    ['order-for-payment', 'CPC art. 1407', 'CPC art. 54 et 57'],
    ['uncontested-commercial-claim', 'CPCEx art. L126-1', ''],
    ['small-claims', 'CPCEx art. L125-1', ''],
    ['interim-payment', 'CPC art. 835', 'CPC art. 54 et 57'],
    ['summons', 'CPC art. 56', 'CPC art. 54 et 57'],
    ['mediation', 'C. civ. art. 2238', ''],
  ] as const)(
    'for %s: the sums of the décompte, its own articles and no other’s',
    (procedure, article, parties) => {
      const sections = procedureData(ledger, { ...legalCase, procedure }, day('2026-11-22'))?.sections ?? [];
      const { totals } = caseFigures(ledger, legalCase, day('2026-11-22'))?.statement ?? {
        totals: undefined,
      };
      if (!totals) throw new Error('no statement');
      expect(sections[0]?.fields.slice(0, 4).map(({ value }) => value)).toEqual(
        [totals.principalCents, totals.interestCents, totals.indemnityCents, totals.totalCents].map((sum) =>
          formatAmount(sum),
        ),
      );
      const all = sections
        .map((section) => `${sectionText(section)} ${section.fields.map(({ source }) => source).join(' ')}`)
        .join(' ');
      expect(all).toContain(article);
      expect(all.includes('CPC art. 54 et 57')).toBe(parties !== '');
      expect(all.includes('1407')).toBe(procedure === 'order-for-payment');
      expect(all.includes('les deux régimes')).toBe(procedure === 'order-for-payment');
      expect(sections.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['Conditions', 'Coûts et délais', 'Dates', 'Bordereau des pièces']),
      );
    },
  );
});
