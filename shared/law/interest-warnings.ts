import type { Day } from '../dates/day.ts';
import { nextSemester, type Semester, semester, semesterOf, startOfSemester } from '../dates/semester.ts';
import type { AccrualBasis, InterestRow } from './interest-accrual.ts';
import { rateFloorOn, rateOn } from './interest-rate.ts';
import { regimeRules } from './regime.ts';

/** What the user should know about a computation that was made as asked; none of them changes a figure. */
export type InterestWarning =
  | 'formal-notice-missing'
  | 'rate-below-floor'
  | 'floor-unknown'
  | 'public-rate-is-statutory'
  | 'contract-rate-on-consumer'
  | 'indicative-rate-before-2013'
  | 'stopped-by-insolvency';

/** The warnings in French. */
export const interestWarningTexts: Readonly<Record<InterestWarning, string>> = {
  'formal-notice-missing':
    'Sans mise en demeure reçue à cette date, aucun intérêt ne court contre ce débiteur (C. civ. art. 1231-6).',
  'rate-below-floor':
    'Le taux convenu est inférieur au plancher de trois fois le taux légal (C. com. art. L441-10 II). Vérifiez le contrat.',
  'floor-unknown':
    'Le taux légal du semestre n’est pas encore enregistré\u00A0: le plancher n’a pas pu être vérifié.',
  'public-rate-is-statutory':
    'Envers un organisme public, le taux est fixé par le Code de la commande publique (art. R2192-31).',
  'contract-rate-on-consumer':
    'Un taux convenu avec un particulier ne doit pas être manifestement disproportionné (C. consom. art. R212-2).',
  'indicative-rate-before-2013':
    'Avant 2013, le taux suivait chaque décision de la BCE\u00A0: ce calcul par semestre est indicatif.',
  'stopped-by-insolvency':
    'Le jugement d’ouverture arrête le cours des intérêts\u00A0: ils sont comptés jusqu’à la veille (C. com. art. L622-28).',
};

/** A semester in which the stipulated rate is below three times the legal rate. */
export interface FloorBreach {
  readonly semester: Semester;
  readonly floorBasisPoints: number;
  readonly rateBasisPoints: number;
}

const firstFixedSemester = semester('2013-S1');

const semestersOf = (rows: readonly InterestRow[]): readonly Semester[] => {
  const found = new Set<Semester>();
  for (const row of rows)
    for (let current = semesterOf(row.from); current <= semesterOf(row.to); current = nextSemester(current))
      found.add(current);
  return [...found];
};

/** The floor is that of each semester, even for a rate fixed once for all (L441-10 II). */
const checkFloor = (
  basis: AccrualBasis,
  rows: readonly InterestRow[],
): { readonly breaches: readonly FloorBreach[]; readonly unknown: boolean } => {
  const breaches: FloorBreach[] = [];
  let unknown = false;
  for (const current of semestersOf(rows)) {
    const on: Day = startOfSemester(current);
    const floor = rateFloorOn(on, basis.parameters);
    const rate = rateOn(basis.regime, basis.rate, on, basis.parameters);
    if (!floor.ok) unknown = true;
    else if (rate.ok && rate.value < floor.value)
      breaches.push({ semester: current, floorBasisPoints: floor.value, rateBasisPoints: rate.value });
  }
  return { breaches, unknown };
};

/** Warnings about the rate of the lines of interest, and the semesters in which it is below the floor. */
export const checkRate = (
  basis: AccrualBasis,
  rows: readonly InterestRow[],
): { readonly warnings: readonly InterestWarning[]; readonly floorBreaches: readonly FloorBreach[] } => {
  const warnings: InterestWarning[] = [];
  const { hasRateFloor, statutoryRate, interestStartsAfter } = regimeRules[basis.regime];
  const isStipulated = basis.rate.kind !== 'statutory';
  const floor = hasRateFloor && isStipulated ? checkFloor(basis, rows) : { breaches: [], unknown: false };
  if (floor.breaches.length > 0) warnings.push('rate-below-floor');
  if (floor.unknown) warnings.push('floor-unknown');
  if (isStipulated && statutoryRate === 'ecb-frozen') warnings.push('public-rate-is-statutory');
  if (isStipulated && interestStartsAfter === 'formal-notice') warnings.push('contract-rate-on-consumer');
  const usesEcbRate =
    basis.rate.kind === 'ecb-plus' || (!isStipulated && statutoryRate === 'ecb-per-semester');
  if (usesEcbRate && rows.some((row) => semesterOf(row.from) < firstFixedSemester))
    warnings.push('indicative-rate-before-2013');
  return { warnings, floorBreaches: floor.breaches };
};
