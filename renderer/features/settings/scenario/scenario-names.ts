import type { ContactRole } from '../../../../shared/ledger/client.ts';
import { channelNames, levelNames } from '../../../../shared/reminders/reminder-names.ts';
import type { DunningLevel, DunningStep, ReminderChannel } from '../../../../shared/reminders/scenario.ts';

const roleNames: Readonly<Record<ContactRole, string>> = {
  reminders: 'Relances',
  accounting: 'Comptabilité',
  'decision-maker': 'Décideur',
  site: 'Chantier ou site',
  other: 'Autre contact',
};

const choices = <Value extends string>(
  names: Readonly<Record<Value, string>>,
): readonly { readonly value: string; readonly label: string }[] =>
  Object.entries<string>(names).map(([value, label]) => ({ value, label }));

export const levelChoices = choices<DunningLevel>(levelNames);
export const channelChoices = choices<ReminderChannel>(channelNames);
export const roleChoices = choices<ContactRole>(roleNames);

/** « J+7 », « J−3 », « Échéance ». */
export const delayText = (delayDays: number): string =>
  delayDays === 0 ? 'Échéance' : delayDays > 0 ? `J+${delayDays}` : `J−${-delayDays}`;

/** Steps in the order of their delay, as they are stored. */
export const inOrder = (steps: readonly DunningStep[]): readonly DunningStep[] =>
  [...steps].sort((a, b) => a.delayDays - b.delayDays);
