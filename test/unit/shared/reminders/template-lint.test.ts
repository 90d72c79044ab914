import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../../shared/reminders/default-templates.ts';
import type { DunningLevel } from '../../../../shared/reminders/scenario.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { lintTemplate } from '../../../../shared/reminders/template-lint.ts';
import { lintWording } from '../../../../shared/reminders/wording-lint.ts';

const shipped = (id: string): MessageTemplate => {
  const template = defaultTemplates.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(id);
  return template;
};

const sound = shipped('template-friendly');
const kinds = (changes: Partial<MessageTemplate>, level?: DunningLevel): readonly string[] =>
  lintTemplate({ ...sound, ...changes }, level).map(({ kind }) => kind);

describe('lintTemplate', () => {
  it.each([
    [{ subject: 'Rappel' }, 'subject'],
    [{ subject: `${sound.subject} ${'et encore '.repeat(10)}` }, 'subject-length'],
    [{ body: sound.body.replaceAll('{{ paiement }}', '') }, 'payment'],
    [
      { body: sound.body.replace('Si votre règlement nous est parvenu entre-temps', 'Si payé') },
      'crossed-payment',
    ],
    [{ body: `${sound.body} Réglez 1 234,56 €.` }, 'fixed-figure'],
    [{ body: `${sound.body} Réglez avant le 12/12/2026.` }, 'fixed-figure'],
    [{ body: `${sound.body} Réglez avant le 12 décembre.` }, 'fixed-figure'],
  ])('%#: warns of %s', (changes, kind) => {
    expect(kinds(changes)).toEqual([kind]);
    expect(lintTemplate({ ...sound, ...changes })[0]).toMatchObject({ severity: 'warning' });
  });

  it('lets the 40 € of the law stand', () => {
    expect(kinds({ body: `${sound.body} L’indemnité est de 40\u00A0€ par facture.` })).toEqual([]);
  });

  it('misses everything in an empty text', () => {
    expect(kinds({ subject: '', body: '' }, 'formal-notice')).toEqual([
      'subject',
      'amount',
      'due-date',
      'payment',
      'help',
      'crossed-payment',
      'deadline',
      'demand',
      'contest',
    ]);
  });

  it('holds the law of consumers against the texts for them alone', () => {
    const consumer = shipped('template-formal-notice-b2c');
    const body = consumer.body
      .replace(/médiateur de la consommation/gu, 'service')
      .replace(/mediateur/gu, 'client');
    const findings = lintTemplate(
      { ...consumer, body: `${body} Indemnité\u00A0: {{ indemnite }}.` },
      'formal-notice',
    );
    expect(findings.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['consumer-fees', 'error'],
      ['mediator', 'warning'],
    ]);
    expect(kinds({ body: `${sound.body} Indemnité\u00A0: {{ indemnite }}.` })).toEqual([]);
  });

  it('says first what is against the law, and which', () => {
    const [first, ...others] = lintTemplate({
      ...sound,
      subject: 'Rappel',
      body: `${sound.body} Notre huissier passera.`,
    });
    expect(first).toMatchObject({
      kind: 'judicial-look',
      severity: 'error',
      message: '«\u00A0huissier\u00A0» imite un acte de justice, ce que la loi interdit.',
      law: 'Code pénal, art. 433-13',
    });
    expect(others.map(({ kind }) => kind)).toEqual(['subject']);
  });
});

describe('lintWording', () => {
  it.each([
    ['Votre mauvaise foi est évidente.', 'forbidden-word', 'mauvaise foi'],
    ['C’est MALHONNÊTE.', 'forbidden-word', 'MALHONNÊTE'],
    ['Un retard scandaleux', 'forbidden-word', 'scandaleux'],
    ['Quelle honte', 'forbidden-word', 'honte'],
    ['Vous êtes un escroc', 'forbidden-word', 'escroc'],
    ['des voleurs', 'forbidden-word', 'voleurs'],
    ['You are dishonest.', 'forbidden-word', 'dishonest'],
    ['Nous le dirons à vos clients.', 'threat', 'vos clients'],
    ['Vous serez sur liste\u00A0noire.', 'threat', 'liste\u00A0noire'],
    ['Nous saisirons l’huissier', 'judicial-look', 'huissier'],
    ['Dernier avis avant saisie', 'judicial-look', 'avis avant saisie'],
    ['Commandement de payer', 'judicial-look', 'Commandement de payer'],
    ['Sommation', 'judicial-look', 'Sommation'],
    ['la Marianne', 'judicial-look', 'Marianne'],
    ['The bailiffs will call.', 'judicial-look', 'bailiffs'],
    ['Des frais de relance s’ajoutent.', 'fees', 'frais de relance'],
    ['Frais de dossier\u00A0: 15\u00A0€', 'fees', 'Frais de dossier'],
    ['A late fee of €15 is due.', 'fees', 'late fee'],
    ['selon l’article L. 441-6', 'outdated-law', 'L. 441-6'],
    ['Profitez de notre offre spéciale', 'marketing', 'offre spéciale'],
    ['Bonjour [nom du client],', 'placeholder', '[nom du client]'],
    ['Réglez XXXX euros', 'placeholder', 'XXXX'],
  ])('%s', (body, kind, quoted) => {
    const [finding, ...others] = lintWording('Facture', body);
    expect(others).toEqual([]);
    expect(finding?.kind).toBe(kind);
    expect(finding?.message).toContain(`«\u00A0${quoted}\u00A0»`);
  });

  it.each([
    ['INJONCTION DE PAYER', 'judicial-look'],
    ['Tribunal de commerce', 'judicial-look'],
    ['URGENT', 'shouting'],
    ['Payez !!', 'shouting'],
  ])('the subject %s', (subject, kind) => {
    expect(lintWording(subject, 'Bonjour').map((finding) => finding.kind)).toEqual([kind]);
  });

  it.each([
    'une requête en injonction de payer devant le tribunal',
    'Les frais de procédure que le juge mettrait à votre charge',
    'Indemnité forfaitaire pour frais de recouvrement\u00A0: 40\u00A0€',
    'No late fees are added.',
    'Le tableau\u00A0: [factures]',
    'La fraudeuse… non\u00A0: le fournisseur',
  ])('lets stand: %s', (body) => {
    expect(lintWording('Facture', body).filter(({ kind }) => kind !== 'forbidden-word')).toEqual([]);
  });
});
