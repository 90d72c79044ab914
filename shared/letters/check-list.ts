import type { Objection } from '../reminders/objection.ts';
import type { LetterPoint } from './content-check.ts';
import {
  isMandatory,
  type LetterImpediment,
  type LetterProblem,
  problemOfElement,
  problemOfFailure,
  problemsOfObjections,
} from './letter-problem.ts';
import type { CheckedElement } from './mandatory-content.ts';

/**
 * `met`, `advised` (prints all the same), `refused` (does not print), `not-asked` of this kind of letter,
 * `unchecked` as long as the letter cannot be computed.
 */
export type CheckStanding = 'met' | 'advised' | 'refused' | 'not-asked' | 'unchecked';

/** What a letter needs beside the fifteen points: that the ledger and the law let it be written. */
export type LetterCondition = 'client' | 'balance' | 'rates' | 'conduct' | 'printing';

/** One line of the check list as the user reads it. */
export interface CheckListLine {
  readonly id: LetterPoint | LetterCondition;
  /** French noun phrase. */
  readonly title: string;
  readonly standing: CheckStanding;
  /** What keeps the letter from being printed, what to do and where. */
  readonly refusals: readonly LetterProblem[];
  readonly advice: readonly LetterProblem[];
}

/** The check list of a letter: the fifteen points of law-and-formats.md 2.2 in their order, then the conditions. */
export interface CheckList {
  readonly points: readonly CheckListLine[];
  readonly conditions: readonly CheckListLine[];
}

const pointTitles: readonly (readonly [point: LetterPoint, title: string])[] = [
  [1, 'Votre entreprise\u00A0: nom, forme, immatriculation, adresse'],
  [2, 'Destinataire\u00A0: nom et adresse'],
  [3, 'Lieu, date et envoi en recommandé'],
  [4, 'Objet et demande de payer'],
  [5, 'Origine de la créance'],
  [6, 'Tableau\u00A0: factures, règlements, retards, taux'],
  [7, 'Totaux arrêtés à la date du courrier'],
  [8, 'Articles de loi'],
  [9, 'Date limite de paiement'],
  [10, 'Moyens de paiement'],
  [11, 'Suites en l’absence de paiement'],
  [12, 'Invitation à contester'],
  [13, 'Règlement qui se croise avec le courrier'],
  [14, 'Pièces jointes'],
  [15, 'Signature, nom et qualité'],
];

const conditionTitles: readonly (readonly [condition: LetterCondition, title: string])[] = [
  ['client', 'Client qui peut être relancé'],
  ['balance', 'Montants inchangés depuis l’approbation'],
  ['rates', 'Taux connus sur toute la période'],
  ['conduct', 'Ni frais ajoutés, ni menace, ni allure d’acte de justice'],
  ['printing', 'Texte complet, imprimable en entier'],
];

const failureLines: Readonly<Record<LetterImpediment['kind'], LetterPoint | LetterCondition>> = {
  'no-due-date': 6,
  'foreign-currency': 6,
  'inconsistent-balance': 'balance',
  'missing-parameter': 'rates',
  'invalid-rate': 'rates',
  'invalid-day': 6,
  'invalid-amount': 6,
  'no-address': 2,
  'no-lines': 6,
  'no-client': 2,
};

const objectionLine = ({ kind }: Objection): LetterCondition =>
  kind === 'amount-changed' || kind === 'invoice-gone' ? 'balance' : 'client';

/** What is known of a letter. */
export interface LetterFindings {
  /** Checks of its contents; undefined where it could not be computed. */
  readonly elements: readonly CheckedElement[] | undefined;
  readonly impediment?: LetterImpediment | undefined;
  readonly objections: readonly Objection[];
  /** Advice about a letter that lay about so long that it grants too little time. */
  readonly delay: readonly LetterProblem[];
}

/** Points whose figures cannot be told before the letter is computed with its interest. */
const figurePoints: ReadonlySet<LetterPoint | LetterCondition> = new Set<LetterPoint>([6, 7]);

const ledgerConditions: ReadonlySet<LetterPoint | LetterCondition> = new Set<LetterCondition>([
  'client',
  'balance',
  'rates',
]);

/** What follows from an objection is told by it: a balance that moved, with both amounts; an invoice that is gone. */
const followsFromObjection: ReadonlySet<LetterImpediment['kind']> = new Set<LetterImpediment['kind']>([
  'inconsistent-balance',
  'no-lines',
]);

const impedimentsIn = ({ impediment, objections }: LetterFindings): readonly LetterImpediment[] =>
  impediment === undefined || (objections.length > 0 && followsFromObjection.has(impediment.kind))
    ? []
    : [impediment];

const lineOf = (
  id: LetterPoint | LetterCondition,
  title: string,
  findings: LetterFindings,
): CheckListLine => {
  const { elements, impediment, objections, delay } = findings;
  const asked = elements?.filter(({ point }) => point === id) ?? [];
  const missing = asked.filter(({ isMet }) => !isMet);
  const refusals = [
    ...impedimentsIn(findings)
      .filter(({ kind }) => failureLines[kind] === id)
      .map(problemOfFailure),
    ...problemsOfObjections(objections.filter((objection) => objectionLine(objection) === id)),
    ...missing.filter(isMandatory).map(problemOfElement),
  ];
  const advice = [
    ...(id === 9 ? delay : []),
    ...missing.filter((element) => !isMandatory(element)).map(problemOfElement),
  ];
  const standing = (): CheckStanding => {
    if (refusals.length > 0) return 'refused';
    if (ledgerConditions.has(id)) return 'met';
    if (elements === undefined || (impediment !== undefined && figurePoints.has(id))) return 'unchecked';
    if (advice.length > 0) return 'advised';
    return asked.length > 0 ? 'met' : 'not-asked';
  };
  return { id, title, standing: standing(), refusals, advice };
};

/** The check list from what is known of a letter. */
export const checkList = (findings: LetterFindings): CheckList => ({
  points: pointTitles.map(([point, title]) => lineOf(point, title, findings)),
  conditions: conditionTitles.map(([condition, title]) => lineOf(condition, title, findings)),
});

/** Everything that keeps the letter from being printed, in the order in which it is read: the ledger first. */
export const refusalsOf = ({ conditions, points }: CheckList): readonly LetterProblem[] =>
  [...conditions, ...points].flatMap(({ refusals }) => refusals);
