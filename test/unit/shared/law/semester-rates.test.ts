import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { semester } from '../../../../shared/dates/semester.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { type LegalParameters, semesterParameters } from '../../../../shared/law/parameters.ts';
import { semesterDoubts } from '../../../../shared/law/semester-doubts.ts';
import { missingSemesters, semesterRow, semesterRows } from '../../../../shared/law/semester-rates.ts';

const s1of2027 = {
  semester: semester('2027-S1'),
  refiBasisPoints: 265,
  legalBusinessBasisPoints: 281,
  legalIndividualBasisPoints: 690,
  source: 'Arrêté du 18 décembre 2026',
  checkedOn: '2027-01-04',
};
const withS1: LegalParameters = [...shippedParameters, ...semesterParameters(s1of2027)];

describe('a semester of the table of law', () => {
  it('derives penalties, public interest and floor as the law does', () => {
    expect(semesterRow(shippedParameters, semester('2026-S2'))).toMatchObject({
      refi: 240,
      b2b: 1240,
      publicBuyer: 1040,
      legalBusiness: 275,
      floor: 825,
      legalIndividual: 684,
      checkedOn: '2026-11-22',
    });
    expect(semesterRow(shippedParameters, semester('2024-S1'))).toMatchObject({ b2b: 1450, floor: 1521 });
    expect(semesterRow(shippedParameters, semester('2013-S1'))).toMatchObject({ publicBuyer: 875 });
  });

  it('is empty where nothing is known, and never the one before', () => {
    expect(semesterRow(shippedParameters, semester('2027-S1'))).toEqual({
      semester: '2027-S1',
      refi: undefined,
      b2b: undefined,
      publicBuyer: undefined,
      legalBusiness: undefined,
      floor: undefined,
      legalIndividual: undefined,
      source: '',
      checkedOn: undefined,
    });
  });

  it('names the source of the one rate that is known', () => {
    const only = (name: string): LegalParameters =>
      semesterParameters(s1of2027).filter((entry) => entry.name === name);
    for (const name of ['ecb-refi-rate', 'legal-rate-business'])
      expect(semesterRow(only(name), semester('2027-S1')), name).toMatchObject({
        source: 'Arrêté du 18 décembre 2026',
        checkedOn: '2027-01-04',
      });
  });

  it('is the one of the user where he corrected it', () => {
    const corrected = [
      ...shippedParameters,
      ...semesterParameters({ ...s1of2027, semester: semester('2026-S2') }),
    ];
    expect(semesterRow(corrected, semester('2026-S2'))).toMatchObject({
      refi: 265,
      b2b: 1265,
      source: 'Arrêté du 18 décembre 2026',
      checkedOn: '2027-01-04',
    });
  });
});

describe('the table by semester', () => {
  it('goes from the newest to 2010, with the missing ones up to today', () => {
    const rows = semesterRows(shippedParameters, day('2027-07-01'));
    expect(rows.slice(0, 3).map((row) => [row.semester, row.b2b])).toEqual([
      ['2027-S2', undefined],
      ['2027-S1', undefined],
      ['2026-S2', 1240],
    ]);
    expect(rows.at(-1)?.semester).toBe('2010-S1');
    expect(rows).toHaveLength(36);
  });

  it('shows a semester that was entered before it began', () => {
    expect(semesterRows(withS1, day('2026-12-20'))[0]).toMatchObject({ semester: '2027-S1', b2b: 1265 });
    expect(semesterRows(shippedParameters, day('2026-12-31'))[0]?.semester).toBe('2026-S2');
  });

  it('knows which semesters are missing, up to the one asked for', () => {
    expect(missingSemesters(shippedParameters, semester('2026-S2'))).toEqual([]);
    expect(missingSemesters(shippedParameters, semester('2027-S2'))).toEqual(['2027-S1', '2027-S2']);
    expect(missingSemesters(withS1, semester('2027-S1'))).toEqual([]);
    expect(missingSemesters(withS1, semester('2026-S2'))).toEqual([]);
  });

  it('follows the calendar whatever the order in which semesters were entered', () => {
    const later = semesterParameters({ ...s1of2027, semester: semester('2027-S2') });
    const rows = semesterRows([...later, ...shippedParameters], day('2026-11-22'));
    expect(rows.slice(0, 3).map((row) => [row.semester, row.refi])).toEqual([
      ['2027-S2', 265],
      ['2027-S1', undefined],
      ['2026-S2', 240],
    ]);
    expect(rows.at(-1)?.semester).toBe('2010-S1');
    // The gap before a semester entered early is only missing once it is asked for.
    expect(missingSemesters([...later, ...shippedParameters], semester('2026-S2'))).toEqual([]);
    expect(missingSemesters([...later, ...shippedParameters], semester('2027-S1'))).toEqual(['2027-S1']);
  });

  it('counts a semester with half of its rates as missing', () => {
    const half = withS1.filter(
      ({ name, validFrom }) => !(name === 'legal-rate-business' && validFrom === '2027-01-01'),
    );
    expect(missingSemesters(half, semester('2027-S1'))).toEqual(['2027-S1']);
  });
});

describe('what looks wrong in rates that were typed', () => {
  const doubts = (changes: Partial<typeof s1of2027>): readonly string[] =>
    semesterDoubts(shippedParameters, { ...s1of2027, ...changes });

  it('is nothing for rates that moved a little, up to three points', () => {
    expect(doubts({})).toEqual([]);
    expect(doubts({ refiBasisPoints: 540 })).toEqual([]);
  });

  it('is a jump of more than three points from the semester before, up or down', () => {
    expect(doubts({ refiBasisPoints: 541 })).toEqual([
      'Taux de la BCE\u00A0: 3,01\u00A0points d’écart avec le 2ᵉ semestre 2026 (2,40\u00A0%). Vérifiez.',
    ]);
    expect(doubts({ legalBusinessBasisPoints: 576 })).toEqual([
      'Taux légal, autres cas\u00A0: 3,01\u00A0points d’écart avec le 2ᵉ semestre 2026 (2,75\u00A0%). Vérifiez.',
    ]);
    expect(doubts({ legalIndividualBasisPoints: 383 })).toEqual([
      'Taux légal, particuliers\u00A0: 3,01\u00A0points d’écart avec le 2ᵉ semestre 2026 (6,84\u00A0%). Vérifiez.',
    ]);
  });

  it('is a legal rate of private persons below the other: the two columns of the order', () => {
    const swapped = doubts({ legalBusinessBasisPoints: 690, legalIndividualBasisPoints: 281 });
    expect(swapped).toHaveLength(3);
    expect(swapped.at(-1)).toContain('inversées');
    expect(doubts({ legalBusinessBasisPoints: 400, legalIndividualBasisPoints: 400 })).toEqual([]);
  });

  it('is not asked where the semester before is not known either', () => {
    expect(
      semesterDoubts(shippedParameters, {
        semester: semester('2027-S2'),
        refiBasisPoints: 5000,
        legalBusinessBasisPoints: 5000,
      }),
    ).toEqual([]);
  });
});
