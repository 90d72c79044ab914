import { legalParametersOf } from '../claims/legal-parameters.ts';
import { type Day, day, monthOf } from '../dates/day.ts';
import { formatDay, formatLongDay } from '../dates/format-day.ts';
import {
  endOfSemester,
  formatSemester,
  nextSemester,
  type Semester,
  semesterOf,
  startOfSemester,
} from '../dates/semester.ts';
import { type LegalParameters, missingSemester, parameterOn } from '../law/parameters.ts';
import { missingSemesters } from '../law/semester-rates.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { unreachable } from '../result.ts';

/**
 * Day of December and of June from which the next rates are asked for. The orders on the legal rate come out
 * in the second half of these months (15 December 2025, 26 June 2026), and by then the ECB has mostly taken
 * its last decision before the semester.
 */
const announcedOnDay = 15;

/** What the table of law lacks for the penalties of today or of the next weeks. */
export type RateAlarm =
  /** The next semester is near and its rates are not entered yet. */
  | { readonly kind: 'coming'; readonly semester: Semester; readonly startsOn: Day }
  /** Semesters that began without rates, oldest first: nothing that runs through them can be computed. */
  | { readonly kind: 'missing'; readonly semesters: readonly [Semester, ...Semester[]] }
  /** Rates entered before the semester began: the ECB rate that counts is the one of its first day. */
  | { readonly kind: 'to-confirm'; readonly semester: Semester; readonly checkedOn: Day };

/** The day on which the rates of the current semester were read, where that was before it began. */
const readTooEarly = (table: LegalParameters, current: Semester): Day | undefined => {
  const startsOn = startOfSemester(current);
  const refi = parameterOn(table, 'ecb-refi-rate', startsOn);
  return refi.ok && refi.value.checkedOn < startsOn ? refi.value.checkedOn : undefined;
};

/** The same for a table: see rateAlarm. */
export const rateAlarmOf = (table: LegalParameters, today: Day): RateAlarm | undefined => {
  const current = semesterOf(today);
  const [first, ...others] = missingSemesters(table, current);
  if (first !== undefined) return { kind: 'missing', semesters: [first, ...others] };
  const checkedOn = readTooEarly(table, current);
  if (checkedOn !== undefined) return { kind: 'to-confirm', semester: current, checkedOn };
  if (today < day(`${monthOf(endOfSemester(current))}-${announcedOnDay}`)) return undefined;
  const semester = nextSemester(current);
  const startsOn = startOfSemester(semester);
  return missingSemester(table, startsOn) === undefined ? undefined : { kind: 'coming', semester, startsOn };
};

/**
 * What the user has to do about the rates of law on a day: add those of a semester that began without them,
 * look again at those he entered before it began, or, from mid-December and mid-June on, add the next ones.
 * Undefined when the table is complete. A rate is never extrapolated (law-and-formats.md 0.1).
 */
export const rateAlarm = (ledger: Ledger, today: Day): RateAlarm | undefined =>
  rateAlarmOf(legalParametersOf(ledger), today);

/** The semester that is to be entered or looked at first. */
export const alarmSemester = (alarm: RateAlarm): Semester =>
  alarm.kind === 'missing' ? alarm.semesters[0] : alarm.semester;

/** « 1ᵉʳ semestre 2027 », « 1ᵉʳ semestre 2027 et du 2ᵉ semestre 2027 ». */
const listed = (semesters: readonly Semester[]): string => {
  const names = semesters.map(formatSemester);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', du ')} et du ${last}`;
};

/** The alarm in one French sentence that says what to do. */
export const rateAlarmSentence = (alarm: RateAlarm): string => {
  switch (alarm.kind) {
    case 'coming':
      return `Les taux du ${formatSemester(alarm.semester)} ne sont pas encore enregistrés\u00A0: il faudra les ajouter au ${formatLongDay(alarm.startsOn)}, sans quoi les pénalités ne pourront plus être calculées.`;
    case 'missing':
      return `Pénalités impossibles à calculer depuis le ${formatLongDay(startOfSemester(alarm.semesters[0]))}\u00A0: ajoutez les taux du ${listed(alarm.semesters)}.`;
    case 'to-confirm':
      return `Les taux du ${formatSemester(alarm.semester)} ont été enregistrés le ${formatDay(alarm.checkedOn)}, avant qu’il ne commence\u00A0: vérifiez que le taux de la BCE n’a pas changé jusqu’au ${formatLongDay(startOfSemester(alarm.semester))}.`;
    default:
      return unreachable(alarm);
  }
};
