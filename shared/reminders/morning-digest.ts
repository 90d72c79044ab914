import type { Day } from '../dates/day.ts';
import type { SchedulerReport } from '../ipc/scheduler-contract.ts';

export type MorningDigest =
  /** Not yet the hour, not a working day, or already said today. */
  | { readonly kind: 'wait' }
  /** The hour has come and there is nothing to say: quiet for today. */
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'notify'; readonly text: string };

/** « 1 relance », « 2 relances »: from 2 on the plural, the number never parted from its noun. */
const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count}\u00a0${count === 1 ? one : many}`];

/** « 7 relances à valider · 2 courriers à imprimer · 1 promesse non tenue », or an empty text. */
export const digestText = (
  report: Pick<
    SchedulerReport,
    'emails' | 'letters' | 'calls' | 'brokenPromises' | 'declarationAlert' | 'treasuryAlert'
  >,
): string => {
  const work = [
    ...counted(report.emails, 'relance à valider', 'relances à valider'),
    ...counted(report.letters, 'courrier à imprimer', 'courriers à imprimer'),
    ...counted(report.calls, 'appel à passer', 'appels à passer'),
    ...counted(report.brokenPromises, 'promesse non tenue', 'promesses non tenues'),
  ].join(' · ');
  // A deadline of the law first: the system cuts a long notification at its end.
  return [report.declarationAlert ?? '', work, report.treasuryAlert ?? '']
    .filter((part) => part !== '')
    .join('\n');
};

/**
 * Whether the morning notification is to be shown now: at most one a working day, at the hour chosen or,
 * when the application starts later, at once. `day` and `hour` are those of Europe/Paris now; a report
 * computed for another day says nothing.
 */
export const morningDigest = (question: {
  readonly report: SchedulerReport;
  readonly day: Day;
  readonly hour: number;
  readonly isWorkingDay: boolean;
  /** Day of the last digest, shown or empty. */
  readonly lastDigestOn: string | undefined;
}): MorningDigest => {
  const { report, day, hour, isWorkingDay, lastDigestOn } = question;
  if (!isWorkingDay || report.day !== day || hour < report.notifyAtHour) return { kind: 'wait' };
  // After a clock that ran ahead, the day of the last digest lies in the future: that one is not believed.
  if (lastDigestOn === day) return { kind: 'wait' };
  const text = digestText(report);
  return text === '' ? { kind: 'nothing-due' } : { kind: 'notify', text };
};
