import type { Template } from 'liquidjs';
import { fail, ok, type Result } from '../result.ts';
import { namesRead, restrictedLiquid } from './restricted-liquid.ts';
import type { MessageTemplate } from './template.ts';
import { templateField } from './template-fields.ts';

/** Why a text cannot be made; `message` is what the user reads (French). */
export type TemplateFailure =
  | { readonly kind: 'unknown-field'; readonly name: string; readonly message: string }
  | { readonly kind: 'empty-field'; readonly name: string; readonly message: string }
  | { readonly kind: 'syntax'; readonly message: string }
  | { readonly kind: 'too-long'; readonly message: string }
  | { readonly kind: 'empty-text'; readonly message: string };

/** Values by field name (template-fields.ts); a missing or empty one is an error where the text needs it. */
export type TemplateValues = Readonly<Record<string, string | number | undefined>>;

export interface RenderedText {
  /** One line. */
  readonly subject: string;
  readonly body: string;
}

const longestTemplate = 20_000;
/** RFC 5322 2.1.1 for a line, less the name of the header. */
const longestSubject = 900;
const longestBody = 150_000;
/** Characters that a text may come to at worst, before it is known whether it fits. */
const mostWritten = 8_000_000;

const quoted = (name: string): string => `«\u00A0${name}\u00A0»`;

const unknownField = (name: string): TemplateFailure => ({
  kind: 'unknown-field',
  name,
  message: `Le champ ${quoted(name)} n’existe pas. Choisissez un champ dans la liste.`,
});

const emptyField = (name: string): TemplateFailure => {
  const field = templateField(name);
  return {
    kind: 'empty-field',
    name,
    message:
      `Le champ ${quoted(field?.label ?? name)} est vide pour ce message. ${field?.remedy ?? ''}`.trim(),
  };
};

const tooLong: TemplateFailure = {
  kind: 'too-long',
  message: 'Ce texte est trop long. Raccourcissez le modèle.',
};

/** What the engine's complaint means to somebody who has never heard of Liquid. */
const syntaxFailure = (error: unknown): TemplateFailure => {
  const text = error instanceof Error ? error.message : '';
  const line = /line:(\d+)/.exec(text)?.[1];
  const where = line === undefined ? '' : `Ligne ${line}\u00A0: `;
  const name = /(?:tag|filter):? "?([\w#]+)"?/.exec(text)?.[1] ?? '';
  const because = /output .* not closed/s.test(text)
    ? 'un champ ouvert par {{ n’est pas refermé par }}.'
    : /tag .* not closed/s.test(text)
      ? 'une balise {% … %} n’est pas refermée (il manque %} ou {% endif %}).'
      : /undefined filter/.test(text)
        ? `le filtre ${quoted(name)} n’est pas permis.`
        : /tag .* not found|unexpected tag/.test(text)
          ? `la balise ${quoted(name)} n’est pas permise ou pas à sa place.`
          : 'ce texte n’est pas un modèle valable.';
  const message = `${where}${because}`;
  return { kind: 'syntax', message: message.charAt(0).toUpperCase() + message.slice(1) };
};

const isLimit = (error: unknown): boolean =>
  error instanceof Error && /limit exceeded|Invalid array length/.test(error.message);

const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const unprintableButBreaks = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

const oneLine = (text: string): string => text.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim();

const tidy = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unprintableButBreaks, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

type Parsed = Result<Template[], TemplateFailure>;

const parse = (source: string): Parsed => {
  if (source.length > longestTemplate) return fail(tooLong);
  try {
    const template = restrictedLiquid().parse(source);
    for (const name of namesRead(template))
      if (templateField(name) === undefined) return fail(unknownField(name));
    return ok(template);
  } catch (error) {
    return fail(isLimit(error) ? tooLong : syntaxFailure(error));
  }
};

/** A queue of thousands is written from a handful of templates: each is read once. */
const parsedSources = new Map<string, Parsed>();
const parsedAtMost = 64;

const parsed = (source: string): Parsed => {
  const known = parsedSources.get(source);
  if (known) return known;
  const fresh = parse(source);
  if (parsedSources.size >= parsedAtMost) parsedSources.clear();
  parsedSources.set(source, fresh);
  return fresh;
};

/** Every `{{` prints one value at most, and nothing repeats it: there is no loop. */
const mayOutgrow = (source: string, scope: Readonly<Record<string, string | number>>): boolean => {
  const printed = source.split('{{').length - 1;
  const longest = Object.values(scope).reduce<number>(
    (most, value) => Math.max(most, String(value).length),
    0,
  );
  return printed * longest > mostWritten;
};

const render = (source: string, scope: Record<string, string | number>): Result<string, TemplateFailure> => {
  const template = parsed(source);
  if (!template.ok) return template;
  if (mayOutgrow(source, scope)) return fail(tooLong);
  try {
    return ok(String(restrictedLiquid().renderSync(template.value, scope)));
  } catch (error) {
    if (isLimit(error)) return fail(tooLong);
    const missing = /undefined variable: ([^,\s]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return fail(missing === undefined ? syntaxFailure(error) : emptyField(missing));
  }
};

/**
 * Fills a template with the values of one message. A field that is not in the list is an error, and so is one
 * without a value where it is printed: never an empty string. `{% if champ %}` may ask whether there is one.
 * Values are text and are never read as templates. The subject comes out as one line without control
 * characters, the body with single blank lines.
 */
export const renderTemplate = (
  template: Pick<MessageTemplate, 'subject' | 'body'>,
  values: TemplateValues,
): Result<RenderedText, TemplateFailure> => {
  const scope: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (templateField(name) === undefined || value === undefined) continue;
    if (typeof value === 'number' ? Number.isFinite(value) : value.trim() !== '') scope[name] = value;
  }
  const subject = render(template.subject, scope);
  if (!subject.ok) return subject;
  const body = render(template.body, scope);
  if (!body.ok) return body;
  const text = { subject: oneLine(subject.value), body: tidy(body.value) };
  if (text.subject === '') return fail({ kind: 'empty-text', message: 'L’objet du message est vide.' });
  if (text.body === '') return fail({ kind: 'empty-text', message: 'Le texte du message est vide.' });
  return text.subject.length > longestSubject || text.body.length > longestBody ? fail(tooLong) : ok(text);
};
