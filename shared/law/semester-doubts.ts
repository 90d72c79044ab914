import { addDays } from '../dates/day.ts';
import { formatSemester, semesterOf, startOfSemester } from '../dates/semester.ts';
import { formatRate } from './format-rate.ts';
import { type LegalParameters, type ParameterName, parameterOn, type SemesterRates } from './parameters.ts';

/** Since the method of 2015 no rate moved by more than 2,50 points from a semester to the next: more is a slip. */
const surprisingBasisPoints = 300;

const points = (basisPoints: number): string => formatRate(basisPoints).replace('%', 'points');

/**
 * What looks wrong in rates that the user typed, French sentences; a question to him and never a refusal,
 * since the ECB may surprise. Rates are compared with those of the semester before, where the table has them.
 */
export const semesterDoubts = (
  table: LegalParameters,
  rates: Pick<
    SemesterRates,
    'semester' | 'refiBasisPoints' | 'legalBusinessBasisPoints' | 'legalIndividualBasisPoints'
  >,
): readonly string[] => {
  const before = addDays(startOfSemester(rates.semester), -1);
  const doubts: string[] = [];
  const compare = (name: ParameterName, label: string, value: number | undefined): void => {
    const previous = parameterOn(table, name, before);
    if (value === undefined || !previous.ok) return;
    const change = Math.abs(value - previous.value.value);
    if (change > surprisingBasisPoints)
      doubts.push(
        `${label}\u00A0: ${points(change)} d’écart avec le ${formatSemester(semesterOf(before))} (${formatRate(previous.value.value)}). Vérifiez.`,
      );
  };
  compare('ecb-refi-rate', 'Taux de la BCE', rates.refiBasisPoints);
  compare('legal-rate-business', 'Taux légal, autres cas', rates.legalBusinessBasisPoints);
  compare('legal-rate-individual', 'Taux légal, particuliers', rates.legalIndividualBasisPoints);
  const individual = rates.legalIndividualBasisPoints;
  if (individual !== undefined && individual < rates.legalBusinessBasisPoints)
    doubts.push(
      'Depuis 2015, le taux légal des particuliers est le plus haut des deux\u00A0: les colonnes sont peut-être inversées.',
    );
  return doubts;
};
