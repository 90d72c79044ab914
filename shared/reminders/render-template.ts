import { fail, type Result } from '../result.ts';
import type { MessageTemplate } from './template.ts';

/** Why a text cannot be made; `message` is what the user reads (French). */
export type TemplateFailure =
  | { readonly kind: 'unknown-field'; readonly name: string; readonly message: string }
  | { readonly kind: 'empty-field'; readonly name: string; readonly message: string }
  | { readonly kind: 'syntax'; readonly message: string }
  | { readonly kind: 'too-long'; readonly message: string };

/** Values by field name (template-fields.ts); a missing or empty one is an error where the text needs it. */
export type TemplateValues = Readonly<Record<string, string | number | undefined>>;

export interface RenderedText {
  readonly subject: string;
  readonly body: string;
}

/** Fills a template. */
export const renderTemplate = (
  _template: Pick<MessageTemplate, 'subject' | 'body'>,
  _values: TemplateValues,
): Result<RenderedText, TemplateFailure> => fail({ kind: 'syntax', message: 'Modèle illisible.' });
