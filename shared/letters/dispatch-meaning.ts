import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { HolidayCalendar } from '../dates/working-days.ts';
import type { Dispatch, DispatchMode } from '../ledger/dispatch.ts';
import type { LetterDocument } from '../ledger/letter-document.ts';
import { unreachable } from '../result.ts';
import { backOn, firstPresentedOn, keptUntil, receivedOn } from './dispatch-clocks.ts';
import { modeFacts } from './dispatch-mode.ts';
import { stageOf } from './dispatch-stage.ts';
import { expectedProofs, missingProofs } from './expected-proofs.ts';
import { lossTiersText } from './loss-compensation.ts';

/** What the user can do next about a letter. */
export type NextDispatchAct =
  | 'note-presentation'
  | 'note-outcome'
  | 'attach-proof'
  | 'resend'
  | 'file'
  | 'none';

/** Where a letter stands: what that means in law, and what to do. French sentences. */
export interface DispatchMeaning {
  readonly meaning: string;
  readonly next: string;
  readonly act: NextDispatchAct;
}

/** What a meaning depends on beside the dates. */
export interface MeaningFacts {
  readonly mode: DispatchMode;
  /** A formal notice (mise en demeure, dernier avis): the law attaches effects to it. */
  readonly isNotice: boolean;
  /** A consumer owes interest from its presentation. */
  readonly startsInterest: boolean;
  /** It names a day until which the client may pay. */
  readonly grantsTime: boolean;
  /** Last day that it grants, counted from the day the client got it; undefined while nobody knows. */
  readonly grantedUntil?: Day | undefined;
  /** What is joined to it beside itself. */
  readonly proofs: readonly Pick<LetterDocument, 'role'>[];
  readonly calendar: HolidayCalendar;
  readonly today: Day;
}

const ruling = 'Cass. 1re civ., 20 janvier 2021, n°\u00A019-20.680';

const interestOf = (dispatch: Dispatch, { startsInterest }: MeaningFacts): string => {
  const on = firstPresentedOn(dispatch);
  return startsInterest && on !== undefined
    ? ` Les intérêts au taux légal courent à compter du lendemain du ${formatDay(on)} (C. civ., art. 1231-6 et 1344-1).`
    : '';
};

const grantedOf = (dispatch: Dispatch, { grantsTime, grantedUntil, today }: MeaningFacts): string => {
  const on = grantsTime ? receivedOn(dispatch) : undefined;
  if (on === undefined) return '';
  if (grantedUntil === undefined) return ` Le délai accordé court du ${formatDay(on)}.`;
  return ` Le délai accordé court du ${formatDay(on)} et ${grantedUntil < today ? 's’est achevé' : 's’achève'} le ${formatDay(grantedUntil)}.`;
};

const deposited = ({ depositedOn }: Dispatch, facts: MeaningFacts): DispatchMeaning => {
  const { mode } = facts;
  switch (mode) {
    case 'registered':
      return {
        meaning: `Envoyée le ${formatDay(depositedOn)}, date de la preuve de dépôt.${facts.grantsTime ? ' Le délai accordé attend la présentation.' : ''}`,
        next: 'Suivez la lettre, puis notez la date de première présentation.',
        act: 'note-presentation',
      };
    case 'electronic-registered':
      return {
        meaning: `Envoyée le ${formatDay(depositedOn)}. Le destinataire a quinze jours, à compter du lendemain de l’avis, pour l’accepter\u00A0; votre identité lui est cachée jusque-là.`,
        next: 'Notez la date de l’avis que le prestataire lui a adressé.',
        act: 'note-presentation',
      };
    case 'bailiff':
      return {
        meaning: `Confiée au commissaire de justice le ${formatDay(depositedOn)}. Ses effets commencent à la signification.`,
        next: 'Notez la date de la signification quand l’acte vous revient.',
        act: 'note-presentation',
      };
    case 'tracked':
      return {
        meaning: `Postée le ${formatDay(depositedOn)}, sans signature à l’arrivée.`,
        next: 'Suivez la lettre, puis notez sa distribution.',
        act: 'note-outcome',
      };
    case 'hand-delivered':
    case 'plain':
      return {
        meaning: `Postée le ${formatDay(depositedOn)}. ${modeFacts.plain.proof}`,
        next: 'Rien à faire, sauf si elle revient.',
        act: 'none',
      };
    default:
      return unreachable(mode);
  }
};

const presented = (dispatch: Dispatch, facts: MeaningFacts): DispatchMeaning => {
  const { presentedOn = dispatch.depositedOn } = dispatch;
  const effects = facts.isNotice
    ? `La mise en demeure produit ses effets dès le ${formatDay(presentedOn)}, que le client retire la lettre ou non.`
    : `Présentée le ${formatDay(presentedOn)}.`;
  const { mode, calendar, today } = facts;
  if (mode === 'bailiff')
    return {
      meaning: `${effects}${interestOf(dispatch, facts)}${grantedOf(dispatch, facts)}`,
      next: 'Joignez l’acte signifié, puis notez sa remise.',
      act: 'note-outcome',
    };
  const until = keptUntil(presentedOn);
  const kept =
    mode === 'electronic-registered'
      ? `Le client peut l’accepter jusqu’au ${formatDay(until)}.`
      : `La Poste la garde quinze jours, jusqu’au ${formatDay(until)}.`;
  const expected = mode === 'electronic-registered' ? until : backOn(presentedOn, calendar);
  return {
    meaning: `${effects}${interestOf(dispatch, facts)}${grantedOf(dispatch, facts)}`,
    next:
      today > expected
        ? `${kept} Sans retrait, elle devrait être revenue le ${formatDay(expected)}\u00A0: notez ce qu’elle est devenue.`
        : `${kept} Non réclamée, elle devrait être revenue le ${formatDay(expected)}.`,
    act: 'note-outcome',
  };
};

/** What is still to be joined, or that the letter may be filed: the last proof expected is the one that ends it. */
const filing = (
  dispatch: Dispatch,
  { proofs, mode }: MeaningFacts,
  lastIsMissing: string,
): Pick<DispatchMeaning, 'next' | 'act'> => {
  const expected = expectedProofs(mode, dispatch);
  const missing = missingProofs(expected, proofs);
  const names = missing.map(({ named }) => named).join(' et ');
  if (missing.length === 0)
    return { next: 'Ses preuves sont jointes\u00A0: classez ce courrier.', act: 'file' };
  // A proof without a role may be the one: nothing says then that it is not there.
  if (proofs.some(({ role }) => role === undefined))
    return {
      next: `Dites, parmi les documents joints, lequel est ${names}, puis classez ce courrier.`,
      act: 'file',
    };
  return {
    next: missing.at(-1) === expected.at(-1) ? lastIsMissing : `Joignez ${names}, puis classez ce courrier.`,
    act: 'attach-proof',
  };
};

const stillValid = (what: string, dispatch: Dispatch, facts: MeaningFacts): DispatchMeaning => {
  const validity = facts.isNotice
    ? `${what}. La mise en demeure reste valable\u00A0: l’absence de réception effective n’y change rien (${ruling}).`
    : `${what}. L’envoi reste prouvé.`;
  return {
    meaning: `${validity}${interestOf(dispatch, facts)}${grantedOf(dispatch, facts)}`,
    ...filing(
      dispatch,
      facts,
      facts.mode === 'registered'
        ? 'Gardez l’enveloppe revenue et joignez-en la photo\u00A0: elle vaut preuve.'
        : 'Joignez la preuve que vous en avez.',
    ),
  };
};

const missed = (what: string, next: string, { grantsTime }: MeaningFacts): DispatchMeaning => ({
  meaning: `${what} La lettre n’a pas atteint votre client${grantsTime ? '\u00A0: le délai accordé ne court pas, et l’étape suivante attend' : ''}.`,
  next,
  act: 'resend',
});

const concluded = (dispatch: Dispatch, facts: MeaningFacts): DispatchMeaning => {
  const { outcome } = dispatch;
  if (outcome === undefined) return { meaning: '', next: '', act: 'none' };
  const on = formatDay(outcome.on);
  switch (outcome.kind) {
    case 'delivered':
      return {
        meaning: `${facts.mode === 'bailiff' ? 'Signifiée' : facts.mode === 'hand-delivered' ? 'Remise' : 'Reçue'} le ${on}.${interestOf(dispatch, facts)}${grantedOf(dispatch, facts)}`,
        ...filing(
          dispatch,
          facts,
          facts.mode === 'registered'
            ? 'Joignez l’avis de réception signé, scanné ou photographié.'
            : modeFacts[facts.mode].proof,
        ),
      };
    case 'refused':
      return stillValid(`Refusée le ${on}`, dispatch, facts);
    case 'unclaimed':
      return stillValid('Avisée et non réclamée', dispatch, facts);
    case 'unknown-address':
      return missed(
        facts.mode === 'bailiff'
          ? `Destinataire introuvable (${on}).`
          : `Destinataire inconnu à l’adresse (${on}).`,
        'Cherchez l’adresse actuelle (Sirene, registre national des entreprises), corrigez-la, puis renvoyez.',
        facts,
      );
    case 'no-access':
      return missed(
        `Défaut d’accès ou d’adressage (${on}).`,
        'Complétez l’adresse (bâtiment, entrée, service), puis renvoyez.',
        facts,
      );
    case 'lost':
      return missed(
        `Perdue par La Poste (constaté le ${on}).`,
        `Demandez l’indemnité avec la preuve de dépôt (${lossTiersText()}), puis renvoyez.`,
        facts,
      );
    default:
      return unreachable(outcome.kind);
  }
};

/** What the stage of a letter means and what to do next (law-and-formats.md 2.1 and 2.3). */
export const meaningOf = (dispatch: Dispatch, facts: MeaningFacts): DispatchMeaning => {
  const stage = stageOf(dispatch);
  const found =
    stage === 'deposited'
      ? deposited(dispatch, facts)
      : stage === 'presented'
        ? presented(dispatch, facts)
        : concluded(dispatch, facts);
  if (dispatch.resentOn !== undefined)
    return {
      ...found,
      next: `Remplacée le ${formatDay(dispatch.resentOn)} par un nouvel envoi.`,
      act: 'none',
    };
  return dispatch.filedOn === undefined
    ? found
    : { ...found, next: `Classée le ${formatDay(dispatch.filedOn)}.`, act: 'none' };
};
