import { claimedFees, judicialLook, unlawfulThreat } from '../letters/forbidden-wording.ts';
import { foldText } from './folded-text.ts';

/** What is wrong with a wording. */
export type WordingKind =
  | 'forbidden-word'
  | 'threat'
  | 'judicial-look'
  | 'fees'
  | 'outdated-law'
  | 'marketing'
  | 'placeholder'
  | 'shouting';

/** A wording that should not stand in a message. `message` is French and quotes it as it was typed. */
export interface WordingFinding {
  readonly kind: WordingKind;
  /** `error`: against the law, or clearly unfinished. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** The article that says so, French. */
  readonly law?: string | undefined;
}

interface Rule extends Omit<WordingFinding, 'message'> {
  /** Wording found in the folded subject and the folded text of subject and body; undefined = none. */
  readonly find: (subject: string, text: string) => string | undefined;
  readonly message: (found: string) => string;
}

/** Words that accuse or insult: the reader stops reading, and keeps the message as evidence. */
const accusations =
  /\b(?:mauvaise foi|malhonnete(?:s|te)?|scandal(?:e|es|eux|euse|euses)|inadmissibles?|inacceptables?|intolerables?|hont(?:e|eux|euse|euses)|lamentables?|deplorables?|indignes?|escrocs?|escroquer(?:ies?)?|voleu(?:r|rs|se|ses)|fraud(?:e|es|eur|eurs|euse)|mensonges?|menteu(?:r|rs|se|ses)|irresponsables?|incompetents?|sans scrupules?|sans vergogne|vous (?:vous )?moquez|mauvais payeurs?|bad faith|dishonest\w*|disgrace\w*|shame(?:ful|less)?|scandalous|outrageous|unacceptable|fraudulent|crooks?|thie(?:f|ves)|liars?|swindl\w*|deadbeats?|irresponsible)\b/;

const threats =
  /\b(?:liste noire|denonc(?:er|erons|iation)|(?:votre|ta) reputation|(?:vos|votre) (?:voisins?|employeurs?|clients|proches|famille|entourage)|(?:your|damage to your) (?:reputation|neighbours|neighbors|employer|customers|family)|blacklist\w*|(?:go to|inform) the police)\b/;

const judicialWords =
  /\b(?:huissiers?|commandement de payer|sommation|assignation immediate|saisies? immediates?|avis avant saisie|saisie (?:sur|de) (?:vos|votre|le|les) \w+|republique francaise|marianne|titre executoire|au nom du peuple|bailiffs?|court order|writ of \w+|distraint|seizure of your)\b/;

/** What only the registry of a court sends under such a title. */
const judicialSubject =
  /\b(?:commandement|sommation|tribunal|greffe|assignation|ordonnance)\b|^ ?injonction de payer\b/;

const englishFees =
  /\b(?:late|administrati(?:on|ve)|reminder|collection|handling|processing|file) (?:fees?|charges?|costs?)\b/;
const allowedEnglishFees = /\b(?:no|without|any|compensation|indemnity|40)\b/;

const feesIn = (text: string): string | undefined =>
  claimedFees(text) ??
  text
    .split(/[.!?]/u)
    .filter((sentence) => !allowedEnglishFees.test(sentence))
    .map((sentence) => englishFees.exec(sentence)?.[0])
    .find((found) => found !== undefined);

const match =
  (pattern: RegExp) =>
  (_subject: string, text: string): string | undefined =>
    pattern.exec(text)?.[0];

const rules: readonly Rule[] = [
  {
    kind: 'forbidden-word',
    severity: 'warning',
    find: match(accusations),
    message: (found) => `${found} accuse le client\u00A0: restez factuel.`,
  },
  {
    kind: 'threat',
    severity: 'error',
    find: (_subject, text) => threats.exec(text)?.[0] ?? unlawfulThreat(text),
    message: (found) =>
      `${found}\u00A0: n’annoncez que ce que la loi vous permet, et ne parlez de la dette à personne d’autre.`,
    law: 'Code pénal, art. 312-10\u00A0; Code de la consommation, art. L121-6',
  },
  {
    kind: 'judicial-look',
    severity: 'error',
    find: (subject, text) =>
      judicialSubject.exec(subject)?.[0] ?? judicialWords.exec(text)?.[0] ?? judicialLook(subject, text),
    message: (found) => `${found} imite un acte de justice, ce que la loi interdit.`,
    law: 'Code pénal, art. 433-13',
  },
  {
    kind: 'fees',
    severity: 'error',
    find: (_subject, text) => feesIn(text),
    message: (found) =>
      `${found}\u00A0: hors l’indemnité forfaitaire de 40\u00A0€ entre professionnels et les frais justifiés, ces frais restent à votre charge.`,
    law: 'Code des procédures civiles d’exécution, art. L111-8',
  },
  {
    kind: 'outdated-law',
    severity: 'error',
    find: match(/\bl\.? ?441-6\b/),
    message: (found) => `${found} ne traite plus des retards de paiement\u00A0: citez l’article L441-10.`,
    law: 'Code de commerce, art. L441-10 (depuis le 26\u00A0avril 2019)',
  },
  {
    kind: 'marketing',
    severity: 'warning',
    find: match(
      /\b(?:promo(?:s|tions?)?|offres? (?:speciales?|exceptionnelles?)|nouveautes?|code promo|newsletter|special offer|discount code)\b/,
    ),
    message: (found) =>
      `${found}\u00A0: un rappel de paiement ne contient pas de publicité, qui demanderait l’accord du client.`,
    law: 'Code des postes et des communications électroniques, art. L34-5',
  },
  {
    kind: 'placeholder',
    severity: 'error',
    find: match(
      /\[(?!factures\])[^\]\n]{2,40}\]|<[a-z][a-z _-]{1,30}>|\bx{3,}\b|_{4,}|\.{6,}|\b(?:a completer|to be completed)\b/,
    ),
    message: (found) => `${found} semble à compléter\u00A0: mettez un champ à la place.`,
  },
  {
    kind: 'shouting',
    severity: 'warning',
    find: (subject) => /!{2,}|\burgent\w*|\?{2,}/.exec(subject)?.[0],
    message: (found) => `${found} dans l’objet\u00A0: les filtres anti-spam et le lecteur s’en méfient.`,
  },
];

/**
 * Everything in the wording of a template or a finished message that a court, a filter or the reader would
 * object to (law-and-formats.md 4.2, 4.3), French and English alike; empty when nothing is.
 */
export const lintWording = (subject: string, body: string): readonly WordingFinding[] => {
  const { folded, original } = foldText(`${subject}\n${body}`);
  const foldedSubject = foldText(subject).folded;
  return rules.flatMap(({ find, message, kind, severity, law }) => {
    const found = find(foldedSubject, folded);
    if (found === undefined) return [];
    const start = folded.indexOf(found);
    const quoted = `«\u00A0${original(start, start + found.length).trim()}\u00A0»`;
    return [{ kind, severity, message: message(quoted), law }];
  });
};
