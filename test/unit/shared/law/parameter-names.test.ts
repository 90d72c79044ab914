import { describe, expect, it } from 'vitest';
import { formatParameter } from '../../../../shared/law/format-parameter.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import {
  type ParameterUnit,
  parameterLabels,
  ruleGroupNames,
} from '../../../../shared/law/parameter-names.ts';
import type { ParameterName } from '../../../../shared/law/parameters.ts';

const labels = Object.values(parameterLabels);
const shown = (name: ParameterName): string => {
  const found = shippedParameters.findLast((entry) => entry.name === name);
  if (!found) throw new Error(`not in the table: ${name}`);
  return formatParameter(found);
};

describe('the names of the parameters of law', () => {
  it('tell every parameter apart', () => {
    expect(new Set(labels.map(({ name }) => name)).size).toBe(labels.length);
    expect(labels.every(({ name }) => name.trim() === name && name !== '')).toBe(true);
  });

  it('name nothing that the table does not hold, and the table nothing without a source', () => {
    const held = new Set(shippedParameters.map(({ name }) => name));
    expect(Object.keys(parameterLabels).filter((name) => !held.has(name as ParameterName))).toEqual([]);
    expect(shippedParameters.filter(({ source }) => source.trim() === '')).toEqual([]);
  });

  it('count as their names say', () => {
    const unitOf = (suffix: string): ReadonlySet<ParameterUnit> =>
      new Set(
        Object.entries(parameterLabels)
          .filter(([name]) => name.endsWith(suffix))
          .map(([, { unit }]) => unit),
      );
    expect([...unitOf('-days')]).toEqual(['days']);
    expect([...unitOf('-markup')]).toEqual(['points']);
  });
});

/** Group, unit, and the parameters that have both. */
const groups = [
  ['semester-rate', 'basis-points', ['ecb-refi-rate', 'legal-rate-business', 'legal-rate-individual']],
  ['late-payment', 'points', ['b2b-markup', 'public-markup']],
  ['late-payment', 'times', ['floor-multiplier']],
  ['late-payment', 'cents', ['recovery-indemnity']],
  [
    'limitation',
    'months',
    ['limitation-b2b', 'limitation-b2c', 'limitation-public', 'limitation-transport', 'limitation-title'],
  ],
  [
    'procedure',
    'months',
    [
      'payment-order-service',
      'payment-order-opposition',
      'small-claims-answer',
      'non-contestation-answer',
      'non-contestation-service',
      'claim-declaration',
      'claim-declaration-overseas',
      'foreclosure-relief',
      'reserved-title-claim',
      'insolvency-payment-annulment',
      'payment-order-notice',
      'payment-order-enforcement',
    ],
  ],
  ['procedure', 'cents', ['small-claims-ceiling', 'lawyer-threshold', 'prior-attempt-ceiling']],
  ['procedure', 'days', ['payment-order-fee-days', 'non-contestation-record-days']],
  [
    'payment-term',
    'days',
    [
      'term-default',
      'term-cap-net',
      'term-cap-end-of-month',
      'term-cap-periodic',
      'term-cap-perishable',
      'term-cap-livestock',
      'term-cap-alcohol',
      'term-cap-transport',
      'term-cap-vat-free-export',
      'term-cap-public-body',
      'term-cap-public-hospital',
      'term-cap-public-company',
    ],
  ],
  ['payment-term', 'cents', ['term-fine-natural-person', 'term-fine-legal-person']],
] as const;

describe('the groups of the table of law', () => {
  it.each(groups)('%s in %s', (group, unit, names) => {
    const found = Object.entries(parameterLabels).filter(
      ([, label]) => label.group === group && label.unit === unit,
    );
    expect(found.map(([name]) => name)).toEqual(names);
  });

  it('have French names, in the order in which they are shown', () => {
    expect(Object.entries(ruleGroupNames)).toEqual([
      ['late-payment', 'Retard de paiement'],
      ['payment-term', 'Délais de paiement'],
      ['limitation', 'Prescription'],
      ['procedure', 'Procédures'],
    ]);
  });
});

describe('a figure of law in French', () => {
  it('has the unit of its name', () => {
    expect(shown('ecb-refi-rate')).toBe('2,40\u00A0%');
    expect(shown('b2b-markup')).toBe('10\u00A0points');
    expect(shown('public-markup')).toBe('7\u00A0points');
    expect(shown('floor-multiplier')).toBe('3\u00A0fois');
    expect(shown('recovery-indemnity')).toBe('40\u00A0€');
    expect(shown('term-fine-legal-person')).toBe('2\u202F000\u202F000\u00A0€');
    expect(shown('term-default')).toBe('30\u00A0jours');
    expect(shown('limitation-b2b')).toBe('5\u00A0ans');
    expect(shown('limitation-transport')).toBe('1\u00A0an');
    expect(shown('payment-order-service')).toBe('3\u00A0mois');
  });

  it('keeps cents, half points and odd months', () => {
    expect(formatParameter({ name: 'recovery-indemnity', value: 4050 })).toBe('40,50\u00A0€');
    expect(formatParameter({ name: 'b2b-markup', value: 850 })).toBe('8,5\u00A0points');
    expect(formatParameter({ name: 'b2b-markup', value: 100 })).toBe('1\u00A0point');
    expect(formatParameter({ name: 'limitation-b2c', value: 18 })).toBe('18\u00A0mois');
    expect(formatParameter({ name: 'limitation-b2c', value: 0 })).toBe('0\u00A0mois');
    expect(formatParameter({ name: 'term-default', value: 1 })).toBe('1\u00A0jour');
  });
});
