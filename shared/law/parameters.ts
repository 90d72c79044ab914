import { type Day, day } from '../dates/day.ts';
import { endOfSemester, type Semester, semesterOf, startOfSemester } from '../dates/semester.ts';
import { fail, ok, type Result } from '../result.ts';

/** Every figure of law that the application counts with, and its unit. */
export type ParameterName =
  /** ECB main refinancing rate in force on the first day of the semester, basis points. */
  | 'ecb-refi-rate'
  /** Legal interest rate, column « tous les autres cas » (the creditor is a business), basis points. */
  | 'legal-rate-business'
  /** Legal interest rate, column of creditors who are natural persons outside business, basis points. */
  | 'legal-rate-individual'
  /** Points over the ECB rate between businesses where nothing is agreed, basis points. */
  | 'b2b-markup'
  /** Points over the ECB rate for late public buyers, basis points. */
  | 'public-markup'
  /** A stipulated rate may not be below this many times the legal rate. */
  | 'floor-multiplier'
  /** Flat indemnity for recovery costs, cents an invoice. */
  | 'recovery-indemnity'
  /** Limitation periods, months. */
  | 'limitation-b2b'
  | 'limitation-b2c'
  | 'limitation-public'
  | 'limitation-transport'
  | 'limitation-title'
  /** Time to have an order to pay served, by the day of the order, months. */
  | 'payment-order-service'
  | TermParameterName
  | ProceduralParameterName;

/** Payment terms: the default, the longest lawful ones, days; and the fines beyond them, cents. */
export type TermParameterName =
  | 'term-default'
  | 'term-cap-net'
  | 'term-cap-end-of-month'
  | 'term-cap-periodic'
  | 'term-cap-perishable'
  | 'term-cap-livestock'
  | 'term-cap-alcohol'
  | 'term-cap-transport'
  | 'term-cap-vat-free-export'
  | 'term-cap-public-body'
  | 'term-cap-public-hospital'
  | 'term-cap-public-company'
  | 'term-fine-natural-person'
  | 'term-fine-legal-person';

/** Procedural time limits: months, but for those that end in `-days` and the ceilings. */
export type ProceduralParameterName =
  | 'payment-order-opposition'
  | 'payment-order-fee-days'
  | 'small-claims-answer'
  | 'non-contestation-answer'
  | 'non-contestation-record-days'
  | 'non-contestation-service'
  | 'claim-declaration'
  | 'claim-declaration-overseas'
  | 'foreclosure-relief'
  | 'reserved-title-claim'
  | 'insolvency-payment-annulment'
  /** Ceilings of a claim, cents: small claims, no lawyer, prior amicable attempt. */
  | 'small-claims-ceiling'
  | 'lawyer-threshold'
  | 'prior-attempt-ceiling'
  /** Time of the registry to tell the creditor of an opposition, then for the creditor to enforce. */
  | 'payment-order-notice'
  | 'payment-order-enforcement';

/** One figure with the days on which it holds and where it was read. */
export interface LegalParameter {
  readonly name: ParameterName;
  /** Integer in the unit of its name. */
  readonly value: number;
  readonly validFrom: Day;
  /** Last day on which it holds; undefined = until further notice. */
  readonly validTo: Day | undefined;
  /** Article, order or site, in French. */
  readonly source: string;
  readonly checkedOn: Day;
}

/** The table; of two entries that hold on the same day the later one wins, so that a user's entry corrects. */
export type LegalParameters = readonly LegalParameter[];

/** No value is known for that day. Never answered with the last known one: a rate of law is not extrapolated. */
export interface MissingParameter {
  readonly kind: 'missing-parameter';
  readonly name: ParameterName;
  readonly on: Day;
  /** Semester that the user has to complete, `2027-S1`. */
  readonly semester: Semester;
}

/** Entries of one name, latest first; kept per table because interest asks 100,000 times. */
const indexes = new WeakMap<LegalParameters, Map<ParameterName, LegalParameter[]>>();

const entriesOf = (table: LegalParameters, name: ParameterName): readonly LegalParameter[] => {
  let index = indexes.get(table);
  if (!index) {
    index = new Map();
    for (const entry of table) {
      const entries = index.get(entry.name);
      if (entries) entries.unshift(entry);
      else index.set(entry.name, [entry]);
    }
    indexes.set(table, index);
  }
  return index.get(name) ?? [];
};

/** The entry that holds on a day, or that none is known for it. The table may not be changed afterwards. */
export const parameterOn = (
  table: LegalParameters,
  name: ParameterName,
  on: Day,
): Result<LegalParameter, MissingParameter> => {
  const found = entriesOf(table, name).find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo),
  );
  return found ? ok(found) : fail({ kind: 'missing-parameter', name, on, semester: semesterOf(on) });
};

/** The rates of one semester, as the user copies them from the ECB and the Journal officiel. */
export interface SemesterRates {
  readonly semester: Semester;
  /** Basis points: 2,40 % = 240. */
  readonly refiBasisPoints: number;
  readonly legalBusinessBasisPoints: number;
  readonly legalIndividualBasisPoints?: number | undefined;
  readonly source: string;
  readonly checkedOn: string;
}

/** Entries for one semester, to be appended to the table. */
export const semesterParameters = (rates: SemesterRates): LegalParameters => {
  const entry = (name: ParameterName, value: number): LegalParameter => ({
    name,
    value,
    validFrom: startOfSemester(rates.semester),
    validTo: endOfSemester(rates.semester),
    source: rates.source,
    checkedOn: day(rates.checkedOn),
  });
  const individual = rates.legalIndividualBasisPoints;
  return [
    entry('ecb-refi-rate', rates.refiBasisPoints),
    entry('legal-rate-business', rates.legalBusinessBasisPoints),
    ...(individual === undefined ? [] : [entry('legal-rate-individual', individual)]),
  ];
};

/** Semester of the day when one of its rates is not in the table yet, else undefined. */
export const missingSemester = (table: LegalParameters, on: string): Semester | undefined => {
  const names = ['ecb-refi-rate', 'legal-rate-business'] as const;
  return names.every((name) => parameterOn(table, name, day(on)).ok) ? undefined : semesterOf(day(on));
};
