import {
  formatSemester,
  isSemester,
  nextSemester,
  type Semester,
  semesterOf,
} from '../../../shared/dates/semester.ts';
import type { SemesterRates } from '../../../shared/law/parameters.ts';
import { type Command, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import { storedSettings } from '../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { fail, ok } from '../../../shared/result.ts';

/** The rates as typed; the day on which they were read is the day on which they are saved. */
export type TypedSemester = Omit<SemesterRates, 'checkedOn'>;

const longestSource = 300;
const highestBasisPoints = 10_000;

const isRate = (basisPoints: number | undefined): boolean =>
  basisPoints === undefined ||
  (Number.isSafeInteger(basisPoints) && basisPoints >= 0 && basisPoints <= highestBasisPoints);

const hasRatesOf = (own: SemesterRates, typed: TypedSemester): boolean =>
  own.refiBasisPoints === typed.refiBasisPoints &&
  own.legalBusinessBasisPoints === typed.legalBusinessBasisPoints &&
  own.legalIndividualBasisPoints === typed.legalIndividualBasisPoints;

const ownSemesters = (ledger: Ledger): readonly SemesterRates[] =>
  storedSettings(ledger, 'legal-rates')?.semesters ?? [];

const write = (semesters: readonly SemesterRates[]): RowWrite =>
  put('settings', { id: 'legal-rates', semesters });

/**
 * Adds a semester to the table of law, or replaces what the user entered for it. It goes over the rates that
 * ship with the application. Refused: no semester or one after the next, a rate outside 0 to 100 %, no source.
 */
export const saveSemester: Command<TypedSemester> = (ledger, typed, { today }) => {
  if (!isSemester(typed.semester))
    return fail({ kind: 'no-semester', message: 'Choisissez le semestre de ces taux.' });
  const name = formatSemester(typed.semester);
  if (typed.semester > nextSemester(semesterOf(today)))
    return fail({ kind: 'too-far', message: `Les taux du ${name} ne peuvent pas encore être connus.` });
  const rates = [typed.refiBasisPoints, typed.legalBusinessBasisPoints, typed.legalIndividualBasisPoints];
  if (!rates.every(isRate))
    return fail({ kind: 'invalid-rate', message: 'Un taux est compris entre 0 et 100\u00A0%.' });
  const source = typed.source.trim();
  if (source === '')
    return fail({
      kind: 'no-source',
      message: 'Indiquez la source de ces taux\u00A0: l’arrêté et la décision de la BCE.',
    });
  if (source.length > longestSource)
    return fail({ kind: 'long-source', message: `La source tient en ${longestSource} caractères.` });
  const known = ownSemesters(ledger);
  const before = known.find(({ semester }) => semester === typed.semester);
  const others = known.filter((own) => own !== before);
  const semesters = [...others, { ...typed, source, checkedOn: today }];
  return ok({
    command: 'save-semester-rates',
    label: `Taux du ${name} ${before === undefined ? 'enregistrés' : hasRatesOf(before, typed) ? 'confirmés' : 'corrigés'}`,
    undo: 'allowed',
    writes: [write(semesters.sort((a, b) => (a.semester < b.semester ? -1 : 1)))],
  });
};

/** Forgets what the user entered for a semester: the rates of the application hold again, where it has some. */
export const removeSemester: Command<{ readonly semester: Semester }> = (ledger, { semester }) => {
  const known = ownSemesters(ledger);
  const kept = known.filter((own) => own.semester !== semester);
  if (kept.length === known.length)
    return fail({ kind: 'no-semester', message: 'Vous n’avez pas saisi de taux pour ce semestre.' });
  return ok({
    command: 'remove-semester-rates',
    label: `Taux saisis du ${formatSemester(semester)} retirés`,
    undo: 'allowed',
    writes: [write(kept)],
  });
};
