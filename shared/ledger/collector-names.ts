import type { CollectorKind, Handover } from './handover.ts';

/** Partners in the order in which they are offered. */
export const collectorKinds = [
  'agency',
  'bailiff',
  'lawyer',
  'credit-insurer',
  'mediator',
  'other',
] as const satisfies readonly CollectorKind[];

/** French name of a kind of partner. */
export const collectorKindNames: Readonly<Record<CollectorKind, string>> = {
  agency: 'Société de recouvrement',
  bailiff: 'Commissaire de justice',
  lawyer: 'Avocat',
  'credit-insurer': 'Assureur-crédit',
  mediator: 'Médiateur',
  other: 'Autre',
};

export type HandoverOutcome = NonNullable<Handover['ended']>['outcome'];

/** French outcome, in lower case. */
export const handoverOutcomeNames: Readonly<Record<HandoverOutcome, string>> = {
  recovered: 'recouvré',
  'partly-recovered': 'recouvré en partie',
  'not-recovered': 'non recouvré',
  withdrawn: 'repris sans suite',
};
