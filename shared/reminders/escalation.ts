import type { Day } from '../dates/day.ts';
import type { AgreementIndex } from './agreement-index.ts';
import { isFormal } from './level.ts';
import type { DoneLine } from './reminder-history.ts';
import type { DunningStep, Escalation, Scenario } from './scenario.ts';

const isAutomaticEmail = ({ reminder, inWriting }: DoneLine): boolean =>
  reminder.isAutomatic === true && inWriting && reminder.channel === 'email';

/** E-mails about an invoice that left without anybody looking. */
export const automaticCount = (done: readonly DoneLine[]): number => done.filter(isAutomaticEmail).length;

/** Last day on which the user did something about an invoice; undefined = never. */
const lastSeenOn = (
  done: readonly DoneLine[],
  invoiceId: string,
  clientId: string,
  { pausesByInvoice, pausesByClient, promisesByInvoice }: AgreementIndex,
): string | undefined => {
  const days = [
    ...done.filter((line) => line.reminder.isAutomatic !== true).map(({ doneOn }) => doneOn),
    ...[...(pausesByInvoice.get(invoiceId) ?? []), ...(pausesByClient.get(clientId) ?? [])].map(
      ({ createdAt }) => createdAt.slice(0, 10),
    ),
    ...(promisesByInvoice.get(invoiceId) ?? []).map(({ recordedAt }) => recordedAt.slice(0, 10)),
  ];
  return days.sort().at(-1);
};

/** True when the user acted on an invoice on that day or after it. */
export const wasSeenSince = (
  on: Day,
  done: readonly DoneLine[],
  invoiceId: string,
  clientId: string,
  agreements: AgreementIndex,
): boolean => (lastSeenOn(done, invoiceId, clientId, agreements) ?? '') >= on;

/** What takes the place of one more e-mail. */
export interface Escalated {
  readonly to: Escalation['to'];
  /** Automatic e-mails that left since the user last acted. */
  readonly count: number;
}

/**
 * Whether enough e-mails about an invoice left without anybody looking. Only an e-mail gives way: calls and
 * letters are done by a person anyway, and so is every formal notice.
 */
export const escalationFor = (
  { escalation }: Scenario,
  step: DunningStep,
  done: readonly DoneLine[],
  invoiceId: string,
  clientId: string,
  agreements: AgreementIndex,
): Escalated | undefined => {
  if (escalation === undefined || step.channel !== 'email' || isFormal(step.level)) return undefined;
  if (automaticCount(done) < escalation.afterAutomatic) return undefined;
  const seenOn = lastSeenOn(done, invoiceId, clientId, agreements) ?? '';
  const count = done.filter((line) => isAutomaticEmail(line) && line.doneOn > seenOn).length;
  return count >= escalation.afterAutomatic ? { to: escalation.to, count } : undefined;
};

/** « 3 e-mails automatiques sont restés sans effet ». */
export const escalationReason = ({ count }: Escalated): string =>
  count === 1
    ? 'Un e-mail automatique est resté sans effet'
    : `${count} e-mails automatiques sont restés sans effet`;
