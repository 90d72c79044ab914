import { isFormal } from './level.ts';
import type { DunningLevel } from './scenario.ts';
import type { MessageTemplate } from './template.ts';

/** A weakness of a text; it never stops a message. `message` is French. */
export interface TemplateWarning {
  readonly kind:
    | 'subject'
    | 'amount'
    | 'due-date'
    | 'help'
    | 'payment'
    | 'crossed-payment'
    | 'deadline'
    | 'demand'
    | 'forbidden-word'
    | 'judicial-look'
    | 'fees';
  readonly message: string;
}

/** Words that accuse or insult; the reader stops reading and keeps the message as evidence. */
const accusations =
  /\b(mauvaise foi|malhonn[êe]te?s?|scandaleu(?:x|se)s?|inadmissibles?|inacceptables?|honteu(?:x|se)s?|escrocs?|escroqueries?|voleu(?:r|se)s?|fraudeu(?:r|se)s?|mensonges?|menteu(?:r|se)s?|irresponsables?|mauvais payeurs?|liste noire|d[ée]noncer|r[ée]putation|vos (?:voisins|employeurs?|clients))\b/iu;

/** Only a commissaire de justice or a court may look like one (C. pén. 433-13). */
const judicialWords =
  /\b(huissiers?|commandement de payer|sommation|assignation imm[ée]diate|saisie(?:s)? imm[ée]diates?|r[ée]publique fran[çc]aise|marianne|titre ex[ée]cutoire)\b/iu;

/** Recovery costs stay with the creditor but for the flat indemnity (CPCEx L111-8). */
const feeWords = /\bfrais de (?:relance|dossier|rappel|recouvrement suppl[ée]mentaires|gestion)\b/iu;

const uses = (text: string, ...names: readonly string[]): boolean =>
  names.some((name) => new RegExp(`\\{\\{-?\\s*${name}\\b`).test(text));

const list = ['factures_liste', 'tableau'] as const;

/**
 * What a reader of dunning letters would object to in a template: the subject does not name the invoice or
 * the count, amount, due date, payment means or an offer of help are missing, a word accuses, imitates a
 * court or claims fees that are not owed (law-and-formats.md 2.2, 4.2).
 * @param level tone of the step that uses it; undefined = only what holds for all.
 */
export const lintTemplate = (
  template: Pick<MessageTemplate, 'subject' | 'body'>,
  level?: DunningLevel,
): readonly TemplateWarning[] => {
  const { subject, body } = template;
  const warnings: TemplateWarning[] = [];
  const warn = (kind: TemplateWarning['kind'], message: string): void => {
    warnings.push({ kind, message });
  };
  if (!uses(subject, 'numero', 'nombre_factures'))
    warn('subject', 'L’objet ne nomme ni la facture ni le nombre de factures.');
  if (!uses(body, ...list, 'total', 'reste_a_payer', 'montant', 'total_avec_penalites'))
    warn('amount', 'Le montant à régler n’apparaît pas.');
  if (!uses(body, ...list, 'date_echeance')) warn('due-date', 'La date d’échéance n’apparaît pas.');
  if (!uses(body, 'paiement', 'iban', 'tableau'))
    warn(
      'payment',
      'Les moyens de paiement n’apparaissent pas\u00A0: ajoutez le champ «\u00A0Moyens de paiement\u00A0».',
    );
  if (!/aid|dupl|justificatif|difficult|question|solution|échelonn|contact|éclairci|manqu/iu.test(body))
    warn('help', 'Proposez votre aide\u00A0: duplicata, question, difficulté passagère.');
  if (!/entre-temps|déjà (?:parti|réglé|effectué)|croisé/iu.test(body))
    warn('crossed-payment', 'Prévoyez le cas où le règlement est déjà parti.');
  if (level !== undefined && isFormal(level)) {
    if (!uses(body, 'date_limite')) warn('deadline', 'La date limite de règlement n’apparaît pas.');
    if (!/en demeure/iu.test(body))
      warn(
        'demand',
        'La phrase «\u00A0nous vous mettons en demeure\u00A0» manque (Code civil, article 1344).',
      );
    if (!/contest/iu.test(body)) warn('help', 'Invitez le client à contester par écrit, avec ses motifs.');
  }
  const text = `${subject}\n${body}`;
  const accusation = accusations.exec(text)?.[0];
  if (accusation !== undefined)
    warn('forbidden-word', `«\u00A0${accusation}\u00A0» accuse le client\u00A0: restez factuel.`);
  const judicial = judicialWords.exec(text)?.[0];
  if (judicial !== undefined)
    warn(
      'judicial-look',
      `«\u00A0${judicial}\u00A0» imite un acte de justice, ce que la loi interdit (Code pénal, article 433-13).`,
    );
  const fees = feeWords.exec(text)?.[0];
  if (fees !== undefined)
    warn(
      'fees',
      `«\u00A0${fees}\u00A0»\u00A0: seule l’indemnité forfaitaire de 40\u00A0€ peut être demandée entre professionnels.`,
    );
  return warnings;
};
