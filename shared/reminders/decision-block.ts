import { addDays, type Day } from '../dates/day.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { AgreementIndex } from './agreement-index.ts';
import type { Block } from './block.ts';
import { type Escalated, escalationReason, wasSeenSince } from './escalation.ts';
import type { Ladder, LadderPosition } from './ladder.ts';
import { baseStepId } from './rungs.ts';

/** « Décision à prendre »: the scenario asks for a person instead of one more automatic e-mail. */
export const escalatedDecision = (escalated: Escalated): Block => ({
  kind: 'decision',
  reason: `${escalationReason(escalated)}\u00A0: à vous de décider de la suite.`,
});

/**
 * « Décision à prendre » once the last step of a scenario was repeated as often as it may be, from the day on
 * which one more would have been due. It ends when the user acts: a pause, a promise, another scenario.
 */
export const decisionAtEnd = (
  ladder: Ladder,
  position: LadderPosition,
  invoice: Pick<Invoice, 'id' | 'clientId'>,
  agreements: AgreementIndex,
  today: Day,
): Block | undefined => {
  const { doneOn } = position;
  if (doneOn === undefined || position.index !== ladder.steps.length - 1) return undefined;
  const last = ladder.steps[position.index];
  const first = last && ladder.scenario.steps.find(({ id }) => id === baseStepId(last.id));
  if (first?.repeat === undefined || today < ladder.opening.next(addDays(doneOn, first.repeat.everyDays)))
    return undefined;
  if (wasSeenSince(doneOn, [], invoice.id, invoice.clientId, agreements)) return undefined;
  const times = first.repeat.times + 1;
  return {
    kind: 'decision',
    reason: `La dernière étape a été répétée jusqu’au bout (${times}\u00A0fois)\u00A0: à vous de décider de la suite.`,
  };
};
