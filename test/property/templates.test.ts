import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '../../shared/reminders/render-template.ts';
import { namesRead, restrictedLiquid } from '../../shared/reminders/restricted-liquid.ts';
import { templateFields } from '../../shared/reminders/template-fields.ts';
import { lintTemplate } from '../../shared/reminders/template-lint.ts';
import { textDifference } from '../../shared/reminders/text-difference.ts';
import { seeded } from '../support/arbitrary-days.ts';

const soundPiece = fc.oneof(
  fc.constantFrom(
    ...templateFields.map(({ name }) => `{{ ${name} }}`),
    ...templateFields.map(({ name }) => `{% if ${name} %}a{% else %}b{% endif %}`),
    '{% unless total == 1 %}c{% endunless %}',
    '{% comment %}{{ x }}{% endcomment %}',
    '{{- client | upcase -}}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** Pieces that a template is made of, and those with which one would try to get out of it. */
const piece = fc.oneof(
  fc.constantFrom(...templateFields.map(({ name }) => `{{ ${name} }}`)),
  fc.constantFrom(...templateFields.map(({ name }) => `{% if ${name} %}`)),
  fc.constantFrom(
    '{% endif %}',
    '{% else %}',
    '{% elsif total %}',
    '{% unless contact %}',
    '{% endunless %}',
    '{% comment %}',
    '{% endcomment %}',
    '{{- client -}}',
    '{{ client | upcase }}',
    '{{ total | append: total }}',
    '{{ client | times: 9 }}',
    '{{ __proto__ }}',
    '{{ constructor.prototype }}',
    '{{ client.constructor }}',
    '{{ client["__proto__"] }}',
    '{{ (1..999999999) }}',
    '{{ [client] }}',
    '{% for i in (1..999999999) %}',
    '{% endfor %}',
    '{% assign client = "x" %}',
    '{% capture client %}',
    '{% endcapture %}',
    '{% include "x" %}',
    '{% render "x" %}',
    '{% layout "x" %}',
    '{% liquid echo client %}',
    '{% increment a %}',
    '{% cycle 1, 2 %}',
    '{% raw %}',
    '{% endraw %}',
    '{% # a %}',
    '{{',
    '}}',
    '{%',
    '%}',
    '"',
    '| ',
    '.',
    'Bonjour, ',
    '\r\n',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** Anything at all, and texts that are mostly sound, so that many of them print. */
const templateText = fc.oneof(
  fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.array(soundPiece, { minLength: 1, maxLength: 15 }).map((pieces) => pieces.join('')),
);

/** Marks that stand in no template, so that what comes out of a field is known. */
const open = '\u2039';
const close = '\u203A';
const values = Object.fromEntries(
  templateFields.map(({ name }) => [name, `${open}${name}${close}`]),
) as Record<string, string>;

const isSubsequence = (part: string, whole: string): boolean => {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
};

/** The machine may be busy with everything else. */
const patience = 60_000;

describe('a template of any text', { timeout: patience }, () => {
  it('never throws, and prints nothing but its own words and its fields', () => {
    fc.assert(
      fc.property(templateText, (body) => {
        fc.pre(!body.includes(open));
        const rendered = renderTemplate({ subject: 'x', body }, values);
        if (!rendered.ok) {
          expect(rendered.error.message).toMatch(/[.…]$/u);
          return;
        }
        const own = rendered.value.body.replace(/‹([A-Za-zÀ-ÿ_]+)›/gu, (_all, name: string) => {
          expect(Object.keys(values)).toContain(name.toLowerCase());
          return '';
        });
        expect(isSubsequence(own.replace(/\s/gu, ''), body.replace(/\s/gu, ''))).toBe(true);
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  it('is visited piece by piece, each at most once: it comes out no longer than its parts', () => {
    const longest = Math.max(...Object.values(values).map((value) => value.length));
    fc.assert(
      fc.property(templateText, (body) => {
        const rendered = renderTemplate({ subject: 'x', body }, values);
        const printed = body.split('{{').length - 1;
        if (rendered.ok)
          expect(rendered.value.body.length).toBeLessThanOrEqual(body.length + printed * longest);
      }),
      { ...seeded, numRuns: 500 },
    );
  });

  it('names only listed fields where it is read', () => {
    const listed = new Set<string>(templateFields.map(({ name }) => name));
    fc.assert(
      fc.property(templateText, (body) => {
        if (!renderTemplate({ subject: 'x', body }, values).ok) return;
        for (const name of namesRead(restrictedLiquid().parse(body))) expect(listed).toContain(name);
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  it('is linted without a throw', () => {
    fc.assert(
      fc.property(templateText, templateText, (subject, body) => {
        for (const { message, severity } of lintTemplate({ id: 'a-b2c', subject, body }, 'formal-notice')) {
          expect(message).not.toBe('');
          expect(['error', 'warning']).toContain(severity);
        }
      }),
      { ...seeded, numRuns: 200 },
    );
  });
});

it('any value stays as it is, whatever it looks like', { timeout: patience }, () => {
  fc.assert(
    fc.property(templateText, (client) => {
      const rendered = renderTemplate({ subject: 'x', body: '({{ client }})' }, { client });
      if (client.trim() === '') expect(rendered.ok).toBe(false);
      else if (rendered.ok)
        expect(rendered.value.body.replace(/\s/gu, '')).toBe(
          // Control characters and marks that turn text round are the only ones dropped.
          `(${client})`.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ''),
        );
    }),
    { ...seeded, numRuns: 1000 },
  );
});

it('a difference holds both texts, whole', { timeout: patience }, () => {
  fc.assert(
    fc.property(templateText, templateText, (former, present) => {
      const parts = textDifference(former, present);
      const of = (kind: 'removed' | 'added'): string =>
        parts
          .filter((part) => part.kind === 'same' || part.kind === kind)
          .map(({ text }) => text)
          .join('');
      expect(of('removed')).toBe(former);
      expect(of('added')).toBe(present);
      if (former === present) expect(parts.every(({ kind }) => kind === 'same')).toBe(true);
    }),
    { ...seeded, numRuns: 500 },
  );
});
