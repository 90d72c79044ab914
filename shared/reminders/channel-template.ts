import type { DunningLevel, DunningStep, ReminderChannel } from './scenario.ts';
import { shippedTemplate } from './template-choice.ts';

/** Script of a call and text of an SMS, as shipped. */
export const spokenTemplates = { call: 'template-call', sms: 'template-sms' } as const;

const writtenTemplates: Readonly<Record<DunningLevel, string>> = {
  courtesy: 'template-courtesy',
  friendly: 'template-friendly',
  firm: 'template-firm',
  'formal-notice': 'template-formal-notice',
  'last-notice': 'template-last-notice',
};

const isSpoken = (templateId: string): boolean =>
  Object.values(spokenTemplates).some((id) => id === templateId);

/**
 * The template of a step for the channel that its message takes: a step by several channels, or one that
 * escalates to a call, has one template. The shipped letter is no text message, and the script of a call no
 * letter; what the user wrote for the step's own channel stays.
 */
export const channelTemplateId = (
  step: Pick<DunningStep, 'channel' | 'templateId' | 'level'>,
  channel: ReminderChannel,
): string => {
  const { templateId } = step;
  if (channel !== 'call' && channel !== 'sms')
    return isSpoken(templateId) ? writtenTemplates[step.level] : templateId;
  const own = spokenTemplates[channel];
  const isUsers = step.channel === channel && shippedTemplate(templateId) === undefined;
  return isUsers ? templateId : own;
};
