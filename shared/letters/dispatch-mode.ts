import type { DebtorRegime } from '../ledger/client.ts';
import type { Dispatch, DispatchMode, DispatchOutcomeKind } from '../ledger/dispatch.ts';
import { isRegistered, type PaperLetter } from './paper-letter.ts';

/** What is particular to a way of sending a letter; names and sentences French. */
export interface ModeFacts {
  readonly name: string;
  /** In a narrow column. */
  readonly shortName: string;
  /** Before the day on which it left: « Déposée le ». */
  readonly sent: string;
  /** What was done with it, after « Courrier à … ». */
  readonly done: string;
  /** `tracking`: 11 to 15 letters and digits; `reference`: whatever the provider gave; `none`: there is none. */
  readonly number: 'tracking' | 'reference' | 'none';
  readonly numberLabel: string;
  /** What the first presentation is called; undefined where there is none to note. */
  readonly presentation?: string | undefined;
  /** Where its receipt names who took it: what to ask, and where that stands. */
  readonly signatory?: { readonly label: string; readonly where: string } | undefined;
  readonly outcomes: readonly DispatchOutcomeKind[];
  /** Which proof to keep, one sentence. */
  readonly proof: string;
}

/** The ways of sending a letter, the usual first (law-and-formats.md 2.3). */
export const dispatchModes = [
  'registered',
  'electronic-registered',
  'tracked',
  'hand-delivered',
  'bailiff',
  'plain',
] as const satisfies readonly DispatchMode[];

export const modeFacts: Readonly<Record<DispatchMode, ModeFacts>> = {
  registered: {
    name: 'Lettre recommandée avec avis de réception',
    shortName: 'Recommandé AR',
    sent: 'Déposée le',
    done: 'posté',
    number: 'tracking',
    numberLabel: 'Numéro du recommandé',
    presentation: 'Première présentation',
    signatory: { label: 'Signé par', where: 'Le nom que porte l’avis de réception, s’il se lit.' },
    outcomes: ['delivered', 'refused', 'unclaimed', 'unknown-address', 'no-access', 'lost'],
    proof: 'Gardez la preuve de dépôt tamponnée, puis l’avis de réception signé ou l’enveloppe revenue.',
  },
  'electronic-registered': {
    name: 'Lettre recommandée électronique',
    shortName: 'LRE',
    sent: 'Envoyée le',
    done: 'envoyé',
    number: 'reference',
    numberLabel: 'Référence du prestataire',
    presentation: 'Avis au destinataire',
    outcomes: ['delivered', 'refused', 'unclaimed'],
    proof:
      'Gardez la preuve de dépôt, puis celle d’acceptation, de refus ou de non-réclamation\u00A0: le prestataire ne les conserve qu’un an (CPCE, art. R53-2 et R53-3).',
  },
  tracked: {
    name: 'Lettre suivie',
    shortName: 'Lettre suivie',
    sent: 'Déposée le',
    done: 'posté',
    number: 'tracking',
    numberLabel: 'Numéro de suivi',
    outcomes: ['delivered', 'refused', 'unknown-address', 'no-access', 'lost'],
    proof: 'Gardez la page de suivi\u00A0: elle prouve l’acheminement, mais personne ne signe à l’arrivée.',
  },
  'hand-delivered': {
    name: 'Remise en main propre contre décharge',
    shortName: 'Main propre',
    sent: 'Remise le',
    done: 'remis en main propre',
    number: 'none',
    numberLabel: '',
    signatory: { label: 'Signé par', where: 'Le nom de la personne qui a signé la décharge.' },
    outcomes: ['delivered', 'refused'],
    proof: 'Gardez l’exemplaire daté et signé par la personne qui l’a reçu, avec son nom.',
  },
  bailiff: {
    name: 'Commissaire de justice',
    shortName: 'Commissaire',
    sent: 'Confiée le',
    done: 'confié au commissaire de justice',
    number: 'reference',
    numberLabel: 'Référence de l’acte',
    presentation: 'Signification',
    signatory: { label: 'Acte remis à', where: 'La personne que nomme l’acte.' },
    outcomes: ['delivered', 'unknown-address'],
    proof: 'Gardez l’acte signifié\u00A0: c’est la preuve la plus forte.',
  },
  plain: {
    name: 'Lettre simple',
    shortName: 'Lettre simple',
    sent: 'Postée le',
    done: 'posté',
    number: 'none',
    numberLabel: '',
    outcomes: ['refused', 'unknown-address', 'no-access'],
    proof: 'Une lettre simple ne laisse aucune preuve de son envoi ni de sa réception.',
  },
};

/** How a letter went out: what was recorded, or what its kind and its number say. */
export const modeOf = (letter: PaperLetter, dispatch: Dispatch): DispatchMode =>
  dispatch.mode ??
  (isRegistered(letter) ? 'registered' : dispatch.trackingNumber === '' ? 'plain' : 'tracked');

/** The ways that a letter may go: one that is to be registered never goes without any proof. */
export const modesFor = (letter: PaperLetter): readonly DispatchMode[] =>
  isRegistered(letter)
    ? dispatchModes.filter((mode) => mode !== 'plain')
    : (['plain', ...dispatchModes.filter((mode) => mode !== 'plain')] as const);

/** True where the addressee must have agreed to electronic registered letters before: he is no professional (CPCE, L100). */
export const needsConsent = (regime: DebtorRegime): boolean =>
  regime === 'b2c' || regime === 'non-professional';
