import { describe, expect, it } from 'vitest';
import {
  arePaymentTerms,
  describePaymentTerms,
  dueOn,
  type PaymentTerms,
} from '../../../../shared/dates/payment-terms.ts';

/** Issue, net 30, net 45, net 60, 45 FDM by each method, 30 FDM, 30 FDM le 10. */
const table = [
  [
    '2026-01-15',
    '2026-02-14',
    '2026-03-01',
    '2026-03-16',
    '2026-03-31',
    '2026-03-17',
    '2026-02-28',
    '2026-03-10',
  ],
  [
    '2026-01-02',
    '2026-02-01',
    '2026-02-16',
    '2026-03-03',
    '2026-02-28',
    '2026-03-17',
    '2026-02-28',
    '2026-03-10',
  ],
  [
    '2024-01-15',
    '2024-02-14',
    '2024-02-29',
    '2024-03-15',
    '2024-02-29',
    '2024-03-16',
    '2024-02-29',
    '2024-03-10',
  ],
  [
    '2026-11-22',
    '2026-12-22',
    '2027-01-06',
    '2027-01-21',
    '2027-01-31',
    '2027-01-14',
    '2026-12-31',
    '2027-01-10',
  ],
  [
    '2026-12-31',
    '2027-01-30',
    '2027-02-14',
    '2027-03-01',
    '2027-02-28',
    '2027-02-14',
    '2027-01-31',
    '2027-02-10',
  ],
  [
    '2026-02-28',
    '2026-03-30',
    '2026-04-14',
    '2026-04-29',
    '2026-04-30',
    '2026-04-14',
    '2026-03-31',
    '2026-04-10',
  ],
  [
    '2026-10-16',
    '2026-11-15',
    '2026-11-30',
    '2026-12-15',
    '2026-11-30',
    '2026-12-15',
    '2026-11-30',
    '2026-12-10',
  ],
  [
    '2026-10-17',
    '2026-11-16',
    '2026-12-01',
    '2026-12-16',
    '2026-12-31',
    '2026-12-15',
    '2026-11-30',
    '2026-12-10',
  ],
] as const;

const termsOfColumns: readonly PaymentTerms[] = [
  { kind: 'net', days: 30 },
  { kind: 'net', days: 45 },
  { kind: 'net', days: 60 },
  { kind: 'end-of-month', days: 45, method: 'add-then-end' },
  { kind: 'end-of-month', days: 45, method: 'end-then-add' },
  { kind: 'end-of-month', days: 30, method: 'add-then-end' },
  { kind: 'end-of-month', days: 30, method: 'add-then-end', plusDays: 10 },
];

describe('dueOn', () => {
  it.each(table)('issued on %s', (issuedOn, ...expected) => {
    expect(termsOfColumns.map((terms) => dueOn(issuedOn, terms))).toEqual(
      expected.map((value) => ({ ok: true, value })),
    );
  });

  it.each([
    ['2026-11-03', '2026-12-10'],
    ['2026-11-10', '2026-12-10'],
    ['2026-11-11', '2026-12-20'],
    ['2026-11-20', '2026-12-20'],
    ['2026-11-22', '2026-12-30'],
    ['2027-02-25', '2027-03-30'],
  ])('30 days after the décade of a delivery on %s', (receivedOn, expected) => {
    expect(dueOn('2026-11-01', { kind: 'decade', days: 30 }, { receivedOn })).toEqual({
      ok: true,
      value: expected,
    });
  });

  it('counts from the receipt (C. com. L441-10 I al. 1), and refuses to guess it', () => {
    const afterReceipt = { kind: 'after-receipt', days: 30 } as const;
    expect(dueOn('2026-11-01', afterReceipt, { receivedOn: '2026-11-05' })).toEqual({
      ok: true,
      value: '2026-12-05',
    });
    expect(dueOn('2026-11-01', afterReceipt)).toEqual({
      ok: false,
      error: { kind: 'missing-receipt' },
    });
  });

  it('reads 31 January + 30 days end of month as the end of March', () => {
    expect(dueOn('2026-01-31', { kind: 'end-of-month', days: 30, method: 'add-then-end' })).toEqual({
      ok: true,
      value: '2026-03-31',
    });
  });

  it('ends the décades on the 10th, the 20th and the last day of the month', () => {
    const ends = ['2026-02-01', '2026-02-10', '2026-02-11', '2026-02-20', '2026-02-21', '2026-02-28'];
    expect(ends.map((issuedOn) => dueOn(issuedOn, { kind: 'decade', days: 0 }))).toEqual(
      ['2026-02-10', '2026-02-10', '2026-02-20', '2026-02-20', '2026-02-28', '2026-02-28'].map((value) => ({
        ok: true,
        value,
      })),
    );
  });

  it('adds the days after the end of the month by either method', () => {
    const terms = { kind: 'end-of-month', days: 30, plusDays: 10 } as const;
    expect(dueOn('2026-01-31', { ...terms, method: 'add-then-end' })).toEqual({
      ok: true,
      value: '2026-04-10',
    });
    expect(dueOn('2026-01-31', { ...terms, method: 'end-then-add' })).toEqual({
      ok: true,
      value: '2026-03-12',
    });
  });

  it('counts net terms from the issue, whatever the day of receipt', () => {
    const receivedOn = '2026-11-05';
    expect(dueOn('2026-11-01', { kind: 'net', days: 30 }, { receivedOn })).toMatchObject({
      value: '2026-12-01',
    });
  });

  it('takes up to ten years for a term, more for a typing error', () => {
    const tooLong = { ok: false, error: { kind: 'invalid-days', days: 3651 } };
    const endOfMonth = { kind: 'end-of-month', days: 30, method: 'add-then-end' } as const;
    expect(dueOn('2026-01-01', { kind: 'net', days: 3650 })).toEqual({ ok: true, value: '2035-12-30' });
    expect(dueOn('2026-01-01', { kind: 'net', days: 3651 })).toEqual(tooLong);
    expect(dueOn('2026-01-01', { ...endOfMonth, plusDays: 3651 })).toEqual(tooLong);
    expect(dueOn('2026-01-01', { ...endOfMonth, plusDays: -1 })).toEqual({
      ok: false,
      error: { kind: 'invalid-days', days: -1 },
    });
  });

  it('refuses a day of receipt that does not exist, even where it counts for nothing', () => {
    expect(dueOn('2026-02-01', { kind: 'net', days: 30 }, { receivedOn: '2026-02-30' })).toEqual({
      ok: false,
      error: { kind: 'invalid-day', text: '2026-02-30' },
    });
  });

  it('refuses what is no day, no number of days, or has no method', () => {
    expect(dueOn('2026-02-30', { kind: 'net', days: 30 })).toMatchObject({ error: { kind: 'invalid-day' } });
    expect(dueOn('2026-02-01', { kind: 'net', days: -1 })).toMatchObject({ error: { kind: 'invalid-days' } });
    expect(dueOn('2026-02-01', { kind: 'net', days: 1.5 })).toMatchObject({
      error: { kind: 'invalid-days' },
    });
    const withoutMethod = { kind: 'end-of-month', days: 45 } as unknown as PaymentTerms;
    expect(dueOn('2026-02-01', withoutMethod)).toEqual({ ok: false, error: { kind: 'missing-method' } });
  });
});

describe('arePaymentTerms', () => {
  it.each([
    [{ kind: 'net', days: 0 }, true],
    [{ kind: 'after-receipt', days: 3650 }, true],
    [{ kind: 'decade', days: 3651 }, false],
    [{ kind: 'net', days: -1 }, false],
    [{ kind: 'net', days: 1.5 }, false],
    [{ kind: 'end-of-month', days: 45, method: 'add-then-end' }, true],
    [{ kind: 'end-of-month', days: 45, method: 'end-then-add', plusDays: 10 }, true],
    [{ kind: 'end-of-month', days: 45, method: 'end-then-add', plusDays: -1 }, false],
    [{ kind: 'end-of-month', days: -45, method: 'end-then-add' }, false],
    [{ kind: 'end-of-month', days: 45 } as PaymentTerms, false],
  ] as const)('%j: %s', (terms, valid) => {
    expect(arePaymentTerms(terms)).toBe(valid);
    expect(dueOn('2026-01-15', terms, { receivedOn: '2026-01-15' }).ok).toBe(valid);
  });
});

describe('describePaymentTerms', () => {
  it.each([
    [{ kind: 'net', days: 0 }, 'Paiement comptant'],
    [{ kind: 'net', days: 30 }, '30\u00A0jours nets à compter de l’émission de la facture'],
    [{ kind: 'net', days: 1 }, '1\u00A0jour net à compter de l’émission de la facture'],
    [{ kind: 'net', days: 2 }, '2\u00A0jours nets à compter de l’émission de la facture'],
    [{ kind: 'after-receipt', days: 0 }, 'Paiement à réception'],
    [{ kind: 'after-receipt', days: 1 }, '1\u00A0jour après réception'],
    [
      { kind: 'end-of-month', days: 30, method: 'end-then-add', plusDays: 10 },
      'Fin de mois plus 40\u00A0jours',
    ],
    [{ kind: 'end-of-month', days: 0, method: 'end-then-add', plusDays: 1 }, 'Fin de mois le\u00A01'],
    [{ kind: 'after-receipt', days: 30 }, '30\u00A0jours après réception'],
    [{ kind: 'end-of-month', days: 45, method: 'add-then-end' }, '45\u00A0jours fin de mois'],
    [{ kind: 'end-of-month', days: 45, method: 'end-then-add' }, 'Fin de mois plus 45\u00A0jours'],
    [
      { kind: 'end-of-month', days: 30, method: 'add-then-end', plusDays: 10 },
      '30\u00A0jours fin de mois le\u00A010',
    ],
    [{ kind: 'end-of-month', days: 0, method: 'add-then-end' }, 'Fin de mois'],
    [{ kind: 'decade', days: 30 }, '30\u00A0jours après la fin de la décade de livraison'],
  ] as const)('%j', (terms, expected) => {
    expect(describePaymentTerms(terms)).toBe(expected);
  });
});

describe('arePaymentTerms', () => {
  it.each([
    { kind: 'net', days: 0 },
    { kind: 'decade', days: 3650 },
    { kind: 'end-of-month', days: 45, method: 'add-then-end' },
    { kind: 'end-of-month', days: 45, method: 'end-then-add', plusDays: 10 },
  ] as const)('takes %j', (terms) => {
    expect(arePaymentTerms(terms)).toBe(true);
  });

  it.each([
    { kind: 'net', days: -1 },
    { kind: 'net', days: 30.5 },
    { kind: 'net', days: 3651 },
    { kind: 'end-of-month', days: 45 },
    { kind: 'end-of-month', days: 45, method: 'other' },
    { kind: 'end-of-month', days: -1, method: 'add-then-end' },
    { kind: 'end-of-month', days: 45, method: 'add-then-end', plusDays: -1 },
  ])('refuses %j', (terms) => {
    expect(arePaymentTerms(terms as PaymentTerms)).toBe(false);
  });
});
