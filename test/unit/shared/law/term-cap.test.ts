import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { dueOn, type PaymentTerms } from '../../../../shared/dates/payment-terms.ts';
import { lasting } from '../../../../shared/law/lasting-parameter.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import {
  type TermActivity,
  termActivitiesOf,
  termActivityOf,
  termRules,
} from '../../../../shared/law/term-activity.ts';
import { checkTermCap, firstTermBreach, type TermCapInput } from '../../../../shared/law/term-cap.ts';

const fortyFive = (method: 'add-then-end' | 'end-then-add'): PaymentTerms => ({
  kind: 'end-of-month',
  days: 45,
  method,
});

const capOf = (input: TermCapInput) => {
  const cap = checkTermCap(input);
  if (!cap.ok) throw new Error(cap.error.name);
  return cap.value;
};

describe('checkTermCap', () => {
  it('allows 60 days and not 61', () => {
    expect(capOf({ issuedOn: '2026-01-15', dueOn: '2026-03-16' })).toMatchObject({ withinCap: true });
    expect(capOf({ issuedOn: '2026-01-15', dueOn: '2026-03-17' })).toMatchObject({
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
        expect(capOf({ issuedOn, dueOn: due.value, terms }).withinCap).toBe(true);
        longest = Math.max(longest, Date.parse(due.value) - Date.parse(issuedOn));
      }
      expect(longest / 86_400_000).toBe(75);
    },
  );

  it('gives « 60 jours fin de mois » no cap of its own', () => {
    const terms: PaymentTerms = { kind: 'end-of-month', days: 60, method: 'add-then-end' };
    expect(capOf({ issuedOn: '2026-01-15', dueOn: '2026-03-31', terms })).toMatchObject({
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
    expect(capOf({ ...input, dueOn: capOn ?? '2026-12-31' })).toMatchObject({
      withinCap: true,
      capOn,
    });
    expect(capOf({ ...input, dueOn: '2027-01-01' }).withinCap).toBe(activity === 'consumer');
  });

  it('counts perishable goods of a periodic invoice from the end of the décade', () => {
    expect(
      capOf({
        issuedOn: '2026-01-31',
        receivedOn: '2026-01-12',
        dueOn: '2026-02-19',
        activity: 'perishable-food',
        terms: { kind: 'decade', days: 30 },
      }),
    ).toMatchObject({ withinCap: true, capOn: '2026-02-19' });
  });

  it.each([
    [
      'general',
      'add-then-end',
      45,
      '60\u00A0jours après l’émission de la facture (C. com. art. L441-10 I), ou 45\u00A0jours fin de mois si le contrat le stipule',
    ],
    ['alcohol', undefined, 0, '30\u00A0jours après la fin du mois de livraison (C. com. art. L441-11 II 3°)'],
    [
      'public-hospital',
      undefined,
      0,
      '50\u00A0jours après la réception de la demande de paiement (CCP art. R2192-11)',
    ],
    ['consumer', undefined, 0, 'Aucun envers un consommateur'],
  ] as const)('says why: %s', (activity, method, days, reason) => {
    const terms: PaymentTerms =
      method === undefined ? { kind: 'net', days } : { kind: 'end-of-month', days, method };
    expect(capOf({ issuedOn: '2026-01-15', dueOn: '2026-01-31', activity, terms }).reason).toBe(reason);
  });

  it('knows « fin de mois » for general terms and for wine, and for no periodic invoice', () => {
    const input = { issuedOn: '2026-01-15', dueOn: '2026-03-31', terms: fortyFive('add-then-end') };
    expect(capOf({ ...input, activity: 'wine-and-grapes' })).toMatchObject({
      withinCap: true,
      capOn: '2026-03-31',
    });
    expect(capOf({ ...input, activity: 'periodic-invoice' })).toMatchObject({
      withinCap: false,
      capOn: '2026-03-01',
      reason: '45\u00A0jours après l’émission de la facture (C. com. art. L441-10 I al. 4)',
    });
  });

  it('says that perishable goods count from the end of the décade', () => {
    const terms: PaymentTerms = { kind: 'decade', days: 30 };
    const input = { issuedOn: '2026-01-31', dueOn: '2026-02-19', terms } as const;
    expect(capOf({ ...input, activity: 'perishable-food' }).reason).toBe(
      '30\u00A0jours après la fin de la décade de livraison (C. com. art. L441-11 II 1°)',
    );
    // Only that activity counts décades.
    expect(capOf({ ...input, activity: 'livestock-and-fresh-meat' }).capOn).toBe('2026-02-20');
  });

  it.each([
    ['general', '2026-02-28', true],
    ['wine-and-grapes', '2026-02-28', true],
    ['periodic-invoice', '2026-02-28', false],
    ['transport', '2026-02-28', false],
  ] as const)('lets « 45 jours fin de mois » go beyond the days: %s', (activity, dueOn, allowed) => {
    // 1 January: 45 days end on 15 February, 60 on 2 March.
    const table = [...shippedParameters, lasting('term-cap-net', 45, '2009-01-01', 'Essai')];
    const input = { issuedOn: '2026-01-01', dueOn, activity, terms: fortyFive('add-then-end') };
    expect(checkTermCap(input, table)).toMatchObject({ value: { withinCap: allowed } });
  });

  it('takes the cap of the table, on the day of issue', () => {
    const table = [...shippedParameters, lasting('term-cap-net', 45, '2027-01-01', 'Loi à venir')];
    const input = { dueOn: '2027-02-20' } as const;
    expect(checkTermCap({ ...input, issuedOn: '2026-12-31' }, table)).toMatchObject({
      value: { capOn: '2027-03-01', withinCap: true },
    });
    expect(checkTermCap({ ...input, issuedOn: '2027-01-01' }, table)).toMatchObject({
      value: {
        capOn: '2027-02-15',
        withinCap: false,
        reason: '45\u00A0jours après l’émission de la facture (Loi à venir)',
      },
    });
  });

  it('fails where the table has no figure, naming it', () => {
    const without = (name: string) => shippedParameters.filter((entry) => entry.name !== name);
    const input = { issuedOn: '2026-01-15', dueOn: '2026-03-01', terms: fortyFive('add-then-end') };
    for (const name of ['term-cap-net', 'term-cap-end-of-month'])
      expect(checkTermCap(input, without(name))).toEqual({
        ok: false,
        error: { kind: 'missing-parameter', name, on: '2026-01-15', semester: '2026-S1' },
      });
    expect(checkTermCap({ ...input, issuedOn: '2008-12-31' }).ok).toBe(false);
    expect(checkTermCap({ ...input, activity: 'consumer' }, [])).toMatchObject({ ok: true });
    expect(firstTermBreach(input.terms, 'general', day('2026-01-15'), without('term-cap-net')).ok).toBe(
      false,
    );
  });
});

describe('firstTermBreach', () => {
  const breach = (terms: PaymentTerms, activity: TermActivity = 'general') => {
    const found = firstTermBreach(terms, activity, day('2026-01-01'));
    if (!found.ok) throw new Error(found.error.name);
    return found.value;
  };

  it.each([
    { kind: 'net', days: 60 },
    { kind: 'end-of-month', days: 30, method: 'add-then-end' },
    { kind: 'end-of-month', days: 45, method: 'add-then-end' },
    { kind: 'end-of-month', days: 45, method: 'end-then-add' },
    { kind: 'after-receipt', days: 60 },
  ] as const)('finds none in %j', (terms) => {
    expect(breach(terms)).toBeUndefined();
  });

  it('finds the first invoice whose due date would be too late', () => {
    expect(breach({ kind: 'net', days: 61 })).toEqual({
      issuedOn: '2026-01-01',
      dueOn: '2026-03-03',
      capOn: '2026-03-02',
      reason: '60\u00A0jours après l’émission de la facture (C. com. art. L441-10 I)',
    });
    // « 60 jours fin de mois »: 1 January + 60 days is 2 March.
    expect(breach({ kind: 'end-of-month', days: 60, method: 'add-then-end' })).toMatchObject({
      issuedOn: '2026-01-01',
      dueOn: '2026-03-31',
    });
    // Lawful for an invoice of 1 January (5 February), not for one of the 2nd.
    expect(breach({ kind: 'end-of-month', days: 30, method: 'add-then-end', plusDays: 5 })).toMatchObject({
      issuedOn: '2026-01-02',
      dueOn: '2026-03-05',
      capOn: '2026-03-03',
    });
  });

  it('goes by the activity, and has nothing to say of a consumer or of terms that cannot be counted', () => {
    expect(breach({ kind: 'net', days: 31 }, 'transport')).toMatchObject({ capOn: '2026-01-31' });
    expect(breach({ kind: 'net', days: 400 }, 'consumer')).toBeUndefined();
    expect(breach({ kind: 'net', days: -1 })).toBeUndefined();
  });
});

describe('the activity of a client', () => {
  it('is the usual one of his regime, or the one chosen where it can concern him', () => {
    expect(termActivityOf('b2b', undefined)).toBe('general');
    expect(termActivityOf('non-professional', undefined)).toBe('general');
    expect(termActivityOf('public', undefined)).toBe('public-body');
    expect(termActivityOf('b2c', undefined)).toBe('consumer');
    expect(termActivityOf('b2b', 'transport')).toBe('transport');
    expect(termActivityOf('public', 'transport')).toBe('public-body');
    expect(termActivityOf('public', 'public-hospital')).toBe('public-hospital');
    expect(termActivitiesOf('public')).toEqual(['public-body', 'public-hospital', 'public-company']);
    expect(termActivitiesOf('b2b')).toHaveLength(8);
    expect(termActivitiesOf('non-professional')).toEqual(termActivitiesOf('b2b'));
  });

  it('has a name for lists, and says from when its days run', () => {
    const rules = Object.values(termRules);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { name, after } of rules) {
      expect(name.length).toBeGreaterThan(5);
      expect(after).toMatch(/^après /u);
    }
  });
});
