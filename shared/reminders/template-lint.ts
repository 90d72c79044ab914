import { isFormal } from './level.ts';
import { frenchId } from './message-language.ts';
import { renderTemplate } from './render-template.ts';
import type { DunningLevel } from './scenario.ts';
import type { MessageTemplate } from './template.ts';
import { sampleValues } from './template-fields.ts';
import { lintWording, type WordingFinding, type WordingKind } from './wording-lint.ts';

/** What a text lacks, or what is wrong with its words. */
export type TemplateFindingKind =
  | WordingKind
  | 'subject'
  | 'subject-length'
  | 'amount'
  | 'due-date'
  | 'help'
  | 'payment'
  | 'crossed-payment'
  | 'deadline'
  | 'demand'
  | 'contest'
  | 'fixed-figure'
  | 'consumer-fees'
  | 'mediator';

/**
 * A weakness of a text. `error`: against the law or clearly unfinished; `warning`: weaker than it could be.
 * Neither stops a message, because the user owns his words; what no letter may say is refused when it is
 * printed (shared/letters/check-list.ts).
 */
export interface TemplateFinding extends Omit<WordingFinding, 'kind'> {
  readonly kind: TemplateFindingKind;
}

const uses = (text: string, ...names: readonly string[]): boolean =>
  names.some((name) => new RegExp(`\\{\\{-?\\s*${name}\\b`).test(text));

const list = ['factures_liste', 'tableau'] as const;

/** What a list of messages still shows of a subject. */
const longestReadSubject = 100;

/** The longer of the subject for one invoice and for several. */
const subjectLength = (subject: string): number =>
  Math.max(
    ...[1, 12].map((nombre_factures) => {
      const rendered = renderTemplate({ subject, body: '.' }, { ...sampleValues(), nombre_factures });
      return rendered.ok ? rendered.value.subject.length : 0;
    }),
  );

const figures =
  /(?<!\d)\d[\d \u00A0\u202F.]{0,15}(?:,\d\d)?[ \u00A0\u202F]?(?:€|euros?\b)|€\d[\d,]*(?:\.\d\d)?|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}(?:er|ᵉʳ)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b/gu;

/** An amount or a date typed where a field belongs; the 40 € of the law are the same for everybody. */
const fixedFigure = (text: string): string | undefined =>
  (text.replace(/\{\{.*?\}\}|\{%.*?%\}/gsu, '').match(figures) ?? [])
    .map((figure) => figure.trim())
    .find((figure) => !/^(?:40(?:,00)?[ \u00A0\u202F]?(?:€|euros?)|€40(?:\.00)?)$/u.test(figure));

const warning = (kind: TemplateFindingKind, message: string, law?: string): TemplateFinding => ({
  kind,
  severity: 'warning',
  message,
  law,
});

const missingFields = ({ subject, body }: Pick<MessageTemplate, 'subject' | 'body'>): TemplateFinding[] => {
  const findings: TemplateFinding[] = [];
  if (!uses(subject, 'numero', 'nombre_factures'))
    findings.push(warning('subject', 'L’objet ne nomme ni la facture ni le nombre de factures.'));
  if (subjectLength(subject) > longestReadSubject)
    findings.push(
      warning(
        'subject-length',
        `L’objet dépasse ${longestReadSubject} caractères\u00A0: la fin ne se lira pas dans la liste des messages.`,
      ),
    );
  if (!uses(body, ...list, 'total', 'reste_a_payer', 'montant', 'total_avec_penalites'))
    findings.push(warning('amount', 'Le montant à régler n’apparaît pas.'));
  if (!uses(body, ...list, 'date_echeance'))
    findings.push(warning('due-date', 'La date d’échéance n’apparaît pas.'));
  if (!uses(body, 'paiement', 'iban', 'tableau'))
    findings.push(
      warning(
        'payment',
        'Les moyens de paiement n’apparaissent pas\u00A0: ajoutez le champ «\u00A0Moyens de paiement\u00A0».',
      ),
    );
  if (
    !/aid|dupl|justificatif|difficult|question|solution|échelonn|contact|éclairci|manqu|help|copy|repl|call us/iu.test(
      body,
    )
  )
    findings.push(warning('help', 'Proposez votre aide\u00A0: duplicata, question, difficulté passagère.'));
  if (!/entre-temps|déjà (?:parti|réglé|effectué)|croisé|meantime|already|disregard/iu.test(body))
    findings.push(warning('crossed-payment', 'Prévoyez le cas où le règlement est déjà parti.'));
  return findings;
};

const missingInNotice = (body: string): TemplateFinding[] => {
  const findings: TemplateFinding[] = [];
  if (!uses(body, 'date_limite'))
    findings.push(
      warning('deadline', 'La date limite de règlement n’apparaît pas.', 'Code civil, art. 1344'),
    );
  if (!/en demeure/iu.test(body))
    findings.push(
      warning(
        'demand',
        'La phrase «\u00A0nous vous mettons en demeure\u00A0» manque.',
        'Code civil, art. 1344',
      ),
    );
  if (!/contest/iu.test(body))
    findings.push(warning('contest', 'Invitez le client à contester par écrit, avec ses motifs.'));
  return findings;
};

const wrongForConsumers = (body: string): TemplateFinding[] => {
  const findings: TemplateFinding[] = [];
  if (
    uses(body, 'indemnite', 'penalites', 'total_avec_penalites') ||
    /\b40[ \u00A0\u202F]?€|€40\b/u.test(body)
  )
    findings.push({
      kind: 'consumer-fees',
      severity: 'error',
      message:
        'Un particulier ne doit ni l’indemnité de 40\u00A0€ ni les pénalités entre professionnels\u00A0: retirez-les.',
      law: 'Code de commerce, art. L441-10 et D441-5',
    });
  if (!/m[ée]diat/iu.test(body))
    findings.push(
      warning(
        'mediator',
        'Indiquez le médiateur de la consommation dont vous relevez.',
        'Code de la consommation, art. L616-1',
      ),
    );
  return findings;
};

/**
 * What a reader of dunning letters would object to in a template: the subject does not name the invoice or
 * the count; amount, due date, payment means or an offer of help are missing; a word accuses, threatens,
 * imitates a court or claims fees that are not owed; something is left to fill in (law-and-formats.md 2.2,
 * 4.2). What is against the law comes first.
 * @param level tone of the step that uses it; undefined = only what holds for all.
 */
export const lintTemplate = (
  template: Pick<MessageTemplate, 'subject' | 'body'> & { readonly id?: string },
  level?: DunningLevel,
): readonly TemplateFinding[] => {
  const { subject, body } = template;
  const figure = fixedFigure(`${subject}\n${body}`);
  const findings: readonly TemplateFinding[] = [
    ...missingFields(template),
    ...(level !== undefined && isFormal(level) ? missingInNotice(body) : []),
    ...(frenchId(template.id ?? '').endsWith('-b2c') ? wrongForConsumers(body) : []),
    ...(figure === undefined
      ? []
      : [
          warning(
            'fixed-figure',
            `«\u00A0${figure}\u00A0» sera le même pour tous les clients\u00A0: mettez un champ à la place.`,
          ),
        ]),
    ...lintWording(subject, body),
  ];
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
};
