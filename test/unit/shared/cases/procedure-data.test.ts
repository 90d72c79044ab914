import { describe, expect, it } from 'vitest';
import { caseFigures } from '../../../../shared/cases/case-figures.ts';
import { procedureData, sectionText } from '../../../../shared/cases/procedure-data.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { LegalCase } from '../../../../shared/ledger/legal-case.ts';
import { zeroCents } from '../../../../shared/money/cents.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';

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

describe('the dates and the pieces of a request', () => {
  const notice = postedNotice(['F-1'], day('2026-09-01'), day('2026-09-03'));
  const withNotice = claimsLedger({
    invoices: [claimsInvoice('F-1', 100_000, '2026-06-30')],
    reminders: [
      {
        ...notice,
        state: {
          kind: 'posted',
          depositedOn: day('2026-09-01'),
          presentedOn: day('2026-09-03'),
          trackingNumber: '1A12345678901',
          outcome: { kind: 'unclaimed', on: day('2026-09-21') },
          recordedAt: '2026-09-01T15:00:00.000Z' as Instant,
        },
        documents: [
          { hash: 'a'.repeat(64), name: 'Preuve.pdf', mediaType: 'application/pdf', role: 'deposit' },
        ],
      },
    ],
  });
  const sections = procedureData(withNotice, legalCase, day('2026-11-22'))?.sections ?? [];
  const fields = (title: string) =>
    (sections.find((section) => section.title.startsWith(title))?.fields ?? []).map(({ label, value }) =>
      `${label} = ${value}`.replace(/\s/gu, ' '),
    );

  it('tell each invoice, and each notice with what the post did of it', () => {
    expect(fields('Dates')).toEqual([
      'Facture F-1 = émise le 05/01/2026, échue le 30/06/2026',
      'Mise en demeure du 01/09/2026 = envoi n° 1A12345678901, présentée le 03/09/2026, non réclamée le 21/09/2026',
    ]);
  });

  it('name the pieces by the numbers that they have in the file', () => {
    const pieces = fields('Bordereau des pièces');
    expect(pieces.map((field) => field.split(' = ')[0])).toEqual(
      pieces.map((_one, index) => `Pièce ${index + 1}`),
    );
    expect(pieces).toContain('Pièce 3 = Décompte arrêté au 22/11/2026 (22/11/2026)');
    expect(pieces.at(-1)).toMatch(/^Pièce 8 = .*dépôt/u);
  });

  it('break the sum down to its elements, from the day after', () => {
    const amounts = fields('Montant exact');
    expect(amounts.map((field) => field.split(' = ')[0])).toEqual([
      'Principal',
      'Intérêts échus',
      'Indemnités forfaitaires',
      'Total',
      'Intérêts par jour à compter du 23/11/2026',
    ]);
    const detail = fields('Détail par facture');
    expect(detail[0]).toBe('F-1 : Principal, le 30/06/2026 = 1 000,00 €');
    expect(detail[1]).toMatch(
      /du 01\/07\/2026 au 22\/11\/2026, 145 jours à 12,40 % sur 1 000,00 € = 49,26 €$/u,
    );
    expect(detail[2]).toMatch(/= 40,00 €$/u);
  });

  it('say every condition with its state and article, and both regimes of the order', () => {
    expect(fields('Conditions').some((field) => /^Créance exigible = Remplie\./u.test(field))).toBe(true);
    expect(fields('Conditions').some((field) => /\(conseillé\) = À préciser\./u.test(field))).toBe(true);
    const regimes = sections
      .flatMap(({ fields: all }) => all)
      .filter(({ label }) => /^Ordonnance/u.test(label));
    expect(regimes.map(({ label, value }) => `${label} = ${value}`.replace(/\s/gu, ' '))).toEqual([
      'Ordonnance rendue jusqu’au 31/08/2026 = À signifier dans les 6 mois de sa date, sinon elle est non avenue.',
      'Ordonnance rendue depuis le 01/09/2026 = À signifier dans les 3 mois de sa date, sinon elle est non avenue.',
    ]);
  });
});
