import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { checkTermCap } from '../../../../shared/dates/payment-term-cap.ts';
import { dueOn, type PaymentTerms } from '../../../../shared/dates/payment-terms.ts';

const fortyFive = (method: 'add-then-end' | 'end-then-add'): PaymentTerms => ({
  kind: 'end-of-month',
  days: 45,
  method,
});

describe('checkTermCap', () => {
  it('allows 60 days and not 61', () => {
    expect(checkTermCap({ issuedOn: '2026-01-15', dueOn: '2026-03-16' })).toMatchObject({ withinCap: true });
    expect(checkTermCap({ issuedOn: '2026-01-15', dueOn: '2026-03-17' })).toMatchObject({
      withinCap: false,
      capOn: '2026-03-16',
      reason: '60\u00A0jours après l’émission de la facture (C. com. art. L441-10 I)',
    });
  });

  it.each(['add-then-end', 'end-then-add'] as const)(
    'lets 45 days end of month reach 75 days (%s)',
    (method) => {
      const terms = fortyFive(method);
      let longest = 0;
      for (let issuedOn = day('2024-01-01'); issuedOn < '2030-01-01'; issuedOn = addDays(issuedOn, 1)) {
        const due = dueOn(issuedOn, terms);
        if (!due.ok) throw new Error(due.error.kind);
        expect(checkTermCap({ issuedOn, dueOn: due.value, terms }).withinCap).toBe(true);
        longest = Math.max(longest, Date.parse(due.value) - Date.parse(issuedOn));
      }
      expect(longest / 86_400_000).toBe(75);
    },
  );

  it('gives « 60 jours fin de mois » no cap of its own', () => {
    const terms: PaymentTerms = { kind: 'end-of-month', days: 60, method: 'add-then-end' };
    expect(checkTermCap({ issuedOn: '2026-01-15', dueOn: '2026-03-31', terms })).toMatchObject({
      withinCap: false,
      capOn: '2026-03-16',
    });
  });

  it.each([
    ['periodic-invoice', '2026-03-01'],
    ['perishable-food', '2026-02-20'],
    ['livestock-and-fresh-meat', '2026-02-10'],
    ['alcohol', '2026-03-02'],
    ['wine-and-grapes', '2026-03-16'],
    ['transport', '2026-02-14'],
    ['vat-free-export', '2026-04-15'],
    ['public-body', '2026-02-20'],
    ['public-hospital', '2026-03-12'],
    ['public-company', '2026-03-22'],
    ['consumer', undefined],
  ] as const)('caps %s at %s', (activity, capOn) => {
    const input = { issuedOn: '2026-01-15', receivedOn: '2026-01-21', activity };
    expect(checkTermCap({ ...input, dueOn: capOn ?? '2026-12-31' })).toMatchObject({
      withinCap: true,
      capOn,
    });
    expect(checkTermCap({ ...input, dueOn: '2027-01-01' }).withinCap).toBe(activity === 'consumer');
  });

  it('counts perishable goods of a periodic invoice from the end of the décade', () => {
    expect(
      checkTermCap({
        issuedOn: '2026-01-31',
        receivedOn: '2026-01-12',
        dueOn: '2026-02-19',
        activity: 'perishable-food',
        terms: { kind: 'decade', days: 30 },
      }),
    ).toMatchObject({ withinCap: true, capOn: '2026-02-19' });
  });
});
