import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { PlannedOutflow } from '../../../shared/ledger/history.ts';

type Rhythm = PlannedOutflow['repeats'];

const names: Readonly<Record<Rhythm, string>> = {
  once: 'Une seule fois',
  weekly: 'Chaque semaine',
  monthly: 'Chaque mois',
  quarterly: 'Chaque trimestre',
};

/**
 * « Chaque mois, prochaine le 28/11/2026 ».
 * @param nextOn next day within the projection; undefined where there is none.
 */
export const whenText = ({ repeats, firstOn }: PlannedOutflow, nextOn: Day | undefined): string => {
  if (repeats === 'once') return `Le ${formatDay(firstOn)}`;
  return nextOn === undefined
    ? `${names[repeats]}, aucune dans les 13 semaines`
    : `${names[repeats]}, prochaine le ${formatDay(nextOn)}`;
};

/** The choices of a form, in the order of their length. */
export const rhythmChoices: readonly { readonly value: Rhythm; readonly label: string }[] = (
  ['once', 'weekly', 'monthly', 'quarterly'] as const
).map((value) => ({ value, label: names[value] }));

/** The rhythm that a choice names; once for anything else. */
export const rhythmOf = (value: string | null): Rhythm =>
  rhythmChoices.find((choice) => choice.value === value)?.value ?? 'once';
