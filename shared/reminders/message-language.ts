import type { Client } from '../ledger/client.ts';
import type { ClientLanguage } from '../ledger/client-language.ts';
import { isFormal } from './level.ts';
import { isOnPaper } from './reminder-names.ts';
import type { DunningLevel, ReminderChannel } from './scenario.ts';

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
 * Language of a message to a client. A formal notice on paper stays French whoever gets it: its articles, its
 * décompte and its check list are those of French law, and it is what a French court would read.
 */
export const messageLanguage = (
  client: Pick<Client, 'language'>,
  channel: ReminderChannel,
  level: DunningLevel,
): ClientLanguage => (isOnPaper(channel) && isFormal(level) ? 'fr' : (client.language ?? 'fr'));
