import type { LegalCase, ProcedureKind } from '../ledger/legal-case.ts';
import type { PieceKind } from '../ledger/piece.ts';
import type { CaseCondition } from './case-condition.ts';
import type { ProcedureAdvice } from './procedure-advice.ts';

/** French names of the procedures, as headings. */
export const procedureNames: Readonly<Record<ProcedureKind, string>> = {
  'order-for-payment': 'Injonction de payer',
  'uncontested-commercial-claim': 'Créance commerciale incontestée',
  'small-claims': 'Petites créances',
  'interim-payment': 'Référé-provision',
  summons: 'Assignation au fond',
  mediation: 'Médiateur des entreprises',
  'claim-declaration': 'Déclaration de créance',
};

/** French names of how a case ends. */
export const caseOutcomeNames: Readonly<Record<NonNullable<LegalCase['closed']>['outcome'], string>> = {
  paid: 'Réglé',
  title: 'Titre exécutoire obtenu',
  settled: 'Accord amiable',
  dismissed: 'Demande rejetée',
  'given-up': 'Abandonné',
};

/** French names of the kinds of pieces, in the order in which a file lists them. */
export const pieceKindNames: Readonly<Record<PieceKind, string>> = {
  'creditor-identity': 'Identité du créancier (extrait Kbis de moins de 3 mois)',
  'debtor-identity': 'Identité du débiteur (extrait Kbis ou avis Sirene)',
  contract: 'Contrat ou devis signé',
  'terms-of-sale': 'Conditions générales acceptées',
  order: 'Bon de commande',
  'delivery-note': 'Bon de livraison',
  acceptance: 'Procès-verbal de réception',
  correspondence: 'Correspondance',
  acknowledgement: 'Reconnaissance de dette',
  'solvency-check': 'Vérification BODACC ou solvabilité',
  'dispute-evidence': 'Échanges sur un litige',
  other: 'Autre pièce',
};

export const pieceKinds = Object.keys(pieceKindNames) as readonly PieceKind[];

/** How a case stands to a condition, French. */
export const conditionStateNames: Readonly<Record<CaseCondition['state'], string>> = {
  met: 'Remplie',
  'not-met': 'Non remplie',
  unknown: 'À préciser',
};

/** Whether a procedure is open to a case, French. */
export const procedureStatusNames: Readonly<Record<ProcedureAdvice['status'], string>> = {
  open: 'Possible',
  'to-answer': 'À préciser',
  closed: 'Fermée',
};
