import type { DunningLevel, ReminderChannel } from './scenario.ts';

/** What a badge calls a level, French. */
export const levelNames: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'Avis d’échéance',
  friendly: 'Relance amicale',
  firm: 'Relance ferme',
  'formal-notice': 'Mise en demeure',
  'last-notice': 'Dernier avis',
};

/** What a badge calls a channel, French. */
export const channelNames: Readonly<Record<ReminderChannel, string>> = {
  email: 'E-mail',
  letter: 'Courrier',
  'registered-letter': 'Recommandé',
  call: 'Appel',
  sms: 'SMS',
};

/** True for what is printed and posted. */
export const isOnPaper = (channel: ReminderChannel): boolean =>
  channel === 'letter' || channel === 'registered-letter';
