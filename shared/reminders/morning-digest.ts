import type { SchedulerReport } from '../ipc/scheduler-contract.ts';
import { countedIfAny } from '../money/format-count.ts';

/** « 7 relances à valider · 2 courriers à imprimer · 1 promesse non tenue », or an empty text. */
export const digestText = (
  report: Pick<SchedulerReport, 'emails' | 'letters' | 'calls' | 'brokenPromises' | 'declarationAlert'>,
): string => {
  const work = [
    ...countedIfAny(report.emails, 'relance à valider', 'relances à valider'),
    ...countedIfAny(report.letters, 'courrier à imprimer', 'courriers à imprimer'),
    ...countedIfAny(report.calls, 'appel à passer', 'appels à passer'),
    ...countedIfAny(report.brokenPromises, 'promesse non tenue', 'promesses non tenues'),
  ].join(' · ');
  // A deadline of the law first: the system cuts a long notification at its end.
  return [report.declarationAlert ?? '', work].filter((part) => part !== '').join('\n');
};
