import { formatDay } from '../dates/format-day.ts';
import type { Dispatch, DispatchMode, DispatchOutcomeKind } from '../ledger/dispatch.ts';

/** How far a letter that went out has come. */
export type DispatchStage = 'deposited' | 'presented' | DispatchOutcomeKind;

/** The stage of a letter, filed or not. */
export const stageOf = ({ outcome, presentedOn }: Dispatch): DispatchStage =>
  outcome?.kind ?? (presentedOn === undefined ? 'deposited' : 'presented');

const stages: Readonly<Record<DispatchStage, string>> = {
  deposited: 'Déposée',
  presented: 'Présentée',
  delivered: 'Distribuée',
  refused: 'Refusée',
  unclaimed: 'Non réclamée',
  'unknown-address': 'Destinataire inconnu',
  'no-access': 'Défaut d’accès',
  lost: 'Perdue',
};

const ownNames: Readonly<Partial<Record<DispatchMode, Partial<Record<DispatchStage, string>>>>> = {
  'electronic-registered': { deposited: 'Envoyée', presented: 'Avisée', delivered: 'Acceptée' },
  'hand-delivered': { delivered: 'Remise' },
  bailiff: {
    deposited: 'Confiée',
    presented: 'Signifiée',
    delivered: 'Signifiée',
    'unknown-address': 'Non signifiée',
  },
  plain: { deposited: 'Postée', refused: 'Revenue, refusée' },
};

/** French name of a stage for a way of sending: « Non réclamée », « Signifiée ». */
export const stageName = (stage: DispatchStage, mode: DispatchMode): string =>
  ownNames[mode]?.[stage] ?? stages[stage];

/** « Distribuée le 12/11/2026 à Mme Lenoir ». */
export const stageText = (dispatch: Dispatch, mode: DispatchMode): string => {
  const { outcome, presentedOn, depositedOn } = dispatch;
  const on = outcome?.on ?? presentedOn ?? depositedOn;
  const to = outcome?.signatory === undefined ? '' : ` à ${outcome.signatory}`;
  return `${stageName(stageOf(dispatch), mode)} le ${formatDay(on)}${to}`;
};
