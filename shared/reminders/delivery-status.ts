import { businessTime, type Instant } from '../dates/clock.ts';
import { formatDay } from '../dates/format-day.ts';
import type { OutboxEntry } from '../ipc/outbox-contract.ts';
import { shownNumber } from '../ledger/dispatch.ts';
import { unreachable } from '../result.ts';
import type { Reminder } from './reminder.ts';

/** How a message stands, for the user. */
export interface DeliveryStatus {
  /** « Accepté par le serveur », « Part dans 12 s »… */
  readonly text: string;
  /** `alert` only where the user has to decide; `caution` where something did not leave. */
  readonly tone: 'quiet' | 'progress' | 'good' | 'caution' | 'alert';
  /** The explanation, where there is more to say. */
  readonly detail?: string | undefined;
}

/** « 10 h 05 » in Paris. */
export const clockText = (instant: string): string => {
  const { hour, minute } = businessTime(Date.parse(instant));
  return `${hour}\u00A0h\u00A0${String(minute).padStart(2, '0')}`;
};

/** « 10 h 05 » on the same day, « 24/11/2026 à 10 h 05 » on another. */
const momentText = (instant: string, nowMs: number): string => {
  const { day } = businessTime(Date.parse(instant));
  return day === businessTime(nowMs).day ? clockText(instant) : `${formatDay(day)} à ${clockText(instant)}`;
};

/** Whole seconds until an instant, at least 0. */
export const secondsUntil = (instant: Instant | string, nowMs: number): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - nowMs) / 1000));

const waitingToLeave = (sendAfter: string, nowMs: number): DeliveryStatus => {
  const seconds = secondsUntil(sendAfter, nowMs);
  return seconds > 0
    ? { text: `Prêt\u00A0: part dans ${seconds}\u00A0s`, tone: 'progress' }
    : { text: 'Prêt à partir', tone: 'progress' };
};

/**
 * State of a message as it is shown. While it is under way main's entry says more than the ledger.
 * @param entry what main last said of it; undefined where main does not know it (letters, calls).
 * @param nowMs the present moment, for count-downs.
 */
export const deliveryStatus = (
  reminder: Reminder,
  entry: OutboxEntry | undefined,
  nowMs: number,
): DeliveryStatus => {
  const { state } = reminder;
  switch (state.kind) {
    case 'approved':
      if (entry?.state.kind === 'attempt') return { text: 'Envoi en cours', tone: 'progress' };
      if (entry?.state.kind === 'retrying')
        return {
          text: `Nouvel essai à ${momentText(entry.state.nextTryAt, nowMs)}`,
          tone: 'caution',
          detail: entry.state.explanation,
        };
      return waitingToLeave(state.sendAfter, nowMs);
    case 'accepted':
      return { text: 'Accepté par le serveur', tone: 'good', detail: state.serverReply };
    case 'rejected':
      return { text: 'Refusé', tone: 'caution', detail: state.explanation };
    case 'unknown':
      return { text: 'Peut-être parti', tone: 'alert', detail: state.explanation };
    case 'exported':
      return { text: 'Écrit pour votre messagerie', tone: 'good' };
    case 'to-print':
      return { text: 'À imprimer', tone: 'progress' };
    case 'printed':
      return { text: 'Imprimé, à poster', tone: 'progress' };
    case 'posted':
      return {
        text: `Posté le ${formatDay(state.depositedOn)}`,
        tone: 'good',
        detail: state.trackingNumber === '' ? undefined : `N°\u00A0${shownNumber(state)}`,
      };
    case 'called':
      return { text: reminder.channel === 'sms' ? 'SMS envoyé' : 'Appel passé', tone: 'good' };
    case 'skipped':
      return { text: 'Sauté', tone: 'quiet' };
    case 'withdrawn':
      return { text: 'Retiré', tone: 'quiet', detail: state.reason };
    default:
      return unreachable(state);
  }
};
