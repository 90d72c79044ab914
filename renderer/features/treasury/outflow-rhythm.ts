import type { PlannedOutflow } from '../../../shared/ledger/history.ts';

type Rhythm = PlannedOutflow['repeats'];

const names: Readonly<Record<Rhythm, string>> = {
  once: 'Une seule fois',
  weekly: 'Chaque semaine',
  monthly: 'Chaque mois',
  quarterly: 'Chaque trimestre',
};

/** French name of how often an outflow comes back. */
export const rhythmName = (rhythm: Rhythm): string => names[rhythm];

/** The choices of a form, in the order of their length. */
export const rhythmChoices: readonly { readonly value: Rhythm; readonly label: string }[] = (
  ['once', 'weekly', 'monthly', 'quarterly'] as const
).map((value) => ({ value, label: names[value] }));

/** The rhythm that a choice names; once for anything else. */
export const rhythmOf = (value: string | null): Rhythm =>
  rhythmChoices.find((choice) => choice.value === value)?.value ?? 'once';
