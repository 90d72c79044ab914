import type { Client } from '../ledger/client.ts';
import type { ClientLanguage } from '../ledger/client-language.ts';
import { isOnPaper } from './reminder-names.ts';
import type { ReminderChannel } from './scenario.ts';

const englishEnding = '-en';

/** Id of the English text of a template. */
export const englishId = (templateId: string): string =>
  templateId.endsWith(englishEnding) ? templateId : `${templateId}${englishEnding}`;

/** Id of the French text that an English one stands for. */
export const frenchId = (templateId: string): string =>
  templateId.endsWith(englishEnding) ? templateId.slice(0, -englishEnding.length) : templateId;

/** Language in which a template is written: its id says it, so that values and text cannot differ. */
export const templateLanguage = (templateId: string): ClientLanguage =>
  templateId.endsWith(englishEnding) ? 'en' : 'fr';

/**
 * Language of a message to a client. What is printed stays French whoever gets it: its tables, articles and
 * check list are those of French law, and it is what a French court would read.
 */
export const messageLanguage = (
  client: Pick<Client, 'language'>,
  channel: ReminderChannel,
): ClientLanguage => (isOnPaper(channel) ? 'fr' : (client.language ?? 'fr'));
