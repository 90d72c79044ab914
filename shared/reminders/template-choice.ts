import type { DebtorRegime } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { defaultTemplates } from './default-templates.ts';
import type { MessageTemplate } from './template.ts';

const shipped: ReadonlyMap<string, MessageTemplate> = new Map(
  defaultTemplates.map((template) => [template.id, template]),
);

/** Id of the variant of a template for a kind of debtor, where the law wants other words. */
export const variantId = (templateId: string, regime: DebtorRegime): string => `${templateId}-${regime}`;

/** The user's template of that id, else the shipped one. */
export const templateById = (ledger: Ledger, id: string): MessageTemplate | undefined =>
  ledger.templates.get(id) ?? shipped.get(id);

/**
 * The template of a step for a kind of debtor: its variant where there is one (`…-b2c` for consumers), else the template itself; undefined when it was deleted.
 */
export const templateFor = (
  ledger: Ledger,
  templateId: string,
  regime: DebtorRegime,
): MessageTemplate | undefined =>
  templateById(ledger, variantId(templateId, regime)) ?? templateById(ledger, templateId);

/** Every template the user can choose and edit: the shipped ones as he changed them, then his own. */
export const allTemplates = (ledger: Ledger): readonly MessageTemplate[] => [
  ...defaultTemplates.map((template) => ledger.templates.get(template.id) ?? template),
  ...[...ledger.templates.values()].filter((template) => !shipped.has(template.id)),
];
