import type { DebtorRegime } from '../ledger/client.ts';
import type { ClientLanguage } from '../ledger/client-language.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { defaultEnglishTemplates } from './default-english-templates.ts';
import { defaultTemplates } from './default-templates.ts';
import { englishId, templateLanguage } from './message-language.ts';
import type { MessageTemplate } from './template.ts';
import { isFormerVersion } from './template-versions.ts';

const shipped: ReadonlyMap<string, MessageTemplate> = new Map(
  [...defaultTemplates, ...defaultEnglishTemplates].map((template) => [template.id, template]),
);

/** Id of the variant of a template for a kind of debtor, where the law wants other words. */
export const variantId = (templateId: string, regime: DebtorRegime): string => `${templateId}-${regime}`;

/** The user's template of that id, else the shipped one. */
export const templateById = (ledger: Ledger, id: string): MessageTemplate | undefined =>
  ledger.templates.get(id) ?? shipped.get(id);

/** The text that Acquit ships under that id; undefined for one of the user's own. */
export const shippedTemplate = (id: string): MessageTemplate | undefined => shipped.get(id);

/**
 * The template of a step for a kind of debtor: its variant where there is one (`…-b2c` for consumers), else
 * the template itself; undefined when it was deleted. In English where that is asked for and the same text
 * exists in English: never the English of another kind of debtor, whose law is not his.
 */
export const templateFor = (
  ledger: Ledger,
  templateId: string,
  regime: DebtorRegime,
  language: ClientLanguage = 'fr',
): MessageTemplate | undefined => {
  const french = templateById(ledger, variantId(templateId, regime)) ?? templateById(ledger, templateId);
  return language === 'en' && french !== undefined
    ? (templateById(ledger, englishId(french.id)) ?? french)
    : french;
};

const isChoice = ({ id }: MessageTemplate): boolean => !isFormerVersion(id) && templateLanguage(id) === 'fr';

/**
 * Every template the user can choose and edit: the shipped ones as he changed them, then his own. Each has at
 * most one English text beside it ({@link englishId}).
 */
export const allTemplates = (ledger: Ledger): readonly MessageTemplate[] => [
  ...defaultTemplates.map((template) => ledger.templates.get(template.id) ?? template),
  ...[...ledger.templates.values()].filter((template) => !shipped.has(template.id) && isChoice(template)),
];
