import { businessTime } from '../dates/clock.ts';
import { formatFullDay } from '../dates/format-day.ts';
import type { SchedulerStatus } from '../ipc/scheduler-contract.ts';
import { clockText } from './delivery-status.ts';

/** What the user is asked about the PC's clock. */
export interface ClockQuestion {
  readonly text: string;
  /** He said that the date is wrong: only a right clock, or his other word, ends it. */
  readonly isRefused: boolean;
}

/** « lundi 23 novembre 2026 à 9 h 00 », in Paris. */
export const fullMoment = (milliseconds: number): string =>
  `${formatFullDay(businessTime(milliseconds).day)} à ${clockText(new Date(milliseconds).toISOString())}`;

/**
 * The question about a clock that is not believed, French, with what the PC shows and what was last known;
 * undefined while the clock is believed.
 * @param nowMs what the PC's clock shows.
 */
export const clockQuestion = (
  { clockWarning, believedAt, refusedAt }: SchedulerStatus,
  nowMs: number,
): ClockQuestion | undefined => {
  if (clockWarning === undefined) return undefined;
  const shown = `Votre PC indique le ${fullMoment(nowMs)}`;
  const known = believedAt === undefined ? undefined : fullMoment(Date.parse(believedAt));
  if (refusedAt !== undefined)
    return {
      isRefused: true,
      text: `${shown}, et vous avez répondu que cette date est fausse\u00A0: aucun e-mail ne part. Remettez le PC à l’heure\u00A0: les envois reprendront d’eux-mêmes, et rien ne partira deux fois.`,
    };
  if (clockWarning === 'went-back')
    return {
      isRefused: false,
      text: `${shown}, avant le dernier passage d’Acquit${known === undefined ? '' : ` (${known})`}. Les envois sont suspendus\u00A0: rien n’est perdu et rien ne partira deux fois. C’est bien la date\u202F?`,
    };
  return {
    isRefused: false,
    text: `${shown}${known === undefined ? '' : `\u202F; Acquit est passé pour la dernière fois le ${known}`}. C’est bien la date\u202F? Rien ne part avant votre réponse.`,
  };
};
