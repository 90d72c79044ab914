import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { Refusal } from '../ledger/decision.ts';
import {
  type Dispatch,
  type DispatchMode,
  type DispatchOutcome,
  typedNumberAtMost,
} from '../ledger/dispatch.ts';
import { fail, ok, type Result } from '../result.ts';
import { modeFacts } from './dispatch-mode.ts';
import { readTrackingNumber, typedTrackingNumber } from './dispatch-number.ts';

/** What a transition needs beside the letter. */
export interface DispatchContext {
  readonly today: Day;
  readonly now: Instant;
}

/** A letter that goes out. */
export interface Deposit {
  readonly mode: DispatchMode;
  readonly depositedOn: Day;
  readonly trackingNumber: string;
  /** Day on which the addressee agreed to electronic registered letters. */
  readonly consentOn?: Day | undefined;
}

/** What is known of the letter when it goes out. */
export interface DepositFacts {
  /** The letter is to be registered: some proof of it must remain. */
  readonly isRegistered: boolean;
  /** The addressee is no professional (CPCE-P L100). */
  readonly needsConsent: boolean;
  /** Day on which it came out of the printer, where that is known. */
  readonly printedOn?: Day | undefined;
  /** The deposit that is corrected. */
  readonly before?: Dispatch | undefined;
  /** Name of the client whose letter has the number already; undefined where it is free. */
  readonly holderOf: (trackingNumber: string) => string | undefined;
}

type Outcome<Value> = Result<Value, Refusal>;

const refuse = (kind: string, message: string): { readonly ok: false; readonly error: Refusal } =>
  fail({ kind, message });

const referencePattern = /^[0-9A-Z]{3,40}$/;
const trackingPattern = /^[0-9A-Z]{11,15}$/;

/**
 * Why a number cannot go with a way of sending; undefined where it can.
 * @returns `number` where its form is wrong or there is none to give, `duplicate` where another letter has it.
 */
export const numberRefusal = (
  { mode, trackingNumber }: Pick<Deposit, 'mode' | 'trackingNumber'>,
  holderOf: DepositFacts['holderOf'],
): Refusal | undefined => {
  const rule = modeFacts[mode].number;
  const number = readTrackingNumber(trackingNumber);
  if (rule === 'none')
    return trackingNumber.trim() === ''
      ? undefined
      : {
          kind: 'number',
          message: `${modeFacts[mode].name}\u00A0: cet envoi n’a pas de numéro de suivi.`,
        };
  if (rule === 'tracking' && !trackingPattern.test(number))
    return {
      kind: 'number',
      message: 'Le numéro de suivi compte 11 à 15 lettres et chiffres, par exemple 1A 123 456 7890 1.',
    };
  if (rule === 'reference' && number !== '' && !referencePattern.test(number))
    return { kind: 'number', message: 'La référence compte 3 à 40 lettres et chiffres.' };
  const holder = number === '' ? undefined : holderOf(number);
  return holder === undefined
    ? undefined
    : {
        kind: 'duplicate',
        message: `Le numéro ${number} est déjà celui d’un autre courrier${holder === '' ? '' : `, à ${holder}`}.`,
      };
};

const consentRefusal = ({ mode, consentOn, depositedOn }: Deposit, asked: boolean): Refusal | undefined => {
  if (mode !== 'electronic-registered' || !asked) return undefined;
  if (consentOn === undefined)
    return {
      kind: 'consent',
      message:
        'Ce client n’est pas un professionnel\u00A0: il doit avoir accepté auparavant de recevoir des lettres recommandées électroniques (CPCE, art. L100). Indiquez la date de son accord, ou choisissez un autre envoi.',
    };
  return consentOn > depositedOn
    ? { kind: 'consent', message: 'L’accord du client doit être antérieur à l’envoi.' }
    : undefined;
};

const sequenceRefusal = (depositedOn: Day, facts: DepositFacts): Refusal | undefined => {
  const { before, printedOn = before?.printedOn } = facts;
  if (printedOn !== undefined && depositedOn < printedOn)
    return {
      kind: 'order',
      message: `Ce courrier a été imprimé le ${formatDay(printedOn)}\u00A0: il n’a pas pu partir avant.`,
    };
  const next = before?.presentedOn ?? before?.outcome?.on;
  return next !== undefined && depositedOn > next
    ? {
        kind: 'order',
        message: `La suite de ce courrier est notée au ${formatDay(next)}\u00A0: corrigez d’abord cette date.`,
      }
    : undefined;
};

/**
 * The letter goes out, or its deposit is corrected: from here the step is done. The day is that of the post
 * office's stamp (date of dispatch, CPC 668). What is handed over in person has its presentation and delivery
 * on that very day.
 * @returns `filed`, `mode`, `future`, `order`, `number`, `duplicate` or `consent` where it cannot be.
 */
export const deposit = (
  wish: Deposit,
  facts: DepositFacts,
  { today, now }: DispatchContext,
): Outcome<Dispatch> => {
  const { mode, depositedOn, consentOn } = wish;
  const { before } = facts;
  if (before?.filedOn !== undefined)
    return refuse('filed', 'Ce courrier est classé\u00A0: rouvrez-le d’abord.');
  if (facts.isRegistered && mode === 'plain')
    return refuse('mode', 'Ce courrier doit laisser une preuve\u00A0: une lettre simple n’en laisse aucune.');
  if (before?.outcome !== undefined && !modeFacts[mode].outcomes.includes(before.outcome.kind))
    return refuse(
      'mode',
      'Ce qui est noté de ce courrier ne va pas avec cet envoi\u00A0: retirez-le d’abord.',
    );
  if (depositedOn > today) return refuse('future', 'La date de dépôt est dans le futur.');
  const number = modeFacts[mode].number === 'none' ? '' : readTrackingNumber(wish.trackingNumber);
  const typed = typedTrackingNumber(wish.trackingNumber);
  const { presentedOn, outcome, printedOn = facts.printedOn } = before ?? {};
  const refusal =
    sequenceRefusal(
      depositedOn,
      mode === 'hand-delivered' ? { ...facts, printedOn, before: undefined } : facts,
    ) ??
    numberRefusal(wish, facts.holderOf) ??
    consentRefusal(wish, facts.needsConsent);
  if (refusal !== undefined) return fail(refusal);
  const isUsual = facts.isRegistered ? mode === 'registered' : mode === (number === '' ? 'plain' : 'tracked');
  const byHand: Partial<Dispatch> = {
    presentedOn: depositedOn,
    outcome: outcome === undefined ? { kind: 'delivered', on: depositedOn } : { ...outcome, on: depositedOn },
  };
  const known: Partial<Dispatch> = {
    ...(presentedOn === undefined ? {} : { presentedOn }),
    ...(outcome === undefined ? {} : { outcome }),
  };
  return ok({
    ...(isUsual ? {} : { mode }),
    ...(printedOn === undefined ? {} : { printedOn }),
    depositedOn,
    trackingNumber: number,
    ...(number === '' || typed === number || typed.length > typedNumberAtMost ? {} : { typedNumber: typed }),
    ...(mode === 'electronic-registered' && consentOn !== undefined ? { consentOn } : {}),
    ...(mode === 'hand-delivered' ? byHand : known),
    recordedAt: now,
  });
};

/**
 * First presentation at the client's, as tracking or receipt tell it; undefined takes it back.
 * @returns `filed`, `mode`, `before-deposit`, `future` or `order` where it cannot be.
 */
export const present = (
  dispatch: Dispatch,
  mode: DispatchMode,
  presentedOn: Day | undefined,
  { today }: DispatchContext,
): Outcome<Dispatch> => {
  const { presentedOn: _before, ...rest } = dispatch;
  if (dispatch.filedOn !== undefined)
    return refuse('filed', 'Ce courrier est classé\u00A0: rouvrez-le d’abord.');
  if (modeFacts[mode].presentation === undefined)
    return refuse('mode', 'Cet envoi n’a pas de présentation à noter.');
  if (presentedOn === undefined)
    return dispatch.outcome?.kind === 'unclaimed'
      ? refuse(
          'not-presented',
          'Une lettre non réclamée a été présentée\u00A0: corrigez la date, ou retirez d’abord la suite.',
        )
      : ok(rest);
  if (presentedOn < dispatch.depositedOn)
    return refuse(
      'before-deposit',
      `La présentation ne peut pas précéder le dépôt du ${formatDay(dispatch.depositedOn)}.`,
    );
  if (presentedOn > today) return refuse('future', 'La date de présentation est dans le futur.');
  if (dispatch.outcome !== undefined && presentedOn > dispatch.outcome.on)
    return refuse('order', `La présentation précède ce qui est noté au ${formatDay(dispatch.outcome.on)}.`);
  return ok({ ...rest, presentedOn });
};

/**
 * What became of the letter, with its first presentation where the receipt tells both; undefined takes it back.
 * A letter that nobody fetched was presented first.
 * @returns `filed`, `mode`, `not-presented`, `before-deposit`, `future` or `order` where it cannot be.
 */
export const conclude = (
  dispatch: Dispatch,
  mode: DispatchMode,
  outcome: DispatchOutcome | undefined,
  context: DispatchContext,
): Outcome<Dispatch> => {
  const { outcome: _before, ...rest } = dispatch;
  if (dispatch.filedOn !== undefined)
    return refuse('filed', 'Ce courrier est classé\u00A0: rouvrez-le d’abord.');
  if (outcome === undefined)
    return mode === 'hand-delivered'
      ? refuse('mode', 'Une remise en main propre est faite ou refusée le jour même.')
      : ok(rest);
  const { kind, on, signatory } = outcome;
  if (!modeFacts[mode].outcomes.includes(kind))
    return refuse('mode', `Cette suite ne va pas avec cet envoi (${modeFacts[mode].name.toLowerCase()}).`);
  if (kind === 'unclaimed' && dispatch.presentedOn === undefined)
    return refuse(
      'not-presented',
      'Notez d’abord la date de l’avis de passage\u00A0: une lettre non réclamée a été présentée.',
    );
  if (on > context.today) return refuse('future', 'Cette date est dans le futur.');
  if (mode === 'hand-delivered' && on !== dispatch.depositedOn)
    return refuse(
      'order',
      'Une remise en main propre est faite ou refusée le jour même\u00A0: corrigez la remise.',
    );
  if (on < dispatch.depositedOn)
    return refuse(
      'before-deposit',
      `Cette date ne peut pas précéder le dépôt du ${formatDay(dispatch.depositedOn)}.`,
    );
  if (dispatch.presentedOn !== undefined && on < dispatch.presentedOn)
    return refuse(
      'order',
      `Cette date ne peut pas précéder la présentation du ${formatDay(dispatch.presentedOn)}.`,
    );
  const signed = kind === 'delivered' ? signatory?.trim() : undefined;
  return ok({
    ...rest,
    outcome: { kind, on, ...(signed === undefined || signed === '' ? {} : { signatory: signed }) },
  });
};

/**
 * « Classer »: nothing more to do about it. A letter that some proof was asked of is filed once it is known
 * what became of it.
 * @returns `filed`, `not-concluded`, `future` or `order` where it cannot be.
 */
export const file = (
  dispatch: Dispatch,
  mode: DispatchMode,
  filedOn: Day,
  { today }: DispatchContext,
): Outcome<Dispatch> => {
  if (dispatch.filedOn !== undefined) return refuse('filed', 'Ce courrier est déjà classé.');
  if (dispatch.outcome === undefined && mode !== 'plain' && mode !== 'tracked')
    return refuse(
      'not-concluded',
      'Notez d’abord ce qu’il est devenu. Si l’avis n’est jamais revenu, la page de suivi le dit.',
    );
  if (filedOn > today) return refuse('future', 'La date de classement est dans le futur.');
  const last = dispatch.outcome?.on ?? dispatch.presentedOn ?? dispatch.depositedOn;
  return filedOn < last
    ? refuse('order', `Le classement suit ce qui est noté au ${formatDay(last)}.`)
    : ok({ ...dispatch, filedOn });
};

/** Takes « Classer » back. @returns `not-filed` where it was not. */
export const reopen = (dispatch: Dispatch): Outcome<Dispatch> => {
  if (dispatch.filedOn === undefined) return refuse('not-filed', 'Ce courrier n’est pas classé.');
  if (dispatch.resentOn !== undefined)
    return refuse('resent', 'Ce courrier a été remplacé par un nouvel envoi\u00A0: il reste classé.');
  const { filedOn: _filed, ...rest } = dispatch;
  return ok(rest);
};
