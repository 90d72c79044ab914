import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import {
  endOfSemester,
  formatSemester,
  isSemester,
  nextSemester,
  semester,
  semesterOf,
  startOfSemester,
} from '../../../../shared/dates/semester.ts';

describe('semesters', () => {
  it('change on 1 January and 1 July', () => {
    expect(semesterOf(day('2026-06-30'))).toBe('2026-S1');
    expect(semesterOf(day('2026-07-01'))).toBe('2026-S2');
    expect(semesterOf(day('2026-12-31'))).toBe('2026-S2');
    expect(semesterOf(day('2027-01-01'))).toBe('2027-S1');
    expect(startOfSemester(semester('2026-S1'))).toBe('2026-01-01');
    expect(startOfSemester(semester('2026-S2'))).toBe('2026-07-01');
    expect(endOfSemester(semester('2026-S1'))).toBe('2026-06-30');
    expect(endOfSemester(semester('2026-S2'))).toBe('2026-12-31');
    expect(nextSemester(semester('2026-S1'))).toBe('2026-S2');
    expect(nextSemester(semester('2026-S2'))).toBe('2027-S1');
  });

  it('have a French name', () => {
    expect(formatSemester(semester('2027-S1'))).toBe('1ᵉʳ semestre 2027');
    expect(formatSemester(semester('2026-S2'))).toBe('2ᵉ semestre 2026');
  });

  it('are two a year', () => {
    expect(['1900-S1', '2026-S2', '2199-S2'].every(isSemester)).toBe(true);
    for (const text of [
      '2026-S3',
      '2026-S0',
      '1899-S1',
      '2200-S1',
      '2026S1',
      '2026',
      '2026-S11',
      'x2026-S1',
    ]) {
      expect(isSemester(text), text).toBe(false);
      expect(() => semester(text)).toThrow(new RangeError(`not a semester: ${text}`));
    }
  });
});
