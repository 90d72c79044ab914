import type { Dispatch } from '../ledger/dispatch.ts';
import { isUndelivered } from './dispatch-clocks.ts';
import type { DispatchFollowUp } from './dispatch-follow-up.ts';
import { stageOf } from './dispatch-stage.ts';

/** By what the posted letters can be looked at, in the order of the choices. French labels. */
export const dispatchFilters = [
  { value: 'open', label: 'En cours' },
  { value: 'to-follow', label: 'À suivre' },
  { value: 'deposited', label: 'Déposés' },
  { value: 'presented', label: 'Présentés' },
  { value: 'delivered', label: 'Distribués' },
  { value: 'returned', label: 'Refusés ou non réclamés' },
  { value: 'undelivered', label: 'À renvoyer' },
  { value: 'filed', label: 'Classés' },
  { value: 'all', label: 'Tous' },
] as const;

export type DispatchFilter = (typeof dispatchFilters)[number]['value'];

/** Whether a posted letter stands under a choice. @param followUp what it asks for today. */
export const passesFilter = (
  dispatch: Dispatch,
  followUp: DispatchFollowUp | undefined,
  filter: DispatchFilter,
): boolean => {
  const isFiled = dispatch.filedOn !== undefined;
  const stage = stageOf(dispatch);
  switch (filter) {
    case 'all':
      return true;
    case 'filed':
      return isFiled;
    case 'open':
      return !isFiled;
    case 'to-follow':
      return followUp !== undefined;
    case 'returned':
      return !isFiled && (stage === 'refused' || stage === 'unclaimed');
    case 'undelivered':
      return !isFiled && dispatch.outcome !== undefined && isUndelivered(dispatch.outcome.kind);
    default:
      return !isFiled && stage === filter;
  }
};
