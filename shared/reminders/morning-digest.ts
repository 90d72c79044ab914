import type { SchedulerReport } from '../ipc/scheduler-contract.ts';

/** « 1 relance », « 2 relances »: from 2 on the plural, the number never parted from its noun. */
const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count}\u00a0${count === 1 ? one : many}`];

/** « 7 relances à valider · 2 courriers à imprimer · 1 promesse non tenue », or an empty text. */
export const digestText = (
  report: Pick<SchedulerReport, 'emails' | 'letters' | 'calls' | 'brokenPromises' | 'declarationAlert'>,
): string => {
  const work = [
    ...counted(report.emails, 'relance à valider', 'relances à valider'),
    ...counted(report.letters, 'courrier à imprimer', 'courriers à imprimer'),
    ...counted(report.calls, 'appel à passer', 'appels à passer'),
    ...counted(report.brokenPromises, 'promesse non tenue', 'promesses non tenues'),
  ].join(' · ');
  // A deadline of the law first: the system cuts a long notification at its end.
  return [report.declarationAlert ?? '', work].filter((part) => part !== '').join('\n');
};
