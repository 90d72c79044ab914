import type { Day } from '../dates/day.ts';
import {
  endOfSemester,
  nextSemester,
  type Semester,
  semesterOf,
  startOfSemester,
} from '../dates/semester.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { rateFloorOn, rateOn } from './interest-rate.ts';
import {
  type LegalParameter,
  type LegalParameters,
  missingSemester,
  type ParameterName,
  parameterOn,
} from './parameters.ts';

/** The rates of one semester, those of the table and those the law derives from them; basis points a year. */
export interface SemesterRow {
  readonly semester: Semester;
  /** ECB main refinancing rate on the first day. */
  readonly refi: number | undefined;
  /** Late-payment penalties between businesses where nothing is agreed (C. com. L441-10 II). */
  readonly b2b: number | undefined;
  /** Interest owed by a public buyer whose delay begins in the semester (CCP R2192-31). */
  readonly publicBuyer: number | undefined;
  readonly legalBusiness: number | undefined;
  /** Lowest rate that a contract between businesses may set: three times the legal rate. */
  readonly floor: number | undefined;
  readonly legalIndividual: number | undefined;
  /** Where the rates were read; empty when they are not known. */
  readonly source: string;
  readonly checkedOn: Day | undefined;
}

const entryOn = (table: LegalParameters, name: ParameterName, on: Day): LegalParameter | undefined => {
  const found = parameterOn(table, name, on);
  return found.ok ? found.value : undefined;
};

/** One semester of the table; what the table does not hold is undefined, never guessed. */
export const semesterRow = (table: LegalParameters, semester: Semester): SemesterRow => {
  const first = startOfSemester(semester);
  // The points for public buyers rose within a semester, for contracts from 16 March 2013 on.
  const last = endOfSemester(semester);
  const statutory = (regime: DebtorRegime): number | undefined => {
    const rate = rateOn(regime, { kind: 'statutory' }, last, table);
    return rate.ok ? rate.value : undefined;
  };
  const floor = rateFloorOn(first, table);
  const refi = entryOn(table, 'ecb-refi-rate', first);
  const legalBusiness = entryOn(table, 'legal-rate-business', first);
  const origin = refi ?? legalBusiness;
  return {
    semester,
    refi: refi?.value,
    b2b: statutory('b2b'),
    publicBuyer: statutory('public'),
    legalBusiness: legalBusiness?.value,
    floor: floor.ok ? floor.value : undefined,
    legalIndividual: entryOn(table, 'legal-rate-individual', first)?.value,
    source: origin?.source ?? '',
    checkedOn: origin?.checkedOn,
  };
};

/** Every semester from the first of the table to the given one, or to the last of the table where that is later. */
const semestersTo = (table: LegalParameters, through: Semester): readonly Semester[] => {
  const known = table
    .filter(({ name }) => name === 'ecb-refi-rate')
    .map(({ validFrom }) => semesterOf(validFrom))
    .sort();
  const first = known[0] ?? through;
  const knownLast = known.at(-1) ?? through;
  const last = knownLast > through ? knownLast : through;
  const all: Semester[] = [];
  for (let current = first; current <= last; current = nextSemester(current)) all.push(current);
  return all;
};

/** The table by semester, newest first, up to the one that holds the day; one that is missing has no rates. */
export const semesterRows = (table: LegalParameters, today: Day): readonly SemesterRow[] =>
  semestersTo(table, semesterOf(today))
    .map((semester) => semesterRow(table, semester))
    .reverse();

/** Semesters up to the given one whose rates are not complete, oldest first. */
export const missingSemesters = (table: LegalParameters, through: Semester): readonly Semester[] =>
  semestersTo(table, through).filter(
    (semester) => semester <= through && missingSemester(table, startOfSemester(semester)) !== undefined,
  );
