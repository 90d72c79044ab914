import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { type Semester, semester } from '../../../../shared/dates/semester.ts';
import { rateFloorOn, rateOn } from '../../../../shared/law/interest-rate.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { type LegalParameters, semesterParameters } from '../../../../shared/law/parameters.ts';
import type { InterestRate } from '../../../../shared/ledger/client.ts';

const lastDay = day('2026-12-31');
const missing = (name: string, on: string, semesterName: string) => ({
  ok: false,
  error: { kind: 'missing-parameter', name, on, semester: semesterName },
});

const ratesOf = (name: Semester): LegalParameters =>
  semesterParameters({
    semester: name,
    refiBasisPoints: 240,
    legalBusinessBasisPoints: 275,
    source: 'BCE',
    checkedOn: '2026-11-22',
  });

describe('rateOn', () => {
  it.each([
    ['b2b', '2026-06-30', 1215],
    ['b2b', '2026-07-01', 1240],
    ['public', '2026-06-30', 1015],
    ['public', '2026-07-01', 1040],
    ['public', '2013-03-15', 775],
    ['public', '2013-03-16', 875],
    ['b2c', '2026-06-30', 262],
    ['b2c', '2026-07-01', 275],
    ['non-professional', '2026-07-01', 275],
  ] as const)('the rate by law, %s on %s, is %d', (regime, on, value) => {
    expect(rateOn(regime, { kind: 'statutory' }, day(on), shippedParameters)).toEqual({ ok: true, value });
  });

  it.each([
    [{ kind: 'fixed', basisPoints: 1000 }, 1000],
    [{ kind: 'fixed', basisPoints: 0 }, 0],
    [{ kind: 'legal-multiple', times: 3 }, 825],
    [{ kind: 'legal-multiple', times: 4 }, 1100],
    [{ kind: 'legal-multiple', times: 0 }, 0],
    [{ kind: 'ecb-plus', points: 12 }, 1440],
    [{ kind: 'ecb-plus', points: 7.25 }, 965],
    [{ kind: 'ecb-plus', points: 0 }, 240],
    // 1.1 × 100 is 110.00000000000001: an artefact of binary fractions, not a rate of part of a point.
    [{ kind: 'ecb-plus', points: 1.1 }, 350],
  ] as const)('%j is %d, whoever the debtor', (rate, value) => {
    for (const regime of ['b2b', 'public', 'b2c', 'non-professional'] as const)
      expect(rateOn(regime, rate, lastDay, shippedParameters)).toEqual({ ok: true, value });
  });

  it.each<InterestRate>([
    { kind: 'fixed', basisPoints: -1 },
    { kind: 'fixed', basisPoints: 0.5 },
    { kind: 'fixed', basisPoints: 1000.00001 },
    { kind: 'fixed', basisPoints: Number.NaN },
    { kind: 'fixed', basisPoints: Number.POSITIVE_INFINITY },
    { kind: 'legal-multiple', times: 1.5 },
    { kind: 'legal-multiple', times: -3 },
    { kind: 'ecb-plus', points: -2.41 },
    { kind: 'ecb-plus', points: 0.001 },
  ])('refuses %j', (rate) => {
    expect(rateOn('b2b', rate, lastDay, shippedParameters)).toEqual({
      ok: false,
      error: { kind: 'invalid-rate', rate },
    });
  });

  it('names the semester that is not in the table, but needs none for a fixed rate', () => {
    const on = day('2027-01-01');
    const rate = (kind: InterestRate) => rateOn('b2b', kind, on, shippedParameters);
    expect(rate({ kind: 'statutory' })).toEqual(missing('ecb-refi-rate', on, '2027-S1'));
    expect(rate({ kind: 'ecb-plus', points: 10 })).toEqual(missing('ecb-refi-rate', on, '2027-S1'));
    expect(rate({ kind: 'legal-multiple', times: 3 })).toEqual(missing('legal-rate-business', on, '2027-S1'));
    expect(rateOn('b2c', { kind: 'statutory' }, on, shippedParameters)).toEqual(
      missing('legal-rate-business', on, '2027-S1'),
    );
    expect(rate({ kind: 'fixed', basisPoints: 1200 })).toEqual({ ok: true, value: 1200 });
  });

  it('says which points are not known where the ECB rate is', () => {
    const table = ratesOf(semester('2026-S2'));
    expect(rateOn('b2b', { kind: 'statutory' }, lastDay, table)).toEqual(
      missing('b2b-markup', lastDay, '2026-S2'),
    );
    expect(rateOn('public', { kind: 'statutory' }, lastDay, table)).toEqual(
      missing('public-markup', lastDay, '2026-S2'),
    );
  });
});

describe('rateFloorOn', () => {
  it('is three times the legal rate of the semester', () => {
    expect(rateFloorOn(day('2026-06-30'), shippedParameters)).toEqual({ ok: true, value: 786 });
    expect(rateFloorOn(day('2026-07-01'), shippedParameters)).toEqual({ ok: true, value: 825 });
  });

  it('is not known without the legal rate, nor without its multiplier', () => {
    expect(rateFloorOn(day('2027-01-01'), shippedParameters)).toEqual(
      missing('legal-rate-business', '2027-01-01', '2027-S1'),
    );
    expect(rateFloorOn(lastDay, ratesOf(semester('2026-S2')))).toEqual(
      missing('floor-multiplier', lastDay, '2026-S2'),
    );
  });
});
