import { semester } from '../dates/semester.ts';
import { checkedOn, lasting } from './lasting-parameter.ts';
import { type LegalParameters, semesterParameters } from './parameters.ts';
import { proceduralParameters } from './procedural-parameters.ts';
import { termParameters } from './term-parameters.ts';

/**
 * Semester, ECB main refinancing rate on its first day, legal rate for private persons, legal rate in all
 * other cases; basis points. One yearly legal rate until 2014. A semester that is not here is not known:
 * the next order on the legal rate comes out late in December and in June.
 */
const ratesBySemester: readonly (readonly [string, number, number, number])[] = [
  ['2010-S1', 100, 65, 65],
  ['2010-S2', 100, 65, 65],
  ['2011-S1', 100, 38, 38],
  ['2011-S2', 125, 38, 38],
  ['2012-S1', 100, 71, 71],
  ['2012-S2', 100, 71, 71],
  ['2013-S1', 75, 4, 4],
  ['2013-S2', 50, 4, 4],
  ['2014-S1', 25, 4, 4],
  ['2014-S2', 15, 4, 4],
  ['2015-S1', 5, 406, 93],
  ['2015-S2', 5, 429, 99],
  ['2016-S1', 5, 454, 101],
  ['2016-S2', 0, 435, 93],
  ['2017-S1', 0, 416, 90],
  ['2017-S2', 0, 394, 90],
  ['2018-S1', 0, 373, 89],
  ['2018-S2', 0, 360, 88],
  ['2019-S1', 0, 340, 86],
  ['2019-S2', 0, 326, 87],
  ['2020-S1', 0, 315, 87],
  ['2020-S2', 0, 311, 84],
  ['2021-S1', 0, 314, 79],
  ['2021-S2', 0, 312, 76],
  ['2022-S1', 0, 313, 76],
  ['2022-S2', 0, 315, 77],
  ['2023-S1', 250, 447, 206],
  ['2023-S2', 400, 682, 422],
  ['2024-S1', 450, 801, 507],
  ['2024-S2', 425, 816, 492],
  ['2025-S1', 315, 721, 371],
  ['2025-S2', 215, 665, 276],
  ['2026-S1', 215, 667, 262],
  ['2026-S2', 240, 684, 275],
];

/** What each period of the table rests on, first semester of the period first. */
const sourcesBySemester: readonly (readonly [string, string])[] = [
  ['2010-S1', 'Taux directeur de la BCE\u00A0; taux légal annuel, de mémoire'],
  ['2013-S1', 'Taux directeur de la BCE\u00A0; décrets annuels sur le taux légal, sources secondaires'],
  ['2015-S1', 'Taux directeur de la BCE\u00A0; arrêtés semestriels sur le taux légal, sources secondaires'],
  ['2026-S1', 'Taux directeur de la BCE\u00A0; arrêté du 15 décembre 2025'],
  [
    '2026-S2',
    'BCE, décision du 11 juin 2026 (en vigueur le 17)\u00A0; arrêté du 26 juin 2026 (JO du 30), sources concordantes',
  ],
];

const sourceOf = (name: string): string => sourcesBySemester.findLast(([first]) => first <= name)?.[1] ?? '';

/** The parameters of law that ship with the application; a user's own entries are appended to a copy. */
export const shippedParameters: LegalParameters = [
  ...ratesBySemester.flatMap(
    ([name, refiBasisPoints, legalIndividualBasisPoints, legalBusinessBasisPoints]) =>
      semesterParameters({
        semester: semester(name),
        refiBasisPoints,
        legalBusinessBasisPoints,
        legalIndividualBasisPoints,
        source: sourceOf(name),
        checkedOn,
      }),
  ),
  lasting('b2b-markup', 1000, '2009-01-01', 'C. com. art. L441-10 II'),
  lasting('public-markup', 800, '2013-03-16', 'CCP art. R2192-31'),
  lasting('public-markup', 700, '2009-01-01', 'Décret 2002-232, de mémoire', '2013-03-15'),
  lasting('floor-multiplier', 3, '2009-01-01', 'C. com. art. L441-10 II'),
  lasting('recovery-indemnity', 4000, '2013-01-01', 'C. com. art. D441-5\u00A0; CCP art. D2192-35'),
  lasting('limitation-b2b', 60, '2008-06-19', 'C. com. art. L110-4\u00A0; C. civ. art. 2224'),
  lasting('limitation-b2c', 24, '2008-06-19', 'C. consom. art. L218-2'),
  lasting('limitation-public', 48, '1969-01-01', 'Loi 68-1250 du 31 décembre 1968, art. 1'),
  lasting('limitation-transport', 12, '1943-01-01', 'C. com. art. L133-6'),
  lasting('limitation-title', 120, '2008-06-19', 'CPCEx art. L111-4'),
  ...termParameters,
  ...proceduralParameters,
];
