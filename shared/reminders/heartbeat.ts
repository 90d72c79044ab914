import { businessTime } from '../dates/clock.ts';
import { formatDay } from '../dates/format-day.ts';
import type { SchedulerGap, SchedulerStatus } from '../ipc/scheduler-contract.ts';
import { unreachable } from '../result.ts';
import type { AutomaticHold } from './automatic-holds.ts';
import { clockText } from './delivery-status.ts';

/** Whether the scheduler still asks each minute what is due. */
export type Heartbeat = 'starting' | 'beating' | 'late' | 'stopped';

/** Minutes without a tick that an awake PC never takes. */
const lateMs = 10 * 60_000;
const stoppedMs = 24 * 60 * 60_000;

/**
 * How the scheduler is, seen at `nowMs` (milliseconds) by a window that has been open since `openedAtMs`:
 * before that nothing could tick. A clock that was set back says nothing about it.
 */
export const heartbeat = (status: SchedulerStatus, nowMs: number, openedAtMs: number): Heartbeat => {
  if (status.lastTickAt === undefined && nowMs - openedAtMs < lateMs) return 'starting';
  const lastMs = status.lastTickAt === undefined ? openedAtMs : Date.parse(status.lastTickAt);
  const sinceMs = nowMs - Math.max(lastMs, openedAtMs);
  if (sinceMs > stoppedMs) return 'stopped';
  return sinceMs > lateMs ? 'late' : 'beating';
};

/** « 10 h 00 » on the same day, « le 22/11/2026 à 10 h 00 » on another; Europe/Paris. */
export const nearMoment = (instant: string, nowMs: number): string => {
  const { day } = businessTime(Date.parse(instant));
  const time = clockText(instant);
  return day === businessTime(nowMs).day ? time : `le ${formatDay(day)} à ${time}`;
};

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count}\u00A0${count === 1 ? one : many}`];

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;

/** What the last tick found and did: « 7 e-mails et 2 courriers proposés. 3 e-mails approuvés d’eux-mêmes. » */
export const lastRunText = (report: SchedulerStatus['lastReport']): string => {
  if (report === undefined) return 'Pas encore de réponse depuis l’ouverture.';
  const proposed = listed([
    ...counted(report.emails, 'e-mail', 'e-mails'),
    ...counted(report.letters, 'courrier', 'courriers'),
    ...counted(report.calls, 'appel', 'appels'),
  ]);
  const found = proposed === '' ? 'Rien à proposer.' : `À votre liste\u00A0: ${proposed}.`;
  const [itself] = counted(
    report.approvedByItself ?? 0,
    'e-mail approuvé en mode automatique aujourd’hui',
    'e-mails approuvés en mode automatique aujourd’hui',
  );
  return itself === undefined ? found : `${found} ${itself}.`;
};

/** « PC en veille, éteint ou Acquit fermé de 9 h 00 à 11 h 12 : … », with the days where they are not today. */
export const gapText = ({ from, until }: SchedulerGap, nowMs: number): string => {
  const moment = (instant: string): string => {
    const { day } = businessTime(Date.parse(instant));
    return `${formatDay(day)} à ${clockText(instant)}`;
  };
  const { day: today } = businessTime(nowMs);
  const isToday =
    businessTime(Date.parse(from)).day === today && businessTime(Date.parse(until)).day === today;
  const period = isToday
    ? `de ${clockText(from)} à ${clockText(until)}`
    : `du ${moment(from)} au ${moment(until)}`;
  return `PC en veille, éteint ou Acquit fermé ${period}\u00A0: ce qui était dû a été proposé au réveil.`;
};

/** What keeps the automatic mode from sending, and what ends it. */
export const holdText = (hold: AutomaticHold): string => {
  switch (hold.kind) {
    case 'clock':
      return 'Votre réponse sur la date du PC\u00A0: aucun e-mail ne part avant.';
    case 'bank':
      return hold.days === undefined
        ? 'Vos encaissements\u00A0: la banque n’a pas encore été vérifiée.'
        : `Vos encaissements\u00A0: la banque a été vérifiée il y a ${hold.days}\u00A0jours.`;
    case 'day-off':
      return 'Un jour ouvré, pour les envois automatiques.';
    case 'hours':
      return `L’heure des envois automatiques\u00A0: de ${hold.from}\u00A0h à ${hold.until}\u00A0h.`;
    default:
      return unreachable(hold);
  }
};

/** « Votre validation : 7 e-mails et 2 courriers. »; undefined where nothing waits for the user. */
export const userWaitText = (report: SchedulerStatus['lastReport']): string | undefined => {
  if (report === undefined) return undefined;
  const parts = [
    ...counted(report.emails, 'e-mail', 'e-mails'),
    ...counted(report.letters, 'courrier', 'courriers'),
  ];
  return parts.length === 0 ? undefined : `Votre validation\u00A0: ${listed(parts)}.`;
};
