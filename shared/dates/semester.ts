import { type Day, day } from './day.ts';

declare const semesterBrand: unique symbol;

/** Half of a calendar year, `2026-S2`; the legal rates are fixed by it. Texts sort as the semesters do. */
export type Semester = string & { readonly [semesterBrand]: 'Semester' };

/** True for `YYYY-S1` and `YYYY-S2`, years 1900 to 2199. */
export const isSemester = (text: string): text is Semester => /^(?:19|20|21)\d{2}-S[12]$/.test(text);

/** Brands a text as a semester. Throws when it is not one. */
export const semester = (text: string): Semester => {
  if (!isSemester(text)) throw new RangeError(`not a semester: ${text}`);
  return text;
};

/** The semester that holds the day. */
export const semesterOf = (on: Day): Semester =>
  `${on.slice(0, 4)}-S${on.slice(5) < '07-01' ? 1 : 2}` as Semester;

/** 1 January or 1 July. */
export const startOfSemester = (value: Semester): Day =>
  day(`${value.slice(0, 4)}-${value.endsWith('1') ? '01-01' : '07-01'}`);

/** 30 June or 31 December. */
export const endOfSemester = (value: Semester): Day =>
  day(`${value.slice(0, 4)}-${value.endsWith('1') ? '06-30' : '12-31'}`);

/** The semester that follows. */
export const nextSemester = (value: Semester): Semester =>
  value.endsWith('1')
    ? (`${value.slice(0, 5)}S2` as Semester)
    : (`${Number(value.slice(0, 4)) + 1}-S1` as Semester);

/** « 2ᵉ semestre 2026 », « 1ᵉʳ semestre 2027 ». */
export const formatSemester = (value: Semester): string =>
  `${value.endsWith('1') ? '1ᵉʳ' : '2ᵉ'} semestre ${value.slice(0, 4)}`;
