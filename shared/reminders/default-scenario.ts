import { defaultScenarioId, type Scenario } from './scenario.ts';

/**
 * « Scénario standard »: a friendly e-mail a week after the due date, a firm one with the list of the
 * invoices, then two registered letters. Nothing leaves without a click until the user turns the automatic
 * mode on, and the letters always need one.
 */
export const defaultScenario: Scenario = {
  id: defaultScenarioId,
  name: 'Scénario standard',
  mode: 'to-approve',
  steps: [
    {
      id: 'step-friendly',
      delayDays: 7,
      level: 'friendly',
      channel: 'email',
      templateId: 'template-friendly',
      recipientRole: 'reminders',
      grantedDays: 0,
    },
    {
      id: 'step-firm',
      delayDays: 15,
      level: 'firm',
      channel: 'email',
      templateId: 'template-firm',
      recipientRole: 'reminders',
      grantedDays: 8,
    },
    {
      id: 'step-formal-notice',
      delayDays: 30,
      level: 'formal-notice',
      channel: 'registered-letter',
      templateId: 'template-formal-notice',
      recipientRole: 'decision-maker',
      grantedDays: 8,
    },
    {
      id: 'step-last-notice',
      delayDays: 60,
      level: 'last-notice',
      channel: 'registered-letter',
      templateId: 'template-last-notice',
      recipientRole: 'decision-maker',
      grantedDays: 8,
    },
  ],
};
