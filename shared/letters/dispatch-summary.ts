import { formatDay } from '../dates/format-day.ts';
import { type Dispatch, type DispatchMode, shownNumber } from '../ledger/dispatch.ts';
import { modeFacts } from './dispatch-mode.ts';
import { stageName, stageText } from './dispatch-stage.ts';

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const sendingOf = (dispatch: Dispatch, mode: DispatchMode): string => {
  const number = shownNumber(dispatch);
  const name = lower(modeFacts[mode].name);
  if (number === '') return name;
  return `${name} ${modeFacts[mode].number === 'reference' ? 'réf.' : 'n°'}\u00A0${number}`;
};

/**
 * The chain of a letter in one line, for a list of exhibits: « lettre recommandée avec avis de réception n°
 * 1A12345678901, présentée le 04/11/2026, distribuée le 12/11/2026 à Mme Lenoir ». French, lower case.
 */
export const dispatchSummary = (dispatch: Dispatch, mode: DispatchMode): string => {
  const { presentedOn, outcome } = dispatch;
  const parts = [sendingOf(dispatch, mode)];
  // What is handed over or served in one act is presented by it.
  const isOneAct = (mode === 'hand-delivered' || mode === 'bailiff') && outcome?.on === presentedOn;
  if (presentedOn !== undefined && !isOneAct)
    parts.push(`${lower(stageName('presented', mode))} le ${formatDay(presentedOn)}`);
  if (outcome !== undefined) parts.push(lower(stageText(dispatch, mode)));
  return parts.join(', ');
};
