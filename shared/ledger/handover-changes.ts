import { formatDay } from '../dates/format-day.ts';
import { collectorKindNames } from './collector-names.ts';
import type { Collector, Handover } from './handover.ts';
import { feeText } from './handover-fee.ts';

/** What was agreed with a third party; the rest of a hand-over is what came of it. */
export type HandoverTerms = Pick<Handover, 'collector' | 'handedOverOn' | 'fee' | 'reference' | 'note'>;

const reachOf = ({ address, email, phone }: Collector): string =>
  [...(address?.lines ?? []), address?.postcode, address?.city, email, phone].join('\n');

/** What differs between two states of the terms, French, for the journal; empty where nothing does. */
export const handoverChanges = (before: HandoverTerms, after: HandoverTerms): readonly string[] => {
  const [was, is] = [before.collector, after.collector];
  const fees = [feeText(before.fee), feeText(after.fee)] as const;
  return [
    ...(was.kind === is.kind ? [] : [collectorKindNames[is.kind].toLocaleLowerCase('fr')]),
    ...(was.name === is.name ? [] : [`nommé ${is.name}`]),
    ...(reachOf(was) === reachOf(is) ? [] : ['coordonnées']),
    ...(before.handedOverOn === after.handedOverOn ? [] : [`remis le ${formatDay(after.handedOverOn)}`]),
    ...(fees[0] === fees[1] ? [] : [`${fees[1]} au lieu de ${fees[0]}`]),
    ...((before.reference ?? '') === (after.reference ?? '')
      ? []
      : [after.reference === undefined ? 'référence retirée' : `référence ${after.reference}`]),
    ...(before.note === after.note ? [] : ['note']),
  ];
};
