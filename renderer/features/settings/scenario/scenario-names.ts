import type { ContactRole } from '../../../../shared/ledger/client.ts';
import { channelNames, levelNames } from '../../../../shared/reminders/reminder-names.ts';
import type {
  DunningLevel,
  DunningStep,
  Escalation,
  ReminderChannel,
  StepRepeat,
} from '../../../../shared/reminders/scenario.ts';

const roleNames: Readonly<Record<ContactRole, string>> = {
  reminders: 'Relances',
  accounting: 'Comptabilité',
  'decision-maker': 'Décideur',
  site: 'Chantier ou site',
  other: 'Autre contact',
};

const escalationNames: Readonly<Record<Escalation['to'], string>> = {
  call: 'proposer un appel',
  letter: 'proposer un courrier',
  decision: 'vous demander une décision',
};

const choices = <Value extends string>(
  names: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly label: string }[] =>
  Object.entries<string>(names).map(([value, label]) => ({ value: value as Value, label }));

export const levelChoices = choices<DunningLevel>(levelNames);
export const channelChoices = choices<ReminderChannel>(channelNames);
export const roleChoices = choices<ContactRole>(roleNames);
export const escalationChoices = choices<Escalation['to']>(escalationNames);

/** « J+7 », « J−3 », « Échéance »; « J… » while the delay is being typed. */
export const delayText = (delayDays: number): string => {
  if (Number.isNaN(delayDays)) return 'J…';
  if (delayDays === 0) return 'Échéance';
  return delayDays > 0 ? `J+${delayDays}` : `J−${-delayDays}`;
};

/** « puis tous les 7 jours, 3 fois au plus » */
export const repeatText = ({ everyDays, times }: StepRepeat): string =>
  `puis tous les ${Number.isNaN(everyDays) ? '…' : everyDays} jours, ${Number.isNaN(times) ? '…' : times} fois au plus`;

/** « J+15, Relance ferme, E-mail »: a step in a sentence for screen readers. */
export const stepName = (step: DunningStep, dayAfterDue: number): string =>
  `${delayText(dayAfterDue)}, ${levelNames[step.level]}, ${channelNames[step.channel]}`;

/** Under which what was typed in a scenario and not saved is kept. */
export const draftKey = (scenarioId: string): string => `scenario-${scenarioId}`;
