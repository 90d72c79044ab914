import type { Day } from '../dates/day.ts';
import { type Dispatch, type DispatchMode, shownNumber } from '../ledger/dispatch.ts';
import { modeFacts } from './dispatch-mode.ts';
import { stageName } from './dispatch-stage.ts';

/** A step of the chain of a letter: done on a day, or still to come. */
export interface DispatchStep {
  readonly key: 'printed' | 'deposited' | 'presented' | 'outcome' | 'filed';
  /** French. */
  readonly name: string;
  readonly on?: Day | undefined;
  readonly detail?: string | undefined;
}

/** The chain of a letter from the printer to the file, in order. */
export const dispatchSteps = (dispatch: Dispatch, mode: DispatchMode): readonly DispatchStep[] => {
  const { printedOn, depositedOn, presentedOn, outcome, filedOn, resentOn } = dispatch;
  const facts = modeFacts[mode];
  const number = shownNumber(dispatch);
  const steps: DispatchStep[] = [];
  if (printedOn !== undefined) steps.push({ key: 'printed', name: 'Imprimée', on: printedOn });
  steps.push({
    key: 'deposited',
    name: mode === 'hand-delivered' ? 'Portée' : stageName('deposited', mode),
    on: depositedOn,
    detail: number === '' ? undefined : `${facts.number === 'reference' ? 'réf.' : 'n°'}\u00A0${number}`,
  });
  if (facts.presentation !== undefined)
    steps.push({ key: 'presented', name: stageName('presented', mode), on: presentedOn });
  if (outcome !== undefined)
    steps.push({
      key: 'outcome',
      name: stageName(outcome.kind, mode),
      on: outcome.on,
      detail: outcome.signatory,
    });
  else if (mode !== 'plain') steps.push({ key: 'outcome', name: 'Distribuée ou revenue' });
  steps.push({
    key: 'filed',
    name: resentOn === undefined ? 'Classée' : 'Renvoyée',
    on: resentOn ?? filedOn,
  });
  return steps;
};
