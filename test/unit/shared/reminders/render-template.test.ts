import { describe, expect, it } from 'vitest';
import { renderTemplate, type TemplateFailure } from '../../../../shared/reminders/render-template.ts';
import { sampleValues } from '../../../../shared/reminders/template-fields.ts';

const failure = (body: string, values = {}): TemplateFailure | undefined => {
  const rendered = renderTemplate({ subject: 'Objet', body }, values);
  return rendered.ok ? undefined : rendered.error;
};

it('fills fields and chooses between texts', () => {
  const template = {
    subject: '{{ numero | upcase }} : {{ total }}',
    body: 'Bonjour{% if contact %} {{ contact }}{% endif %},\n\n{% if nombre_factures == 1 %}une{% else %}des{% endif %}',
  };
  expect(renderTemplate(template, { numero: 'f-1', total: '1,00', nombre_factures: 1 })).toEqual({
    ok: true,
    value: { subject: 'F-1 : 1,00', body: 'Bonjour,\n\nune' },
  });
  expect(
    renderTemplate(template, { numero: 'f-1', total: '1,00', nombre_factures: 2, contact: 'Léa' }),
  ).toMatchObject({ value: { body: 'Bonjour Léa,\n\ndes' } });
});

describe('a field', () => {
  it('that is not in the list is an error wherever it stands', () => {
    expect(failure('{{ montan }}')).toMatchObject({ kind: 'unknown-field', name: 'montan' });
    expect(failure('{% if false %}{{ montan }}{% endif %}')).toMatchObject({ name: 'montan' });
    expect(failure('{% if montan %}x{% endif %}')).toMatchObject({ name: 'montan' });
    expect(failure('{{ client.nom }}', { client: 'A' })).toMatchObject({ name: 'client.nom' });
  });

  it.each([undefined, '', '  ', Number.NaN])(
    'without a value (%j) is an error where it is printed',
    (bic) => {
      expect(failure('{{ bic }}', { bic })).toMatchObject({ kind: 'empty-field', name: 'bic' });
      expect(failure('{% if bic %}{{ bic }}{% else %}sans{% endif %}', { bic })).toBeUndefined();
    },
  );

  it('says what to do about it', () => {
    expect(failure('{{ paiement }}')?.message).toBe(
      'Le champ «\u00A0Moyens de paiement\u00A0» est vide pour ce message. Renseignez votre IBAN dans Réglages\u00A0› Société.',
    );
  });

  it('never becomes a template', () => {
    expect(
      renderTemplate({ subject: 'x', body: '{{ client }}' }, { client: '{{ iban }}', iban: 'FR' }),
    ).toEqual({
      ok: true,
      value: { subject: 'x', body: '{{ iban }}' },
    });
  });
});

it.each([
  ['{{ client', 'Ligne 1\u00A0: un champ ouvert par {{ n’est pas refermé par }}.'],
  [
    'a\n{% if client %}b',
    'Ligne 2\u00A0: une balise {% … %} n’est pas refermée (il manque %} ou {% endif %}).',
  ],
  [
    '{% for i in (1..3) %}x{% endfor %}',
    'Ligne 1\u00A0: la balise «\u00A0for\u00A0» n’est pas permise ou pas à sa place.',
  ],
  ['{{ client | date }}', 'Ligne 1\u00A0: le filtre «\u00A0date\u00A0» n’est pas permis.'],
  ['{{ }}', 'Ligne 1\u00A0: ce texte n’est pas un modèle valable.'],
])('explains %j', (body, message) => {
  const error = failure(body, { client: 'A' });
  expect(error).toMatchObject({ kind: 'syntax' });
  expect(error?.message.toLowerCase()).toBe(message.toLowerCase());
});

it('gives a subject of one line and a body without holes', () => {
  const rendered = renderTemplate(
    { subject: 'Facture\n{{ numero }}\r\nBcc: x', body: '\n\na  \n\n\n\nb\r\nc\u0007\n' },
    { numero: 'F\r\n1' },
  );
  expect(rendered).toEqual({ ok: true, value: { subject: 'Facture F 1 Bcc: x', body: 'a\n\nb\nc' } });
});

it('refuses an empty text', () => {
  const only = { subject: '{% if contact %}x{% endif %}', body: 'b' };
  expect(renderTemplate(only, {})).toMatchObject({ ok: false, error: { kind: 'empty-text' } });
});

it('has a sample for every field', () => {
  const body = Object.keys(sampleValues())
    .map((name) => `{{ ${name} }}`)
    .join('\n');
  expect(renderTemplate({ subject: 'x', body }, sampleValues()).ok).toBe(true);
});
