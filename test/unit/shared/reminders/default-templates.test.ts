import { describe, expect, it } from 'vitest';
import { defaultEnglishTemplates } from '../../../../shared/reminders/default-english-templates.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { defaultTemplates } from '../../../../shared/reminders/default-templates.ts';
import { frenchId } from '../../../../shared/reminders/message-language.ts';
import { renderTemplate } from '../../../../shared/reminders/render-template.ts';
import type { DunningLevel } from '../../../../shared/reminders/scenario.ts';
import { sampleValues } from '../../../../shared/reminders/template-fields.ts';
import { lintTemplate } from '../../../../shared/reminders/template-lint.ts';
import { sampleMessageValues } from '../../../../shared/reminders/template-samples.ts';

const levelOf = (id: string): DunningLevel | undefined =>
  defaultScenario.steps.find((step) => id.startsWith(step.templateId))?.level;

describe.each(defaultTemplates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  it('renders for one invoice and for several, with and without what may be missing', () => {
    for (const nombre_factures of [1, 12])
      for (const missing of [{}, { contact: '', telephone: '', relance_precedente: '', penalites: '' }]) {
        const rendered = renderTemplate(template, { ...sampleValues(), ...missing, nombre_factures });
        expect(rendered).toMatchObject({ ok: true });
        const text = rendered.ok ? `${rendered.value.subject}\n${rendered.value.body}` : '';
        // A plain space before a high mark, an apostrophe of the typewriter, a doubled space, a hole.
        expect(text).not.toMatch(/ [:;!?»€]|« |'| {2}| ,|\{|\}/);
      }
  });

  it('passes its own lint', () => {
    if (id === 'template-call') return expect(template.body).toContain('factures_liste');
    if (id === 'template-sms') return expect(template.body).toContain('{{ total }}');
    expect(lintTemplate(template, levelOf(id))).toEqual([]);
  });
});

it('has every template that the standard scenario names', () => {
  const ids = new Set(defaultTemplates.map((template) => template.id));
  expect(ids.size).toBe(defaultTemplates.length);
  for (const step of defaultScenario.steps) expect(ids).toContain(step.templateId);
});

it('claims no flat indemnity from consumers and names the mediator', () => {
  for (const { id, body } of defaultTemplates)
    if (id.endsWith('-b2c')) {
      expect(body).not.toMatch(/indemnit|L441|40/);
      expect(body).toContain('médiateur de la consommation');
    }
});

it('announces no order to pay to a public body, and gives its interest the name of its law', () => {
  const notices = [...defaultTemplates, ...defaultEnglishTemplates].filter(({ id }) =>
    frenchId(id).endsWith('-public'),
  );
  expect(notices).toHaveLength(4);
  for (const { body } of notices) {
    expect(body).not.toMatch(/injonction|pénalités|livraisons|deliveries|instalments/);
    expect(body).toMatch(/intérêts moratoires/);
    expect(body).toMatch(/saisir la juridiction|devant la juridiction|competent court/);
  }
});

it('gives the coordinates of the mediator where the settings hold them, else where to find them', () => {
  for (const template of defaultTemplates.filter(({ id }) => id.endsWith('-b2c'))) {
    const named = renderTemplate(template, sampleValues());
    expect(named.ok && named.value.body).toContain('dont nous relevons\u00A0: CM2C, 14 rue');
    const unnamed = renderTemplate(template, { ...sampleValues(), mediateur: '' });
    expect(unnamed.ok && unnamed.value.body).toContain('ses coordonnées figurent dans nos conditions');
  }
});

describe('in English', () => {
  it('has a text for every French one, and no other', () => {
    expect(defaultEnglishTemplates.map(({ id }) => frenchId(id))).toEqual(
      defaultTemplates.map(({ id }) => id),
    );
    for (const { id } of defaultEnglishTemplates) expect(id).toMatch(/-en$/);
  });

  it.each(defaultEnglishTemplates.map((template) => [template.id, template] as const))(
    '%s renders and passes its own lint',
    (id, template) => {
      for (const nombre_factures of [1, 12])
        for (const missing of [{}, { contact: '', telephone: '', relance_precedente: '', penalites: '' }]) {
          const values = { ...sampleMessageValues(false, 'en'), ...missing, nombre_factures };
          const rendered = renderTemplate(template, values);
          expect(rendered).toMatchObject({ ok: true });
          const text = rendered.ok ? `${rendered.value.subject}\n${rendered.value.body}` : '';
          // A French space before a mark, an apostrophe of the typewriter, a doubled space, a hole, French words.
          expect(text).not.toMatch(
            /\s[:;!?»]|\d\s?€|'| {2}| [,.]|\{|\}|\b(?:facture|relance|échéance|nous)\b/i,
          );
        }
      if (id === 'template-call-en') return expect(template.body).toContain('factures_liste');
      if (id === 'template-sms-en') return expect(template.body).toContain('{{ total }}');
      expect(lintTemplate(template, levelOf(id))).toEqual([]);
    },
  );

  it('claims nothing of consumers that they do not owe', () => {
    for (const { id, body } of defaultEnglishTemplates)
      if (id.includes('-b2c')) {
        expect(body).not.toMatch(/indemnit|penalites|L441|40/);
        expect(body).toContain('consumer mediator');
      }
  });
});

it('names with the principal of a formal notice what was deducted from it, where something was', () => {
  const formal = /^template-(?:formal|last)-notice/u;
  for (const [templates, values, said] of [
    [defaultTemplates, sampleValues(), ', après déduction de 120,00\u00A0€ d’avoirs ou de règlements'],
    [defaultEnglishTemplates, sampleMessageValues(true, 'en'), ', less €120.00 of credit notes or payments'],
  ] as const)
    for (const template of templates.filter(({ id }) => formal.test(id))) {
      expect(renderTemplate(template, values)).toMatchObject({
        value: { body: expect.stringContaining(said) },
      });
      expect(renderTemplate(template, { ...values, a_deduire: undefined })).toMatchObject({
        value: { body: expect.not.stringMatching(/déduction|less €/u) },
      });
    }
});
