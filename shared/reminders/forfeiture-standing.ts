import { addDays, type Day, laterDay } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { nextWorkingDay } from '../dates/working-days.ts';
import type { PaymentPlan } from '../ledger/agreement.ts';
import type { ClientLetter } from '../ledger/client-letter.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isUndelivered, receivedOn } from '../letters/dispatch-clocks.ts';
import { unreachable } from '../result.ts';

/** How far the formal notice before the « déchéance du terme » of a plan has come. */
export type ForfeitureStanding =
  | { readonly kind: 'none' }
  /** The letter waits for the printer or the post. */
  | { readonly kind: 'to-send'; readonly letter: ClientLetter }
  /** It left; nobody knows yet when the client got it, so no time runs. */
  | { readonly kind: 'on-its-way'; readonly sentOn: Day; readonly letter: ClientLetter }
  /** It never reached him: it has no effect. */
  | { readonly kind: 'returned'; readonly sentOn: Day; readonly on: Day; readonly letter: ClientLetter }
  /** @property endsOn last day that it grants. */
  | { readonly kind: 'granted'; readonly sentOn: Day; readonly endsOn: Day };

/** The latest letter that puts a plan in default; none that was withdrawn or sent again. */
export const forfeitureLetterOf = (ledger: Ledger, planOfLetter: string): ClientLetter | undefined => {
  let latest: ClientLetter | undefined;
  for (const letter of ledger.letters.values()) {
    const { kind, planId, state, writtenOn } = letter;
    if (kind !== 'forfeiture-notice' || planId !== planOfLetter || state.kind === 'withdrawn') continue;
    if (state.kind === 'posted' && state.resentOn !== undefined) continue;
    if (latest === undefined || writtenOn >= latest.writtenOn) latest = letter;
  }
  return latest;
};

const standingOfLetter = (ledger: Ledger, letter: ClientLetter): ForfeitureStanding => {
  const { state, deadlineOn, grantedDays = 0 } = letter;
  if (state.kind !== 'posted') return { kind: 'to-send', letter };
  const sentOn = state.depositedOn;
  if (state.outcome !== undefined && isUndelivered(state.outcome.kind))
    return { kind: 'returned', sentOn, on: state.outcome.on, letter };
  const received = receivedOn(state);
  if (received === undefined) return { kind: 'on-its-way', sentOn, letter };
  const counted = nextWorkingDay(addDays(received, grantedDays), settingsOf(ledger, 'reminders').calendar);
  return {
    kind: 'granted',
    sentOn,
    endsOn: deadlineOn === undefined ? counted : laterDay(counted, deadlineOn),
  };
};

/**
 * Where the formal notice of a plan stands: that of its letter, whose days run from the receipt as those of
 * any formal notice do and never end before the printed day, or what the user noted of one that he sent himself.
 */
export const forfeitureStanding = (ledger: Ledger, plan: PaymentPlan): ForfeitureStanding => {
  const latest = forfeitureLetterOf(ledger, plan.id);
  const standing: ForfeitureStanding =
    latest === undefined ? { kind: 'none' } : standingOfLetter(ledger, latest);
  const { forfeitureNotice: noted } = plan;
  return noted !== undefined && (standing.kind === 'none' || standing.kind === 'returned')
    ? { kind: 'granted', ...noted }
    : standing;
};

/** Day on which the notice left; undefined while it did not, or came back. */
export const forfeitureNoticeSentOn = (ledger: Ledger, plan: PaymentPlan): Day | undefined => {
  const standing = forfeitureStanding(ledger, plan);
  return standing.kind === 'on-its-way' || standing.kind === 'granted' ? standing.sentOn : undefined;
};

/** What was done so far and what is to be done next, one French sentence; empty where nothing was. */
export const forfeitureStandingText = (standing: ForfeitureStanding): string => {
  switch (standing.kind) {
    case 'none':
      return '';
    case 'to-send':
      return 'La mise en demeure attend dans «\u00A0Courriers\u00A0»\u00A0: imprimez-la, postez-la, puis notez son numéro.';
    case 'on-its-way':
      return `Mise en demeure envoyée le ${formatDay(standing.sentOn)}\u00A0: son délai court de sa réception. Notez sa présentation dans «\u00A0Courriers\u00A0».`;
    case 'returned':
      return `La mise en demeure du ${formatDay(standing.sentOn)} est revenue le ${formatDay(standing.on)} sans atteindre le client\u00A0: corrigez l’adresse, puis renvoyez-la.`;
    case 'granted':
      return `Mise en demeure envoyée le ${formatDay(standing.sentOn)}, délai jusqu’au ${formatDay(standing.endsOn)}.`;
    default:
      return unreachable(standing);
  }
};
