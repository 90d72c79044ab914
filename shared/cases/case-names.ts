import type { LegalCase, ProcedureKind } from '../ledger/legal-case.ts';
import type { PieceKind } from '../ledger/piece.ts';

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
