import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../../../shared/dates/day.ts';
import {
  endOfSemester,
  type Semester,
  semester,
  startOfSemester,
} from '../../../../shared/dates/semester.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { type ParameterName, parameterOn } from '../../../../shared/law/parameters.ts';

/**
 * As published (law-and-formats.md 1.5, rates.json): ECB main refinancing rate on the first day of the semester,
 * legal rate of private persons, legal rate of all other cases; basis points.
 */
const published = [
  ['2010-S1', 100, 65, 65],
  ['2010-S2', 100, 65, 65],
  ['2011-S1', 100, 38, 38],
  ['2011-S2', 125, 38, 38],
  ['2012-S1', 100, 71, 71],
  ['2012-S2', 100, 71, 71],
  ['2013-S1', 75, 4, 4],
  ['2013-S2', 50, 4, 4],
  ['2014-S1', 25, 4, 4],
  ['2014-S2', 15, 4, 4],
  ['2015-S1', 5, 406, 93],
  ['2015-S2', 5, 429, 99],
  ['2016-S1', 5, 454, 101],
  ['2016-S2', 0, 435, 93],
  ['2017-S1', 0, 416, 90],
  ['2017-S2', 0, 394, 90],
  ['2018-S1', 0, 373, 89],
  ['2018-S2', 0, 360, 88],
  ['2019-S1', 0, 340, 86],
  ['2019-S2', 0, 326, 87],
  ['2020-S1', 0, 315, 87],
  ['2020-S2', 0, 311, 84],
  ['2021-S1', 0, 314, 79],
  ['2021-S2', 0, 312, 76],
  ['2022-S1', 0, 313, 76],
  ['2022-S2', 0, 315, 77],
  ['2023-S1', 250, 447, 206],
  ['2023-S2', 400, 682, 422],
  ['2024-S1', 450, 801, 507],
  ['2024-S2', 425, 816, 492],
  ['2025-S1', 315, 721, 371],
  ['2025-S2', 215, 665, 276],
  ['2026-S1', 215, 667, 262],
  ['2026-S2', 240, 684, 275],
] as const;

/** Name, value, first and last day on which it holds. */
const lasting = [
  ['b2b-markup', 1000, '2009-01-01', undefined],
  ['public-markup', 700, '2009-01-01', '2013-03-15'],
  ['public-markup', 800, '2013-03-16', undefined],
  ['floor-multiplier', 3, '2009-01-01', undefined],
  ['recovery-indemnity', 4000, '2013-01-01', undefined],
  ['limitation-b2b', 60, '2008-06-19', undefined],
  ['limitation-b2c', 24, '2008-06-19', undefined],
  ['limitation-public', 48, '1969-01-01', undefined],
  ['limitation-transport', 12, '1943-01-01', undefined],
  ['limitation-title', 120, '2008-06-19', undefined],
  ['term-default', 30, '2009-01-01', undefined],
  ['term-cap-net', 60, '2009-01-01', undefined],
  ['term-cap-end-of-month', 45, '2009-01-01', undefined],
  ['term-cap-periodic', 45, '2009-01-01', undefined],
  ['term-cap-perishable', 30, '2009-01-01', undefined],
  ['term-cap-livestock', 20, '2009-01-01', undefined],
  ['term-cap-alcohol', 30, '2009-01-01', undefined],
  ['term-cap-transport', 30, '2009-01-01', undefined],
  ['term-cap-vat-free-export', 90, '2009-01-01', undefined],
  ['term-cap-public-body', 30, '2009-01-01', undefined],
  ['term-cap-public-hospital', 50, '2009-01-01', undefined],
  ['term-cap-public-company', 60, '2009-01-01', undefined],
  ['term-fine-natural-person', 7_500_000, '2021-11-01', undefined],
  ['term-fine-legal-person', 200_000_000, '2021-11-01', undefined],
  ['payment-order-service', 6, '1982-01-01', '2026-08-31'],
  ['payment-order-service', 3, '2026-09-01', undefined],
  ['payment-order-opposition', 1, '1982-01-01', undefined],
  ['payment-order-fee-days', 15, '1982-01-01', undefined],
  ['small-claims-answer', 1, '2016-06-01', undefined],
  ['non-contestation-answer', 1, '2026-04-24', undefined],
  ['non-contestation-record-days', 8, '2026-04-24', undefined],
  ['non-contestation-service', 6, '2026-04-24', undefined],
  ['claim-declaration', 2, '2006-01-01', undefined],
  ['claim-declaration-overseas', 2, '2006-01-01', undefined],
  ['foreclosure-relief', 6, '2006-01-01', undefined],
  ['reserved-title-claim', 3, '2006-01-01', undefined],
  ['insolvency-payment-annulment', 36, '2006-01-01', undefined],
  ['small-claims-ceiling', 500_000, '2020-01-01', undefined],
  ['lawyer-threshold', 1_000_000, '2020-01-01', undefined],
  ['prior-attempt-ceiling', 500_000, '2020-01-01', undefined],
  ['payment-order-notice', 1, '2026-09-01', undefined],
  ['payment-order-enforcement', 2, '2026-09-01', undefined],
] as const satisfies readonly (readonly [ParameterName, number, string, string | undefined])[];

const valueOn = (name: ParameterName, on: Day): number | undefined => {
  const found = parameterOn(shippedParameters, name, on);
  return found.ok ? found.value.value : undefined;
};

const sourceOf = (name: Semester): string | undefined => {
  const found = parameterOn(shippedParameters, 'legal-rate-business', startOfSemester(name));
  return found.ok ? found.value.source : undefined;
};

describe('the shipped table of law', () => {
  it.each(published)('%s holds from its first day to its last', (name, refi, individual, business) => {
    for (const on of [startOfSemester(semester(name)), endOfSemester(semester(name))]) {
      expect(valueOn('ecb-refi-rate', on)).toBe(refi);
      expect(valueOn('legal-rate-individual', on)).toBe(individual);
      expect(valueOn('legal-rate-business', on)).toBe(business);
    }
  });

  it('knows no rate before 2010 and none after 2026', () => {
    for (const name of ['ecb-refi-rate', 'legal-rate-individual', 'legal-rate-business'] as const)
      expect([valueOn(name, day('2009-12-31')), valueOn(name, day('2027-01-01'))]).toEqual([
        undefined,
        undefined,
      ]);
  });

  it.each(lasting)('%s is %d from %s to %s', (name, value, validFrom, validTo) => {
    const entry = shippedParameters.filter((one) => one.name === name && one.validFrom === validFrom);
    expect(entry).toEqual([expect.objectContaining({ value, validTo, checkedOn: '2026-11-22' })]);
    expect(valueOn(name, day(validFrom))).toBe(value);
    expect(valueOn(name, day(validTo ?? '2199-12-31'))).toBe(value);
  });

  it('holds nothing else', () => {
    expect(shippedParameters).toHaveLength(3 * published.length + lasting.length);
  });

  it('says for each semester what its figures rest on', () => {
    expect(sourceOf(semester('2012-S2'))).toContain('de mémoire');
    expect(sourceOf(semester('2013-S1'))).toContain('décrets annuels');
    expect(sourceOf(semester('2015-S1'))).toContain('arrêtés semestriels');
    expect(sourceOf(semester('2025-S2'))).toContain('arrêtés semestriels');
    expect(sourceOf(semester('2026-S1'))).toContain('arrêté du 15 décembre 2025');
    expect(sourceOf(semester('2026-S2'))).toContain('arrêté du 26 juin 2026');
  });
});
