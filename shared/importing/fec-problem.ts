import { formatAmount } from '../money/format-amount.ts';
import { formatCount } from '../money/format-count.ts';

export type FecProblemKind =
  | 'empty-file'
  | 'too-big'
  | 'too-many-lines'
  | 'not-a-fec'
  | 'unreadable-xml'
  | 'no-lines'
  | 'no-header'
  | 'missing-columns'
  | 'no-letters'
  | 'damaged-characters'
  | 'short-line'
  | 'long-line'
  | 'not-an-amount'
  | 'ambiguous-amount'
  | 'too-precise-amount'
  | 'too-large-amount'
  | 'extra-decimals'
  | 'unknown-side'
  | 'impossible-date'
  | 'no-date'
  | 'odd-account'
  | 'more-lines'
  | 'unbalanced'
  | 'unbalanced-entries'
  | 'no-customer-account'
  | 'no-auxiliary'
  | 'set-aside'
  | 'draft-entries';

/** What is wrong with a file of accounting entries. After an `error` something was left out. */
export interface FecProblem {
  readonly severity: 'error' | 'warning';
  readonly kind: FecProblemKind;
  /** Physical line of the file, from 1. */
  readonly line?: number;
  /** French: what it is and what to do. */
  readonly message: string;
}

const nbsp = '\u00a0';
const thin = '\u202f';

const quoted = (text: string): string => {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `«${nbsp}${short}${nbsp}»`;
};

/** Facts of a problem; the message is made of them. */
export interface FecFacts {
  readonly value?: string;
  readonly count?: number;
  readonly expected?: number;
  readonly cents?: number;
  readonly otherCents?: number;
}

const warnings: ReadonlySet<FecProblemKind> = new Set([
  'no-header',
  'missing-columns',
  'no-letters',
  'damaged-characters',
  'extra-decimals',
  'impossible-date',
  'odd-account',
  'unbalanced-entries',
  'no-customer-account',
  'no-auxiliary',
  'set-aside',
  'draft-entries',
]);

const lines = (count: number): string => `${formatCount(count)}${nbsp}${count > 1 ? 'lignes' : 'ligne'}`;

const messageOf = (kind: FecProblemKind, facts: FecFacts): string => {
  const value = quoted(facts.value ?? '');
  const count = facts.count ?? 0;
  const amount = formatAmount(facts.cents ?? 0);
  switch (kind) {
    case 'empty-file':
      return 'Le fichier est vide. Exportez de nouveau le FEC depuis votre logiciel de comptabilité.';
    case 'too-big':
      return `Le fichier dépasse 100${nbsp}Mo. Exportez le FEC d’un seul exercice.`;
    case 'too-many-lines':
      return `Le fichier dépasse ${formatCount(1_000_000)}${nbsp}lignes. Exportez le FEC d’un seul exercice.`;
    case 'not-a-fec':
      return 'Ce fichier n’est pas un fichier des écritures comptables (FEC)\u00a0: sa première ligne ne porte pas les noms de champs prévus (JournalCode, EcritureDate, CompteNum, Debit, Credit…).';
    case 'unreadable-xml':
      return `Ce FEC est au format XML et n’a pas pu être lu${nbsp}: demandez-le au format texte (tabulation), que tous les logiciels de comptabilité savent produire.`;
    case 'no-lines':
      return 'Le fichier ne contient que les noms des champs, aucune écriture. Exportez-le de nouveau.';
    case 'no-header':
      return 'La première ligne ne porte pas les noms des champs. Ils sont lus dans l’ordre prévu par la loi.';
    case 'missing-columns':
      return `Champs absents du fichier${nbsp}: ${facts.value ?? ''}.`;
    case 'no-letters':
      return 'Le fichier ne contient aucun lettrage. Les factures déjà réglées paraissent donc ouvertes\u00a0: demandez un FEC après lettrage des comptes clients.';
    case 'damaged-characters':
      return `${formatCount(count)}${nbsp}${count > 1 ? 'caractères illisibles' : 'caractère illisible'} dans le fichier, peut-être dans des noms de clients.`;
    case 'short-line':
      return `La ligne n’a que ${count}${nbsp}champs sur ${facts.expected ?? 0}, elle est laissée de côté. Le fichier est sans doute abîmé ou coupé${nbsp}: exportez-le de nouveau.`;
    case 'long-line':
      return `La ligne a ${count}${nbsp}champs au lieu de ${facts.expected ?? 0}, elle est laissée de côté. Un libellé contient sans doute le séparateur${nbsp}: corrigez-le et exportez de nouveau.`;
    case 'not-an-amount':
      return `${value} n’est pas un montant, la ligne est laissée de côté. Corrigez-la dans le fichier.`;
    case 'ambiguous-amount':
      return `${value} peut se lire de deux façons (milliers ou décimales), la ligne est laissée de côté. Exportez le FEC avec deux décimales.`;
    case 'too-precise-amount':
      return `${value} compte une fraction de centime, la ligne est laissée de côté. Corrigez-la dans le fichier.`;
    case 'too-large-amount':
      return `${value} dépasse tout montant vraisemblable, la ligne est laissée de côté. Vérifiez-la dans le fichier.`;
    case 'extra-decimals':
      return `${value} a plus de deux décimales, toutes nulles au-delà du centime. Le montant est lu tel quel (${lines(count)}).`;
    case 'unknown-side':
      return `Le sens ${value} n’est ni débit ni crédit, la ligne est laissée de côté. Corrigez-la dans le fichier.`;
    case 'impossible-date':
      return `${value} n’est pas une date, celle de l’écriture en tient lieu.`;
    case 'no-date':
      return `L’écriture n’a pas de date valable (${value}), la ligne est laissée de côté. Corrigez-la dans le fichier.`;
    case 'odd-account':
      return `Le numéro de compte ${value} ne commence pas par trois chiffres. ${lines(count)} de ce genre ${count > 1 ? 'ne peuvent' : 'ne peut'} pas être rattachée${count > 1 ? 's' : ''} aux clients.`;
    case 'more-lines':
      return `Et ${lines(count)} de plus ${count > 1 ? 'laissées' : 'laissée'} de côté.`;
    case 'unbalanced':
      return `Le fichier n’est pas équilibré${nbsp}: ${amount} au débit, ${formatAmount(facts.otherCents ?? 0)} au crédit. Il en manque sans doute une partie${nbsp}: exportez-le de nouveau.`;
    case 'unbalanced-entries':
      return `${formatCount(count)}${nbsp}${count > 1 ? 'écritures ne sont pas équilibrées' : 'écriture n’est pas équilibrée'}, la première${nbsp}: ${facts.value ?? ''}.`;
    case 'no-customer-account':
      return 'Aucun compte client (411) dans ce fichier\u00a0: il n’y a rien à importer.';
    case 'no-auxiliary':
      return `Le fichier ne distingue pas les clients${nbsp}: ${lines(count)} ${count > 1 ? 'sont portées' : 'est portée'} sur le compte collectif ${value}. Demandez un FEC avec comptes auxiliaires.`;
    case 'set-aside':
      return `Comptes ${facts.value ?? ''} (factures à établir, avoirs à établir, consignations)${nbsp}: ${amount} laissés de côté, ce ne sont pas des factures à relancer.`;
    case 'draft-entries':
      return `${lines(count)} de clients au brouillard (non ${count > 1 ? 'validées' : 'validée'})${thin}; elles peuvent encore changer en comptabilité.`;
  }
};

/** Builds a problem with its severity and French message. */
export const fecProblem = (kind: FecProblemKind, facts: FecFacts = {}, line?: number): FecProblem => ({
  severity: warnings.has(kind) ? 'warning' : 'error',
  kind,
  ...(line !== undefined && { line }),
  message: messageOf(kind, facts),
});
