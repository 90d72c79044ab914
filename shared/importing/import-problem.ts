import { formatAmount } from '../money/format-amount.ts';
import { type ImportTarget, targetNamesFrench } from './column-synonyms.ts';

/** Everything that can be wrong with one line of an invoice list. */
export type ImportProblemKind =
  | 'missing-number'
  | 'missing-client'
  | 'missing-date'
  | 'missing-amount'
  | 'impossible-date'
  | 'not-a-date'
  | 'not-an-amount'
  | 'ambiguous-amount'
  | 'too-precise-amount'
  | 'too-large-amount'
  | 'shifted-cells'
  | 'duplicate'
  | 'payment-without-invoice'
  | 'zero-total'
  | 'remaining-above-total'
  | 'overpaid'
  | 'status-disagrees'
  | 'unknown-status'
  | 'unknown-currency'
  | 'missing-due-date'
  | 'due-before-issue'
  | 'issued-when-due'
  | 'client-by-code-only'
  | 'invalid-email'
  | 'invalid-siren'
  | 'same-number-other-client'
  | 'remaining-above-ledger'
  | 'total-below-paid'
  | 'credit-note-is-invoice'
  | 'invoice-is-credit-note'
  | 'number-made-up'
  | 'opening-without-detail'
  | 'bill-of-exchange'
  | 'debit-without-invoice'
  | 'credit-of-accounts'
  | 'opening-above-ledger';

/** `error`: the line is not imported until it is corrected. `warning`: it is imported as the message says. */
export interface ImportProblem {
  /** Physical line of the file, from 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly kind: ImportProblemKind;
  /** Which field, where one is to blame; its cell can be corrected in place. */
  readonly target?: ImportTarget;
  /** Title of the column it was read from. */
  readonly column?: string;
  /** What the file says, as written. */
  readonly value: string;
  /** French, without the line number. */
  readonly message: string;
}

const nbsp = '\u00a0';

const quoted = (text: string): string => {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `«${nbsp}${short}${nbsp}»`;
};

/** Facts of a problem beside its line; the message is made of them. */
export interface ProblemFacts {
  readonly kind: ImportProblemKind;
  readonly target?: ImportTarget;
  readonly value?: string;
  readonly firstLine?: number;
  readonly cents?: number;
  readonly otherCents?: number;
  readonly otherName?: string;
}

const severityOf = (kind: ImportProblemKind): ImportProblem['severity'] => {
  switch (kind) {
    case 'zero-total':
    case 'remaining-above-total':
    case 'overpaid':
    case 'status-disagrees':
    case 'unknown-status':
    case 'missing-due-date':
    case 'due-before-issue':
    case 'issued-when-due':
    case 'client-by-code-only':
    case 'invalid-email':
    case 'invalid-siren':
    case 'same-number-other-client':
    case 'remaining-above-ledger':
    case 'total-below-paid':
    case 'credit-note-is-invoice':
    case 'invoice-is-credit-note':
    case 'payment-without-invoice':
    case 'number-made-up':
    case 'opening-without-detail':
    case 'bill-of-exchange':
    case 'debit-without-invoice':
    case 'credit-of-accounts':
    case 'opening-above-ledger':
      return 'warning';
    default:
      return 'error';
  }
};

const messageOf = (facts: ProblemFacts): string => {
  const value = quoted(facts.value ?? '');
  const field = facts.target ? targetNamesFrench[facts.target] : '';
  const amount = formatAmount(facts.cents ?? 0);
  const other = formatAmount(facts.otherCents ?? 0);
  switch (facts.kind) {
    case 'missing-number':
      return 'Le numéro de facture manque.';
    case 'missing-client':
      return 'Le client manque.';
    case 'missing-date':
      return 'La date de facture manque.';
    case 'missing-amount':
      return 'Le montant manque.';
    case 'impossible-date':
      return `${field}${nbsp}: ${value} n’existe pas dans le calendrier.`;
    case 'not-a-date':
      return `${field}${nbsp}: ${value} n’est pas une date.`;
    case 'not-an-amount':
      return `${field}${nbsp}: ${value} n’est pas un montant.`;
    case 'ambiguous-amount':
      return `${field}${nbsp}: ${value} peut se lire de deux façons. Choisissez le séparateur décimal de la colonne.`;
    case 'too-precise-amount':
      return `${field}${nbsp}: ${value} a plus de deux décimales.`;
    case 'too-large-amount':
      return `${field}${nbsp}: ${value} dépasse tout montant de facture vraisemblable.`;
    case 'shifted-cells':
      return 'La ligne a trop de cellules, ses valeurs sont sans doute décalées. Corrigez-la dans le fichier.';
    case 'duplicate':
      return `La facture ${value} figure déjà à la ligne ${facts.firstLine ?? 0} avec d’autres valeurs. Seule la première est retenue.`;
    case 'payment-without-invoice':
      return `Règlement de la facture ${value}, qui n’est pas dans le fichier${nbsp}: ligne ignorée.`;
    case 'zero-total':
      return `La facture ${value} est d’un montant nul, elle n’est pas importée.`;
    case 'remaining-above-total':
      return `Le reste à payer (${amount}) dépasse le total (${other}). Le total est retenu.`;
    case 'overpaid':
      return `Réglé au-delà du total (${amount} de trop). La facture est considérée comme soldée.`;
    case 'status-disagrees':
      return `Le statut ${value} ne correspond pas au reste à payer (${amount}). Le reste à payer est retenu.`;
    case 'unknown-status':
      return `Statut inconnu ${value}, la facture est considérée comme ouverte.`;
    case 'unknown-currency':
      return `${value} n’est pas un code de devise.`;
    case 'missing-due-date':
      return 'L’échéance manque. Elle sera calculée selon vos conditions de paiement.';
    case 'due-before-issue':
      return `L’échéance ${value} précède la date de facture.`;
    case 'issued-when-due':
      return 'La date de facture manque, l’échéance en tient lieu.';
    case 'client-by-code-only':
      return `Le fichier ne donne que le code des clients. Ils s’appelleront ${value} en attendant leur nom.`;
    case 'invalid-email':
      return `L’adresse e-mail ${value} n’est pas valable, elle est ignorée.`;
    case 'invalid-siren':
      return `${value} n’est ni un SIREN ni un SIRET, il est ignoré.`;
    case 'same-number-other-client':
      return `La facture ${value} du même montant existe déjà chez ${quoted(facts.otherName ?? '')}. Elle n’est pas importée une seconde fois.`;
    case 'remaining-above-ledger':
      return `Le fichier laisse ${amount} à payer sur la facture ${value}, Acquit seulement ${other}. Les règlements déjà saisis sont conservés.`;
    case 'total-below-paid':
      return `Le total de la facture ${value} passe à ${amount} alors que ${other} sont déjà réglés. Elle reste inchangée${nbsp}: corrigez-la à la main.`;
    case 'credit-note-is-invoice':
      return `${value} est un avoir dans le fichier et une facture dans Acquit. La facture reste inchangée.`;
    case 'invoice-is-credit-note':
      return `${value} est une facture dans le fichier et un avoir dans Acquit. L’avoir reste inchangé.`;
    case 'number-made-up':
      return `L’écriture n’a pas de référence de pièce. Elle s’appellera ${value}${nbsp}: donnez-lui son numéro de facture.`;
    case 'opening-without-detail':
      return `${value} est un report à nouveau sans détail de factures. Il est compté, mais jamais relancé tant que vous ne lui donnez pas d’échéance.`;
    case 'bill-of-exchange':
      return `${value} est un effet à recevoir (compte 413). Il n’est pas relancé${nbsp}: saisissez son échéance pour le suivre.`;
    case 'debit-without-invoice':
      return `${value} est un débit sans facture (remboursement ou impayé). Il est compté, mais jamais relancé tant que vous ne lui donnez pas d’échéance.`;
    case 'credit-of-accounts':
      return `${value} est un crédit qui n’est ni un règlement ni un avoir. Il est repris comme un avoir.`;
    case 'opening-above-ledger':
      return `Les à-nouveaux de ${value} (${amount}) dépassent ce qu’Acquit connaît encore de l’exercice précédent (${other}). Vérifiez ce compte.`;
  }
};

/** Builds a problem with its severity and French message. */
export const importProblem = (line: number, facts: ProblemFacts, column?: string): ImportProblem => ({
  line,
  severity: severityOf(facts.kind),
  kind: facts.kind,
  ...(facts.target && { target: facts.target }),
  ...(column !== undefined && { column }),
  value: facts.value ?? '',
  message: messageOf(facts),
});
