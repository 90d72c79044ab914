import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { nextSemester, semester, startOfSemester } from '../../../../shared/dates/semester.ts';
import { rateFloorOn, rateOn } from '../../../../shared/law/interest-rate.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { missingSemester, parameterOn, semesterParameters } from '../../../../shared/law/parameters.ts';

const statutory = { kind: 'statutory' } as const;

/** Semester, default rate between businesses, of public buyers, legal rate of other cases, floor. */
const published = [
  ['2013-S1', 1075, 875, 4, 12],
  ['2014-S2', 1015, 815, 4, 12],
  ['2015-S1', 1005, 805, 93, 279],
  ['2016-S2', 1000, 800, 93, 279],
  ['2020-S2', 1000, 800, 84, 252],
  ['2022-S2', 1000, 800, 77, 231],
  ['2023-S1', 1250, 1050, 206, 618],
  ['2023-S2', 1400, 1200, 422, 1266],
  ['2024-S1', 1450, 1250, 507, 1521],
  ['2024-S2', 1425, 1225, 492, 1476],
  ['2025-S1', 1315, 1115, 371, 1113],
  ['2025-S2', 1215, 1015, 276, 828],
  ['2026-S1', 1215, 1015, 262, 786],
  ['2026-S2', 1240, 1040, 275, 825],
] as const;

/** ECB main refinancing rate and the day it took effect, to check the first days of the semesters. */
const ecbChanges = [
  ['2009-05-13', 100],
  ['2011-04-13', 125],
  ['2011-07-13', 150],
  ['2011-11-09', 125],
  ['2011-12-14', 100],
  ['2012-07-11', 75],
  ['2013-05-08', 50],
  ['2013-11-13', 25],
  ['2014-06-11', 15],
  ['2014-09-10', 5],
  ['2016-03-16', 0],
  ['2022-07-27', 50],
  ['2022-09-14', 125],
  ['2022-11-02', 200],
  ['2022-12-21', 250],
  ['2023-02-08', 300],
  ['2023-03-22', 350],
  ['2023-05-10', 375],
  ['2023-06-21', 400],
  ['2023-08-02', 425],
  ['2023-09-20', 450],
  ['2024-06-12', 425],
  ['2024-09-18', 365],
  ['2024-10-23', 340],
  ['2024-12-18', 315],
  ['2025-02-05', 290],
  ['2025-03-12', 265],
  ['2025-04-23', 240],
  ['2025-06-11', 215],
  ['2026-06-17', 240],
  ['2026-09-16', 265],
] as const;

describe('the shipped parameters', () => {
  it.each(published)('%s', (name, b2b, publicRate, legal, floor) => {
    const on = startOfSemester(semester(name));
    // The eight points for public buyers came in the course of 2013-S1.
    const publicOn = name === '2013-S1' ? day('2013-03-16') : on;
    expect(rateOn('b2b', statutory, on, shippedParameters)).toEqual({ ok: true, value: b2b });
    expect(rateOn('public', statutory, publicOn, shippedParameters)).toEqual({ ok: true, value: publicRate });
    expect(rateOn('b2c', statutory, on, shippedParameters)).toEqual({ ok: true, value: legal });
    expect(rateFloorOn(on, shippedParameters)).toEqual({ ok: true, value: floor });
  });

  it('hold for each semester the ECB rate of its first day', () => {
    for (let current = semester('2010-S1'); current <= '2026-S2'; current = nextSemester(current)) {
      const on = startOfSemester(current);
      const inForce = ecbChanges.findLast(([from]) => from <= on)?.[1];
      const found = parameterOn(shippedParameters, 'ecb-refi-rate', on);
      expect(found.ok && found.value.value, current).toBe(inForce);
    }
  });

  it('have a source and a day of checking each', () => {
    for (const { source, checkedOn, validFrom, validTo } of shippedParameters) {
      expect(source.length).toBeGreaterThan(5);
      expect(checkedOn).toBe('2026-11-22');
      expect(validTo === undefined || validFrom <= validTo).toBe(true);
    }
  });

  it('of a semester without the column of private persons are two', () => {
    const entry = { validFrom: '2027-01-01', validTo: '2027-06-30', source: 'BCE', checkedOn: '2027-01-02' };
    const rates = {
      semester: semester('2027-S1'),
      refiBasisPoints: 265,
      legalBusinessBasisPoints: 280,
      source: 'BCE',
      checkedOn: '2027-01-02',
    };
    const two = [
      { ...entry, name: 'ecb-refi-rate', value: 265 },
      { ...entry, name: 'legal-rate-business', value: 280 },
    ];
    expect(semesterParameters(rates)).toEqual(two);
    expect(semesterParameters({ ...rates, legalIndividualBasisPoints: 690 })).toEqual([
      ...two,
      { ...entry, name: 'legal-rate-individual', value: 690 },
    ]);
  });

  it('end with 2026-S2', () => {
    expect(missingSemester(shippedParameters, '2026-12-31')).toBeUndefined();
    expect(missingSemester(shippedParameters, '2027-01-01')).toBe('2027-S1');
  });
});
